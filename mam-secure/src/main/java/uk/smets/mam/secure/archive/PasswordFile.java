package uk.smets.mam.secure.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.secure.internal.file.Content;
import uk.smets.mam.secure.internal.file.ParallelDigest;
import uk.smets.mam.secure.internal.file.PasswordFileText;

/**
 * The password file (clause 7.5.2): three lines with one field each, the User ID, the name of the encrypted file, and the MD5 of that
 * file, which is the password of its archive.
 *
 * <p>Bytes after the third line are kept: some signing utilities add the signature there (clause 7.1). A password file that was parsed is
 * written back unchanged, since a signature is over exactly those bytes.
 *
 * <p>The MD5 serves only as a password. Anyone who has it can open the archive and confirm a guess of the content, so it does not appear
 * in messages or in {@link #toString()}. It does not authenticate the content; the signature does.
 *
 * <p>Immutable, and may be shared by threads.
 */
public final class PasswordFile {
    private static final String PREFIX = "MAPASSWORD_";
    private static final String EXTENSION = ".csv";

    /** The three lines have about a hundred bytes, and a signature with its certificates a few thousand. */
    private static final int LARGEST = 1 << 20;

    private final byte[] bytes;
    private final int trailerAt;
    private final UserId userId;
    private final String fileName;
    private final String md5;

    private PasswordFile(byte[] bytes, int trailerAt, UserId userId, String fileName, String md5) {
        this.bytes = bytes;
        this.trailerAt = trailerAt;
        this.userId = userId;
        this.fileName = fileName;
        this.md5 = md5;
    }

    /**
     * {@return the password file of a file whose MD5 is known, for example from a {@code WrittenFile}}
     *
     * @param userId the supplier's User ID
     * @param fileName the name of the encrypted file, without folders
     * @param md5 its MD5 in 32 hexadecimal digits, which are converted to lower case
     * @throws IllegalArgumentException if {@code md5} is not 32 hexadecimal digits
     * @throws SecureExchangeException with {@link Rule#PASSWORD_FILE_NAME_UNSAFE} or {@link Rule#PASSWORD_FILE_FORMAT} if the name
     *     cannot be used in a password file
     */
    public static PasswordFile of(UserId userId, String fileName, String md5) {
        requireNonNull(userId, "userId");
        requireNonNull(fileName, "fileName");
        if (!PasswordFileText.isMd5(requireNonNull(md5, "md5"))) {
            throw new IllegalArgumentException("md5: 32 hexadecimal digits");
        }
        PasswordFileText.checkName(fileName);
        String lower = md5.toLowerCase(Locale.ROOT);
        byte[] bytes = PasswordFileText.format(userId, fileName, lower).getBytes(US_ASCII);
        return new PasswordFile(bytes, bytes.length, userId, fileName, lower);
    }

    /**
     * {@return the password file of a file, reading the file once to compute its MD5}
     *
     * @param userId the supplier's User ID
     * @param file the file to encrypt
     * @throws SecureExchangeException with {@link Rule#PASSWORD_FILE_NAME_UNSAFE} or {@link Rule#PASSWORD_FILE_FORMAT} if the file's
     *     name cannot be used in a password file
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static PasswordFile of(UserId userId, Path file) throws IOException {
        return of(userId, Input.of(requireNonNull(file, "file")));
    }

    /**
     * {@return the password file of any input, reading it once to compute its MD5}
     *
     * @param userId the supplier's User ID
     * @param file the content to encrypt, under the name that its file has or will have; bytes and streams of up to the default of {@link
     *     ArchiveOptions#maxInMemory()}
     * @throws SecureExchangeException with {@link Rule#PASSWORD_FILE_NAME_UNSAFE} or {@link Rule#PASSWORD_FILE_FORMAT} if the name cannot
     *     be used in a password file, and with {@link Rule#ARCHIVE_TOO_LARGE} if bytes or a stream exceed the limit
     * @throws IOException if the input cannot be read, or changes while it is being read
     */
    public static PasswordFile of(UserId userId, Input file) throws IOException {
        requireNonNull(userId, "userId");
        PasswordFileText.checkName(requireNonNull(file, "file").name());
        Content content = Content.of(file, ArchiveOptions.defaults().maxInMemory());
        return of(userId, content.name(), HexFormat.of().formatHex(ParallelDigest.md5Of(content, Optional.empty())));
    }

    /**
     * Reads a password file.
     *
     * @param file the file
     * @return the password file
     * @throws SecureExchangeException with {@link Rule#PASSWORD_FILE_NAME_UNSAFE} if the name in it is not safe, and
     *     {@link Rule#PASSWORD_FILE_FORMAT} if it is otherwise invalid
     * @throws IOException if it cannot be read
     */
    public static PasswordFile parse(Path file) throws IOException {
        return parse(Input.of(requireNonNull(file, "file")));
    }

