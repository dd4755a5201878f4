package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smets.mam.secure.tests.Verified.FILE;
import static uk.smets.mam.secure.tests.Verified.PKI;
import static uk.smets.mam.secure.tests.Verified.assertRefused;
import static uk.smets.mam.secure.tests.Verified.assertRefusedLike;
import static uk.smets.mam.secure.tests.Verified.assertValid;
import static uk.smets.mam.secure.tests.Verified.signer;
import static uk.smets.mam.secure.tests.Verified.trust;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.key.DigestAlgorithm;
import uk.smets.mam.secure.signature.FileSignature;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureBlock;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.SignedContent;
import uk.smets.mam.secure.signature.Signer;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verdict;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.testing.MessageListing;

/** Layouts: the built-in ones, and one that adds lines to the file, as a signing utility might. */
class SignatureLayoutTest {
    /** Three lines, then the certificate's serial number and the signature value, each on its own line. */
    private record TwoMoreLines(List<X509Certificate> known) implements SignatureLayout {
        @Override
        public List<NamedFile> write(NamedFile content, Signer signer) {
            String trailer = signer.certificate().serialNumber() + "\n"
                    + Base64.getEncoder().encodeToString(signer.plain(content.bytes())) + "\n";
            return List.of(NamedFile.of(content.name(), (text(content) + trailer).getBytes(US_ASCII)));
        }

        @Override
        public SignedContent read(NamedFile file, Optional<NamedFile> signature) {
            String[] lines = text(file).split("(?<=\n)", -1);
            if (lines.length < 6) {
                throw new SecureExchangeException(Rule.SIGNATURE_MISSING, "no lines follow the third");
            }
            X509Certificate certificate = known.stream()
                    .filter(one -> one.getSerialNumber().toString().equals(lines[3].strip()))
                    .findFirst()
                    .orElseThrow(() -> new SecureExchangeException(Rule.SIGNER_UNTRUSTED, "unknown certificate"));
            return new SignedContent(
                    NamedFile.of(file.name(), (lines[0] + lines[1] + lines[2]).getBytes(US_ASCII)),
                    FileSignature.plain(
                            DigestAlgorithm.SHA_256,
                            Base64.getDecoder().decode(lines[4].strip()),
                            List.of(certificate, PKI.issuing.certificate())));
        }
    }

    private static final TestPki.Holder RSA = PKI.order(TestPki.subject("RSA", "02", TestPki.USER_ID))
            .pair(TestPki.rsa(2048))
            .issuedBy(PKI.issuing);
    private static final TestPki.Holder AGREEMENT = PKI.order(TestPki.name("Agreement", "02"))
            .use(KeyUsage.keyAgreement)
            .issuedBy(PKI.issuing);

    private final SignatureLayout layout =
            new TwoMoreLines(List.of(PKI.supplier.certificate(), RSA.certificate(), AGREEMENT.certificate()));

    private Verification verify(NamedFile file) {
        return verify(trust(), file);
    }

    private Verification verify(Trust trust, NamedFile file) {
        return Verified.verifier(trust).withLayout(layout).verify(file, Optional.empty());
    }

    private NamedFile sent(TestPki.Holder holder) {
        return signer(holder).withLayout(layout).sign(FILE).get(0);
    }

