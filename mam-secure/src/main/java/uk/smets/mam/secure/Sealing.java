package uk.smets.mam.secure;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.internal.file.Content;
import uk.smets.mam.secure.internal.file.ParallelDigest;
import uk.smets.mam.secure.internal.zip.ArchiveOutput;
import uk.smets.mam.secure.internal.zip.ArchiveWriter;
import uk.smets.mam.secure.internal.zip.ExpectedFile;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.NamedFile;

/** Seals one file, signed here or elsewhere. */
final class Sealing {
    private final Content file;
    private final SealOptions options;
    private final Destination destination;

    Sealing(Input file, SealOptions options) throws IOException {
        this.file = Content.of(file, options.archive().maxInMemory());
        this.options = options;
        destination = Destination.ofArchive(this.file.name());
    }

    SealingOutput.Place<Path> in(Path folder) {
        return () -> SealingOutput.InFolder.open(folder, file.file(), options.overwriting());
    }

    /** Seals the file in memory. Its archive is held there too, so the limit applies to it even if it is on disk. */
    SealingOutput.Place<NamedFile> inMemory() {
        return () -> {
            if (file.size() > options.archive().maxInMemory()) {
                throw new SecureExchangeException(
                        Rule.ARCHIVE_TOO_LARGE,
                        file.name() + ": more than " + options.archive().maxInMemory()
                                + " bytes, the limit for files in memory: raise it, or seal into a folder");
            }
            return new SealingOutput.InMemory();
        };
    }

    <T> SealedSubmission<T> seal(FileSigner signer, SealingOutput.Place<T> place) throws IOException {
        Checked checked = check(signer.clock().instant());
        PasswordFile passwordFile = checked.passwordFile();
        requireOwnCertificate(signer, passwordFile.userId());
        ArchiveWriter writer = archiveWriter(passwordFile);
        try (SealingOutput<T> output = place.open()) {
            ArchiveOutput archive = output.archive(EncryptedArchive.nameFor(passwordFile.fileName()), writer);
            List<NamedFile> signed = sign(signer, passwordFile, archive);
            Optional<NamedFile> mail = options.mailDraft().map(draft -> draft.of(passwordFile, signed));
            List<T> signedFiles = new ArrayList<>();
            for (NamedFile each : signed) {
                signedFiles.add(output.put(each));
            }
            Optional<T> mailDraft = Optional.empty();
            if (mail.isPresent()) {
                mailDraft = Optional.of(output.put(mail.get()));
            }
            output.commit();
            return new SealedSubmission<>(
                    output.archived(),
                    destination,
                    signedFiles,
                    mailDraft,
                    passwordFile,
                    checked.report(),
                    output.recovered());
        }
    }

    <T> PreparedSubmission<T> prepare(Instant now, SealingOutput.Place<T> place) throws IOException {
        if (options.archiveHash() || options.mailDraft().isPresent()) {
            throw new IllegalArgumentException("options: the SHA-256 of the archive and the mail need a signature:"
                    + " Submission.mail drafts the mail once the password file is signed");
        }
        Checked checked = check(now);
        PasswordFile passwordFile = checked.passwordFile();
        ArchiveWriter writer = archiveWriter(passwordFile);
        try (SealingOutput<T> output = place.open()) {
            output.archive(EncryptedArchive.nameFor(passwordFile.fileName()), writer);
            T toSign = output.put(NamedFile.of(passwordFile.name(), passwordFile.toBytes()));
            output.commit();
            return new PreparedSubmission<>(
                    output.archived(), destination, toSign, passwordFile, checked.report(), output.recovered());
        }
    }

    /** The result of checking the file. */
    private record Checked(PasswordFile passwordFile, Optional<ValidationReport> report) {}

    private Checked check(Instant now) throws IOException {
        if (destination == Destination.NOTIFICATION_OUTBOX) {
            UserId userId = options.userId()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "options: a workbook does not contain the User ID of its supplier: give it"));
            return new Checked(ofWorkbook(userId), Optional.empty());
        }
        try (ParallelDigest md5 = ParallelDigest.md5()) {
            ValidationReport found = validate(md5, now);
            PasswordFile passwordFile =
                    PasswordFile.of(userId(found), file.name(), HexFormat.of().formatHex(md5.digest()));
            return new Checked(passwordFile, Optional.of(found));
        }
    }

    /** Compares the workbook with the version that was checked; the check itself is made elsewhere. */
    private PasswordFile ofWorkbook(UserId userId) throws IOException {
        MessageDigest sha256 = ParallelDigest.instance("SHA-256");
        String md5 = HexFormat.of().formatHex(ParallelDigest.md5Of(file, Optional.of(sha256)));
        String found = HexFormat.of().formatHex(sha256.digest());
        if (options.checkedSha256().filter(checked -> !checked.equals(found)).isPresent()) {
            throw new IOException(file + " was changed after it was checked: check it again");
        }
        return PasswordFile.of(userId, file.name(), md5);
    }

    private ValidationReport validate(MessageDigest md5, Instant now) throws IOException {
        ValidationReport report = MigrationAuthorisation.validate(
                file.input(), validation(now).withEssentialRules().with(Rule.FILE_NAME_FORMAT, Severity.ERROR), md5);
        if (!report.isSound()) {
            throw new InvalidDocumentException(report);
        }
        return report;
    }

    /** Uses the current time as the time of submission unless the caller gives one, because the file is about to be sent. */
    private ValidationOptions validation(Instant now) {
        ValidationOptions validation = options.validation();
        return validation.submittedAt().isPresent() ? validation : validation.submittedAt(now);
    }

    /** Returns the User ID of a Migration Authorisation without errors. */
    private UserId userId(ValidationReport report) {
        UserId inHeader = report.header()
                .filter(MigrationAuthorisationHeader.class::isInstance)
                .map(MigrationAuthorisationHeader.class::cast)
                .orElseThrow(() -> new InvalidDocumentException(report))
                .userId();
        options.userId().filter(given -> !given.equals(inHeader)).ifPresent(given -> {
            throw new IllegalArgumentException(
                    "options: the User ID is " + given + ", but the header of the file has " + inHeader);
        });
        return inHeader;
    }

    /** Rejects a submission that the receiver would refuse. */
    private static void requireOwnCertificate(FileSigner signer, UserId userId) {
        signer.certificate()
                .userId()
                .filter(named -> !named.isOfSameOrganisation(userId))
                .ifPresent(named -> {
                    throw new SecureExchangeException(
                            Rule.SIGNER_MISMATCH,
                            "the signer's certificate names User ID " + named + ", but the file's User ID is " + userId
                                    + ": sign with the key of the party that it names");
                });
    }

    private ArchiveWriter archiveWriter(PasswordFile passwordFile) {
        ArchiveOptions archive = options.archive();
        return new ArchiveWriter(
                file,
                new ExpectedFile(passwordFile.fileName(), passwordFile.md5()),
                new ArchiveWriter.Settings(archive.level(), archive.maxSize(), archive.random()));
    }

    private List<NamedFile> sign(FileSigner signer, PasswordFile passwordFile, ArchiveOutput archive)
            throws IOException {
        FileSigner own = signer;
        if (options.archiveHash()) {
            MessageDigest sha256 = ParallelDigest.instance("SHA-256");
            archive.digest(sha256);
            own = signer.withArchiveHash(ArchiveHash.of(sha256.digest()));
        }
        return own.sign(NamedFile.of(passwordFile.name(), passwordFile.toBytes()));
    }
}
