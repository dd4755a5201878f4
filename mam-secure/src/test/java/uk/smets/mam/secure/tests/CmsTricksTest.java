package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.secure.tests.Verified.BYTES;
import static uk.smets.mam.secure.tests.Verified.PKI;
import static uk.smets.mam.secure.tests.Verified.assertRefusedLike;
import static uk.smets.mam.secure.tests.Verified.assertValid;
import static uk.smets.mam.secure.tests.Verified.foreign;
import static uk.smets.mam.secure.tests.Verified.trust;
import static uk.smets.mam.secure.tests.Verified.verify;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.signature.Verification;

/** Signatures of other programs: valid ones and manipulated ones. */
class CmsTricksTest {
    private static void assertInvalid(ForeignCms cms, String sample) {
        assertRefusedLike(verify(cms.over(BYTES)), Rule.SIGNATURE_INVALID, sample);
    }

    static List<RefusedSignature> refused() {
        return RefusedCms.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void invalidMessageIsRefusedWithItsCause(RefusedSignature refused) {
        assertRefusedLike(refused.verification(), refused.rule(), refused.cause());
    }

    @ParameterizedTest
    @ValueSource(strings = {ASN1Encoding.DER, ASN1Encoding.DL, ASN1Encoding.BER})
    void validSignatureIsAcceptedInEveryEncoding(String encoding) {
        assertValid(verify(foreign().signer(PKI.supplier).over(BYTES, encoding)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256", "SHA384", "SHA512"})
    void strongDigestsAreAccepted(String digest) {
        assertValid(verify(foreign().digest(digest).signer(PKI.supplier).over(BYTES)));
    }

    @Test
    void rsaSignatureIsAcceptedWithEitherAlgorithmIdentifier() {
        TestPki.Holder rsa = PKI.order(TestPki.subject("RSA", "02", TestPki.USER_ID))
                .pair(TestPki.rsa(2048))
                .issuedBy(PKI.issuing);
        assertValid(verify(new ForeignCms()
                .certificates(rsa.certificate(), PKI.issuing.certificate())
                .digest("SHA512")
                .signer(rsa)
                .over(BYTES)));
    }

    /** Bouncy Castle treats a reversed name as equal. */
    @Test
    void referenceWithTheIssuerInReverseOrderIsRefused() {
        assertValid(verify(foreign()
                .with(PKCSObjectIdentifiers.id_aa_signingCertificateV2, RefusedCms.reference("OU=07,CN=Z1", 0))
                .signer(PKI.supplier)
                .over(BYTES)));
        assertInvalid(
                foreign()
                        .with(PKCSObjectIdentifiers.id_aa_signingCertificateV2, RefusedCms.reference("CN=Z1,OU=07", 0))
                        .signer(PKI.supplier),
                "reference with another issuer");
    }

    @Test
    void referenceWithAnotherAllowedDigestIsAccepted() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-512")
                .digest(PKI.supplier.certificate().getEncoded());
        assertValid(verify(foreign()
                .with(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new SigningCertificateV2(
                                new ESSCertIDv2(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512), hash)))
                .signer(PKI.supplier)
                .over(BYTES)));
    }

    /** Tools of operating systems write such signatures. */
    @Test
    void signatureWithoutAReferenceIsAcceptedUnlessTheCallerRequiresOne() {
        byte[] signature = foreign()
                .without(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                .signer(PKI.supplier)
                .over(BYTES);
        assertValid(verify(signature));
        assertRefusedLike(
                verify(trust().withSigningCertificateRequired(), signature),
                Rule.SIGNATURE_INVALID,
                "no reference where one is required");
        assertValid(verify(trust().withSigningCertificateRequired(), Verified.signature(PKI.supplier)));
    }

    @Test
    void everySignerMustBeValid() {
        TestPki.Holder second =
                PKI.order(TestPki.subject("Second", "02", TestPki.USER_ID)).issuedBy(PKI.issuing);
        byte[] both = foreign()
                .certificates(second.certificate())
                .signer(PKI.supplier)
                .signer(second)
                .over(BYTES);
        Verification verification = verify(both);
        assertValid(verification);
        assertThat(verification.signers()).hasSize(2);

        TestPki.Holder stranger = PKI.order(TestPki.name("Stranger", "02")).selfSigned();
        assertRefusedLike(
                verify(foreign()
                        .certificates(stranger.certificate())
                        .signer(PKI.supplier)
                        .signer(stranger)
                        .over(BYTES)),
                Rule.SIGNER_UNTRUSTED,
                "signer without a path");
        assertInvalid(
                foreign().certificates(second.certificate()).signer(second).signer(PKI.supplier, second.certificate()),
                "key of another certificate");
    }

    /** A length in more octets than needed: the same value for any parser, but another encoding. */
    @Test
    void certificateThatIsNotInDerIsIgnored() throws Exception {
        byte[] der = PKI.supplier.certificate().getEncoded();
        byte[] ber = new byte[der.length + 1];
        assertThat(der[1]).isEqualTo((byte) 0x82);
        ber[0] = der[0];
        ber[1] = (byte) 0x83;
        System.arraycopy(der, 2, ber, 3, der.length - 2);
        byte[] message = foreign().signer(PKI.supplier).over(BYTES);
        int at = indexOf(message, der);
        byte[] changed = Arrays.copyOf(message, message.length + 1);
        System.arraycopy(ber, 0, changed, at, ber.length);
        System.arraycopy(message, at + der.length, changed, at + ber.length, message.length - at - der.length);
        lengthen(changed, message, at);
        assertRefusedLike(verify(changed), Rule.SIGNER_UNTRUSTED, "no certificates");
    }

    static int indexOf(byte[] bytes, byte[] part) {
        for (int at = 0; at + part.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("part not found");
    }

    /** Adds one to the length of every value around a place; all of them have lengths of two octets. */
    private static void lengthen(byte[] changed, byte[] message, int place) {
        int at = 0;
        while (at < place) {
            int length = ((message[at + 2] & 0xFF) << 8) | (message[at + 3] & 0xFF);
            boolean constructed = message[at + 1] == (byte) 0x82 && (message[at] & 0x20) != 0;
            if (constructed && at + 4 + length > place) {
                changed[at + 2] = (byte) ((length + 1) >> 8);
                changed[at + 3] = (byte) (length + 1);
                at += 4;
            } else {
                at += constructed ? 4 + length : 2 + message[at + 1];
            }
        }
    }

    @Test
    void signerMayBeIdentifiedByItsSubjectKey() {
        assertRefusedLike(
                verify(foreign().bySubjectKey().signer(PKI.supplier).over(BYTES)),
                Rule.SIGNER_UNTRUSTED,
                "no certificates");
        TestPki.Holder named =
                PKI.order(TestPki.name("Named", "02")).subjectKey().issuedBy(PKI.issuing);
        assertValid(verify(new ForeignCms()
                .certificates(named.certificate(), PKI.issuing.certificate())
                .bySubjectKey()
                .signer(named)
                .over(BYTES)));
    }

    @Test
    void signatureWithoutCertificatesNeedsThemFromTheCaller() {
        byte[] bare = new ForeignCms().signer(PKI.supplier).over(BYTES);
        assertRefusedLike(verify(bare), Rule.SIGNER_UNTRUSTED, "no certificates");
        assertValid(verify(
                trust().withIntermediates(List.of(PKI.supplier.certificate(), PKI.issuing.certificate())), bare));
    }

    @Test
    void enclosedBytesMustEqualTheFile() {
        assertValid(verify(foreign().enclosed().signer(PKI.supplier).over(BYTES)));
        assertRefusedLike(
                verify(foreign()
                        .enclosed()
                        .signer(PKI.supplier)
                        .over("other".getBytes(java.nio.charset.StandardCharsets.US_ASCII))),
                Rule.SIGNATURE_INVALID,
                "enclosed content that is not the file");
    }

    @Test
    void signingTimeMayBeAbsentButMustBeATime() {
        Verification untimed = verify(foreign()
                .without(CMSAttributes.signingTime)
                .signer(PKI.supplier)
                .over(BYTES));
        assertValid(untimed);
        assertThat(untimed.signer().orElseThrow().signingTime()).isEmpty();
        assertInvalid(
                foreign()
                        .with(CMSAttributes.signingTime, new DERUTF8String("now"))
                        .signer(PKI.supplier),
                "signing time that is text");
        assertInvalid(
                foreign()
                        .with(CMSAttributes.signingTime, new DERGeneralizedTime("20199901000000Z"))
                        .signer(PKI.supplier),
                "signing time outside the calendar");
    }

    @Test
    void signingTimeMayBeUtcTimeOrGeneralizedTime() {
        Verification verification = verify(foreign()
                .with(CMSAttributes.signingTime, new DERGeneralizedTime("20190801085959Z"))
                .signer(PKI.supplier)
                .over(BYTES));
        assertValid(verification);
        assertThat(verification.signer().orElseThrow().signingTime()).contains(Instant.parse("2019-08-01T08:59:59Z"));
    }

    @Test
    void signingTimeInTheFutureIsRefusedBeyondTheClockTolerance() {
        assertValid(verify(foreign()
                .signedAt(TestPki.NOW.plus(Duration.ofMinutes(5)))
                .signer(PKI.supplier)
                .over(BYTES)));
        assertInvalid(
                foreign().signedAt(TestPki.NOW.plus(Duration.ofMinutes(6))).signer(PKI.supplier),
                "signing time six minutes later");
    }

    @Test
    void signedAttributesAreAvailableByType() {
        Verification verification = verify(Verified.signature(PKI.supplier));
        assertThat(verification.signer().orElseThrow().signedAttribute("1.2.840.113549.1.9.4"))
                .hasValueSatisfying(values -> assertThat(values).hasSize(36).startsWith(0x31, 0x22, 0x04, 0x20));
        assertThat(verification.signer().orElseThrow().signedAttribute("1.2.3")).isEmpty();
    }
}
