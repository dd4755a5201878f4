package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import uk.smets.mam.model.Input;
import uk.smets.mam.secure.internal.file.SmallFile;

/**
 * A file in memory: its name, without folders, and its exact bytes. Files that are signed or sent are small, as a password file is
 * (clause 7.5.2).
 *
 * <p>Immutable: the bytes are copied in and out.
 */
public final class NamedFile {
    private final String name;
    private final byte[] bytes;

    private NamedFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /**
     * {@return a file with the given name and bytes}
     *
     * @param name the name, without folders
     * @param bytes the content
     * @throws IllegalArgumentException if the name is empty, is {@code .} or {@code ..}, or contains a slash, a backslash or a
     *     control character
     */
    public static NamedFile of(String name, byte[] bytes) {
        requireNonNull(bytes, "bytes");
        return new NamedFile(checked(requireNonNull(name, "name")), bytes.clone());
    }

    /**
     * Reads a file.
     *
     * @param file the file; its last name element becomes the name
     * @param maxSize the maximum number of bytes
     * @return the file
     * @throws IOException if it cannot be read, is larger than that, or has a name with a backslash or a control character
     */
    public static NamedFile read(Path file, int maxSize) throws IOException {
        return read(Input.of(requireNonNull(file, "file")), maxSize);
    }

    /**
     * Reads any input, under its name.
     *
     * @param input the input
     * @param maxSize the maximum number of bytes
     * @return the file
     * @throws IOException if it cannot be read, is larger than that, or has a name with a slash, a backslash or a control character
     */
    public static NamedFile read(Input input, int maxSize) throws IOException {
        return new NamedFile(requireNonNull(input, "input").name(), SmallFile.read(input, maxSize));
    }

    private static String checked(String name) {
        if (!SmallFile.isPlain(name)) {
            throw new IllegalArgumentException("name: a file name without folders and control characters");
        }
        return name;
    }

    /** {@return the name, without folders} */
    public String name() {
        return name;
    }

    /** {@return a copy of the bytes} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return the number of bytes} */
    public int size() {
        return bytes.length;
    }

    /** {@return this file as an input, for the methods that read any input} */
    public Input toInput() {
        return Input.of(bytes, name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedFile that && name.equals(that.name) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Arrays.hashCode(bytes);
    }

    /** Returns the name and the size; never the content, which in a password file is a password. */
    @Override
    public String toString() {
        return name + " (" + bytes.length + " bytes)";
    }
}
