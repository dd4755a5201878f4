package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.Destination;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.PreparedSubmission;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission.Delivery;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.Overwriting;

/** Archive and password file for suppliers who sign with another utility. */
class PreparedSubmissionTest {
    @TempDir
    private Path folder;

    private Path file;
    private Path out;

    @BeforeEach
    void writeFile() throws IOException {
        file = Sample.in(folder);
        out = Files.createDirectory(folder.resolve("out"));
    }

    private List<String> made() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void archiveAndPasswordFileAreWrittenAndTheFileToSignIsNamed() throws IOException {
        PreparedSubmission<Path> prepared = Submission.prepare(file, out, SealOptions.defaults(), Parties.CLOCK);

        assertThat(made()).containsExactly(Sample.PASSWORD_FILE_NAME, Sample.ARCHIVE_NAME);
        assertThat(prepared.fileToSign()).isEqualTo(out.resolve(Sample.PASSWORD_FILE_NAME));
        assertThat(prepared.fileToSign()).hasBinaryContent(Sample.passwordFile().toBytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(prepared.fileToSign())))
                .isEqualTo("rw-------");
        assertThat(prepared.passwordFile()).isEqualTo(Sample.passwordFile());
        assertThat(prepared.delivery())
                .isEqualTo(
                        new Delivery<>(out.resolve(Sample.ARCHIVE_NAME), Destination.MIGRATION_AUTHORISATION_FOLDER));
        assertThat(prepared.report().orElseThrow().isSound()).isTrue();
        assertThat(EncryptedArchive.read(prepared.archive(), prepared.passwordFile(), ArchiveOptions.defaults()))
                .isEqualTo(Sample.bytes());
        assertThat(prepared.toString()).doesNotContainIgnoringCase(Sample.MD5);
    }

    @Test
    void workbookIsPreparedForTheOutboxWithTheUserIdOfTheCaller() throws IOException {
        Path workbook = Files.write(folder.resolve("response.xlsx"), new byte[] {'P', 'K', 3, 4});
        PreparedSubmission<Path> prepared =
                Submission.prepare(workbook, out, SealOptions.defaults().withUserId(Sample.USER_ID), Parties.CLOCK);
        assertThat(made()).containsExactly("MAPASSWORD_response.csv", "response.zip");
        assertThat(prepared.archiveDestination()).isEqualTo(Destination.NOTIFICATION_OUTBOX);
        assertThat(prepared.report()).isEmpty();
    }

    @Test
    void fileWithErrorsIsRefusedWithNothingWritten() throws IOException {
        Files.writeString(file, Sample.TEXT.replace("20190805", "20190806"));
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> Submission.prepare(file, out, SealOptions.defaults(), Parties.CLOCK))
                .satisfies(e -> assertThat(e.report().counts()).containsOnlyKeys(Rule.MIGRATION_WEEK_NOT_MONDAY));
        assertThat(made()).isEmpty();
    }

    @Test
    void lateMigrationWeekIsReported() throws IOException {
        Clock late = Clock.fixed(Instant.parse("2019-08-01T09:00:01Z"), ZoneOffset.UTC);
        PreparedSubmission<Path> prepared = Submission.prepare(file, out, SealOptions.defaults(), late);
        assertThat(prepared.report().orElseThrow().counts()).containsOnlyKeys(Rule.SUBMISSION_LATE);
    }

    @Test
    void optionsThatNeedASignatureAreRefused() throws IOException {
        for (SealOptions options : List.of(
                SealOptions.defaults().withArchiveHash(),
                SealOptions.defaults().withMailDraft(MailDraft.at(Parties.CLOCK)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Submission.prepare(file, out, options, Parties.CLOCK))
                    .withMessageContaining("Submission.mail");
        }
        assertThat(made()).isEmpty();
    }

    @Test
    void existingFilesAreReplacedOnlyIfAllowed() throws IOException {
        Files.writeString(out.resolve(Sample.PASSWORD_FILE_NAME), "old");
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> Submission.prepare(file, out, SealOptions.defaults(), Parties.CLOCK));
        assertThat(made()).containsExactly(Sample.PASSWORD_FILE_NAME);
        assertThat(out.resolve(Sample.PASSWORD_FILE_NAME)).hasContent("old");

        Submission.prepare(file, out, SealOptions.defaults().withOverwriting(Overwriting.allowed()), Parties.CLOCK);
        assertThat(out.resolve(Sample.PASSWORD_FILE_NAME))
                .hasBinaryContent(Sample.passwordFile().toBytes());
    }
}
