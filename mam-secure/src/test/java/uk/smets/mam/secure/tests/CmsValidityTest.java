package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;

/**
 * Signatures in every layout, for both kinds of keys, are one DER value and valid CMS (RFC 5652) for OpenSSL, which prints their
 * whole structure and re-encodes it to the same bytes.
 */
@Tag("interop")
class CmsValidityTest {
    private static final TestPki.Holder RSA = Verified.PKI
            .order(TestPki.subject("RSA", "02", TestPki.USER_ID))
            .pair(TestPki.rsa(2048))
            .issuedBy(Verified.PKI.issuing);

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws Exception {
        Files.write(folder.resolve("file.csv"), Verified.BYTES);
        Files.writeString(
                folder.resolve("root.pem"), SmkiCertificateTest.pem(Verified.PKI.root.certificate()), US_ASCII);
    }

    static Stream<Arguments> signatures() {
        return Stream.of(Verified.PKI.supplier, RSA).flatMap(holder -> {
            FileSigner signer = Verified.signer(holder);
            FileSigner withArchive = signer.withArchiveHash(ArchiveHash.of(new byte[32]));
            String key = holder.equals(RSA) ? "RSA" : "EC";
            return Stream.of(
                    Arguments.of(key + " detached", signer, false),
                    Arguments.of(key + " detached, with the archive's digest", withArchive, false),
                    Arguments.of(key + " enclosing", signer.withLayout(SignatureLayout.enclosedCms()), true),
                    Arguments.of(
                            key + " enclosing, with the archive's digest",
                            withArchive.withLayout(SignatureLayout.enclosedCms()),
                            true));
        });
    }

    private void sign(FileSigner signer, boolean enclosing) throws Exception {
        List<NamedFile> files = signer.sign(Verified.FILE);
        Files.write(folder.resolve("signature"), files.get(enclosing ? 0 : 1).bytes());
    }

    private String openssl(String... arguments) throws Exception {
        return Peer.OPENSSL.run(folder, arguments).succeeded().output();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signatures")
    void signatureIsOneDerValueToItsLastByte(String what, FileSigner signer, boolean enclosing) throws Exception {
        sign(signer, enclosing);
        String parsed = openssl("asn1parse", "-inform", "DER", "-in", "signature");
        assertThat(parsed.lines().findFirst().orElseThrow()).startsWith("    0:d=0 ");
        assertThat(parsed.lines().filter(line -> line.contains(":d=0 "))).hasSize(1);
        assertThat(parsed).doesNotContain("l=inf", "BAD INTEGER", "BAD ENUMERATED", "Error in encoding");
        openssl("cms", "-cmsout", "-inform", "DER", "-in", "signature", "-outform", "DER", "-out", "again");
        assertThat(folder.resolve("again")).hasSameBinaryContentAs(folder.resolve("signature"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signatures")
    void signatureIsSignedDataOfOneSignerWithTheAttributesThatRfc5652Requires(
            String what, FileSigner signer, boolean enclosing) throws Exception {
        sign(signer, enclosing);
        String printed = openssl("cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", "signature");
        assertThat(printed)
                .contains(
                        "contentType: pkcs7-signedData (1.2.840.113549.1.7.2)",
                        "eContentType: pkcs7-data (1.2.840.113549.1.7.1)",
                        "algorithm: sha256 (2.16.840.1.101.3.4.2.1)",
                        "object: contentType (1.2.840.113549.1.9.3)",
                        "object: messageDigest (1.2.840.113549.1.9.4)",
                        "object: signingTime (1.2.840.113549.1.9.5)",
                        "object: id-smime-aa-signingCertificateV2 (1.2.840.113549.1.9.16.2.47)")
                .containsOnlyOnce("d.issuerAndSerialNumber:")
                .containsPattern("signerInfos:\\s+version: 1\\s")
                .containsPattern("unsignedAttrs:\\s+<ABSENT>");
        assertThat(printed.contains("eContent: <ABSENT>")).isEqualTo(!enclosing);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signatures")
    void signatureVerifiesOverTheFile(String what, FileSigner signer, boolean enclosing) throws Exception {
        sign(signer, enclosing);
        String time = Long.toString(TestPki.NOW.getEpochSecond());
        List<String> arguments = new ArrayList<>(List.of(
                "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "signature", "-out", "verified"));
        arguments.addAll(List.of("-CAfile", "root.pem", "-purpose", "any", "-attime", time));
        if (!enclosing) {
            arguments.addAll(List.of("-content", "file.csv"));
        }
        openssl(arguments.toArray(String[]::new));
        assertThat(folder.resolve("verified")).hasBinaryContent(Verified.BYTES);
    }
}
