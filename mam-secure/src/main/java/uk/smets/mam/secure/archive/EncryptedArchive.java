package uk.smets.mam.secure.archive;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.AtomicFileGroup;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.secure.internal.file.PasswordFileText;
import uk.smets.mam.secure.internal.zip.ArchiveReader;
import uk.smets.mam.secure.internal.zip.ArchiveWriter;
import uk.smets.mam.secure.internal.zip.ExpectedFile;
import uk.smets.mam.secure.internal.zip.Unpacking;

/**
 * The encrypted archive (clause 7.5.1): a ZIP that holds one file, deflated and encrypted with AES-256 in the AE scheme of WinZip,
 * as 7-Zip writes it. Its password is the MD5 in the {@link PasswordFile}.
 *
 * <p>Archives are written as AE-2. Of archives that somebody made AE-1 and AE-2 are opened, and an archive is refused unless it has
 * exactly one entry, a file of the name in the password file, encrypted with AES-256; its headers agree; it spans the whole file;
 * its authentication code passes; and what comes out has the MD5 of the password file. The code is checked before a byte is
 * decrypted. A refused archive leaves nothing behind.
 *
 * <p>Works in constant memory. All methods may be called from any thread; each uses one more thread while it runs, and at times
 * another where the file is large.
 */
public final class EncryptedArchive {
    private static final String EXTENSION = ".zip";

    private EncryptedArchive() {}

    /**
     * The name that the archive of a file has: the file's, with {@code .zip} in place of its extension.
     *
     * @param fileName the name of the file that is encrypted, without folders
     * @return the name
     */
    public static String nameFor(String fileName) {
        return PasswordFileText.stem(requireNonNull(fileName, "fileName")) + EXTENSION;
    }

    /**
     * Makes an archive with the {@linkplain ArchiveOptions#defaults() defaults}.
     *
     * @param file the file
     * @param passwordFile the file's password file; the entry has the name that it gives
     * @param archive the archive, best named by {@link #nameFor}; it appears whole or not at all, and replaces one that is there
     * @throws IllegalArgumentException where the archive would go over the file, by whatever name
     * @throws SecureExchangeException with {@link Rule#ARCHIVE_TOO_LARGE} where the file is larger than an archive may unpack to
     * @throws IOException where a file can't be read or written, or the file is not the one of the password file any more
     */
    public static void create(Path file, PasswordFile passwordFile, Path archive) throws IOException {
        create(file, passwordFile, archive, ArchiveOptions.defaults());
    }

    /**
     * Makes an archive.
     *
     * @param file the file
     * @param passwordFile the file's password file; the entry has the name that it gives
     * @param archive the archive, best named by {@link #nameFor}; it appears whole or not at all, and replaces one that is there
     * @param options how hard to compress, and where the salt comes from
     * @throws IllegalArgumentException where the archive would go over the file, by whatever name
     * @throws SecureExchangeException with {@link Rule#ARCHIVE_TOO_LARGE} where the file is larger than the options allow
     * @throws IOException where a file can't be read or written, or the file is not the one of the password file any more
     */
    public static void create(Path file, PasswordFile passwordFile, Path archive, ArchiveOptions options)
            throws IOException {
        OutputTarget checked =
                OutputTarget.named(requireNonNull(archive, "archive"), List.of(requireNonNull(file, "file")));
        requireNonNull(options, "options");
        ArchiveWriter writer = new ArchiveWriter(
                file,
                expected(passwordFile),
                new ArchiveWriter.Settings(options.level(), options.maxSize(), options.random()));
        try (AtomicFile target = AtomicFile.create(checked)) {
            writer.write(target);
            target.commit();
        }
    }

    /**
     * Opens an archive with the {@linkplain ArchiveOptions#defaults() defaults}.
     *
     * @param archive the archive
     * @param passwordFile its password file, best out of a verified signature
     * @param folder where the file goes, under the name in the password file; it replaces one that is there. A folder that is
     *     missing is created, but not its parents
     * @return the file
     * @throws SecureExchangeException with a rule that starts with {@code ARCHIVE_}, or {@link Rule#HASH_MISMATCH}, where the archive
     *     is refused; then nothing is written
     * @throws IOException where a file can't be read or written, or changes while it is being read
     */
    public static Path open(Path archive, PasswordFile passwordFile, Path folder) throws IOException {
        return open(archive, passwordFile, folder, ArchiveOptions.defaults());
    }

    /**
     * Opens an archive.
     *
     * @param archive the archive
     * @param passwordFile its password file, best out of a verified signature
     * @param folder where the file goes, under the name in the password file; it replaces one that is there. A folder that is
     *     missing is created, but not its parents
     * @param options how large the file may be
     * @return the file
     * @throws SecureExchangeException with a rule that starts with {@code ARCHIVE_}, or {@link Rule#HASH_MISMATCH}, where the archive
     *     is refused; then nothing is written
     * @throws IOException where a file can't be read or written, or changes while it is being read
     */
    public static Path open(Path archive, PasswordFile passwordFile, Path folder, ArchiveOptions options)
            throws IOException {
        requireNonNull(folder, "folder");
        return ArchiveReader.extract(
                        requireNonNull(archive, "archive"),
                        expected(passwordFile),
                        limits(options),
                        Optional.empty(),
                        folder,
                        List.of(archive),
                        true)
                .file();
    }

    /**
     * Opens an archive in memory: nothing is written.
     *
     * @param archive the archive
     * @param passwordFile its password file, best out of a verified signature
     * @param options how large the file may be
     * @return the bytes of the file
     * @throws SecureExchangeException with a rule that starts with {@code ARCHIVE_}, or {@link Rule#HASH_MISMATCH}, where the archive
     *     is refused
     * @throws IOException where the archive can't be read, or changes while it is being read
     */
    public static byte[] read(Path archive, PasswordFile passwordFile, ArchiveOptions options) throws IOException {
        return ArchiveReader.read(
                requireNonNull(archive, "archive"), expected(passwordFile), limits(options), Optional.empty());
    }

    /**
     * Does all that opening an archive does, and keeps nothing of what comes out.
     *
     * @param archive the archive
     * @param passwordFile its password file, best out of a verified signature
     * @param options how large the file may be
     * @throws SecureExchangeException with a rule that starts with {@code ARCHIVE_}, or {@link Rule#HASH_MISMATCH}, where the archive
     *     would be refused
     * @throws IOException where the archive can't be read, or changes while it is being read
     */
    public static void check(Path archive, PasswordFile passwordFile, ArchiveOptions options) throws IOException {
        ArchiveReader.check(
                requireNonNull(archive, "archive"), expected(passwordFile), limits(options), Optional.empty());
    }

    private static ExpectedFile expected(PasswordFile passwordFile) {
        requireNonNull(passwordFile, "passwordFile");
        return new ExpectedFile(passwordFile.fileName(), passwordFile.md5());
    }

    private static Unpacking.Limits limits(ArchiveOptions options) {
        requireNonNull(options, "options");
        return new Unpacking.Limits(options.maxSize(), options.maxRatio());
    }
}