    /**
     * Reads a password file from any input, as {@link #parse(Path)} does. Its name is not checked: signing utilities may change it.
     *
     * @param input the password file
     * @return the password file
     * @throws SecureExchangeException as for {@link #parse(byte[])}
     * @throws IOException if it cannot be read
     */
    public static PasswordFile parse(Input input) throws IOException {
        try (InputStream in = requireNonNull(input, "input").open()) {
            return parse(in.readNBytes(LARGEST + 1));
        }
    }

    /**
     * Reads the bytes of a password file. Accepts a User ID in lower case, quotes that follow RFC 4180, and a third line without LF;
     * any other deviation is an error.
     *
     * @param bytes the bytes
     * @return the password file
     * @throws SecureExchangeException with {@link Rule#PASSWORD_FILE_NAME_UNSAFE} if the name in it is not safe, and
     *     {@link Rule#PASSWORD_FILE_FORMAT} if it is otherwise invalid
     */
    public static PasswordFile parse(byte[] bytes) {
        return parse(bytes, false);
    }

    /**
     * Reads a password file whose signature is valid for exactly these bytes. Its lines may end in CR LF as well as in LF, since the
     * signature proves that they were signed so.
     *
     * @param bytes the bytes that were verified
     * @return the password file
     * @throws SecureExchangeException as for {@link #parse(byte[])}
     */
    public static PasswordFile parseSigned(byte[] bytes) {
        return parse(bytes, true);
    }

    private static PasswordFile parse(byte[] bytes, boolean carriageReturns) {
        if (requireNonNull(bytes, "bytes").length > LARGEST) {
            throw PasswordFileText.refusal("it is larger than 1 MiB, but a password file has three short lines");
        }
        byte[] copy = bytes.clone();
        PasswordFileText text = PasswordFileText.read(copy, carriageReturns);
        return new PasswordFile(copy, text.length(), text.userId(), text.fileName(), text.md5());
    }

    /**
     * Returns whether bytes look like a password file: the third line has 32 hexadecimal digits. {@link #parse(byte[])} decides whether it
     * is valid.
     *
     * @param bytes the bytes of any file
     * @return true if they have the form of a password file
     */
    public static boolean isRecognised(byte[] bytes) {
        return PasswordFileText.isRecognisedIn(requireNonNull(bytes, "bytes"));
    }

    /**
     * {@return the name of a file's password file: {@code MAPASSWORD_<SMSO>_<User ID>_<date>_<time>.csv} for a Migration
     * Authorisation, otherwise {@code MAPASSWORD_}, the file's name without its extension, and {@code .csv}}
     *
     * @param fileName the name of the file that is encrypted, without folders
     */
    public static String nameFor(String fileName) {
        return MigrationAuthorisationFileName.find(requireNonNull(fileName, "fileName"))
                .map(MigrationAuthorisationFileName::passwordFileName)
                .orElseGet(() -> PREFIX + PasswordFileText.stem(fileName) + EXTENSION);
    }

    /**
     * Returns the name of this password file (clause 7.5.2).
     *
     * @return the name, without folders
     */
    public String name() {
        return nameFor(fileName);
    }

    /** {@return the supplier's User ID: the first line} */
    public UserId userId() {
        return userId;
    }

    /**
     * Returns the name of the encrypted file: the second line. It is safe: it cannot refer to a file outside the folder that it is resolved
     * against.
     *
     * @return the name, without folders
     */
    public String fileName() {
        return fileName;
    }

    /**
     * Returns the MD5 of the encrypted file: the third line. It is the password of the archive, in exactly these characters.
     *
     * @return 32 hexadecimal digits, upper or lower case as in the file
     */
    public String md5() {
        return md5;
    }

    /** {@return a copy of the bytes after the third line; empty in a password file that follows the MAM} */
    public byte[] trailer() {
        return Arrays.copyOfRange(bytes, trailerAt, bytes.length);
    }

    /**
     * {@return a password file with the same three lines and other bytes after them, for layouts that put a signature there}
     *
     * @param trailer the bytes after the third line
     * @throws IllegalArgumentException if the result would have more than 1 MiB
     */
    public PasswordFile withTrailer(byte[] trailer) {
        if (requireNonNull(trailer, "trailer").length > LARGEST - trailerAt) {
            throw new IllegalArgumentException("trailer: a password file has at most 1 MiB");
        }
        byte[] whole = Arrays.copyOf(bytes, trailerAt + trailer.length);
        System.arraycopy(trailer, 0, whole, trailerAt, trailer.length);
        return new PasswordFile(whole, trailerAt, userId, fileName, md5);
    }

    /**
     * Returns the bytes of the file, which are the parsed bytes if the file was parsed.
     *
     * @return a copy of the bytes
     */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /**
     * Writes the file, completely or not at all. An existing file is replaced and its permissions are kept. A new file can be read only by
     * its owner.
     *
     * @param file the file; name it {@link #name()} to follow the MAM
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        try (AtomicFile target = AtomicFile.createSecret(OutputTarget.named(file))) {
            target.stream().write(bytes);
            target.commit();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordFile that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Returns the User ID and the file name; never the MD5, which is a password. */
    @Override
    public String toString() {
        return "PasswordFile[userId=" + userId + ", fileName=" + fileName + "]";
    }
}
