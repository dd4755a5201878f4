package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.secure.tests.Verified.FILE;
import static uk.smets.mam.secure.tests.Verified.PKI;
import static uk.smets.mam.secure.tests.Verified.assertRefused;
import static uk.smets.mam.secure.tests.Verified.assertValid;
import static uk.smets.mam.secure.tests.Verified.signer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.testing.PeerProgram;

/** OpenSSL accepts the library's signatures, and the library accepts those of OpenSSL. */
@Tag("interop")
class OpenSslTest {
    private static final String EPOCH = Long.toString(TestPki.NOW.getEpochSecond());

    private static final TestPki.Holder RSA = PKI.order(TestPki.subject("RSA", "02", TestPki.USER_ID))
            .pair(TestPki.rsa(2048))
            .issuedBy(PKI.issuing);

    private static TestPki.Holder holder(String kind) {
        return kind.equals("EC") ? PKI.supplier : RSA;
    }

    @TempDir
    Path folder;

    @BeforeEach
    void writeFiles() throws Exception {
        Peer.OPENSSL.require();
        Files.writeString(folder.resolve("root.pem"), SmkiCertificateTest.pem(PKI.root.certificate()), US_ASCII);
        Files.writeString(folder.resolve("issuing.pem"), SmkiCertificateTest.pem(PKI.issuing.certificate()), US_ASCII);
        Files.write(folder.resolve("file.csv"), FILE.bytes());
    }

    private static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private void verifyByOpenSsl(NamedFile sent, String... more) throws Exception {
        Files.write(folder.resolve("signature"), sent.bytes());
        List<String> arguments = new ArrayList<>(List.of(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "signature",
                "-CAfile",
                "root.pem",
                "-purpose",
                "any",
                "-attime",
                EPOCH,
                "-cades",
                "-out",
                "verified"));
        arguments.addAll(List.of(more));
        Peer.OPENSSL.run(folder, arguments.toArray(String[]::new)).succeeded();
        assertThat(folder.resolve("verified")).hasBinaryContent(FILE.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void opensslVerifiesADetachedSignature(String kind) throws Exception {
        verifyByOpenSsl(signer(holder(kind)).sign(FILE).get(1), "-content", "file.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void opensslVerifiesAnEnclosingSignature(String kind) throws Exception {
        verifyByOpenSsl(signer(holder(kind))
                .withLayout(SignatureLayout.enclosedCms())
                .sign(FILE)
                .get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void opensslVerifiesASignatureWithTheArchiveHash(String kind) throws Exception {
        verifyByOpenSsl(
                signer(holder(kind))
                        .withArchiveHash(ArchiveHash.of(new byte[32]))
                        .sign(FILE)
                        .get(1),
                "-content",
                "file.csv");
    }

    @Test
    void opensslRefusesTheSignatureOfAChangedFile() throws Exception {
        Files.write(folder.resolve("signature"), Verified.signature(PKI.supplier));
        Files.writeString(folder.resolve("file.csv"), "changed", US_ASCII);
        PeerProgram.Answer answer = Peer.OPENSSL.run(
                folder,
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "signature",
                "-content",
                "file.csv",
                "-CAfile",
                "root.pem",
                "-purpose",
                "any",
                "-attime",
                EPOCH,
                "-out",
                "verified");
        assertThat(answer.status()).isNotZero();
    }

    /** OpenSSL signs at the system time, so the certificates are valid today. */
    private Verification signByOpenSsl(String kind, SignatureLayout layout, String... more) throws Exception {
        Instant now = Instant.now();
        TestPki.Holder key = holder(kind);
        TestPki.Holder signer = PKI.order(TestPki.subject("Supplier", "02", TestPki.USER_ID))
                .pair(new KeyPair(key.certificate().getPublicKey(), key.key()))
                .valid(now.minusSeconds(3600), now.plusSeconds(3600))
                .selfSigned();
        Files.writeString(folder.resolve("signer.pem"), SmkiCertificateTest.pem(signer.certificate()), US_ASCII);
        Files.writeString(folder.resolve("key.pem"), pem(key.key()), US_ASCII);
        List<String> arguments = new ArrayList<>(List.of(
                "cms",
                "-sign",
                "-binary",
                "-in",
                "file.csv",
                "-signer",
                "signer.pem",
                "-inkey",
                "key.pem",
                "-outform",
                "DER",
                "-out",
                "signature"));
        arguments.addAll(List.of(more));
        Peer.OPENSSL.run(folder, arguments.toArray(String[]::new)).succeeded();
        byte[] signature = Files.readAllBytes(folder.resolve("signature"));
        FileVerifier verifier =
                FileVerifier.of(Trust.of(List.of(signer.certificate()))).at(now).withLayout(layout);
        return arguments.contains("-nodetach")
                ? verifier.verify(NamedFile.of(FILE.name() + ".p7m", signature), Optional.empty())
                : verifier.verify(FILE, Optional.of(NamedFile.of("signature", signature)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void signatureByOpensslIsAccepted(String kind) throws Exception {
        assertValid(signByOpenSsl(kind, SignatureLayout.detachedCms()));
        assertValid(signByOpenSsl(kind, SignatureLayout.detachedCms(), "-nocerts"));
        assertValid(signByOpenSsl(kind, SignatureLayout.detachedCms(), "-nosmimecap"));
        assertValid(signByOpenSsl(kind, SignatureLayout.detachedCms(), "-cades", "-md", "sha256"));
        assertValid(signByOpenSsl(kind, SignatureLayout.detachedCms(), "-md", "sha512", "-stream"));
        assertValid(signByOpenSsl(kind, SignatureLayout.enclosedCms(), "-nodetach", "-cades"));
        assertValid(signByOpenSsl(kind, SignatureLayout.enclosedCms(), "-nodetach", "-stream", "-indef"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void weakSignatureByOpensslIsRefused(String kind) throws Exception {
        assertRefused(
                signByOpenSsl(kind, SignatureLayout.detachedCms(), "-md", "sha1"), Rule.SIGNATURE_INVALID, "SHA-1");
        assertRefused(
                signByOpenSsl(kind, SignatureLayout.detachedCms(), "-noattr"),
                Rule.SIGNATURE_INVALID,
                MessageListing.pinned(Rule.SIGNATURE_INVALID, "no signed attributes"));
    }

    @Test
    void pkcs12FileByOpensslIsRead() throws Exception {
        Files.writeString(folder.resolve("signer.pem"), SmkiCertificateTest.pem(PKI.supplier.certificate()), US_ASCII);
        Files.writeString(folder.resolve("key.pem"), pem(PKI.supplier.key()), US_ASCII);
        Files.writeString(folder.resolve("password.txt"), "open-7391-sesame\n", US_ASCII);
        Peer.OPENSSL
                .run(
                        folder,
                        "pkcs12",
                        "-export",
                        "-inkey",
                        "key.pem",
                        "-in",
                        "signer.pem",
                        "-certfile",
                        "issuing.pem",
                        "-name",
                        "file signing",
                        "-passout",
                        "file:password.txt",
                        "-out",
                        "key.p12")
                .succeeded();
        SigningKey key = SigningKey.pkcs12(folder.resolve("key.p12"), "open-7391-sesame".toCharArray());
        assertThat(key.chain()).containsExactly(PKI.supplier.certificate(), PKI.issuing.certificate());
    }
}
