package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.internal.file.AtomicFileGroup;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.internal.zip.ArchiveReader;
import uk.smets.mam.secure.internal.zip.ExpectedFile;
import uk.smets.mam.secure.internal.zip.Unpacking;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.Verification;

/**
 * Performs all of clause 7.5 in one call: {@link #seal} converts a Migration Authorisation or a schedule response to an archive, a password
 * file and a signature; {@link #open} verifies and opens them.
 *
 * <p>The signature is over the password file, which contains the MD5 of the file. The archive itself is not bound to the signature unless
 * both parties agree on its SHA-256: see {@link SealOptions#withArchiveHash}.
 *
 * <p>All methods are thread-safe.
 */
public final class Submission {
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
     * Seals a file with the {@linkplain SealOptions#defaults() defaults}.
     *
     * @param file the Migration Authorisation
     * @param folder the folder for archive, password file and signature; created if it is missing, but not its parents
     * @param signer the signer of the password file
     * @return the files and their destinations
     * @throws InvalidDocumentException if the file has errors, or its name does not follow clause 7.2.1
     * @throws SecureExchangeException if the file is too large, its name cannot be used in a password file, the signer's certificate
     *     names a different User ID ({@link Rule#SIGNER_MISMATCH}), or the key does not sign
     * @throws FileAlreadyExistsException if a file to write exists and the options do not allow replacing it
     * @throws IOException if a file cannot be read or written, or the file changes while it is being read
     */
    public static SealedSubmission seal(Path file, Path folder, FileSigner signer) throws IOException {
        return seal(file, folder, signer, SealOptions.defaults());
    }

    /**
     * Seals a file. A Migration Authorisation is validated as if sent now, unless the options have a different instant, and refused if it
     * has errors; a workbook ({@code .xlsx}, {@code .xlsm}) is sealed without validation, as a schedule response. The file is read twice:
     * to validate and hash it, and to encrypt it. Either all files appear, complete, or no file appears and existing files are unchanged.
     *
     * @param file the Migration Authorisation or schedule response
     * @param folder the folder for archive, password file and signature; created if it is missing, but not its parents
     * @param signer the signer of the password file
     * @param options the options
     * @return the files and their destinations
     * @throws InvalidDocumentException if a Migration Authorisation has errors, or its name does not follow clause 7.2.1
     * @throws SecureExchangeException if the file is too large, its name cannot be used in a password file, the signer's certificate
     *     names a different User ID ({@link Rule#SIGNER_MISMATCH}), or the key does not sign
     * @throws IllegalArgumentException if the options have no User ID for a workbook, or one that is not the header's; or if an output
     *     file is also an input file
     * @throws FileAlreadyExistsException if a file to write exists and the options do not allow replacing it
     * @throws IOException if a file cannot be read or written, or the file changes while it is being read
     */
    public static SealedSubmission seal(Path file, Path folder, FileSigner signer, SealOptions options)
            throws IOException {
        return new Sealing(
                        requireNonNull(file, "file"),
                        requireNonNull(folder, "folder"),
                        requireNonNull(options, "options"))
                .seal(requireNonNull(signer, "signer"));
    }

    /**
     * Does the same as {@link #seal} except for signing, for suppliers who sign with DCC's File Signing Utility and its USB token (clause
     * 7.5.3): checks the file, and writes the archive and the password file to sign. {@link #mail} then drafts the mail from the files of
     * the utility.
     *
     * @param file the Migration Authorisation or schedule response
     * @param folder the folder for archive and password file; created if it is missing, but not its parents
     * @param options the options; {@link SealOptions#withArchiveHash} and {@link SealOptions#mailDraft} require a signature
     * @param clock the time of submission if the options have none; migration weeks whose deadline has passed are reported
     * @return the files, and which of them to sign
     * @throws InvalidDocumentException if a Migration Authorisation has errors, or its name does not follow clause 7.2.1
     * @throws SecureExchangeException if the file is too large, or its name cannot be used in a password file
     * @throws IllegalArgumentException if the options require a signature, have no User ID for a workbook, or one that is not the
     *     header's; or if an output file is also an input file
     * @throws FileAlreadyExistsException if a file to write exists and the options do not allow replacing it
     * @throws IOException if a file cannot be read or written, or the file changes while it is being read
     */
    public static PreparedSubmission prepare(Path file, Path folder, SealOptions options, Clock clock)
            throws IOException {
        return new Sealing(
                        requireNonNull(file, "file"),
                        requireNonNull(folder, "folder"),
                        requireNonNull(options, "options"))
                .prepare(requireNonNull(clock, "clock").instant());
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
        Received received = Received.verify(passwordFile, signature, verifier, options);
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
        Received received = Received.verify(passwordFile, signature, verifier, options);
        byte[] content =
                ArchiveReader.read(archive, received.expected(), limits(options.archive()), received.archiveSha256());
        return received.opened(NamedFile.of(received.passwordFile().fileName(), content), List.of());
    }

    private static Unpacking.Limits limits(ArchiveOptions options) {
        return new Unpacking.Limits(options.maxSize(), options.maxRatio());
    }

    /** A password file with a valid signature. */
    private record Received(PasswordFile passwordFile, Verification verification, Optional<ArchiveHash> archiveHash) {
        static Received verify(Input file, Optional<Input> signature, FileVerifier verifier, OpenOptions options)
                throws IOException {
            requireNonNull(file, "passwordFile");
            requireNonNull(signature, "signature");
            requireNonNull(verifier, "verifier");
            requireNonNull(options, "options");
            Verification verification = verifier.verify(file, signature);
            PasswordFile passwordFile =
                    PasswordFile.parseSigned(verification.content().bytes());
            Verification exact =
                    options.userIdExact() ? verification.agreeingExactlyWith(passwordFile.userId()) : verification;
            Verification agreeing = exact.agreeingWithPasswordFile();
            if (options.userIdRequired()) {
                agreeing = agreeing.requireUserId();
            }
            String name = agreeing.content().name();
            Set<ArchiveHash> hashes = agreeing.signers().stream()
                    .flatMap(signer -> signer.archive().stream())
                    .collect(Collectors.toSet());
            if (hashes.size() > 1) {
                throw new SecureExchangeException(
                        Rule.SIGNATURE_INVALID, name + ": its signers name different archives");
            }
            if (hashes.isEmpty() && options.archiveHashRequired()) {
                throw new SecureExchangeException(
                        Rule.SIGNATURE_INVALID,
                        name
                                + ": the signature does not contain the SHA-256 of the archive, which is required here:"
                                + " ask for the file to be sealed with it");
            }
            return new Received(passwordFile, agreeing, hashes.stream().findFirst());
        }

        ExpectedFile expected() {
            return new ExpectedFile(passwordFile.fileName(), passwordFile.md5());
        }

        Optional<byte[]> archiveSha256() {
            return archiveHash.map(ArchiveHash::sha256);
        }

        <T> OpenedSubmission<T> opened(T file, List<InterruptedWrite> recovered) {
            return new OpenedSubmission<>(file, passwordFile, verification, archiveHash.isPresent(), recovered);
        }
    }
}
