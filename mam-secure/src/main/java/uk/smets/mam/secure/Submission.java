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
 * All that clause 7.5 asks for in one call: {@link #seal} turns a Migration Authorisation or a schedule response into archive,
 * password file and signature; {@link #open} verifies and opens them.
 *
 * <p>What is signed is the password file, and it names the file by its MD5. Nothing ties the archive itself to the signature, unless
 * both sides agree on its SHA-256: see {@link SealOptions#withArchiveHash}.
 *
 * <p>All methods may be called from any thread.
 */
public final class Submission {
    private Submission() {}

    /**
     * Completes or undoes what an interrupted program left in a folder, as {@link #seal} and {@link #open} do before they write. Files of
     * programs that still run, and of other users, are left alone.
     *
     * @param folder the folder
     * @return what was found; empty if the folder does not exist
     * @throws IOException if a file can't be removed or restored; calling this method again continues from there
     */
    public static List<InterruptedWrite> recover(Path folder) throws IOException {
        return AtomicFileGroup.recover(folder);
    }

    /**
     * Seals a file with the {@linkplain SealOptions#defaults() defaults}.
     *
     * @param file the Migration Authorisation
     * @param folder where archive, password file and signature go; created where it is missing, but not its parents
     * @param signer signs the password file
     * @return what was made, and where it goes
     * @throws InvalidDocumentException where the file has errors, or its name is not of the form of clause 7.2.1
     * @throws SecureExchangeException where the file is too large, its name can't stand in a password file, the signer's certificate
     *     is that of another User ID ({@link Rule#SIGNER_MISMATCH}), or the key does not sign
     * @throws FileAlreadyExistsException where a file that would be made exists and the options do not allow to replace it
     * @throws IOException where a file can't be read or written, or the file changes meanwhile
     */
    public static SealedSubmission seal(Path file, Path folder, FileSigner signer) throws IOException {
        return seal(file, folder, signer, SealOptions.defaults());
    }

    /**
     * Seals a file. A Migration Authorisation is validated, as one that is sent now unless the options name another instant, and refused
     * where it has errors; a workbook ({@code .xlsx},
     * {@code .xlsm}) is sealed as it is, as a schedule response. The file is read twice, once to validate and hash it, and once to
     * encrypt it; what is made appears when all of it is complete, or none of it does, and then what was there before is
     * unchanged.
     *
     * @param file the Migration Authorisation or schedule response
     * @param folder where archive, password file and signature go; created where it is missing, but not its parents
     * @param signer signs the password file
     * @param options how it is sealed
     * @return what was made, and where it goes
     * @throws InvalidDocumentException where a Migration Authorisation has errors, or its name is not of the form of clause 7.2.1
     * @throws SecureExchangeException where the file is too large, its name can't stand in a password file, the signer's certificate
     *     is that of another User ID ({@link Rule#SIGNER_MISMATCH}), or the key does not sign
     * @throws IllegalArgumentException where the options have no User ID for a workbook, or one that is not the header's; where a file
     *     that would be made is one that is read
     * @throws FileAlreadyExistsException where a file that would be made exists and the options do not allow to replace it
     * @throws IOException where a file can't be read or written, or the file changes meanwhile
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
     * Does what {@link #seal} does short of the signature, for suppliers who sign with DCC's File Signing Utility and its USB token
     * (clause 7.5.3): checks the file, and writes the archive and the password file, which is then to be signed. {@link #mail} drafts
     * the mail from what the utility gives.
     *
     * @param file the Migration Authorisation or schedule response
     * @param folder where archive and password file go; created where it is missing, but not its parents
     * @param options how it is sealed; {@link SealOptions#withArchiveHash} and {@link SealOptions#mailDraft} need a signature
     * @param clock says when it is sent, where the options do not: weeks whose deadline has passed are reported
     * @return what was written, and which file is to be signed
     * @throws InvalidDocumentException where a Migration Authorisation has errors, or its name is not of the form of clause 7.2.1
     * @throws SecureExchangeException where the file is too large, or a password file cannot hold its name
     * @throws IllegalArgumentException where the options ask for what needs a signature, have no User ID for a workbook, or one that is
     *     not the header's; where a file that would be written is one that is read
     * @throws FileAlreadyExistsException where a file that would be written exists and the options do not allow replacing it
     * @throws IOException where a file cannot be read or written, or the file changes meanwhile
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
     * Drafts the mail to DCC from what a signing utility made of the password file that {@link #prepare} wrote. The files are checked to
     * belong together, as {@link SignedSubmission#read} describes, before a byte is written; the draft appears whole or not at all.
     *
     * @param signedFiles the signed password file, and its signature where that is a file of its own
     * @param archive the archive, where the password file is to be compared with it; it is not attached
     * @param mail how the mail is drafted
     * @param draft the draft, which replaces one that is there; only its owner may read it, as the password is in it
     * @return the draft, and what was checked
     * @throws SecureExchangeException with the first reason why the files do not belong together, or why the receiver would refuse them
     * @throws IllegalArgumentException where a file is given that must not be mailed, such as a key, or the draft is one of the files
     * @throws IOException where a file cannot be read or written
     */
    public static DraftedMail mail(List<Path> signedFiles, Optional<Path> archive, MailDraft mail, Path draft)
            throws IOException {
        requireNonNull(mail, "mail");
        requireNonNull(draft, "draft");
        return SignedSubmission.read(signedFiles, archive, mail.now()).draft(mail, draft);
    }

    /**
     * Verifies and opens a submission: the signature over exactly the received bytes first; then the name in the password file; then
     * the archive; then the MD5 of what came out. The password file is read once, and nothing in it is looked at before it is
     * verified.
     *
     * @param archive the archive
     * @param passwordFile the password file, or the one file with password file and signature where the layout has it so
     * @param signature the signature, where it is a file of its own
     * @param verifier says whom to believe, and how the signature is laid out
     * @param folder where the file goes that is in the archive, under the name in the password file; created where it is missing, but
     *     not its parents
     * @param options how large it may be, what the signature has to tell, and whether a file that is there may be replaced
     * @return the file, and what was verified
     * @throws SecureExchangeException with the first reason why it is refused; then nothing is written
     * @throws IllegalArgumentException where the file would replace one of those that are read
     * @throws FileAlreadyExistsException where the file exists and the options do not allow to replace it
     * @throws IOException where a file can't be read or written, or changes while it is being read
     */
    public static OpenedSubmission<Path> open(
            Path archive,
            Path passwordFile,
            Optional<Path> signature,
            FileVerifier verifier,
            Path folder,
            OpenOptions options)
            throws IOException {
        requireNonNull(archive, "archive");
        requireNonNull(folder, "folder");
        Received received = Received.verify(passwordFile, signature, verifier, options);
        List<Path> inputs = new ArrayList<>(options.overwriting().exceptions());
        inputs.add(archive);
        inputs.add(passwordFile);
        signature.ifPresent(inputs::add);
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
     * Verifies and opens a submission as {@link #open} does, in memory: nothing is written, and what is given back is what was
     * verified, whoever else can write to the disk.
     *
     * @param archive the archive
     * @param passwordFile the password file, or the one file with password file and signature where the layout has it so
     * @param signature the signature, where it is a file of its own
     * @param verifier says whom to believe, and how the signature is laid out
     * @param options how large the file may be, and what the signature has to tell
     * @return the bytes of the file under the name in the password file, and what was verified
     * @throws SecureExchangeException with the first reason why it is refused
     * @throws IOException where a file can't be read, or changes while it is being read
     */
    public static OpenedSubmission<NamedFile> read(
            Path archive, Path passwordFile, Optional<Path> signature, FileVerifier verifier, OpenOptions options)
            throws IOException {
        requireNonNull(archive, "archive");
        Received received = Received.verify(passwordFile, signature, verifier, options);
        byte[] content =
                ArchiveReader.read(
                archive, received.expected(), limits(options.archive()), received.archiveSha256());
        return received.opened(NamedFile.of(received.passwordFile().fileName(), content), List.of());
    }

    private static Unpacking.Limits limits(ArchiveOptions options) {
        return new Unpacking.Limits(options.maxSize(), options.maxRatio());
    }

    /** A password file whose signature is valid. */
    private record Received(PasswordFile passwordFile, Verification verification, Optional<ArchiveHash> archiveHash) {
        static Received verify(Path file, Optional<Path> signature, FileVerifier verifier, OpenOptions options)
                throws IOException {
            requireNonNull(file, "passwordFile");
            requireNonNull(signature, "signature");
            requireNonNull(verifier, "verifier");
            requireNonNull(options, "options");
            Verification verification = verifier.verify(file, signature);
            PasswordFile passwordFile =
                    PasswordFile.parseSigned(verification.content().bytes());
            Verification exact = options.userIdExact()
                    ? verification.agreeingExactlyWith(passwordFile.userId())
                    : verification;
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
                        Rule.SIGNATURE_INVALID, name + ": its signers tell of different archives");
            }
            if (hashes.isEmpty() && options.archiveHashRequired()) {
                throw new SecureExchangeException(
                        Rule.SIGNATURE_INVALID,
                        name
                                + ": the signature does not tell the SHA-256 of the archive, on which both sides"
                                + " agreed: ask for it to be sealed so");
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
