package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.testing.DocumentationPage;

class SigningPageTest {
    private static final DocumentationPage PAGE = DocumentationPage.ofDocs("signing.md");

    private final SigningSnippets snippets = new SigningSnippets(Verified.PKI.chain(Verified.PKI.supplier));

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, US_ASCII);
    }

    @Test
    void everyJavaBlockOfThePageIsCompiledAndRunHere() throws IOException {
        PAGE.showsTheSnippetsOf(SigningSnippets.class);
    }

    @Test
    void pagesOfSigningAndOfSealingNameBothHierarchies() throws IOException {
        for (String page : List.of("signing.md", "secure-exchange.md")) {
            assertThat(DocumentationPage.ofDocs(page).text()).contains("SMKI", "IKI");
        }
        assertThat(Rule.SIGNER_UNTRUSTED.remedy())
                .contains("authority of the IKI")
                .doesNotContain("SMKI");
    }

    @Test
    void pageNamesEveryRuleOfSignaturesAndTokens() throws IOException {
        String page = PAGE.text();
        for (Rule rule : Rule.values()) {
            if (rule.name().matches("(SIGNATURE|SIGNER|TOKEN|KEY)_.*")) {
                assertThat(page).contains(rule.name());
            }
        }
        assertThat(page).contains("`" + ArchiveHash.OBJECT_IDENTIFIER + "`");
    }

    @Test
    @Tag("interop")
    void signWritesTheFileAndItsSignatureAndVerifyReturnsTheFile() throws Exception {
        SoftToken token = SoftToken.get();
        snippets.sign(token.library(), SoftToken.PIN.toCharArray(), Verified.FILE, folder);
        Path anchors = Files.createDirectory(folder.resolve("anchors"));
        Files.writeString(
                anchors.resolve("root.pem"),
                SmkiCertificateTest.pem(token.today().certificate()),
                US_ASCII);
        Path file = folder.resolve(Verified.FILE.name());
        assertThat(snippets.verify(anchors, Clock.systemUTC(), file, folder.resolve(Verified.FILE.name() + ".p7s")))
                .isEqualTo(Verified.FILE);
    }

    @Test
    void layoutSignsAndVerifies() {
        SignatureLayout layout = snippets.new ValueInALine();
        List<NamedFile> sent =
                Verified.signer(Verified.PKI.supplier).withLayout(layout).sign(Verified.FILE);
        FileVerifier verifier = Verified.verifier(Verified.trust()).withLayout(layout);
        Verified.assertValid(verifier.verify(sent.get(0), Optional.of(sent.get(1))));
        Verified.assertRefused(verifier.verify(sent.get(0), Optional.empty()), Rule.SIGNATURE_MISSING, ".sig");
        NamedFile damaged = NamedFile.of("x.sig", new byte[] {'A'});
        Verified.assertRefused(
                verifier.verify(sent.get(0), Optional.of(damaged)), Rule.SIGNATURE_INVALID, "not Base64");
        assertThat(Trust.DEFAULT_MAX_SIZE).isEqualTo(1024 * 1024);
    }

    @Test
    void blockAfterTheThirdLineIsWrittenAndVerified() {
        SignatureLayout layout = snippets.block();
        NamedFile sent = Verified.signer(Verified.PKI.supplier)
                .withLayout(layout)
                .sign(Verified.FILE)
                .get(0);
        FileVerifier verifier = Verified.verifier(Verified.trust()).withLayout(layout);
        Verified.assertValid(verifier.verify(sent, Optional.empty()));
        NamedFile damaged = NamedFile.of(sent.name(), (new String(Verified.BYTES, US_ASCII) + "A").getBytes(US_ASCII));
        Verified.assertRefused(verifier.verify(damaged, Optional.empty()), Rule.SIGNATURE_INVALID, "not Base64");
    }

    @Test
    void certificatesAreSelectedFromAFolder() throws Exception {
        UserId operator = UserId.of("70-B3-D5-1F-30-01-00-00");
        int number = 0;
        for (int use : new int[] {KeyUsage.digitalSignature, KeyUsage.keyAgreement}) {
            for (Map.Entry<String, UserId> party :
                    Map.of("02", TestPki.USER_ID, "03", operator).entrySet()) {
                write(
                        number++ + ".pem",
                        SmkiCertificateTest.pem(Verified.PKI
                                .order(TestPki.subject("Party", party.getKey(), party.getValue()))
                                .use(use)
                                .issuedBy(Verified.PKI.issuing)
                                .certificate()));
            }
        }
        SigningSnippets.Picked picked = snippets.certificates(folder, TestPki.USER_ID, operator, TestPki.NOW);
        assertThat(picked.supplier().critical()).isPresent();
        assertThat(picked.supplier().nonCritical())
                .isPresent()
                .isNotEqualTo(picked.supplier().critical());
        assertThat(picked.options().networkOperators().orElseThrow().of(16).orElseThrow())
                .hasSize(2);
    }
}
