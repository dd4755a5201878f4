package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.AtomicFileGroup;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.internal.zip.ArchiveReader;
import uk.smets.mam.secure.internal.zip.ExpectedFile;
import uk.smets.mam.secure.internal.zip.Unpacking;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.Trust;

/**
 * The files that a signing utility, such as DCC's File Signing Utility, made of a password file (clause 7.5.3), once they were checked to
 * belong together. They are held in memory: what is mailed is what was checked.
 *
 * <p>Immutable.
 */
public final class SignedSubmission {
    private final PasswordFile passwordFile;
    private final List<NamedFile> files;
    private final boolean signatureChecked;
    private final boolean archiveChecked;
    private final List<Path> inputs;

    SignedSubmission(
            PasswordFile passwordFile,
            List<NamedFile> files,
            boolean signatureChecked,
            boolean archiveChecked,
            List<Path> inputs) {
        this.passwordFile = passwordFile;
        this.files = List.copyOf(files);
        this.signatureChecked = signatureChecked;
        this.archiveChecked = archiveChecked;
        this.inputs = List.copyOf(inputs);
    }

    /**
     * Reads what a signing utility gave, in whatever layout: a password file with its signature beside it or in the lines after its third,
     * or a CMS message that encloses it. Checked are
     *
     * <ul>
     *   <li>that one password file is among them, and a signature ({@link Rule#SIGNATURE_MISSING});
     *   <li>their names: that of the password file follows from the file that it names (clause 7.5.2), that of the file from its User ID
     *       where it is a Migration Authorisation (clause 7.2.1), and that of a signature from the password file's;
     *   <li>a CMS signature: that the receiver would not refuse it, whoever is trusted there. A signature in a layout that is not known is
     *       taken as it is;
     *   <li>the archive, where it is given: its name (clause 7.5.1), and that it opens under the password to the file that the password
     *       file names, with the MD5 that it names.
     * </ul>
     *
     * @param signedFiles the signed password file, and its signature where that is a file of its own
     * @param archive the archive, where the password file is to be compared with it
     * @param at when the files are sent: certificates have to be valid then
     * @return the files
     * @throws SecureExchangeException with the first reason why the files do not belong together, or why the receiver would refuse them
     * @throws IllegalArgumentException where there is no file, or one that must not be mailed: a private key, an archive, or the very file
     *     that is encrypted
     * @throws IOException where a file cannot be read, or is larger than any signed password file
     */
    public static SignedSubmission read(List<Path> signedFiles, Optional<Path> archive, Instant at) throws IOException {
        List<Path> paths = List.copyOf(requireNonNull(signedFiles, "signedFiles"));
        requireNonNull(archive, "archive");
        List<NamedFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(NamedFile.read(path, Trust.DEFAULT_MAX_SIZE));
        }
        SignedFiles signed = SignedFiles.of(files);
        PasswordFile passwordFile = signed.passwordFile();
        SignatureCheck check = SignatureCheck.of(signed, requireNonNull(at, "at"));
        List<Path> inputs = new ArrayList<>(paths);
        if (archive.isPresent()) {
            checkArchive(archive.get(), passwordFile, check.archiveHash());
            inputs.add(archive.get());
        }
        return new SignedSubmission(passwordFile, files, check.holds(), archive.isPresent(), inputs);
    }

    private static void checkArchive(Path archive, PasswordFile passwordFile, Optional<ArchiveHash> signed)
            throws IOException {
        ArchiveOptions limits = ArchiveOptions.defaults();
        ArchiveReader.check(
                archive,
                new ExpectedFile(passwordFile.fileName(), passwordFile.md5()),
                new Unpacking.Limits(limits.maxSize(), limits.maxRatio()),
                signed.map(ArchiveHash::sha256));
        String expected = EncryptedArchive.nameFor(passwordFile.fileName());
        String name = String.valueOf(archive.getFileName());
        if (!name.equals(expected)) {
            throw new SecureExchangeException(
                    Rule.ARCHIVE_ENTRIES,
                    name + ": the archive of " + passwordFile.fileName() + " is named " + expected + ": rename it");
        }
    }

    /**
     * The password file.
     *
     * @return the password file; its MD5 is a password
     */
    public PasswordFile passwordFile() {
        return passwordFile;
    }

    /**
     * What is mailed: the files as they were given.
     *
     * @return the files, in the order in which they were given
     */
    public List<NamedFile> files() {
        return files;
    }

    /**
     * Whether the signature was found to hold over the password file. Whose it is was not asked.
     *
     * @return false where it is in a layout that is not known
     */
    public boolean isSignatureChecked() {
        return signatureChecked;
    }

    /**
     * Whether the password file was compared with the archive.
     *
     * @return false where no archive was given
     */
    public boolean isArchiveChecked() {
        return archiveChecked;
    }

    /**
     * Drafts the mail with the files, and writes it.
     *
     * @param mail how it is drafted
     * @param draft the draft, which replaces one that is there; only its owner may read it, as the password is in it
     * @return the draft
     * @throws IllegalArgumentException where the draft is one of the files that were read
     * @throws IOException where it cannot be written; then what was there before is unchanged
     */
    public DraftedMail draft(MailDraft mail, Path draft) throws IOException {
        byte[] bytes = requireNonNull(mail, "mail").of(passwordFile, files).bytes();
        OutputTarget target = OutputTarget.named(requireNonNull(draft, "draft"), inputs);
        if (target.isNullDevice()) {
            try (AtomicFile device = AtomicFile.createSecret(target)) {
                device.stream().write(bytes);
                device.commit();
            }
            return new DraftedMail(draft, this, List.of());
        }
        try (AtomicFileGroup group =
                AtomicFileGroup.in(requireNonNull(target.path().getParent(), "a file has a folder"))) {
            group.createSecret(target).stream().write(bytes);
            group.commit();
            return new DraftedMail(draft, this, group.recovered());
        }
    }

    /** The names of the files; never their content, in which there is a password. */
    @Override
    public String toString() {
        return "SignedSubmission" + files;
    }
}
