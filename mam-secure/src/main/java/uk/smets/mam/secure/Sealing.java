package uk.smets.mam.secure;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.AtomicFileGroup;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.model.internal.file.WatchedFile;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.internal.file.ParallelDigest;
import uk.smets.mam.secure.internal.zip.ArchiveWriter;
import uk.smets.mam.secure.internal.zip.ExpectedFile;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.NamedFile;

/** Seals one file, signed here or elsewhere. */
final class Sealing {
    private final Path file;
    private final Path folder;
    private final SealOptions options;
    private final Destination destination;

    Sealing(Path file, Path folder, SealOptions options) throws IOException {
        this.file = file;
        this.folder = folder;
        this.options = options;
        destination = Destination.ofArchive(WatchedFile.of(file).name());
    }

    SealedSubmission seal(FileSigner signer) throws IOException {
        Checked checked = check(signer.clock().instant());
        PasswordFile passwordFile = checked.passwordFile();
        requireOwnCertificate(signer, passwordFile.userId());
        ArchiveWriter writer = archiveWriter(passwordFile);
        try (AtomicFileGroup group = AtomicFileGroup.in(folder)) {
            AtomicFile archive = archive(writer, passwordFile, group);
            List<NamedFile> signed = sign(signer, passwordFile, archive);
            Optional<NamedFile> mail = options.mailDraft().map(draft -> draft.of(passwordFile, signed));
            Set<Path> taken = new HashSet<>(List.of(file.toAbsolutePath(), archive.target()));
            List<Path> signedFiles = new ArrayList<>();
            for (NamedFile each : signed) {
                signedFiles.add(put(each, group, taken));
            }
            Optional<Path> mailDraft = Optional.empty();
            if (mail.isPresent()) {
                mailDraft = Optional.of(put(mail.get(), group, taken));
            }
            group.commit();
            return new SealedSubmission(
                    archivePath(passwordFile),
                    destination,
                    signedFiles,
                    mailDraft,
                    passwordFile,
                    checked.report(),
                    group.recovered());
        }
    }

    PreparedSubmission prepare(Instant now) throws IOException {
        if (options.archiveHash() || options.mailDraft().isPresent()) {
            throw new IllegalArgumentException("options: the SHA-256 of the archive and the mail need a signature:"
                    + " Submission.mail drafts the mail once the password file is signed");
        }
        Checked checked = check(now);
        PasswordFile passwordFile = checked.passwordFile();
        ArchiveWriter writer = archiveWriter(passwordFile);
        try (AtomicFileGroup group = AtomicFileGroup.in(folder)) {
            AtomicFile archive = archive(writer, passwordFile, group);
            Path toSign = put(
                    NamedFile.of(passwordFile.name(), passwordFile.toBytes()),
                    group,
                    new HashSet<>(List.of(file.toAbsolutePath(), archive.target())));
            group.commit();
            return new PreparedSubmission(
                    archivePath(passwordFile), destination, toSign, passwordFile, checked.report(), group.recovered());
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
            PasswordFile passwordFile = PasswordFile.of(
                    userId(found), WatchedFile.of(file).name(), HexFormat.of().formatHex(md5.digest()));
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
        return PasswordFile.of(userId, WatchedFile.of(file).name(), md5);
    }

    private ValidationReport validate(MessageDigest md5, Instant now) throws IOException {
        ValidationReport report = MigrationAuthorisation.validate(
                Input.of(file), validation(now).withEssentialRules().with(Rule.FILE_NAME_FORMAT, Severity.ERROR), md5);
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

    private ArchiveWriter archiveWriter(PasswordFile passwordFile) throws IOException {
        ArchiveOptions archive = options.archive();
        return new ArchiveWriter(
                file,
                new ExpectedFile(passwordFile.fileName(), passwordFile.md5()),
                new ArchiveWriter.Settings(archive.level(), archive.maxSize(), archive.random()));
    }

    private Path archivePath(PasswordFile passwordFile) {
        return folder.resolve(EncryptedArchive.nameFor(passwordFile.fileName()));
    }

    private AtomicFile archive(ArchiveWriter writer, PasswordFile passwordFile, AtomicFileGroup group)
            throws IOException {
        AtomicFile archive = group.create(target(archivePath(passwordFile)));
        writer.write(archive);
        return archive;
    }

    private OutputTarget target(Path made) throws IOException {
        List<Path> inputs = new ArrayList<>(options.overwriting().exceptions());
        inputs.add(file);
        return OutputTarget.derived(made, inputs, options.overwriting().isAllowed());
    }

    private List<NamedFile> sign(FileSigner signer, PasswordFile passwordFile, AtomicFile archive) throws IOException {
        FileSigner own = signer;
        if (options.archiveHash()) {
            MessageDigest sha256 = ParallelDigest.instance("SHA-256");
            archive.digest(sha256);
            own = signer.withArchiveHash(ArchiveHash.of(sha256.digest()));
        }
        return own.sign(NamedFile.of(passwordFile.name(), passwordFile.toBytes()));
    }

    private Path put(NamedFile content, AtomicFileGroup group, Set<Path> taken) throws IOException {
        Path made = folder.resolve(content.name());
        if (!taken.add(made.toAbsolutePath())) {
            throw new IllegalStateException(
                    "the layout of the signature writes " + content.name() + ", which is the name of another file");
        }
        // The signed files and the mail contain the password.
        group.createSecret(target(made)).stream().write(content.bytes());
        return made;
    }
}
