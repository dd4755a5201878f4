package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A document to read: a file, bytes in memory, or a stream. Every input has a name. Findings show it as the place, unless {@link
 * ValidationOptions#named(String)} gives another, and the rules about file names check it.
 *
 * <p>Inputs of files and bytes can be read any number of times, and by several threads; an input of a stream can be read once.
 */
public abstract sealed class Input {
    private static final class OfFile extends Input {
        private final Path file;

        OfFile(Path file) {
            super(String.valueOf(file.getFileName() == null ? file : file.getFileName()));
            this.file = file;
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(file);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    private static final class OfBytes extends Input {
        private final byte[] bytes;

        OfBytes(byte[] bytes, String name) {
            super(name);
            this.bytes = bytes;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    private static final class OfStream extends Input {
        private final InputStream stream;
        private final AtomicBoolean opened = new AtomicBoolean();

        OfStream(InputStream stream, String name) {
            super(name);
            this.stream = stream;
        }

        @Override
        public InputStream open() {
            if (opened.getAndSet(true)) {
                throw new IllegalStateException(
                        name() + " is a stream that was read before: create an input of another stream");
            }
            return new FilterInputStream(stream) {
                @Override
                public void close() {
                    // The stream belongs to the caller.
                }
            };
        }

        @Override
        boolean isRepeatable() {
            return false;
        }
    }

    private final String name;

    private Input(String name) {
        this.name = name;
    }

    /**
     * Returns an input that reads a file. Its name is the file's name without the folder. The file is opened when it is read; if it
     * changes while it is being read, the reading method throws an {@link IOException}.
     *
     * @param file the file
     * @return the input
     */
    public static Input of(Path file) {
        return new OfFile(requireNonNull(file, "file"));
    }

    /**
     * Returns an input that reads bytes in memory. The array is not copied: do not change it while it is being read.
     *
     * @param bytes the bytes
     * @param name the name of the document, such as the file name under which it was received; without folders
     * @return the input
     * @throws IllegalArgumentException if the name is empty
     */
    public static Input of(byte[] bytes, String name) {
        return new OfBytes(requireNonNull(bytes, "bytes"), requireName(name));
    }

    /**
     * Returns an input that reads a stream from its current position to its end. The stream is read once and never closed: the caller
     * closes it. Workbooks and archives from a stream are held in memory while they are read.
     *
     * @param stream the stream
     * @param name the name of the document, such as the file name under which it was received; without folders
     * @return the input
     * @throws IllegalArgumentException if the name is empty
     */
    public static Input of(InputStream stream, String name) {
        return new OfStream(requireNonNull(stream, "stream"), requireName(name));
    }

    private static String requireName(String name) {
        if (requireNonNull(name, "name").isEmpty()) {
            throw new IllegalArgumentException("name: one character or more; got an empty text");
        }
        return name;
    }

    /** {@return the name of the document, not empty} */
    public final String name() {
        return name;
    }

    /** {@return the file that is read, or empty if the input is not a file} */
    public Optional<Path> file() {
        return Optional.empty();
    }

    /**
     * Opens the input at its first byte. Closing the result does not close a stream that the input was created from.
     *
     * @return the bytes; the caller closes it
     * @throws IOException if the file cannot be opened
     * @throws IllegalStateException if the input is a stream and was opened before
     */
    public abstract InputStream open() throws IOException;

    /** Returns whether the input can be opened more than once. */
    boolean isRepeatable() {
        return true;
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
