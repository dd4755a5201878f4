package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file in memory: its name, without folders, and its bytes exactly as they are. What is signed, and what is sent, are such
 * files; they are small, as a password file is (clause 7.5.2).
 *
 * <p>Immutable: bytes are copied on their way in and out.
 */
public final class NamedFile {
    private final String name;
    private final byte[] bytes;

    private NamedFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /**
     * The file of that name and those bytes.
     *
     * @param name the name without folders
     * @param bytes the content
     * @return the file
     * @throws IllegalArgumentException where the name is empty, is {@code .} or {@code ..}, or holds a slash, a backslash or a
     *     control character
     */
    public static NamedFile of(String name, byte[] bytes) {
        requireNonNull(bytes, "bytes");
        return new NamedFile(checked(requireNonNull(name, "name")), bytes.clone());
    }

    /**
     * Reads a file.
     *
     * @param file where it lies; its last part becomes the name
     * @param maxSize how many bytes it may have at most
     * @return the file
     * @throws IOException where it can't be read, is larger than that, or has a name with a backslash or a control character
     */
    public static NamedFile read(Path file, int maxSize) throws IOException {
        requireNonNull(file, "file");
        Path name = file.getFileName();
        if (name == null || Files.isDirectory(file)) {
            throw new IOException(file + " is a folder, not a file");
        }
        if (maxSize < 0 || maxSize == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxSize: 0 to 2,147,483,646; got " + maxSize);
        }
        if (!isPlain(name.toString())) {
            throw new IOException(file + " has a backslash or a control character in its name: rename it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxSize + 1);
            if (bytes.length > maxSize) {
                throw new IOException(file + " is larger than the " + maxSize + " bytes that are taken here");
            }
            return new NamedFile(name.toString(), bytes);
        }
    }

    private static String checked(String name) {
        if (!isPlain(name)) {
            throw new IllegalArgumentException("name: a file name without folders and control characters");
        }
        return name;
    }

    private static boolean isPlain(String name) {
        return name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))
                && !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..");
    }

    /**
     * The name.
     *
     * @return the name, without folders
     */
    public String name() {
        return name;
    }

    /**
     * The content.
     *
     * @return a copy of the bytes
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * How large it is.
     *
     * @return the number of bytes
     */
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedFile that && name.equals(that.name) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Arrays.hashCode(bytes);
    }

    /** Name and size; never the content, which in a password file is a password. */
    @Override
    public String toString() {
        return name + " (" + bytes.length + " bytes)";
    }
}
