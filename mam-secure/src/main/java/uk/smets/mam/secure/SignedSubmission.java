package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.AtomicFileGroup;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.model.internal.primitive.Arguments;
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
 * The files that a signing utility, such as DCC's File Signing Utility, created from a password file (clause 7.5.3), checked to belong
 * together. They are held in memory, so that exactly the checked bytes are mailed.
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
     * Reads the files of a signing utility in any layout: a password file with a separate signature or with one after its third line, or
     * a CMS message that encloses the password file. Checks
     *
     * <ul>
     *   <li>that there is exactly one password file, and a signature ({@link Rule#SIGNATURE_MISSING});
     *   <li>the names: of the password file (clause 7.5.2), of the encrypted file if it is a Migration Authorisation (clause 7.2.1), and
     *       of the signature, which starts with the name of the password file;
     *   <li>a CMS signature: that it is valid, regardless of whom the receiver trusts. A signature in an unknown layout is not checked;
     *   <li>the archive, if given: its name (clause 7.5.1), and that the password opens it to the file that the password file names.
     * </ul>
     *
     * @param signedFiles the signed password file, and its signature if that is a separate file
     * @param archive the archive to compare the password file with, if any
     * @param at when the files are sent; the certificates must be valid at that time
     * @return the files
     * @throws SecureExchangeException with the first reason why the files do not belong together, or why the receiver would refuse them
     * @throws IllegalArgumentException if there is no file, or one of them must not be mailed: a private key, an archive, or the
     *     encrypted file itself
     * @throws IOException if a file cannot be read, or is larger than 1 MiB
     */
    public static SignedSubmission read(List<Path> signedFiles, Optional<Path> archive, Instant at) throws IOException {
        List<Path> paths = Arguments.listOf(signedFiles, "signedFiles");
        requireNonNull(archive, "archive");
        List<NamedFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(NamedFile.read(path, Trust.DEFAULT_MAX_SIZE));
        }
        List<Path> inputs = new ArrayList<>(paths);
        archive.ifPresent(inputs::add);
        return of(files, archive.map(Input::of), at, inputs);
    }

    /**
     * {@return the files of a signing utility that are in memory, checked as {@link #read} does}
     *
     * @param signedFiles the signed password file, and its signature if that is a separate file
     * @param archive the archive to compare the password file with, if any
     * @param at when the files are sent; the certificates must be valid at that time
     * @throws SecureExchangeException with the first reason why the files do not belong together, or why the receiver would refuse them
     * @throws IllegalArgumentException if there is no file, or one of them must not be mailed
     * @throws IOException if the archive cannot be read
     */
    public static SignedSubmission of(List<NamedFile> signedFiles, Optional<Input> archive, Instant at)
            throws IOException {
        List<NamedFile> files = Arguments.listOf(signedFiles, "signedFiles");
        List<Path> inputs = requireNonNull(archive, "archive")
                .flatMap(Input::file)
                .map(List::of)
                .orElse(List.of());
        return of(files, archive, at, inputs);
    }

    private static SignedSubmission of(List<NamedFile> files, Optional<Input> archive, Instant at, List<Path> inputs)
            throws IOException {
        SignedFiles signed = SignedFiles.of(files);
        PasswordFile passwordFile = signed.passwordFile();
        SignatureCheck check = SignatureCheck.of(signed, requireNonNull(at, "at"));
        if (archive.isPresent()) {
            checkArchive(archive.get(), passwordFile, check.archiveHash());
        }
        return new SignedSubmission(passwordFile, files, check.holds(), archive.isPresent(), inputs);
    }

    private static void checkArchive(Input archive, PasswordFile passwordFile, Optional<ArchiveHash> signed)
            throws IOException {
        ArchiveOptions limits = ArchiveOptions.defaults();
        ArchiveReader.check(
                archive,
                new ExpectedFile(passwordFile.fileName(), passwordFile.md5()),
                new Unpacking.Limits(limits.maxSize(), limits.maxRatio(), limits.maxInMemory()),
                signed.map(ArchiveHash::sha256));
        String expected = EncryptedArchive.nameFor(passwordFile.fileName());
        String name = archive.name();
        if (!name.equals(expected)) {
            throw new SecureExchangeException(
                    Rule.ARCHIVE_ENTRIES,
                    name + ": the archive of " + passwordFile.fileName() + " is named " + expected + ": rename it");
        }
    }

    /** {@return the password file; its MD5 is a password} */
    public PasswordFile passwordFile() {
        return passwordFile;
    }

    /**
     * Returns the files to mail, unchanged.
     *
     * @return the files, in the given order
     */
    public List<NamedFile> files() {
        return files;
    }

    /**
     * Returns whether the signature was verified over the password file. The signer's identity was not checked.
     *
     * @return true if it was verified; false if its layout is unknown
     */
    public boolean isSignatureChecked() {
        return signatureChecked;
    }

    /**
     * Returns whether the password file was compared with the archive.
     *
     * @return true if an archive was given
     */
    public boolean isArchiveChecked() {
        return archiveChecked;
    }

    /**
     * {@return the mail with the files, named as the password file with the extension {@code .eml}}
     *
     * @param mail how it is drafted
     */
    public NamedFile draft(MailDraft mail) {
        return requireNonNull(mail, "mail").of(passwordFile, files);
    }

    /**
     * Drafts the mail with the files and writes the draft.
     *
     * @param mail the settings of the mail draft
     * @param draft the draft; an existing file is replaced. Only its owner can read it, since it contains the password
     * @return the draft
     * @throws IllegalArgumentException if the draft is one of the files that were read
     * @throws IOException if it cannot be written; an existing file is then unchanged
     */
    public DraftedMail draft(MailDraft mail, Path draft) throws IOException {
        byte[] bytes = draft(mail).bytes();
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

    /** Returns the names of the files; never their content, which contains a password. */
    @Override
    public String toString() {
        return "SignedSubmission" + files;
    }
}
