package uk.smets.mam.secure.archive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.secure.internal.file.Content;
import uk.smets.mam.secure.internal.file.PasswordFileText;
import uk.smets.mam.secure.internal.zip.ArchiveOutput;
import uk.smets.mam.secure.internal.zip.ArchiveReader;
import uk.smets.mam.secure.internal.zip.ArchiveWriter;
import uk.smets.mam.secure.internal.zip.ExpectedFile;
import uk.smets.mam.secure.internal.zip.Unpacking;

/**
 * Creates and opens the encrypted archive (clause 7.5.1): a ZIP with one file, deflated and encrypted with AES-256 in WinZip's AE
 * scheme, as 7-Zip writes it. Its password is the MD5 in the {@link PasswordFile}.
 *
 * <p>Archives are written as AE-2; AE-1 and AE-2 are opened. An archive is refused unless it has exactly one entry, a file with the name
 * in the password file, encrypted with AES-256; its headers agree; it fills the whole file; its authentication code is correct; and the
 * content has the MD5 of the password file. The code is checked before anything is decrypted. No file is written from an archive that is
 * refused.
 *
 * <p>Uses constant memory. All methods are thread-safe; each uses a second thread while it runs, and for large files sometimes a third.
 */
public final class EncryptedArchive {
    private static final String EXTENSION = ".zip";

    private EncryptedArchive() {}

    /**
     * {@return the name of a file's archive: the file's name with {@code .zip} instead of its extension}
     *
     * @param fileName the name of the encrypted file, without folders
     */
    public static String nameFor(String fileName) {
        return PasswordFileText.stem(requireNonNull(fileName, "fileName")) + EXTENSION;
    }

    /**
     * Creates an archive with the {@linkplain ArchiveOptions#defaults() defaults}.
     *
     * @param file the file
     * @param passwordFile the file's password file, which contains the name of the entry
     * @param archive the archive, written completely or not at all; an existing file is replaced
     * @throws IllegalArgumentException if archive and file are the same file, even under different names
     * @throws SecureExchangeException with {@link Rule#ARCHIVE_TOO_LARGE} if the file is larger than the options allow
     * @throws IOException if a file cannot be read or written, or the file no longer has the MD5 of the password file
     */
    public static void create(Path file, PasswordFile passwordFile, Path archive) throws IOException {
        create(file, passwordFile, archive, ArchiveOptions.defaults());
    }

    /**
     * Creates an archive.
     *
     * @param file the file
     * @param passwordFile the file's password file, which contains the name of the entry
     * @param archive the archive, written completely or not at all; an existing file is replaced
     * @param options the compression level, the maximum size, and the source of the salt
     * @throws IllegalArgumentException if archive and file are the same file, even under different names
     * @throws SecureExchangeException with {@link Rule#ARCHIVE_TOO_LARGE} if the file is larger than the options allow
     * @throws IOException if a file cannot be read or written, or the file no longer has the MD5 of the password file
     */
    public static void create(Path file, PasswordFile passwordFile, Path archive, ArchiveOptions options)
            throws IOException {
        create(Input.of(requireNonNull(file, "file")), passwordFile, archive, options);
    }

    /**
     * Creates an archive from any input, as {@link #create(Path, PasswordFile, Path, ArchiveOptions)} does. The entry of an input that is
     * not a file has the time in its name, or else the first that a ZIP can have, 1 January 1980.
     *
     * @param file the content of the file, of which the password file has the MD5; its name is not used
     * @param passwordFile the file's password file, which contains the name of the entry
     * @param archive the archive, written completely or not at all; an existing file is replaced
     * @param options the compression level, the maximum sizes, and the source of the salt
     * @throws IllegalArgumentException if archive and file are the same file, even under different names
     * @throws SecureExchangeException with {@link Rule#ARCHIVE_TOO_LARGE} if the content is larger than the options allow
     * @throws IOException if the input cannot be read, the archive cannot be written, or the content does not have the MD5 of the password
     *     file
     */
    public static void create(Input file, PasswordFile passwordFile, Path archive, ArchiveOptions options)
            throws IOException {
        requireNonNull(file, "file");
        requireNonNull(passwordFile, "passwordFile");
        requireNonNull(options, "options");
        OutputTarget checked = OutputTarget.named(
                requireNonNull(archive, "archive"), file.file().map(List::of).orElse(List.of()));
        ArchiveWriter writer = writer(file, passwordFile, options);
        try (AtomicFile target = AtomicFile.create(checked)) {
            writer.write(ArchiveOutput.to(target));
            target.commit();
        }
    }

    /**
     * Creates an archive in memory; no file is written.
     *
     * @param file the content of the file, of which the password file has the MD5; its name is not used
     * @param passwordFile the file's password file, which contains the name of the entry
     * @param options the compression level, the maximum sizes, and the source of the salt
     * @return the bytes of the archive, which is named {@link #nameFor nameFor(passwordFile.fileName())}
     * @throws SecureExchangeException with {@link Rule#ARCHIVE_TOO_LARGE} if the content is larger than the options allow
     * @throws IOException if the input cannot be read, or does not have the MD5 of the password file
     */
    public static byte[] create(Input file, PasswordFile passwordFile, ArchiveOptions options) throws IOException {
        requireNonNull(file, "file");
        requireNonNull(passwordFile, "passwordFile");
        requireNonNull(options, "options");
        ArchiveOutput.InMemory archive = new ArchiveOutput.InMemory();
        writer(file, passwordFile, options.withMaxSize(Math.min(options.maxSize(), options.maxInMemory())))
                .write(archive);
        return archive.toByteArray();
    }

