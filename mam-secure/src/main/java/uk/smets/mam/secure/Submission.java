package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.internal.file.AtomicFileGroup;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.internal.zip.ArchiveReader;
import uk.smets.mam.secure.internal.zip.Unpacking;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;

/**
 * Performs all of clause 7.5 in one call: {@link #seal} converts a Migration Authorisation or a schedule response to an archive, a password
 * file and a signature; {@link #open} verifies and opens them, and {@link #receive} does so for all submissions in a folder.
 *
 * <p>The signature is over the password file, which contains the MD5 of the file. The archive itself is not bound to the signature unless
 * both parties agree on its SHA-256: see {@link SealOptions#withArchiveHash}.
 *
 * <p>All methods are thread-safe.
 */
public final class Submission extends SubmissionSealing {
    private Submission() {}

    /**
     * Completes or undoes interrupted writes in a folder, as {@link #seal} and {@link #open} do before they write. Files of running
     * programs and of other users are not touched.
     *
     * @param folder the folder
     * @return the interrupted writes that were found; empty if the folder does not exist
     * @throws IOException if a file cannot be removed or restored; calling this method again continues from there
     */
    public static List<InterruptedWrite> recover(Path folder) throws IOException {
        return AtomicFileGroup.recover(folder);
    }

    /**
     * Drafts the mail to DCC with the files that a signing utility created from the password file of {@link #prepare}. The files are first
     * checked to belong together, as {@link SignedSubmission#read} describes. The draft is written completely or not at all.
     *
     * @param signedFiles the signed password file, and its signature if that is a separate file
     * @param archive the archive to compare the password file with, if any; it is not attached
     * @param mail the settings of the mail draft
     * @param draft the draft; an existing file is replaced. Only its owner can read it, since it contains the password
     * @return the draft, and the results of the checks
     * @throws SecureExchangeException with the first reason why the files do not belong together, or why the receiver would refuse them
     * @throws IllegalArgumentException if one of the files must not be mailed, such as a key, or the draft is one of the files
     * @throws IOException if a file cannot be read or written
     */
    public static DraftedMail mail(List<Path> signedFiles, Optional<Path> archive, MailDraft mail, Path draft)
            throws IOException {
        requireNonNull(mail, "mail");
        requireNonNull(draft, "draft");
        return SignedSubmission.read(signedFiles, archive, mail.now()).draft(mail, draft);
    }

    /**
     * Verifies and opens a submission: first the signature over exactly the received bytes, then the name in the password file, then the
     * archive, then the MD5 of its content. The password file is read once, and parsed only after it was verified.
     *
     * @param archive the archive
     * @param passwordFile the password file, or the single file with password file and signature, depending on the layout
     * @param signature the signature, if it is a separate file
     * @param verifier the trust anchors and the layout of the signature
     * @param folder the folder for the file, which is named as in the password file; created if it is missing, but not its
     *     parents
     * @param options the options
     * @return the file, and its verification
     * @throws SecureExchangeException with the first reason why it is refused; nothing is written
     * @throws IllegalArgumentException if the file would replace an input file
     * @throws FileAlreadyExistsException if the file exists and the options do not allow replacing it
     * @throws IOException if a file cannot be read or written, or changes while it is being read
     */
    public static OpenedSubmission<Path> open(
            Path archive,
            Path passwordFile,
            Optional<Path> signature,
            FileVerifier verifier,
            Path folder,
            OpenOptions options)
            throws IOException {
        return open(
                Input.of(requireNonNull(archive, "archive")),
                Input.of(requireNonNull(passwordFile, "passwordFile")),
                requireNonNull(signature, "signature").map(Input::of),
                verifier,
                folder,
                options);
    }

    /**
     * Verifies and opens a submission in a built-in layout, with the {@linkplain OpenOptions#defaults() defaults}: the short form. A
     * detached signature is the file next to the password file with {@code .p7s} after its name; a CMS message that encloses the password
     * file is recognised by its content.
     *
     * @param archive the archive
     * @param passwordFile the password file, or the single file with password file and signature
     * @param verifier the trust anchors, such as {@code FileVerifier.of(trust)}; a layout of your own is used as it is
     * @param folder the folder for the file, which is named as in the password file; created if it is missing, but not its
     *     parents
     * @return the file, and its verification
     * @throws SecureExchangeException with the first reason why it is refused; nothing is written
     * @throws IllegalArgumentException if the file would replace an input file
     * @throws FileAlreadyExistsException if the file exists
     * @throws IOException if a file cannot be read or written, or changes while it is being read
     */
    public static OpenedSubmission<Path> open(Path archive, Path passwordFile, FileVerifier verifier, Path folder)
            throws IOException {
        requireNonNull(passwordFile, "passwordFile");
        requireNonNull(verifier, "verifier");
        return open(
                archive,
                passwordFile,
                DropFolder.signatureBeside(passwordFile),
                DropFolder.inLayoutOf(passwordFile, verifier),
                folder,
                OpenOptions.defaults());
    }

