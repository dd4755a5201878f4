package uk.smets.mam.secure;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.SecureExchangeException.Code;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.internal.zip.ArchiveReader;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.Verification;

/**
 * A submission in a folder, found and checked by {@link Submission#receive(Path, FileVerifier)}: those of its files that are present, and
 * whether it can be opened. {@link #open} and {@link #read} check it again, since others may write to the folder.
 */
public final class ReceivedSubmission {
    /** Whether a submission can be opened. */
    public enum Status {
        /** All files are present, the signature is valid, and the archive opens to the file that was signed. */
        COMPLETE,
        /** There is a signed password file, but not its archive. It may still arrive. */
        ARCHIVE_MISSING,
        /** There is an archive or a signature, but not its password file. It may still arrive. */
        PASSWORD_FILE_MISSING,
        /** There is a password file, but not its signature. It may still arrive. */
        SIGNATURE_MISSING,
        /** The files are refused; {@link ReceivedSubmission#refusal()} has the reasons. */
        REFUSED,
        /** A file cannot be read, or changed while it was being read; {@link ReceivedSubmission#failure()} has the reason. */
        UNREADABLE
    }

    private final DropFolder.Parts parts;
    private final FileVerifier verifier;
    private final OpenOptions options;
    private final Check check;

    private ReceivedSubmission(DropFolder.Parts parts, FileVerifier verifier, OpenOptions options, Check check) {
        this.parts = parts;
        this.verifier = verifier;
        this.options = options;
        this.check = check;
    }

    /** The results of the check; at most one of the exceptions is present. */
    private record Check(
            Optional<SignedPasswordFile> signed,
            Optional<SecureExchangeException> refusal,
            Optional<IOException> failure) {
        static Check of(DropFolder.Parts parts, FileVerifier verifier, OpenOptions options) {
            Optional<SignedPasswordFile> signed = Optional.empty();
            try {
                if (parts.passwordFile().isPresent()) {
                    signed = Optional.of(SignedPasswordFile.verify(
                            Input.of(parts.passwordFile().get()),
                            parts.signature().map(Input::of),
                            verifier,
                            options));
                }
                if (signed.isPresent() && parts.archive().isPresent()) {
                    ArchiveReader.check(
                            Input.of(parts.archive().get()),
                            signed.get().expected(),
                            Submission.limits(options.archive()),
                            signed.get().archiveSha256());
                }
                return new Check(signed, Optional.empty(), Optional.empty());
            } catch (SecureExchangeException e) {
                return new Check(signed, Optional.of(e), Optional.empty());
            } catch (IOException e) {
                return new Check(signed, Optional.empty(), Optional.of(e));
            }
        }
    }

    static ReceivedSubmission of(DropFolder.Parts parts, FileVerifier verifier, OpenOptions options) {
        FileVerifier suited = parts.passwordFile()
                .map(file -> DropFolder.inLayoutOf(file, verifier))
                .orElse(verifier);
        return new ReceivedSubmission(parts, suited, options, Check.of(parts, suited, options));
    }

    /**
     * Returns the name of the archive. Two password files can name one archive: then there are two results with that name.
     *
     * @return the name of the archive; if it is missing, the name that the other files imply
     */
    public String name() {
        return parts.name();
    }

    /** {@return whether the submission can be opened} */
    public Status status() {
        if (parts.passwordFile().isEmpty()) {
            return Status.PASSWORD_FILE_MISSING;
        }
        if (check.failure().isPresent()) {
            return Status.UNREADABLE;
        }
        if (check.refusal().isPresent()) {
            boolean unsigned = check.refusal().get().code() == Code.SIGNATURE_MISSING;
            return unsigned ? Status.SIGNATURE_MISSING : Status.REFUSED;
        }
        return parts.archive().isPresent() ? Status.COMPLETE : Status.ARCHIVE_MISSING;
    }

    /** {@return the archive, if it is present} */
    public Optional<Path> archive() {
        return parts.archive();
    }

    /** {@return the password file, or the single file with password file and signature, if it is present} */
    public Optional<Path> passwordFile() {
        return parts.passwordFile();
    }

    /** {@return the signature, if it is a separate file} */
    public Optional<Path> signature() {
        return parts.signature();
    }

    /** {@return the content of the password file, if its signature is valid; its MD5 is a password} */
    public Optional<PasswordFile> passwordFileContent() {
        return check.signed().map(SignedPasswordFile::passwordFile);
    }

    /** {@return the verification of the signature, if it is valid; for one that is not, see {@link #refusal()}} */
    public Optional<Verification> verification() {
        return check.signed().map(SignedPasswordFile::verification);
    }

    /**
     * Returns why the files are refused. Its {@link SecureExchangeException#code()} is the first cause; {@link RejectionNotice#of(String,
     * java.time.Instant, SecureExchangeException)} converts it to an answer.
     *
     * @return the reasons; present if the status is {@link Status#REFUSED} or {@link Status#SIGNATURE_MISSING}
     */
    public Optional<SecureExchangeException> refusal() {
        return check.refusal();
    }

    /** {@return why a file cannot be read; present if the status is {@link Status#UNREADABLE}} */
    public Optional<IOException> failure() {
        return check.failure();
    }

    /**
     * Verifies and opens the submission, as {@link Submission#open(Path, Path, Optional, FileVerifier, Path, OpenOptions)} does.
     *
     * @param folder the folder for the file, which is named as in the password file; created if it is missing, but not its parents
     * @return the file, and its verification
     * @throws SecureExchangeException with the first reason why it is refused; nothing is written
     * @throws IllegalStateException if the archive or the password file is missing
     * @throws IllegalArgumentException if the file would replace an input file
     * @throws FileAlreadyExistsException if the file exists and the options do not allow replacing it
     * @throws IOException if a file cannot be read or written, or changes while it is being read
     */
    public OpenedSubmission<Path> open(Path folder) throws IOException {
        return Submission.open(
                required(parts.archive()),
                required(parts.passwordFile()),
                parts.signature(),
                verifier,
                folder,
                options);
    }

    /**
     * Verifies and opens the submission in memory, as {@link Submission#read(Path, Path, Optional, FileVerifier, OpenOptions)} does.
     *
     * @return the file under the name in the password file, and its verification
     * @throws SecureExchangeException with the first reason why it is refused
     * @throws IllegalStateException if the archive or the password file is missing
     * @throws IOException if a file cannot be read, or changes while it is being read
     */
    public OpenedSubmission<NamedFile> read() throws IOException {
        return Submission.read(
                required(parts.archive()), required(parts.passwordFile()), parts.signature(), verifier, options);
    }

    private Path required(Optional<Path> part) {
        return part.orElseThrow(() -> new IllegalStateException(this + ": wait until all of its files have arrived"));
    }

    /** Returns the name and the status. */
    @Override
    public String toString() {
        return name() + ": " + status();
    }
}
