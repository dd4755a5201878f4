package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.PreparedSubmission;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.testing.DocumentationPage;

class SecureExchangePageTest {
    private static final DocumentationPage PAGE = DocumentationPage.ofDocs("secure-exchange.md");

    private final SecureExchangeSnippets snippets = new SecureExchangeSnippets();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Sample.in(folder);
    }

    private Path newFolder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    @Test
    void everyJavaBlockOfThePageIsCompiledAndRunHere() throws IOException {
        PAGE.showsTheSnippetsOf(SecureExchangeSnippets.class);
    }

    @Test
    void pageNamesEveryRuleOfArchivesAndTheLimits() throws IOException {
        String page = PAGE.text();
        for (Rule rule : Rule.values()) {
            if (rule.name().startsWith("ARCHIVE_")) {
                assertThat(page).contains(rule.name());
            }
        }
        assertThat(ArchiveOptions.defaults().maxSize()).isEqualTo(2L << 30);
        assertThat(page)
                .contains("no more than 2 GiB", ArchiveOptions.defaults().maxRatio() + " times its compressed size");
    }

    @Test
    void sealedSubmissionIsOpened() throws IOException {
        SealedSubmission<Path> sealed = snippets.seal(file, newFolder("sealed"), Parties.SUPPLIER);
        assertThat(snippets.open(
                                sealed.archive(),
                                sealed.passwordFile(),
                                sealed.signedFiles().get(1),
                                Parties.DCC,
                                newFolder("opened"))
                        .rows())
                .hasSize(1);
    }

    @Test
    void preparedSubmissionIsSignedElsewhereAndMailed() throws IOException {
        PreparedSubmission<Path> prepared = snippets.prepare(file, newFolder("prepared"), Parties.CLOCK);
        Path signed = Files.write(
                prepared.fileToSign(),
                prepared.passwordFile()
                        .withTrailer(new byte[] {'s', 'i', 'g', '\n'})
                        .toBytes());
        assertThat(snippets.mail(List.of(signed), prepared.archive(), folder.resolve("draft.eml"), Parties.CLOCK)
                        .draft())
                .isRegularFile();
    }

    @Test
    void submissionThatCannotBeOpenedIsAnsweredWithANotice() throws IOException {
        SealedSubmission<Path> sealed = snippets.seal(file, newFolder("sealed"), Parties.SUPPLIER);
        Path answers = newFolder("answers");
        assertThat(snippets.reject(
                                sealed.archive(),
                                sealed.passwordFile(),
                                sealed.signedFiles().get(1),
                                Parties.DCC,
                                answers,
                                Parties.CLOCK)
                        .file()
                        .bytes())
                .isEqualTo(Sample.bytes());
        assertThat(answers).isEmptyDirectory();
        Files.write(sealed.archive(), new byte[] {1});
        Refusal.of(
                Rule.ARCHIVE_CORRUPT,
                () -> snippets.reject(
                        sealed.archive(),
                        sealed.passwordFile(),
                        sealed.signedFiles().get(1),
                        Parties.DCC,
                        answers,
                        Parties.CLOCK));
        assertThat(answers.resolve(Sample.ARCHIVE_NAME + ".txt")).content().contains("ARCHIVE_CORRUPT");
        assertThat(answers.resolve(Sample.ARCHIVE_NAME + ".json")).content().contains("\"sendAgain\"");
    }

    @Test
    void responseIsSealedWithItsMail() throws IOException {
        Path workbook = Files.writeString(folder.resolve("response.xlsx"), "PK");
        assertThat(snippets.response(workbook, newFolder("sealed"), Parties.SUPPLIER, Parties.CLOCK)
                        .mailDraft()
                        .orElseThrow())
                .hasFileName("MAPASSWORD_response.eml");
    }

    @Test
    void submissionIsOpenedInTheShortForm() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(file, newFolder("sealed"), Parties.SUPPLIER);
        Trust trust = Trust.of(List.of(Parties.PKI.root.certificate()));
        assertThat(snippets.openShort(
                        sealed.archive(), sealed.passwordFile(), trust, newFolder("opened"), Parties.CLOCK))
                .hasBinaryContent(Sample.bytes());
    }

    @Test
    void submissionsInADropFolderAreOpenedOrAnswered() throws IOException {
        Path drop = newFolder("drop");
        Submission.seal(file, drop, Parties.SUPPLIER);
        Input other = Input.of(Sample.bytes(), Sample.NAME.replace("090000", "100000"));
        SealedSubmission<Path> damaged = Submission.seal(other, drop, Parties.SUPPLIER, SealOptions.defaults());
        Files.write(damaged.archive(), new byte[] {'P', 'K'});
        Path inbox = newFolder("inbox");
        Path answers = newFolder("answers");
        snippets.receive(drop, Parties.DCC, inbox, answers, Parties.CLOCK);
        assertThat(inbox.resolve(Sample.NAME)).hasBinaryContent(Sample.bytes());
        assertThat(answers.resolve(damaged.archive().getFileName() + ".txt"))
                .content()
                .contains("ARCHIVE_CORRUPT");
    }

    @Test
    void bytesAreSealedInMemory() throws IOException {
        assertThat(snippets.inMemory(Sample.bytes(), Parties.SUPPLIER).deliveries())
                .extracting(delivery -> delivery.file().name())
                .containsExactly(Sample.ARCHIVE_NAME, Sample.PASSWORD_FILE_NAME, Sample.PASSWORD_FILE_NAME + ".p7s");
    }

    @Test
    void archiveIsCreatedAndChecked() throws IOException {
        assertThat(snippets.archive(file, Sample.USER_ID, newFolder("archive"))).hasFileName(Sample.ARCHIVE_NAME);
    }

    @Test
    void archiveHashAgreementAppliesToBothSides() throws IOException {
        SecureExchangeSnippets.Agreement agreement = snippets.archiveHash();
        SealedSubmission<Path> sealed =
                Submission.seal(file, newFolder("sealed"), Parties.SUPPLIER, agreement.sealing());
        assertThat(Submission.read(
                                sealed.archive(),
                                sealed.passwordFile(),
                                sealed.signature(),
                                Parties.DCC,
                                agreement.opening())
                        .archiveHashVerified())
                .isTrue();
    }
}