    /** A signature in that layout, without a check of the key's permitted use. */
    private static NamedFile sentRegardless(TestPki.Holder holder) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(holder.key());
        signature.update(FILE.bytes());
        String text = new String(FILE.bytes(), US_ASCII) + holder.certificate().getSerialNumber() + "\n"
                + Base64.getEncoder().encodeToString(signature.sign()) + "\n";
        return NamedFile.of(FILE.name(), text.getBytes(US_ASCII));
    }

    private static NamedFile changed(NamedFile file, String from, String to) {
        String text = new String(file.bytes(), US_ASCII);
        assertThat(text).contains(from);
        return NamedFile.of(file.name(), text.replace(from, to).getBytes(US_ASCII));
    }

    @Test
    void customLayoutSignsAndVerifies() {
        for (TestPki.Holder holder : List.of(PKI.supplier, RSA)) {
            Verification verification = verify(sent(holder));
            assertValid(verification);
            assertThat(verification.signer().orElseThrow().certificate().userId())
                    .contains(TestPki.USER_ID);
            assertThat(verification.signer().orElseThrow().signingTime()).isEmpty();
            assertThat(verification.agreeingWith(TestPki.USER_ID).isValid()).isTrue();
        }
    }

    @Test
    void customLayoutIsSubjectToTheSameRules() throws GeneralSecurityException {
        NamedFile sent = sent(PKI.supplier);
        assertRefused(verify(changed(sent, "MA.csv", "MB.csv")), Rule.SIGNATURE_INVALID, "line ends");
        assertRefused(verify(FILE), Rule.SIGNATURE_MISSING, "no lines");
        assertRefused(
                verify(changed(
                        sent, PKI.supplier.certificate().getSerialNumber().toString(), "1")),
                Rule.SIGNER_UNTRUSTED,
                "unknown certificate");
        assertRefused(
                verify(changed(
                        sent,
                        PKI.supplier.certificate().getSerialNumber().toString(),
                        RSA.certificate().getSerialNumber().toString())),
                Rule.SIGNATURE_INVALID);
        assertRefused(verify(sentRegardless(AGREEMENT)), Rule.SIGNER_USAGE, "key agreement");
        assertRefused(
                verify(Trust.of(List.of(new TestPki().root.certificate())), sent),
                Rule.SIGNER_UNTRUSTED,
                MessageListing.pinned(Rule.SIGNER_UNTRUSTED, "root of another authority"));
        assertRefused(
                verify(trust().withDigests(Set.of(DigestAlgorithm.SHA_512)), sent), Rule.SIGNATURE_INVALID, "SHA-256");
    }

    /** A block that a signing utility might append: the signature value in Base64 on its own line. */
    private record ValueInALine(TestPki.Holder holder) implements SignatureBlock {
        @Override
        public byte[] write(NamedFile content, Signer signer) {
            return (Base64.getEncoder().encodeToString(signer.plain(content.bytes())) + "\r\n").getBytes(US_ASCII);
        }

        @Override
        public FileSignature read(NamedFile content, byte[] block) {
            return FileSignature.plain(
                    DigestAlgorithm.SHA_256, Base64.getMimeDecoder().decode(block), PKI.chain(holder));
        }
    }

    @Test
    void linesAfterTheThirdAreVerifiedByTheCallersBlock() {
        SignatureLayout appended = SignatureLayout.appended(new ValueInALine(PKI.supplier));
        NamedFile sent = signer(PKI.supplier).withLayout(appended).sign(FILE).get(0);
        assertThat(sent.name()).isEqualTo(FILE.name());
        assertThat(text(sent)).startsWith(text(FILE)).endsWith("\r\n");

        FileVerifier verifier = Verified.verifier(trust()).withLayout(appended);
        assertValid(verifier.verify(sent, Optional.empty()));
        assertRefused(
                verifier.verify(changed(sent, "MA.csv", "MB.csv"), Optional.empty()),
                Rule.SIGNATURE_INVALID,
                "changed");
        assertRefused(verifier.verify(FILE, Optional.empty()), Rule.SIGNATURE_MISSING);
        NamedFile blank = NamedFile.of(FILE.name(), (text(FILE) + " \r\n\t\n").getBytes(US_ASCII));
        assertRefused(verifier.verify(blank, Optional.empty()), Rule.SIGNATURE_MISSING);
    }

    static Stream<SignatureLayout> builtInLayouts() {
        return Stream.of(SignatureLayout.detachedCms(), SignatureLayout.enclosedCms(), SignatureLayout.appended());
    }

    @ParameterizedTest
    @MethodSource("builtInLayouts")
    void unreadableLinesAfterTheThirdAreReportedAsAnUnknownLayout(SignatureLayout builtIn) {
        for (String end : List.of("\n", "\r\n")) {
            String lines = text(FILE).replace("\n", end);
            NamedFile sent = NamedFile.of(FILE.name(), (lines + "Signature: c2ln" + end).getBytes(US_ASCII));

            Verification verification =
                    Verified.verifier(trust()).withLayout(builtIn).verify(sent, Optional.empty());

            assertThat(verification.isValid()).isFalse();
            assertThat(verification.isLayoutKnown()).isFalse();
            assertThat(verification.verdict()).isEqualTo(Verdict.INDETERMINATE);
            assertThat(verification.reasons())
                    .extracting(VerificationReason::rule)
                    .containsExactly(Rule.SIGNATURE_INVALID);
            assertThat(verification.reasons().get(0).message())
                    .isEqualTo(MessageListing.pinned(
                            Rule.SIGNATURE_INVALID, "lines after the third in an unknown layout"));
            assertThatThrownBy(verification::content).isInstanceOf(SecureExchangeException.class);

            SignedContent content = builtIn.read(sent, Optional.empty());
            assertThat(content.content()).isEqualTo(NamedFile.of(FILE.name(), lines.getBytes(US_ASCII)));
            assertThat(content.signature().bytes()).isEqualTo(("Signature: c2ln" + end).getBytes(US_ASCII));
        }
    }

    @Test
    void fileWithoutLinesAfterTheThirdHasNoSignature() {
        assertRefused(Verified.verifier(trust()).verify(FILE, Optional.empty()), Rule.SIGNATURE_MISSING);
        assertThat(Verified.verifier(trust()).verify(FILE, Optional.empty()).isLayoutKnown())
                .isTrue();
        NamedFile letter = NamedFile.of("letter.txt", "1\n2\n3\n4\n".getBytes(US_ASCII));
        assertRefused(Verified.verifier(trust()).verify(letter, Optional.empty()), Rule.SIGNATURE_MISSING);
    }

    @Test
    void detachedSignatureCoversTheLinesAfterTheThird() {
        NamedFile longer = NamedFile.of(FILE.name(), (text(FILE) + "a fourth line\n").getBytes(US_ASCII));
        List<NamedFile> sent = signer(PKI.supplier).sign(longer);
        assertThat(Verified.verifier(trust())
                        .verify(sent.get(0), Optional.of(sent.get(1)))
                        .content())
                .isEqualTo(longer);
    }

    @Test
    void layoutThatOnlyPreservesABlockDoesNotSign() {
        assertThatThrownBy(() -> signer(PKI.supplier)
                        .withLayout(SignatureLayout.appended())
                        .sign(FILE))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("layout");
    }

    private static String text(NamedFile file) {
        return new String(file.bytes(), US_ASCII);
    }

    @Test
    void weakKeyIsRefusedInAnyLayout() {
        TestPki.Holder weak =
                PKI.order(TestPki.name("W", "02")).pair(TestPki.rsa(1024)).issuedBy(PKI.issuing);
        SignatureLayout lax = new SignatureLayout() {
            @Override
            public List<NamedFile> write(NamedFile content, Signer signer) {
                throw new UnsupportedOperationException();
            }

            @Override
            public SignedContent read(NamedFile file, Optional<NamedFile> signature) {
                return new SignedContent(
                        file, FileSignature.plain(DigestAlgorithm.SHA_256, new byte[128], List.of(weak.certificate())));
            }
        };
        assertRefused(
                Verified.verifier(trust()).withLayout(lax).verify(FILE, Optional.empty()),
                Rule.SIGNATURE_INVALID,
                "1024 bits");
        assertThatThrownBy(() -> FileSignature.plain(DigestAlgorithm.SHA_256, new byte[0], List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("certificates");
    }

    @Test
    void detachedLayoutKeepsTheFileUnchanged() {
        List<NamedFile> sent = signer(PKI.supplier).sign(FILE);
        assertThat(sent).extracting(NamedFile::name).containsExactly("MAPASSWORD_MA.csv", "MAPASSWORD_MA.csv.p7s");
        assertThat(sent.get(0)).isEqualTo(FILE);
        assertValid(Verified.verifier(trust()).verify(sent.get(0), Optional.of(sent.get(1))));
    }

    @Test
    void enclosingLayoutReturnsTheFileUnderItsOriginalName() {
        SignatureLayout enclosed = SignatureLayout.enclosedCms();
        List<NamedFile> sent = signer(PKI.supplier).withLayout(enclosed).sign(FILE);
        assertThat(sent).extracting(NamedFile::name).containsExactly("MAPASSWORD_MA.csv.p7m");
        FileVerifier verifier = Verified.verifier(trust()).withLayout(enclosed);
        assertValid(verifier.verify(sent.get(0), Optional.empty()));
        NamedFile renamed = NamedFile.of("signed.bin", sent.get(0).bytes());
        assertThat(verifier.verify(renamed, Optional.empty()).content().name()).isEqualTo("signed.bin");
        assertRefused(verifier.verify(NamedFile.of("x.p7m", new byte[0]), Optional.empty()), Rule.SIGNATURE_MISSING);
        assertRefusedLike(
                verifier.verify(NamedFile.of("x.p7m", Verified.signature(PKI.supplier)), Optional.empty()),
                Rule.SIGNATURE_INVALID,
                "detached signature in the place of an enclosing one");
    }

    @Test
    void archiveHashIsRecordedOnRequestOnly() {
        ArchiveHash hash = ArchiveHash.of(new byte[32]);
        NamedFile signature =
                signer(PKI.supplier).withArchiveHash(hash).sign(FILE).get(1);
        Verification verification = Verified.verifier(trust()).verify(FILE, Optional.of(signature));
        assertValid(verification);
        assertThat(verification.signer().orElseThrow().archive()).contains(hash);
        assertThat(verification.signer().orElseThrow().signedAttribute(ArchiveHash.OBJECT_IDENTIFIER))
                .isPresent();
        assertThat(hash).hasToString("0".repeat(64)).hasSameHashCodeAs(ArchiveHash.of(new byte[32]));
        assertThat(Verified.verify(Verified.signature(PKI.supplier))
                        .signer()
                        .orElseThrow()
                        .archive())
                .isEmpty();
        assertThatThrownBy(() -> ArchiveHash.of(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sha256");
    }

    @Test
    void malformedArchiveHashIsRefused() {
        assertRefused(
                Verified.verify(Verified.foreign()
                        .with(
                                new org.bouncycastle.asn1.ASN1ObjectIdentifier(ArchiveHash.OBJECT_IDENTIFIER),
                                new org.bouncycastle.asn1.DEROctetString(new byte[31]))
                        .signer(PKI.supplier)
                        .over(Verified.BYTES)),
                Rule.SIGNATURE_INVALID,
                "32 octets");
    }

    @Test
    void nameOfAFileMustNotBeAPath() {
        for (String name : List.of("", ".", "..", "a/b", "a\\b", "a\nb", "a\0")) {
            assertThatThrownBy(() -> NamedFile.of(name, new byte[0]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("name");
        }
        byte[] bytes = {1, 2};
        NamedFile file = NamedFile.of("a", bytes);
        bytes[0] = 9;
        file.bytes()[1] = 9;
        assertThat(file.bytes()).containsExactly(1, 2);
        assertThat(file).hasToString("a (2 bytes)").hasSameHashCodeAs(NamedFile.of("a", new byte[] {1, 2}));
    }
}
