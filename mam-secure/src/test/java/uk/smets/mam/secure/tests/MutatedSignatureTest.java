package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.secure.tests.Verified.BYTES;
import static uk.smets.mam.secure.tests.Verified.FILE;
import static uk.smets.mam.secure.tests.Verified.PKI;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encoding;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.secure.signature.VerifiedSigner;

/** CMS signatures with a changed structure get a verdict, and are never valid for other content. */
class MutatedSignatureTest {
    private static final List<String> ATTRIBUTES = List.of(
            "1.2.840.113549.1.9.3",
            "1.2.840.113549.1.9.4",
            "1.2.840.113549.1.9.5",
            "1.2.840.113549.1.9.16.2.47",
            "1.2.840.113549.1.9.52");

    private static final TestPki.Holder RSA = PKI.order(TestPki.subject("RSA", "02", TestPki.USER_ID))
            .pair(TestPki.rsa(2048, new SeededRandom(2)))
            .issuedBy(PKI.issuing);

    /** A valid signature. */
    private static final class Sent {
        private final String name;
        private final byte[] bytes;
        private final boolean enclosed;

        private Sent(String name, byte[] bytes, boolean enclosed) {
            this.name = name;
            this.bytes = bytes;
            this.enclosed = enclosed;
        }

        private static Sent detached(TestPki.Holder holder) {
            return new Sent("detached", Verified.signature(holder), false);
        }

        private static Sent enclosing(TestPki.Holder holder) {
            byte[] bytes = Verified.signer(holder)
                    .withLayout(SignatureLayout.enclosedCms())
                    .sign(FILE)
                    .get(0)
                    .bytes();
            return new Sent("enclosing", bytes, true);
        }

        private static Sent foreign(String encoding, TestPki.Holder... holders) {
            ForeignCms cms = new ForeignCms().enclosed().certificates(PKI.issuing.certificate());
            for (TestPki.Holder holder : holders) {
                cms.certificates(holder.certificate()).signer(holder);
            }
            return new Sent("foreign " + encoding, cms.over(BYTES, encoding), true);
        }

        private Verification verify(byte[] signature, byte[] content) {
            FileVerifier verifier = Verified.verifier(Verified.trust());
            return enclosed
                    ? verifier.withLayout(SignatureLayout.enclosedCms())
                            .verify(NamedFile.of("x.p7m", signature), Optional.empty())
                    : verifier.verify(
                            NamedFile.of(FILE.name(), content), Optional.of(NamedFile.of("x.p7s", signature)));
        }

        /** The signed attributes of a signer, as encoded. */
        private byte[] attributes(int signer) {
            List<Tlv> data = Tlv.of(bytes).children.get(1).children.get(0).children;
            return data.get(data.size() - 1)
                    .children
                    .get(signer)
                    .children
                    .get(3)
                    .encoded();
        }
    }

    private static final List<Sent> SENT = List.of(
            Sent.detached(PKI.supplier),
            Sent.detached(RSA),
            Sent.enclosing(PKI.supplier),
            Sent.enclosing(RSA),
            Sent.foreign(ASN1Encoding.BER, PKI.supplier),
            Sent.foreign(ASN1Encoding.DL, PKI.supplier, RSA));

    private static boolean contains(byte[] whole, byte[] part) {
        for (int at = 0; at + part.length <= whole.length; at++) {
            if (Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    private static void check(Sent sent, byte[] signature, byte[] content) throws Exception {
        Verification verification = sent.verify(signature, content);
        assertThat(verification.reasons()).extracting(VerificationReason::rule).allMatch(Verified.REASONS::contains);
        assertThat(verification.reasons())
                .extracting(VerificationReason::message)
                .noneMatch(String::isBlank);
        if (verification.isValid()) {
            assertThat(verification.content().bytes()).isEqualTo(BYTES);
            List<VerifiedSigner> signers = sent.verify(sent.bytes, BYTES).signers();
            assertThat(verification.signers()).isNotEmpty().hasSizeLessThanOrEqualTo(signers.size());
            for (VerifiedSigner signer : verification.signers()) {
                checkSigner(sent, signature, signers, signer);
            }
        }
    }

    /** Unchanged, including its encoding. One of several signers may be missing, since each signs independently. */
    private static void checkSigner(Sent sent, byte[] signature, List<VerifiedSigner> all, VerifiedSigner signer)
            throws Exception {
        VerifiedSigner same = all.stream()
                .filter(each -> each.certificate().equals(signer.certificate()))
                .findFirst()
                .orElseThrow();
        byte[] attributes = sent.attributes(all.indexOf(same));
        byte[] certificate = same.certificate().x509().getEncoded();
        assertThat(signature)
                .matches(bytes -> contains(bytes, attributes), "has the signed attributes")
                .matches(bytes -> contains(bytes, certificate), "has the certificate");
        assertThat(signer.signingTime()).isEqualTo(same.signingTime());
        for (String type : ATTRIBUTES) {
            assertThat(signer.signedAttribute(type).orElse(new byte[0]))
                    .isEqualTo(same.signedAttribute(type).orElse(new byte[0]));
        }
    }

    private static void mutate(Random random, Mutations.Trial trial) throws Exception {
        Sent sent = SENT.get(random.nextInt(SENT.size()));
        byte[] signature =
                random.nextInt(8) == 0 ? TlvMutation.damaged(sent.bytes, random) : TlvMutation.of(sent.bytes, random);
        byte[] content = random.nextInt(8) == 0 ? TlvMutation.damaged(BYTES, random) : BYTES;
        check(sent, trial.input(sent.name, signature), content);
    }

    private static List<Tlv> data(Tlv message) {
        return message.children.get(1).children.get(0).children;
    }

    private static Tlv attributes(Tlv message) {
        return data(message).get(4).children.get(0).children.get(3);
    }

    @Test
    void nonDerLengthInCertificatesOrSignedAttributesIsRefused() {
        for (Sent sent : SENT.subList(0, 2)) {
            for (Tlv.Form form : List.of(Tlv.Form.LONG, Tlv.Form.INDEFINITE)) {
                Tlv message = Tlv.of(sent.bytes);
                List<Tlv> values = new ArrayList<>(attributes(message).all());
                data(message).get(3).children.forEach(certificate -> values.addAll(certificate.all()));
                assertThat(values).hasSizeGreaterThan(80);
                for (Tlv value : values) {
                    value.form = form;
                    assertThat(sent.verify(message.encoded(), BYTES).isValid()).isFalse();
                    value.form = Tlv.Form.SHORTEST;
                }
            }
        }
    }

    @Test
    void nonDerLengthIsAcceptedWhereTheMessageNeedNotBeInDer() {
        Sent sent = SENT.get(0);
        Tlv message = Tlv.of(sent.bytes);
        Tlv signer = data(message).get(4).children.get(0);
        for (Tlv value :
                List.of(message, message.children.get(1), data(message).get(1), signer, signer.children.get(1))) {
            value.form = Tlv.Form.INDEFINITE;
        }
        assertThat(sent.verify(message.encoded(), BYTES).reasons()).isEmpty();
    }

    @Test
    void changedStructureGetsAVerdictAndIsValidOnlyForTheSignedContent() {
        for (Sent sent : SENT) {
            assertThat(sent.verify(sent.bytes, BYTES).reasons()).isEmpty();
        }
        Mutations.run("signatures", 1_500, MutatedSignatureTest::mutate);
    }
}
