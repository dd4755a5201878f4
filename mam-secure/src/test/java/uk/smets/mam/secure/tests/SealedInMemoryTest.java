package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.PreparedSubmission;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.SignedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;

/** Files are sealed from bytes and streams, into memory or a folder, and found by name. */
class SealedInMemoryTest {
    private static final ArchiveOptions REPEATABLE =
            ArchiveOptions.defaults().withRandom(new FixedRandom(new byte[] {7, 3, 9, 1}));
    private static final SealOptions OPTIONS = SealOptions.defaults().withArchive(REPEATABLE);

    @TempDir
    private Path folder;

    private static Input bytes() {
        return Input.of(Sample.bytes(), Sample.NAME);
    }

    private static Input stream() {
        return Input.of(new ByteArrayInputStream(Sample.bytes()), Sample.NAME);
    }

    private static byte[] opened(SealedSubmission<NamedFile> sealed) throws IOException {
        return Submission.read(
                        sealed.archive().toInput(),
                        sealed.passwordFile().toInput(),
                        sealed.signature().map(NamedFile::toInput),
                        Parties.DCC,
                        OpenOptions.defaults())
                .file()
                .bytes();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void filesInMemoryAreFoundByName() throws IOException {
        SealedSubmission<NamedFile> sealed =
                Submission.seal(bytes(), Parties.SUPPLIER, OPTIONS.withMailDraft(MailDraft.at(Parties.CLOCK)));

        assertThat(sealed.archive().name()).isEqualTo(Sample.ARCHIVE_NAME);
        assertThat(sealed.passwordFile())
                .isEqualTo(NamedFile.of(
                        Sample.PASSWORD_FILE_NAME, Sample.passwordFile().toBytes()));
        assertThat(sealed.signature().orElseThrow().name()).isEqualTo(Sample.PASSWORD_FILE_NAME + ".p7s");
        assertThat(sealed.mailDraft().orElseThrow().name())
                .isEqualTo(Sample.PASSWORD_FILE_NAME.replace(".csv", ".eml"));
        assertThat(sealed.passwordFileContent()).isEqualTo(Sample.passwordFile());
        assertThat(sealed.recovered()).isEmpty();
        assertThat(opened(sealed)).isEqualTo(Sample.bytes());
    }

    @Test
    void passwordFileContainsTheSignatureInALayoutOfOneFile() throws IOException {
        SealedSubmission<NamedFile> sealed =
                Submission.seal(bytes(), Parties.SUPPLIER.withLayout(SignatureLayout.enclosedCms()), OPTIONS);

        assertThat(sealed.passwordFile().name()).isEqualTo(Sample.PASSWORD_FILE_NAME + ".p7m");
        assertThat(sealed.signature()).isEmpty();
    }

    @Test
    void bytesAStreamAndAFileGiveTheSameFiles() throws IOException {
        SealedSubmission<NamedFile> ofBytes = Submission.seal(bytes(), Parties.SUPPLIER, OPTIONS);
        SealedSubmission<NamedFile> ofStream = Submission.seal(stream(), Parties.SUPPLIER, OPTIONS);
        SealedSubmission<NamedFile> ofFile = Submission.seal(Input.of(Sample.in(folder)), Parties.SUPPLIER, OPTIONS);

        assertThat(ofStream.deliveries()).isEqualTo(ofBytes.deliveries());
        assertThat(ofFile.deliveries()).isEqualTo(ofBytes.deliveries());
        assertThat(names()).containsExactly(Sample.NAME);
    }

    @Test
    void streamIsSealedIntoAFolderWithFilesThatOnlyTheirOwnerReads() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(stream(), folder, Parties.SUPPLIER, OPTIONS);

        assertThat(names())
                .containsExactly(Sample.PASSWORD_FILE_NAME, Sample.PASSWORD_FILE_NAME + ".p7s", Sample.ARCHIVE_NAME);
        assertThat(sealed.archive())
                .hasBinaryContent(Submission.seal(bytes(), Parties.SUPPLIER, OPTIONS)
                        .archive()
                        .bytes());
        for (Path secret : sealed.signedFiles()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void invalidDocumentInMemoryIsRefusedAndNothingIsWritten() throws IOException {
        Input invalid = Input.of(Sample.TEXT.replace("20190805", "20190806").getBytes(US_ASCII), Sample.NAME);
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> Submission.seal(invalid, folder, Parties.SUPPLIER, OPTIONS));
        assertThat(names()).isEmpty();
    }

    @Test
    void documentIsSealedUnderTheNameOfTheSignersClock() throws IOException {
        MigrationAuthorisation document = MigrationAuthorisation.parse(bytes());

        SealedSubmission<NamedFile> sealed = Submission.seal(document, Parties.SUPPLIER, OPTIONS);
        assertThat(sealed.passwordFileContent().fileName())
                .isEqualTo("MA_CGI_70-B3-D5-1F-30-00-A0-01_20190801_090000.csv");
        assertThat(opened(sealed)).isEqualTo(Sample.bytes());

        assertThat(Submission.seal(document, folder, Parties.SUPPLIER, OPTIONS).archive())
                .hasFileName("MA_CGI_70-B3-D5-1F-30-00-A0-01_20190801_090000.zip")
                .hasBinaryContent(sealed.archive().bytes());
    }

    @Test
    void preparedFilesInMemoryAreSignedElsewhereAndMailed() throws IOException {
        PreparedSubmission<NamedFile> prepared = Submission.prepare(stream(), OPTIONS, Parties.CLOCK);
        assertThat(prepared.archive().name()).isEqualTo(Sample.ARCHIVE_NAME);
        assertThat(prepared.fileToSign().bytes())
                .isEqualTo(Sample.passwordFile().toBytes());

        List<NamedFile> signed = Parties.SUPPLIER.sign(prepared.fileToSign().toInput());
        SignedSubmission submission =
                SignedSubmission.of(signed, Optional.of(prepared.archive().toInput()), TestPki.NOW);
        assertThat(submission.isSignatureChecked()).isTrue();
        assertThat(submission.isArchiveChecked()).isTrue();
        MailDraft mail = MailDraft.at(Parties.CLOCK);
        assertThat(submission.draft(mail)).isEqualTo(mail.of(Sample.passwordFile(), signed));
    }

    @Test
    void preparedBytesAreWrittenToAFolder() throws IOException {
        PreparedSubmission<Path> prepared = Submission.prepare(bytes(), folder, OPTIONS, Parties.CLOCK);
        assertThat(prepared.fileToSign()).hasBinaryContent(Sample.passwordFile().toBytes());
        assertThat(names()).containsExactly(Sample.PASSWORD_FILE_NAME, Sample.ARCHIVE_NAME);
    }

    @Test
    void passwordFileAndArchiveAreCreatedFromAStream() throws IOException {
        PasswordFile passwordFile = PasswordFile.of(Sample.USER_ID, stream());
        assertThat(passwordFile).isEqualTo(Sample.passwordFile());

        byte[] archive = EncryptedArchive.create(stream(), passwordFile, REPEATABLE);
        assertThat(EncryptedArchive.read(Input.of(archive, "x.zip"), passwordFile, ArchiveOptions.defaults()))
                .isEqualTo(Sample.bytes());
        Path file = folder.resolve("x.zip");
        EncryptedArchive.create(bytes(), passwordFile, file, REPEATABLE);
        assertThat(file).hasBinaryContent(archive);
    }

    @Test
    void contentThatIsNotThatOfThePasswordFileIsNotArchived() throws IOException {
        Input other = Input.of(new byte[] {1, 2, 3}, Sample.NAME);
        Path file = folder.resolve("x.zip");
        assertThatIOException()
                .isThrownBy(() -> EncryptedArchive.create(other, Sample.passwordFile(), REPEATABLE))
                .withMessageContaining("does not match its password file");
        assertThatIOException()
                .isThrownBy(() -> EncryptedArchive.create(other, Sample.passwordFile(), file, REPEATABLE));
        assertThat(names()).isEmpty();
    }
}
