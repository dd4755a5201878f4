package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smets.mam.secure.tests.Verified.PKI;
import static uk.smets.mam.secure.tests.Verified.assertRefused;
import static uk.smets.mam.secure.tests.Verified.assertValid;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.smki.SmkiCertificate;
import uk.smets.mam.secure.smki.SmkiCertificates;

/** Every block of every file of a folder of certificates and lists is read, or the folder is refused. */
class CertificateFilesTest {
    private static final X509CRL REVOKING = TestList.of(PKI.issuing)
            .revoking(PKI.supplier.certificate(), CRLReason.keyCompromise)
            .signed();

    private static final String ROOT = pem("CERTIFICATE", encoded(PKI.root.certificate()));
    private static final String LIST = pem("X509 CRL", encoded(REVOKING));

    @TempDir
    private Path folder;

    @BeforeEach
    void addTheRoot() throws IOException {
        Files.writeString(folder.resolve("a.pem"), ROOT, US_ASCII);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(X509CRL list) {
        try {
            return list.getEncoded();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String label, byte[] value) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(value)
                + "\n-----END " + label + "-----\n";
    }

    private void assertRevoked() throws IOException {
        assertRefused(Verified.verify(Trust.ofFolder(folder), Verified.signature(PKI.supplier)), Rule.SIGNER_REVOKED);
    }

    private void assertUnreadable(String... words) {
        assertThatThrownBy(() -> Trust.ofFolder(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("b.pem")
                .satisfies(e -> assertThat(List.of(words))
                        .allMatch(word -> e.getMessage().contains(word)));
        assertThatThrownBy(() -> SmkiCertificates.ofFolder(folder)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> SmkiCertificates.ofFile(folder.resolve("b.pem")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> SmkiCertificate.read(folder.resolve("b.pem"))).isInstanceOf(IOException.class);
    }

    static List<String> readableForms() {
        return List.of(
                LIST,
                ROOT + LIST,
                LIST + ROOT,
                ROOT + ROOT + LIST,
                LIST.replace("X509 CRL", "CRL"),
                LIST.replace("\n", "\r\n"),
                LIST.replace("\n", "\r"),
                LIST.replace("\n", "  \n"),
                "  " + LIST,
                LIST.strip(),
                "\uFEFF" + LIST,
                "Certificate Revocation List (CRL):\n    Version 2 (0x1)\n    04:ab:cd\n" + LIST,
                "# the list of Z1 -- renewed daily\nBag Attributes: <No Attributes>\n====\n\n" + LIST + "the end\n",
                pem("X.509 CERTIFICATE", encoded(PKI.root.certificate())) + LIST,
                LIST.replaceAll("(?<=[A-Za-z0-9+/]{32})(?=[A-Za-z0-9+/])", "\n"));
    }

    @ParameterizedTest
    @MethodSource("readableForms")
    void listInAnyPemFormIsRead(String text) throws IOException {
        Files.writeString(folder.resolve("b.pem"), text);
        assertRevoked();
        assertThat(SmkiCertificates.ofFolder(folder).all()).contains(SmkiCertificate.of(PKI.root.certificate()));
    }

    static List<String> unreadableForms() {
        String data = LIST.lines().skip(1).reduce("", (one, two) -> one + two + "\n");
        return List.of(
                ROOT + LIST.substring(0, LIST.length() - 3),
                ROOT + LIST.substring(0, LIST.length() / 2),
                ROOT + LIST.substring(0, 25),
                ROOT + LIST.replace("-----END X509 CRL-----\n", ""),
                LIST.replace("-----END X509 CRL-----\n", "") + ROOT,
                ROOT + LIST.replace("-----END X509 CRL", "-----END CRL"),
                ROOT + LIST.replace("-----BEGIN", "----BEGIN"),
                ROOT + LIST.replace("-----BEGIN", "------BEGIN"),
                ROOT + LIST.replace("-----BEGIN X509 CRL-----", "----BEGIN X509 CRL----"),
                ROOT + LIST.replace("-----", "----"),
                ROOT + LIST.replace("BEGIN", "Begin"),
                ROOT + LIST.toLowerCase(java.util.Locale.ROOT),
                ROOT + LIST.replace("-----", "\u2014\u2013"),
                ROOT + LIST.replace("-----BEGIN X509 CRL", "-----BEGIN  X509 CRL"),
                ROOT + LIST.replace("X509 CRL", "REVOCATION LIST"),
                ROOT + LIST.replace("X509 CRL", "CERTIFICATE"),
                ROOT + "see: " + LIST,
                ROOT + data,
                ROOT + data.replace("-----END X509 CRL-----\n", ""),
                ROOT + LIST.replaceFirst("\n([A-Za-z0-9+/]{4})", "\n$1!"),
                ROOT + LIST.replaceFirst("\n[A-Za-z0-9+/]{64}", ""),
                ROOT + LIST.replaceFirst("\n", "\nProc-Type: 4,ENCRYPTED\n"),
                ROOT + LIST + LIST.substring(0, 60),
                ROOT + "-----BEGIN X509 CRL-----\n-----END X509 CRL-----\n",
                ROOT + pem("TRUSTED CERTIFICATE", encoded(PKI.root.certificate())),
                ROOT + pem("PKCS7", new byte[] {0x30, 0}),
                ROOT + pem("PRIVATE KEY", new byte[] {0x30, 0}),
                ROOT.replace("-----END CERTIFICATE-----", "-----END CERTIFICATE----- " + LIST),
                Base64.getEncoder().encodeToString(encoded(REVOKING)),
                "no certificate",
                "");
    }

    @ParameterizedTest
    @MethodSource("unreadableForms")
    void damagedOrUnknownListIsRefusedNextToAValidCertificate(String text) throws IOException {
        Files.writeString(folder.resolve("b.pem"), text);
        assertUnreadable();
    }

    @Test
    void refusalNamesTheBlockByItsLine() throws IOException {
        Files.writeString(folder.resolve("b.pem"), ROOT + LIST.substring(0, LIST.length() - 3));
        int line = (int) ROOT.lines().count() + 1;
        assertUnreadable("line " + line, "X509 CRL", "truncated");
        Files.writeString(folder.resolve("b.pem"), ROOT + pem("PRIVATE KEY", new byte[] {0x30, 0}));
        assertUnreadable("line " + line, "PRIVATE KEY");
        Files.writeString(folder.resolve("b.pem"), ROOT + "----BEGIN X509 CRL-----\n");
        assertUnreadable("line " + line);
        Files.writeString(folder.resolve("b.pem"), "no certificate");
        assertUnreadable("PEM");
    }

    @Test
    void derAfterPemOrAfterDerIsRefused() throws IOException {
        for (byte[] first : List.of(ROOT.getBytes(US_ASCII), encoded(PKI.root.certificate()))) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.write(first);
            both.write(encoded(REVOKING));
            Files.write(folder.resolve("b.pem"), both.toByteArray());
            assertUnreadable();
        }
        Files.write(folder.resolve("b.pem"), encoded(REVOKING));
        assertRevoked();
    }

    @Test
    void textInUtf16IsRefused() throws IOException {
        Files.write(folder.resolve("b.pem"), ("\uFEFF" + LIST).getBytes(UTF_16LE));
        assertUnreadable("not text");
    }

    @Test
    void brokenLinkIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("b.pem"), folder.resolve("gone"));
        assertThatThrownBy(() -> Trust.ofFolder(folder)).isInstanceOf(IOException.class);
    }

    @Test
    void linkToAListIsFollowed(@TempDir Path other) throws IOException {
        Files.createSymbolicLink(folder.resolve("b.pem"), Files.writeString(other.resolve("list"), LIST));
        assertRevoked();
    }

    @Test
    void subfoldersAndHiddenFilesAreIgnored() throws IOException {
        Files.createDirectory(folder.resolve("old"));
        Files.writeString(folder.resolve(".DS_Store"), "x");
        assertValid(Verified.verify(Trust.ofFolder(folder), Verified.signature(PKI.supplier)));
        assertThat(SmkiCertificates.ofFolder(folder).all()).hasSize(1);
    }

    @Test
    void everyCertificateAndListOfAFileIsRead() throws IOException {
        Path file = folder.resolve("b.pem");
        Files.writeString(file, LIST + pem("CERTIFICATE", encoded(PKI.issuing.certificate())) + ROOT);
        assertThat(SmkiCertificates.ofFile(file).all())
                .containsExactly(
                        SmkiCertificate.of(PKI.issuing.certificate()), SmkiCertificate.of(PKI.root.certificate()));
        Files.writeString(file, LIST);
        assertThat(SmkiCertificates.ofFile(file).all()).isEmpty();
    }

    @Test
    void onlySelfSignedCertificatesOfAFolderAreAnchors() throws IOException {
        byte[] signature = Verified.signature(PKI.supplier);
        Files.writeString(folder.resolve("b.pem"), pem("CERTIFICATE", encoded(PKI.issuing.certificate())));
        Files.write(
                folder.resolve("root.crl"),
                encoded(TestList.of(PKI.root)
                        .revoking(PKI.issuing.certificate(), CRLReason.cACompromise)
                        .signed()));
        assertRefused(Verified.verify(Trust.ofFolder(folder), signature), Rule.SIGNER_REVOKED, "CN=Z1,OU=07");
        Files.delete(folder.resolve("a.pem"));
        Files.delete(folder.resolve("root.crl"));
        assertThatThrownBy(() -> Trust.ofFolder(folder))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith(
                        ": no trust anchor in it, as no certificate in it is self-signed. Add the root's certificate,"
                                + " or name an anchor explicitly");
        assertValid(Verified.verify(Trust.ofFolder(folder, List.of(PKI.issuing.certificate())), signature));
    }

    /** This is the case while an authority changes its key. */
    @Test
    void certificateIssuedUnderItsOwnNameByAnotherKeyIsNotAnAnchor() throws IOException {
        TestPki.Holder old =
                PKI.order(TestPki.name("Renewed", "00")).authority().selfSigned();
        TestPki.Holder renewed =
                PKI.order(TestPki.name("Renewed", "00")).authority().issuedBy(old);
        Files.writeString(folder.resolve("a.pem"), pem("CERTIFICATE", encoded(renewed.certificate())));
        assertThatThrownBy(() -> Trust.ofFolder(folder)).hasMessageContaining("no trust anchor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lists", "nothing"})
    void folderWithoutCertificatesIsAcceptedWhereAnAnchorIsGiven(String content) throws IOException {
        Files.delete(folder.resolve("a.pem"));
        if (content.equals("lists")) {
            Files.writeString(folder.resolve("b.pem"), LIST);
            assertRefused(
                    Verified.verify(
                            Trust.ofFolder(folder, List.of(PKI.root.certificate())), Verified.signature(PKI.supplier)),
                    Rule.SIGNER_REVOKED);
        } else {
            assertValid(Verified.verify(
                    Trust.ofFolder(folder, List.of(PKI.root.certificate())), Verified.signature(PKI.supplier)));
        }
        assertThatThrownBy(() -> Trust.ofFolder(folder)).hasMessageContaining("no trust anchor");
    }
}
