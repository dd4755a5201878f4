package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.secure.Destination;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.SealedSubmission.Delivery;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.Overwriting;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.SignedContent;
import uk.smets.mam.secure.signature.Signer;

class SealedSubmissionTest {
    private static final String SIGNATURE_NAME = Sample.PASSWORD_FILE_NAME + ".p7s";
    private static final UserId OTHER = UserId.of("A1-B2-C3-D4-E5-F6-07-18");

    private static final SealOptions REPLACING = SealOptions.defaults().withOverwriting(Overwriting.allowed());

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
    void migrationAuthorisationIsSealedIntoArchivePasswordFileAndSignature() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(file, out, Parties.SUPPLIER);

        assertThat(made()).containsExactly(Sample.PASSWORD_FILE_NAME, SIGNATURE_NAME, Sample.ARCHIVE_NAME);
        assertThat(sealed.archive()).isEqualTo(out.resolve(Sample.ARCHIVE_NAME));
        assertThat(sealed.signedFiles())
                .containsExactly(out.resolve(Sample.PASSWORD_FILE_NAME), out.resolve(SIGNATURE_NAME));
        assertThat(sealed.passwordFileContent()).isEqualTo(Sample.passwordFile());
        assertThat(sealed.report().orElseThrow().isSound()).isTrue();
        assertThat(sealed.mailDraft()).isEmpty();
        assertThat(PasswordFile.parse(out.resolve(Sample.PASSWORD_FILE_NAME))).isEqualTo(Sample.passwordFile());
        assertThat(EncryptedArchive.read(sealed.archive(), sealed.passwordFileContent(), ArchiveOptions.defaults()))
                .isEqualTo(Sample.bytes());
        assertThat(Parties.DCC.verify(sealed.passwordFile(), sealed.signature()).isValid())
                .isTrue();
        assertThat(file).hasBinaryContent(Sample.bytes());
    }

    @Test
    void lateWeekIsReportedByTheSignersClockUnlessTheOptionsGiveAnInstant() throws IOException {
        FileSigner late =
                Parties.SUPPLIER.withClock(Clock.fixed(Instant.parse("2019-08-01T09:00:01Z"), ZoneOffset.UTC));

        assertThat(Submission.seal(file, out, late, REPLACING)
                        .report()
                        .orElseThrow()
                        .counts())
                .containsOnlyKeys(Rule.SUBMISSION_LATE);
        ValidationOptions inTime = ValidationOptions.defaults().submittedAt(Instant.parse("2019-08-01T09:00:00Z"));
        assertThat(Submission.seal(file, out, late, REPLACING.withValidation(inTime))
                        .report()
                        .orElseThrow()
                        .findings())
                .isEmpty();
    }

    @Test
    void everyFileHasADestination() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(file, out, Parties.SUPPLIER);
        assertThat(sealed.deliveries())
                .containsExactly(
                        new Delivery<>(sealed.archive(), Destination.MIGRATION_AUTHORISATION_FOLDER),
                        new Delivery<>(sealed.passwordFile(), Destination.MIGRATION_CONTROL_CENTRE),
                        new Delivery<>(sealed.signedFiles().get(1), Destination.MIGRATION_CONTROL_CENTRE));
        assertThat(Destination.values())
                .extracting(Destination::address)
                .containsExactly("Migration Authorisation", "Notification\\Outbox", "migration@smartdcc.co.uk");
        assertThat(Destination.values()).extracting(Destination::isMail).containsExactly(false, false, true);
        assertThat(Destination.NOTIFICATION_OUTBOX).hasToString("Notification\\Outbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Migration Schedule, week 32.xlsx", "MACROS.XLSM"})
    void workbookIsSealedUnchangedForTheOutbox(String name) throws IOException {
        Path workbook = Files.write(folder.resolve(name), new byte[] {'P', 'K', 3, 4});
        SealedSubmission<Path> sealed = Submission.seal(
                workbook, out, Parties.SUPPLIER, SealOptions.defaults().withUserId(Sample.USER_ID));
        String stem = name.substring(0, name.lastIndexOf('.'));
        assertThat(made())
                .containsExactlyInAnyOrder(
                        "MAPASSWORD_" + stem + ".csv", "MAPASSWORD_" + stem + ".csv.p7s", stem + ".zip");
        assertThat(sealed.archiveDestination()).isEqualTo(Destination.NOTIFICATION_OUTBOX);
        assertThat(sealed.report()).isEmpty();
        assertThat(sealed.passwordFileContent().fileName()).isEqualTo(name);
        EncryptedArchive.check(sealed.archive(), sealed.passwordFileContent(), ArchiveOptions.defaults());
    }

    @Test
    void workbookChangedAfterTheCheckIsNotSealed() throws Exception {
        Path workbook = Files.write(folder.resolve("schedule.xlsx"), new byte[] {'P', 'K', 3, 4});
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        SealOptions checked = SealOptions.defaults()
                .withUserId(Sample.USER_ID)
                .withCheckedSha256(sha256.digest(Files.readAllBytes(workbook)));
        Files.write(workbook, new byte[] {'P', 'K', 3, 5});
        assertThatThrownBy(() -> Submission.seal(workbook, out, Parties.SUPPLIER, checked))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(workbook + " was changed");
        assertThat(made()).isEmpty();
        Files.write(workbook, new byte[] {'P', 'K', 3, 4});
        assertThat(Submission.seal(workbook, out, Parties.SUPPLIER, checked).archive())
                .exists();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealOptions.defaults().withCheckedSha256(new byte[16]));
    }

    @Test
    void workbookNeedsAUserIdFromTheCaller() throws IOException {
        Path workbook = Files.write(folder.resolve("response.xlsx"), new byte[] {'P', 'K', 3, 4});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Submission.seal(workbook, out, Parties.SUPPLIER))
                .withMessageStartingWith("options: ")
                .withMessageContaining("User ID");
        assertThat(made()).isEmpty();
    }

    @Test
    void migrationAuthorisationWithErrorsIsRefusedWithAllErrors() throws IOException {
        Files.writeString(file, Sample.TEXT.replace("20190805", "20190806").replace("1312345678907", "131234567890"));
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> Submission.seal(file, out, Parties.SUPPLIER))
                .satisfies(e -> assertThat(e.report().counts())
                        .containsOnlyKeys(Rule.MPAN_FORMAT, Rule.MIGRATION_WEEK_NOT_MONDAY));
        assertThat(made()).isEmpty();
    }

    @Test
    void malformedFileNameIsRefusedUnderAnyOptions() throws IOException {
        Path renamed = Files.move(file, folder.resolve("ma.csv"));
        SealOptions lax = SealOptions.defaults()
                .withValidation(ValidationOptions.defaults().without(Rule.FILE_NAME_FORMAT));
        for (SealOptions options : List.of(SealOptions.defaults(), lax)) {
            assertThatExceptionOfType(InvalidDocumentException.class)
                    .isThrownBy(() -> Submission.seal(renamed, out, Parties.SUPPLIER, options))
                    .withMessageContaining("ERROR FILE_NAME_FORMAT");
        }
        assertThat(made()).isEmpty();
    }

    @Test
    void essentialRuleCannotBeTurnedOffForSealing() throws IOException {
        String text = Files.readString(file, US_ASCII);
        Files.writeString(file, text.replaceFirst("(?m)^\\d{13},", "131234567890X,"), US_ASCII);
        for (ValidationOptions options : List.of(
                ValidationOptions.defaults().without(Rule.MPAN_FORMAT),
                ValidationOptions.defaults().with(Rule.MPAN_FORMAT, Severity.WARNING))) {
            InvalidDocumentException refusal = catchThrowableOfType(
                    InvalidDocumentException.class,
                    () -> Submission.seal(
                            file, out, Parties.SUPPLIER, SealOptions.defaults().withValidation(options)));
            assertThat(refusal.report().count(Rule.MPAN_FORMAT)).isEqualTo(1);
            assertThat(refusal.report().errors()).isEqualTo(1);
        }
        assertThat(made()).isEmpty();
    }

    @Test
    void fileNameOfAnotherSupplierIsRefused() throws IOException {
        Path renamed = Files.move(file, folder.resolve(Sample.NAME.replace("CGI", "BRG")));
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> Submission.seal(renamed, out, Parties.SUPPLIER))
                .withMessageContaining("FILE_NAME_MISMATCH");
    }

    @Test
    void warningsDoNotPreventSealingAndAreReported() throws IOException {
        Files.writeString(file, Sample.TEXT.replace("1312345678907", "1312345678908"));
        SealedSubmission<Path> sealed = Submission.seal(file, out, Parties.SUPPLIER);
        assertThat(sealed.report().orElseThrow().counts()).containsOnlyKeys(Rule.MPAN_CHECK_DIGIT);
    }

    @Test
    void givenUserIdMustBeThatOfTheHeader() throws IOException {
        Submission.seal(file, out, Parties.SUPPLIER, SealOptions.defaults().withUserId(Sample.USER_ID));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Submission.seal(
                        file, out, Parties.SUPPLIER, SealOptions.defaults().withUserId(OTHER)))
                .withMessageStartingWith("options: ")
                .withMessageContainingAll(OTHER.toString(), Sample.USER_ID.toString());
    }

    @Test
    void certificateOfAnotherPartyDoesNotSign() throws IOException {
        TestPki.Holder other =
                Parties.PKI.order(TestPki.subject("Other", "02", OTHER)).issuedBy(Parties.PKI.issuing);
        Refusal.of(Rule.SIGNER_MISMATCH, () -> Submission.seal(file, out, Parties.signer(other)))
                .contains(OTHER.toString(), Sample.USER_ID_TEXT);
        assertThat(made()).isEmpty();
    }

    @Test
    void enclosedSignatureIsOneFile() throws IOException {
        SealedSubmission<Path> sealed =
                Submission.seal(file, out, Parties.SUPPLIER.withLayout(SignatureLayout.enclosedCms()));
        assertThat(made()).containsExactly(Sample.PASSWORD_FILE_NAME + ".p7m", Sample.ARCHIVE_NAME);
        assertThat(sealed.deliveries()).hasSize(2);
    }

    @Test
    void mailDraftIsWrittenOnRequest() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(
                file, out, Parties.SUPPLIER, SealOptions.defaults().withMailDraft(MailDraft.at(Parties.CLOCK)));
        assertThat(sealed.mailDraft()).contains(out.resolve("MAPASSWORD" + Sample.STEM + ".eml"));
        assertThat(made())
                .containsExactly(
                        Sample.PASSWORD_FILE_NAME,
                        SIGNATURE_NAME,
                        "MAPASSWORD" + Sample.STEM + ".eml",
                        Sample.ARCHIVE_NAME);
    }

    @Test
    void archiveFollowsItsOptions() throws IOException {
        ArchiveOptions options = ArchiveOptions.defaults().withMaxSize(Sample.bytes().length - 1);
        Refusal.of(
                Rule.ARCHIVE_TOO_LARGE,
                () -> Submission.seal(
                        file, out, Parties.SUPPLIER, SealOptions.defaults().withArchive(options)));
        assertThat(made()).isEmpty();
    }

    /** A custom layout that fails, or writes under a name in use. */
    private record OwnLayout(List<NamedFile> written) implements SignatureLayout {
        @Override
        public List<NamedFile> write(NamedFile content, Signer signer) {
            if (written.isEmpty()) {
                throw new IllegalStateException("no signature today");
            }
            return written;
        }

        @Override
        public SignedContent read(NamedFile file, Optional<NamedFile> signature) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void failureToSignKeepsTheExistingFiles() throws IOException {
        Files.writeString(out.resolve(Sample.ARCHIVE_NAME), "old archive");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Submission.seal(file, out, Parties.SUPPLIER.withLayout(new OwnLayout(List.of())), REPLACING))
                .withMessage("no signature today");
        assertThat(made()).containsExactly(Sample.ARCHIVE_NAME);
        assertThat(out.resolve(Sample.ARCHIVE_NAME)).hasContent("old archive");
    }

    @Test
    void layoutMustNotOverwriteTheArchiveOrTheFile() {
        for (String name : List.of(Sample.ARCHIVE_NAME, Sample.NAME)) {
            OwnLayout layout = new OwnLayout(List.of(NamedFile.of(name, new byte[1])));
            Path target = name.equals(Sample.NAME) ? folder : out;
            assertThatIllegalStateException()
                    .isThrownBy(() -> Submission.seal(file, target, Parties.SUPPLIER.withLayout(layout)))
                    .withMessageContaining(name);
        }
        assertThat(file).hasBinaryContent(Sample.bytes());
    }

    @Test
    void folderInThePlaceOfAFileLeavesEveryFileUnchanged() throws IOException {
        Files.createDirectory(out.resolve(SIGNATURE_NAME));
        Files.writeString(out.resolve(Sample.ARCHIVE_NAME), "old archive");
        assertThatIOException()
                .isThrownBy(() -> Submission.seal(file, out, Parties.SUPPLIER, REPLACING))
                .withMessageContaining("is a folder");
        assertThat(made()).containsExactly(SIGNATURE_NAME, Sample.ARCHIVE_NAME);
        assertThat(out.resolve(Sample.ARCHIVE_NAME)).hasContent("old archive");
    }

    @Test
    void sealingAgainReplacesAllFilesIfAllowedAndOtherwiseNone() throws IOException {
        SealedSubmission<Path> first = Submission.seal(file, out, Parties.SUPPLIER);
        byte[] archive = Files.readAllBytes(first.archive());
        Files.writeString(file, Sample.TEXT.replace("20190805", "20190812"));
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> Submission.seal(file, out, Parties.SUPPLIER))
                .withMessageStartingWith(first.archive().toString());
        assertThat(first.archive()).hasBinaryContent(archive);
        SealedSubmission<Path> again = Submission.seal(file, out, Parties.SUPPLIER, REPLACING);
        assertThat(made()).hasSize(3);
        assertThat(EncryptedArchive.read(again.archive(), again.passwordFileContent(), ArchiveOptions.defaults()))
                .isEqualTo(Sample.TEXT.replace("20190805", "20190812").getBytes(US_ASCII));
    }

    @Test
    void sealingInTheFolderOfTheFileKeepsTheFile() throws IOException {
        Submission.seal(file, folder, Parties.SUPPLIER);
        assertThat(file).hasBinaryContent(Sample.bytes());
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        "out", Sample.NAME, Sample.ARCHIVE_NAME, Sample.PASSWORD_FILE_NAME, SIGNATURE_NAME);
    }
}