    private static ArchiveWriter writer(Input file, PasswordFile passwordFile, ArchiveOptions options)
            throws IOException {
        return new ArchiveWriter(
                Content.of(file, options.maxInMemory()),
                expected(passwordFile),
                new ArchiveWriter.Settings(options.level(), options.maxSize(), options.random()));
    }

    /**
     * Opens an archive with the {@linkplain ArchiveOptions#defaults() defaults}.
     *
     * @param archive the archive
     * @param passwordFile its password file, preferably from a verified signature
     * @param folder the folder for the file, which is named as in the password file; an existing file is replaced. The
     *     folder is created if it is missing, but not its parents
     * @return the file
     * @throws SecureExchangeException with a rule that starts with {@code ARCHIVE_}, or {@link Rule#HASH_MISMATCH}, if the archive
     *     is refused; no file is written
     * @throws IOException if a file cannot be read or written, or changes while it is being read
     */
    public static Path open(Path archive, PasswordFile passwordFile, Path folder) throws IOException {
        return open(archive, passwordFile, folder, ArchiveOptions.defaults());
    }

    /**
     * Opens an archive.
     *
     * @param archive the archive
     * @param passwordFile its password file, preferably from a verified signature
     * @param folder the folder for the file, which is named as in the password file; an existing file is replaced. The
     *     folder is created if it is missing, but not its parents
     * @param options the limits on the size of the file
     * @return the file
     * @throws SecureExchangeException with a rule that starts with {@code ARCHIVE_}, or {@link Rule#HASH_MISMATCH}, if the archive
     *     is refused; no file is written
     * @throws IOException if a file cannot be read or written, or changes while it is being read
     */
    public static Path open(Path archive, PasswordFile passwordFile, Path folder, ArchiveOptions options)
            throws IOException {
        return open(Input.of(requireNonNull(archive, "archive")), passwordFile, folder, options);
    }

    /**
     * Opens an archive from any input.
     *
     * @param archive the archive
     * @param passwordFile its password file, preferably from a verified signature
     * @param folder the folder for the file, as for {@link #open(Path, PasswordFile, Path, ArchiveOptions)}
     * @param options the limits on the size of the file
     * @return the file
     * @throws IOException if the input cannot be read, or the file cannot be written
     */
    public static Path open(Input archive, PasswordFile passwordFile, Path folder, ArchiveOptions options)
            throws IOException {
        requireNonNull(archive, "archive");
        requireNonNull(folder, "folder");
        return ArchiveReader.extract(
                        archive,
                        expected(passwordFile),
                        limits(options),
                        Optional.empty(),
                        folder,
                        archive.file().map(List::of).orElse(List.of()),
                        true)
                .file();
    }

    /**
     * Opens an archive in memory; no file is written.
     *
     * @param archive the archive
     * @param passwordFile its password file, preferably from a verified signature
     * @param options the limits on the size of the file
     * @return the bytes of the file
     * @throws SecureExchangeException with a rule that starts with {@code ARCHIVE_}, or {@link Rule#HASH_MISMATCH}, if the archive
     *     is refused
     * @throws IOException if the archive cannot be read, or changes while it is being read
     */
    public static byte[] read(Path archive, PasswordFile passwordFile, ArchiveOptions options) throws IOException {
        return read(Input.of(requireNonNull(archive, "archive")), passwordFile, options);
    }

    /**
     * Opens an archive from any input in memory, as {@link #read(Path, PasswordFile, ArchiveOptions)} does.
     *
     * @param archive the archive
     * @param passwordFile its password file, preferably from a verified signature
     * @param options the limits on the size of the file
     * @return the bytes of the file
     * @throws IOException if the input cannot be read
     */
    public static byte[] read(Input archive, PasswordFile passwordFile, ArchiveOptions options) throws IOException {
        return ArchiveReader.read(
                requireNonNull(archive, "archive"), expected(passwordFile), limits(options), Optional.empty());
    }

    /**
     * Checks an archive as {@link #open(Path, PasswordFile, Path, ArchiveOptions)} does, without keeping the content.
     *
     * @param archive the archive
     * @param passwordFile its password file, preferably from a verified signature
     * @param options the limits on the size of the file
     * @throws SecureExchangeException with a rule that starts with {@code ARCHIVE_}, or {@link Rule#HASH_MISMATCH}, if the archive
     *     would be refused
     * @throws IOException if the archive cannot be read, or changes while it is being read
     */
    public static void check(Path archive, PasswordFile passwordFile, ArchiveOptions options) throws IOException {
        check(Input.of(requireNonNull(archive, "archive")), passwordFile, options);
    }

    /**
     * Checks an archive from any input, as {@link #check(Path, PasswordFile, ArchiveOptions)} does.
     *
     * @param archive the archive
     * @param passwordFile its password file, preferably from a verified signature
     * @param options the limits on the size of the file
     * @throws IOException if the input cannot be read
     */
    public static void check(Input archive, PasswordFile passwordFile, ArchiveOptions options) throws IOException {
        ArchiveReader.check(
                requireNonNull(archive, "archive"), expected(passwordFile), limits(options), Optional.empty());
    }

    private static ExpectedFile expected(PasswordFile passwordFile) {
        requireNonNull(passwordFile, "passwordFile");
        return new ExpectedFile(passwordFile.fileName(), passwordFile.md5());
    }

    private static Unpacking.Limits limits(ArchiveOptions options) {
        requireNonNull(options, "options");
        return new Unpacking.Limits(options.maxSize(), options.maxRatio(), options.maxInMemory());
    }
}
