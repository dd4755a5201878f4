package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import uk.smets.mam.model.Document;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.NamedFile;

/** The methods of {@link Submission} that seal a file. */
abstract sealed class SubmissionSealing permits Submission {
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
    public static SealedSubmission<Path> seal(Path file, Path folder, FileSigner signer) throws IOException {
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
    public static SealedSubmission<Path> seal(Path file, Path folder, FileSigner signer, SealOptions options)
            throws IOException {
        return seal(Input.of(requireNonNull(file, "file")), folder, signer, options);
    }

    /**
     * Seals any input into a folder, as {@link #seal(Path, Path, FileSigner, SealOptions)} does. An input that is not a file is copied
     * into memory first, so that exactly the bytes that were checked are sealed.
     *
     * @param file the Migration Authorisation or schedule response, under the name that its file has or will have
     * @param folder the folder for archive, password file and signature; created if it is missing, but not its parents
     * @param signer the signer of the password file
     * @param options the options
     * @return the files and their destinations
     * @throws InvalidDocumentException if a Migration Authorisation has errors, or its name does not follow clause 7.2.1
     * @throws SecureExchangeException as for files; also with {@link Rule#ARCHIVE_TOO_LARGE} if bytes or a stream exceed {@link
     *     ArchiveOptions#maxInMemory()}
     * @throws FileAlreadyExistsException if a file to write exists and the options do not allow replacing it
     * @throws IOException if an input cannot be read, or a file cannot be written
     */
    public static SealedSubmission<Path> seal(Input file, Path folder, FileSigner signer, SealOptions options)
            throws IOException {
        requireNonNull(folder, "folder");
        requireNonNull(signer, "signer");
        Sealing sealing = new Sealing(requireNonNull(file, "file"), requireNonNull(options, "options"));
        return sealing.seal(signer, sealing.in(folder));
    }

    /**
     * Seals any input in memory, as {@link #seal(Input, Path, FileSigner, SealOptions)} does; no file is written.
     *
     * @param file the Migration Authorisation or schedule response, under the name that its file has or will have
     * @param signer the signer of the password file
     * @param options the options; those about existing files have no effect
     * @return the files and their destinations
     * @throws InvalidDocumentException if a Migration Authorisation has errors, or its name does not follow clause 7.2.1
     * @throws SecureExchangeException as for files; also with {@link Rule#ARCHIVE_TOO_LARGE} if the input exceeds {@link
     *     ArchiveOptions#maxInMemory()}
     * @throws IOException if the input cannot be read
     */
    public static SealedSubmission<NamedFile> seal(Input file, FileSigner signer, SealOptions options)
            throws IOException {
        requireNonNull(signer, "signer");
        Sealing sealing = new Sealing(requireNonNull(file, "file"), requireNonNull(options, "options"));
        return sealing.seal(signer, sealing.inMemory());
    }

    /**
     * Seals a Migration Authorisation in memory, under the name of clause 7.2.1 for the current time of the signer's clock.
     *
     * @param document the Migration Authorisation
     * @param signer the signer of the password file
     * @param options the options; those about existing files have no effect
     * @return the files and their destinations
     * @throws InvalidDocumentException if the document has errors
     * @throws SecureExchangeException as for {@link #seal(Input, FileSigner, SealOptions)}
     * @throws IOException never, since nothing is read or written
     */
    public static SealedSubmission<NamedFile> seal(
            Document<MigrationAuthorisationHeader, ?> document, FileSigner signer, SealOptions options)
            throws IOException {
        return seal(input(document, signer), signer, options);
    }

    /**
     * Seals a Migration Authorisation into a folder, under the name of clause 7.2.1 for the current time of the signer's clock. The document
     * itself is not written.
     *
     * @param document the Migration Authorisation
     * @param folder the folder for archive, password file and signature; created if it is missing, but not its parents
     * @param signer the signer of the password file
     * @param options the options
     * @return the files and their destinations
     * @throws InvalidDocumentException if the document has errors
     * @throws SecureExchangeException as for {@link #seal(Input, Path, FileSigner, SealOptions)}
     * @throws FileAlreadyExistsException if a file to write exists and the options do not allow replacing it
     * @throws IOException if a file cannot be written
     */
    public static SealedSubmission<Path> seal(
            Document<MigrationAuthorisationHeader, ?> document, Path folder, FileSigner signer, SealOptions options)
            throws IOException {
        return seal(input(document, signer), folder, signer, options);
    }

    private static Input input(Document<MigrationAuthorisationHeader, ?> document, FileSigner signer) {
        requireNonNull(document, "document");
        requireNonNull(signer, "signer");
        String name = document.header().fileName(signer.clock()).toString();
        return Input.of(document.toBytes(), name);
    }

    /**
     * Does the same as {@link #seal} except for signing, for suppliers who sign with DCC's File Signing Utility and its USB token (clause
     * 7.5.3): checks the file, and writes the archive and the password file to sign. {@link Submission#mail} then drafts the mail from the files of
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
    public static PreparedSubmission<Path> prepare(Path file, Path folder, SealOptions options, Clock clock)
            throws IOException {
        return prepare(Input.of(requireNonNull(file, "file")), folder, options, clock);
    }

    /**
     * Prepares any input in a folder, as {@link #prepare(Path, Path, SealOptions, Clock)} does.
     *
     * @param file the Migration Authorisation or schedule response, under the name that its file has or will have
     * @param folder the folder for archive and password file; created if it is missing, but not its parents
     * @param options the options
     * @param clock the time of submission if the options have none
     * @return the files, and which of them to sign
     * @throws IOException if the input cannot be read, or a file cannot be written
     */
    public static PreparedSubmission<Path> prepare(Input file, Path folder, SealOptions options, Clock clock)
            throws IOException {
        requireNonNull(folder, "folder");
        requireNonNull(clock, "clock");
        Sealing sealing = new Sealing(requireNonNull(file, "file"), requireNonNull(options, "options"));
        return sealing.prepare(clock.instant(), sealing.in(folder));
    }

    /**
     * Prepares any input in memory, as {@link #prepare(Path, Path, SealOptions, Clock)} does; no file is written.
     *
     * @param file the Migration Authorisation or schedule response, under the name that its file has or will have
     * @param options the options; those about existing files have no effect
     * @param clock the time of submission if the options have none
     * @return the files, and which of them to sign
     * @throws IOException if the input cannot be read
     */
    public static PreparedSubmission<NamedFile> prepare(Input file, SealOptions options, Clock clock)
            throws IOException {
        requireNonNull(clock, "clock");
        Sealing sealing = new Sealing(requireNonNull(file, "file"), requireNonNull(options, "options"));
        return sealing.prepare(clock.instant(), sealing.inMemory());
    }
}