    /**
     * Finds the submissions in a folder and checks them with the {@linkplain OpenOptions#defaults() defaults}.
     *
     * @param folder the folder, in which nothing is changed
     * @param verifier the trust anchors and, for a layout of your own, the layout of the signature
     * @return one result for each submission, sorted by name
     * @throws IOException if the folder cannot be listed
     */
    public static List<ReceivedSubmission> receive(Path folder, FileVerifier verifier) throws IOException {
        return receive(folder, verifier, OpenOptions.defaults());
    }

    /**
     * Finds the submissions in a folder and checks them. Archives, password files and signatures are paired by their names, and by the file
     * that a password file names; each layout is recognised: a password file with a separate signature or with one after its third line,
     * or a CMS message that encloses the password file. A submission that is incomplete, damaged or refused is a result like any other, and
     * does not hide the others.
     *
     * <p>Nothing in the folder is changed. Its sub-folders, links, files whose name starts with a dot, and files that are not part of a
     * submission are ignored. Uses constant memory for each submission.
     *
     * @param folder the folder
     * @param verifier the trust anchors and, for a layout of your own, the layout of the signature
     * @param options the options for checking, and for opening the submissions
     * @return one result for each submission, sorted by name
     * @throws IOException if the folder cannot be listed
     */
    public static List<ReceivedSubmission> receive(Path folder, FileVerifier verifier, OpenOptions options)
            throws IOException {
        requireNonNull(folder, "folder");
        requireNonNull(verifier, "verifier");
        requireNonNull(options, "options");
        return DropFolder.submissions(folder).stream()
                .map(parts -> ReceivedSubmission.of(parts, verifier, options))
                .toList();
    }

    /**
     * Verifies and opens a submission from any inputs, as {@link #open(Path, Path, Optional, FileVerifier, Path, OpenOptions)} does.
     *
     * @param archive the archive
     * @param passwordFile the password file, or the single file with password file and signature, depending on the layout
     * @param signature the signature, if it is a separate file
     * @param verifier the trust anchors and the layout of the signature
     * @param folder the folder for the file, which is named as in the password file
     * @param options the options
     * @return the file, and its verification
     * @throws IOException if an input cannot be read, or the file cannot be written
     */
    public static OpenedSubmission<Path> open(
            Input archive,
            Input passwordFile,
            Optional<Input> signature,
            FileVerifier verifier,
            Path folder,
            OpenOptions options)
            throws IOException {
        requireNonNull(archive, "archive");
        requireNonNull(folder, "folder");
        SignedPasswordFile received = SignedPasswordFile.verify(passwordFile, signature, verifier, options);
        List<Path> inputs = new ArrayList<>(options.overwriting().exceptions());
        Stream.of(Optional.of(archive), Optional.of(passwordFile), signature)
                .flatMap(Optional::stream)
                .flatMap(input -> input.file().stream())
                .forEach(inputs::add);
        ArchiveReader.Opened opened = ArchiveReader.extract(
                archive,
                received.expected(),
                limits(options.archive()),
                received.archiveSha256(),
                folder,
                inputs,
                options.overwriting().isAllowed());
        return received.opened(opened.file(), opened.recovered());
    }

    /**
     * Verifies and opens a submission as {@link #open} does, in memory: no file is written, and exactly the verified bytes are returned,
     * even if others can write to the disk.
     *
     * @param archive the archive
     * @param passwordFile the password file, or the single file with password file and signature, depending on the layout
     * @param signature the signature, if it is a separate file
     * @param verifier the trust anchors and the layout of the signature
     * @param options the options
     * @return the file under the name in the password file, and its verification
     * @throws SecureExchangeException with the first reason why it is refused
     * @throws IOException if a file cannot be read, or changes while it is being read
     */
    public static OpenedSubmission<NamedFile> read(
            Path archive, Path passwordFile, Optional<Path> signature, FileVerifier verifier, OpenOptions options)
            throws IOException {
        return read(
                Input.of(requireNonNull(archive, "archive")),
                Input.of(requireNonNull(passwordFile, "passwordFile")),
                requireNonNull(signature, "signature").map(Input::of),
                verifier,
                options);
    }

    /**
     * Verifies and opens a submission from any inputs in memory, as {@link #read(Path, Path, Optional, FileVerifier, OpenOptions)} does.
     *
     * @param archive the archive
     * @param passwordFile the password file, or the single file with password file and signature, depending on the layout
     * @param signature the signature, if it is a separate file
     * @param verifier the trust anchors and the layout of the signature
     * @param options the options
     * @return the file under the name in the password file, and its verification
     * @throws IOException if an input cannot be read
     */
    public static OpenedSubmission<NamedFile> read(
            Input archive, Input passwordFile, Optional<Input> signature, FileVerifier verifier, OpenOptions options)
            throws IOException {
        requireNonNull(archive, "archive");
        SignedPasswordFile received = SignedPasswordFile.verify(passwordFile, signature, verifier, options);
        byte[] content =
                ArchiveReader.read(archive, received.expected(), limits(options.archive()), received.archiveSha256());
        return received.opened(NamedFile.of(received.passwordFile().fileName(), content), List.of());
    }

    static Unpacking.Limits limits(ArchiveOptions options) {
        return new Unpacking.Limits(options.maxSize(), options.maxRatio(), options.maxInMemory());
    }
}
