package uk.smets.mam.secure.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.model.internal.file.WatchedFile;
import uk.smets.mam.secure.internal.file.ParallelDigest;
import uk.smets.mam.secure.internal.file.PasswordFileText;

/**
 * The password file (clause 7.5.2): three lines of one field, User ID, name of the encrypted file, and that file's MD5, which is
 * the password of its archive.
 *
 * <p>What follows the third line is kept as it is: some signing utilities add the signature there (clause 7.1). What was parsed is
 * written back byte for byte, since a signature is over exactly those bytes.
 *
 * <p>The MD5 is a password and nothing else. Whoever has it opens the archive, and can confirm a guess of the content; it stands in
 * no message and no {@link #toString()}. It proves nothing about the content: for that there is the signature.
 *
 * <p>Immutable, and may be shared by threads.
 */
public final class PasswordFile {
    private static final String PREFIX = "MAPASSWORD_";
    private static final String EXTENSION = ".csv";

    /** Three lines have a hundred bytes or so, and a signature with its certificates a few thousand. */
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
     * The password file of a file whose MD5 is known already, as {@code WrittenFile} of mam-csv tells it.
     *
     * @param userId the supplier's User ID
     * @param fileName the name of the file that is encrypted, without folders
     * @param md5 its MD5 in 32 hexadecimal digits; upper case becomes lower case
     * @return the password file
     * @throws IllegalArgumentException where {@code md5} is not 32 hexadecimal digits
     * @throws SecureExchangeException with {@link Rule#PASSWORD_FILE_NAME_UNSAFE} or {@link Rule#PASSWORD_FILE_FORMAT} where the
     *     name can't stand in a password file
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
     * The password file of a file, which is read once for its MD5.
     *
     * @param userId the supplier's User ID
     * @param file the file that is to be encrypted
     * @return the password file
     * @throws SecureExchangeException with {@link Rule#PASSWORD_FILE_NAME_UNSAFE} or {@link Rule#PASSWORD_FILE_FORMAT} where the
     *     file's name can't stand in a password file
     * @throws IOException where the file can't be read, or changes while it is being read
     */
    public static PasswordFile of(UserId userId, Path file) throws IOException {
        requireNonNull(userId, "userId");
        String name = WatchedFile.of(requireNonNull(file, "file")).name();
        PasswordFileText.checkName(name);
        return of(userId, name, HexFormat.of().formatHex(ParallelDigest.md5Of(file, Optional.empty())));
    }

    /**
     * Reads a password file.
     *
     * @param file the file
     * @return the password file
     * @throws SecureExchangeException with {@link Rule#PASSWORD_FILE_NAME_UNSAFE} where the name in it could lead anywhere, and
     *     {@link Rule#PASSWORD_FILE_FORMAT} where anything else is wrong with it
     * @throws IOException where it can't be read
     */
    public static PasswordFile parse(Path file) throws IOException {
        requireNonNull(file, "file");
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in.readNBytes(LARGEST + 1));
        }
    }

    /**
     * Reads the bytes of a password file. Lower case in the User ID, quotes as RFC 4180 has them, and a third line without LF are
     * taken; nothing else is.
     *
     * @param bytes the bytes
     * @return the password file
     * @throws SecureExchangeException with {@link Rule#PASSWORD_FILE_NAME_UNSAFE} where the name in it could lead anywhere, and
     *     {@link Rule#PASSWORD_FILE_FORMAT} where anything else is wrong with it
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
            throw PasswordFileText.refusal("it has more than 1 MiB, and a password file has three short lines");
        }
        byte[] copy = bytes.clone();
        PasswordFileText text = PasswordFileText.read(copy, carriageReturns);
        return new PasswordFile(copy, text.length(), text.userId(), text.fileName(), text.md5());
    }

    /**
     * Whether bytes are meant to be a password file: their third line is 32 hexadecimal digits. Whether they are a sound one,
     * {@link #parse(byte[])} decides.
     *
     * @param bytes the bytes of any file
     * @return true where they have the form of a password file, whatever the name of the file is
     */
    public static boolean isRecognised(byte[] bytes) {
        return PasswordFileText.isRecognisedIn(requireNonNull(bytes, "bytes"));
    }

    /**
     * The name that the password file of a file has: {@code MAPASSWORD_<SMSO>_<User ID>_<date>_<time>.csv} for a Migration
     * Authorisation, else {@code MAPASSWORD_}, the file's name without its extension, and {@code .csv}.
     *
     * @param fileName the name of the file that is encrypted, without folders
     * @return the name
     */
    public static String nameFor(String fileName) {
        return MigrationAuthorisationFileName.find(requireNonNull(fileName, "fileName"))
                .map(MigrationAuthorisationFileName::passwordFileName)
                .orElseGet(() -> PREFIX + PasswordFileText.stem(fileName) + EXTENSION);
    }

    /**
     * The name that this password file has by clause 7.5.2.
     *
     * @return the name, without folders
     */
    public String name() {
        return nameFor(fileName);
    }

    /**
     * The supplier's User ID: the first line.
     *
     * @return the User ID
     */
    public UserId userId() {
        return userId;
    }

    /**
     * The name of the file that is encrypted: the second line. It names a file in whatever folder it is put into, and can't lead out
     * of that.
     *
     * @return the name, without folders
     */
    public String fileName() {
        return fileName;
    }

    /**
     * The MD5 of the file that is encrypted: the third line. It is the password of the archive, in exactly these characters.
     *
     * @return 32 hexadecimal digits, in the case that the file has
     */
    public String md5() {
        return md5;
    }

    /**
     * What follows the third line.
     *
     * @return a copy of the bytes, none in a password file as the MAM has it
     */
    public byte[] trailer() {
        return Arrays.copyOfRange(bytes, trailerAt, bytes.length);
    }

    /**
     * The same three lines with something else behind them, for layouts that put a signature there.
     *
     * @param trailer what is to follow the third line
     * @return the new password file
     * @throws IllegalArgumentException where the whole would have more than 1 MiB
     */
    public PasswordFile withTrailer(byte[] trailer) {
        if (requireNonNull(trailer, "trailer").length > LARGEST - trailerAt) {
            throw new IllegalArgumentException("trailer: a password file has 1 MiB at most");
        }
        byte[] whole = Arrays.copyOf(bytes, trailerAt + trailer.length);
        System.arraycopy(trailer, 0, whole, trailerAt, trailer.length);
        return new PasswordFile(whole, trailerAt, userId, fileName, md5);
    }

    /**
     * The bytes of the file; those that it was parsed from, where it was.
     *
     * @return a copy of the bytes
     */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /**
     * Writes the file, which appears whole or not at all; one that is there already is replaced, and its permissions are kept. A new
     * one can be read by its owner alone.
     *
     * @param file the file, best named {@link #name()}
     * @throws IOException where it can't be written
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

    /** User ID and file name; never the MD5, which is a password. */
    @Override
    public String toString() {
        return "PasswordFile[userId=" + userId + ", fileName=" + fileName + "]";
    }
}
