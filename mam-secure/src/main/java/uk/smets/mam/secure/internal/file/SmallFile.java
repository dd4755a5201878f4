package uk.smets.mam.secure.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.smets.mam.model.Input;

/** Reads files that are small enough to be held in memory. */
public final class SmallFile {
    private SmallFile() {}

    public static byte[] read(Path file, int maxSize) throws IOException {
        return read(Input.of(file), maxSize);
    }

    /**
     * Reads an input.
     *
     * @param maxSize the maximum number of bytes, 0 to 2,147,483,646
     * @throws IOException if it cannot be read, is a folder, is too large, or has a backslash or a control character in its name
     */
    public static byte[] read(Input input, int maxSize) throws IOException {
        String file = input.file().map(Path::toString).orElse(input.name());
        if (input.file()
                .filter(path -> path.getFileName() == null || Files.isDirectory(path))
                .isPresent()) {
            throw new IOException(file + " is a folder, not a file");
        }
        if (maxSize < 0 || maxSize == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxSize: 0 to 2,147,483,646; got " + maxSize);
        }
        if (!isPlain(input.name())) {
            throw new IOException(file + " has a backslash or a control character in its name: rename it");
        }
        try (InputStream in = input.open()) {
            byte[] bytes = in.readNBytes(maxSize + 1);
            if (bytes.length > maxSize) {
                throw new IOException(file + " is larger than the " + maxSize + " bytes that are allowed");
            }
            return bytes;
        }
    }

    /** Returns whether a name has neither folders nor control characters. */
    public static boolean isPlain(String name) {
        return name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))
                && !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..");
    }
}
