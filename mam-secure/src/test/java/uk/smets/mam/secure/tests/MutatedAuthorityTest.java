package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.secure.tests.Verified.BYTES;
import static uk.smets.mam.secure.tests.Verified.FILE;
import static uk.smets.mam.secure.tests.Verified.PKI;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.key.DigestAlgorithm;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileSignature;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.SignedContent;
import uk.smets.mam.secure.signature.Signer;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.secure.smki.SmkiCertificate;

/**
 * Malformed certificates and lists with a valid signature of their authority, so that their content is read. The outcome is a
 * verdict, or the documented exception of the method that takes them.
 */
class MutatedAuthorityTest {
    private static final DistributionPointName POINT = new DistributionPointName(new GeneralNames(
            new GeneralName[] {new GeneralName(GeneralName.uniformResourceIdentifier, "http://crl.invalid/1")}));

    /** The signer's certificate, with extensions that a verification reads. */
    private static final TestPki.Holder SIGNER = PKI.order(TestPki.subject("Signer", "02", TestPki.USER_ID))
            .purpose(KeyPurposeId.id_kp_emailProtection)
            .subjectKey()
            .extension(
                    Extension.cRLDistributionPoints,
                    new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(POINT, null, null)}))
            .issuedBy(PKI.issuing);

    private static final X509CRL LIST = TestList.of(PKI.issuing)
            .only(new IssuingDistributionPoint(POINT, false, false, null, false, false))
            .extension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[] {1, 2, 3, 4}))
            .revoking(PKI.supplier.certificate(), CRLReason.keyCompromise)
            .revoking(
                    PKI.issuing.certificate(),
                    Extension.certificateIssuer,
                    false,
                    new GeneralNames(new GeneralName(TestPki.name("Z1", "07"))))
            .signed();

    /** It identifies its certificate by serial number and issuer only, so that another certificate can take its place. */
    private static final byte[] MESSAGE = new ForeignCms()
            .certificates(SIGNER.certificate(), PKI.issuing.certificate())
            .without(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
            .signer(SIGNER)
            .over(BYTES);

    private static final byte[] VALUE = value(SIGNER.key(), BYTES);

    private static byte[] value(PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA", TestPki.BOUNCY_CASTLE);
            signature.initSign(key, new SeededRandom(1));
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate or list with changed content, signed again by its authority. */
    private static byte[] signedAgain(byte[] sound, PrivateKey authority, Random random) throws Exception {
        Tlv whole = Tlv.of(sound);
        byte[] content = TlvMutation.of(whole.children.get(0).encoded(), random);
        Tlv value = Tlv.of(new DERBitString(value(authority, content)).getEncoded());
        return Tlv.constructed(0x30, Tlv.raw(content), whole.children.get(1), value)
                .encoded();
    }

    private static Optional<X509Certificate> byTheJdk(byte[] certificate) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate)));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] message(X509Certificate replaced, byte[] certificate) throws Exception {
        Tlv message = Tlv.of(MESSAGE);
        byte[] sound = replaced.getEncoded();
        List<Tlv> all = message.children.get(1).children.get(0).children.get(3).children;
        assertThat(all).hasSize(2);
        int at = Arrays.equals(all.get(0).encoded(), sound) ? 0 : 1;
        all.set(at, Tlv.raw(certificate));
        return message.encoded();
    }

    /** A layout with certificates that the caller read elsewhere. */
    private record Plain(List<X509Certificate> certificates) implements SignatureLayout {
        @Override
        public List<NamedFile> write(NamedFile content, Signer signer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SignedContent read(NamedFile file, Optional<NamedFile> signature) {
            return new SignedContent(file, FileSignature.plain(DigestAlgorithm.SHA_256, VALUE, certificates));
        }
    }

    private static void judged(Verification verification) {
        assertThat(verification.reasons()).extracting(VerificationReason::rule).allMatch(Verified.REASONS::contains);
        assertThat(verification.reasons())
                .extracting(VerificationReason::message)
                .noneMatch(String::isBlank);
        if (verification.isValid()) {
            assertThat(verification.content().bytes()).isEqualTo(BYTES);
        }
    }

    /** Only an unusable argument may be refused, with its name in the message. */
    private static <T> Optional<T> argument(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).matches("(?s)(certificate|chain|lists|key): .+");
            return Optional.empty();
        }
    }

    private static void mutateCertificate(Random random, Mutations.Trial trial) throws Exception {
        boolean ofSigner = random.nextBoolean();
        TestPki.Holder holder = ofSigner ? SIGNER : PKI.issuing;
        PrivateKey authority = ofSigner ? PKI.issuing.key() : PKI.root.key();
        byte[] changed = trial.input(
                "certificate signed again", signedAgain(holder.certificate().getEncoded(), authority, random));
        judged(Verified.verify(message(holder.certificate(), changed)));
        judged(Verified.verify(
                Verified.trust().withRevocationLists(List.of(LIST)), message(holder.certificate(), changed)));
        SmkiCertificate.find(changed).ifPresent(MutatedTrustTest::describe);
        byTheJdk(changed).ifPresent(certificate -> use(certificate, ofSigner));
    }

    private static void use(X509Certificate certificate, boolean ofSigner) {
        argument(() -> SmkiCertificate.of(certificate)).ifPresent(MutatedTrustTest::describe);
        List<X509Certificate> chain =
                ofSigner ? List.of(certificate, PKI.issuing.certificate()) : List.of(SIGNER.certificate(), certificate);
        for (Trust trust : List.of(
                Verified.trust(),
                Verified.trust().withIntermediates(List.of(certificate)).withRevocationListsRequired(),
                Trust.of(List.of(certificate)).withRevocationLists(List.of(LIST)))) {
            judged(Verified.verifier(trust).withLayout(new Plain(chain)).verify(FILE, Optional.empty()));
            judged(Verified.verify(trust, MESSAGE));
        }
        argument(() -> SigningKey.of(SIGNER.key(), chain)).ifPresent(MutatedAuthorityTest::sign);
    }

    private static void sign(SigningKey key) {
        try {
            judged(Verified.verify(FileSigner.of(key)
                    .withClock(Verified.CLOCK)
                    .sign(FILE)
                    .get(1)
                    .bytes()));
        } catch (SecureExchangeException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void mutateList(Random random, Mutations.Trial trial) throws Exception {
        byte[] changed = trial.input("list signed again", signedAgain(LIST.getEncoded(), PKI.issuing.key(), random));
        X509CRL list;
        try {
            list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(changed));
        } catch (GeneralSecurityException | RuntimeException e) {
            return;
        }
        argument(() -> Verified.trust().withRevocationLists(List.of(list))).ifPresent(trust -> {
            judged(Verified.verify(trust, MESSAGE));
            judged(Verified.verify(trust, Verified.signature(PKI.supplier)));
            judged(Verified.verifier(trust)
                    .withLayout(new Plain(List.of(SIGNER.certificate(), PKI.issuing.certificate())))
                    .verify(FILE, Optional.empty()));
        });
    }

    @Test
    void signedCertificateOfAnyStructureGetsAVerdict() {
        assertThat(Verified.verify(MESSAGE).reasons()).isEmpty();
        Mutations.run("certificates signed again", 600, MutatedAuthorityTest::mutateCertificate);
    }

    @Test
    void signedListOfAnyStructureGetsAVerdict() {
        Mutations.run("revocation lists signed again", 600, MutatedAuthorityTest::mutateList);
    }
}
