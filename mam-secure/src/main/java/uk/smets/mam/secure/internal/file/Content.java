package uk.smets.mam.secure.internal.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.internal.file.WatchedFile;

/**
 * A file to hash and encrypt, which is read more than once and must not change in between. An input that is not a file is copied into
 * memory, so that exactly the bytes that were checked are encrypted.
 */
public abstract sealed class Content {
    /** The time of content that is not a file: the first that a ZIP can have. */
    private static final Instant NO_TIME = Instant.parse("1980-01-01T00:00:00Z");

    private final String name;

    private Content(String name) {
        this.name = name;
    }

    /**
     * Returns the content of an input.
     *
     * @param maxInMemory the maximum size of content that is not a file, in bytes
     * @throws SecureExchangeException with {@link Rule#ARCHIVE_TOO_LARGE} if it is larger
     */
    public static Content of(Input input, int maxInMemory) throws IOException {
        if (input.file().isPresent()) {
            return new OnDisk(WatchedFile.of(input.file().get()));
        }
        return new InMemory(input.name(), read(input, maxInMemory));
    }

    /** Reads an input into memory; one that does not end is read up to the limit only. */
    public static byte[] read(Input input, int maxInMemory) throws IOException {
        try (InputStream in = input.open()) {
            byte[] bytes = in.readNBytes(maxInMemory);
            if (bytes.length == maxInMemory && in.read() >= 0) {
                throw new SecureExchangeException(
                        Rule.ARCHIVE_TOO_LARGE,
                        input.name() + ": more than " + maxInMemory
                                + " bytes, the limit for bytes and streams: raise it, or give a file");
            }
            return bytes;
        }
    }

    /** Returns the name, without folders if it is a file. */
    public String name() {
        return name;
    }

    public abstract long size();

    public abstract Instant lastModified();

    public abstract InputStream open() throws IOException;

    /** Returns the content as an input that can be read again. */
    public abstract Input input();

    /** Returns the file, if it is one. */
    public Optional<Path> file() {
        return input().file();
    }

    /** Checks that a file did not change while it was being read. */
    public abstract void checkUnchanged() throws IOException;

    /** Returns the exception for content that changed. */
    public abstract IOException changed();

    private static final class OnDisk extends Content {
        private final WatchedFile file;

        OnDisk(WatchedFile file) {
            super(file.name());
            this.file = file;
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public Instant lastModified() {
            return file.lastModified();
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file.path());
        }

        @Override
        public Input input() {
            return Input.of(file.path());
        }

        @Override
        public void checkUnchanged() throws IOException {
            file.checkUnchanged();
        }

        @Override
        public IOException changed() {
            return file.changed();
        }

        @Override
        public String toString() {
            return file.path().toString();
        }
    }

    private static final class InMemory extends Content {
        private final byte[] bytes;

        InMemory(String name, byte[] bytes) {
            super(name);
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public Instant lastModified() {
            return NO_TIME;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Input input() {
            return Input.of(bytes, name());
        }

        @Override
        public void checkUnchanged() {
            // Nobody else has the array.
        }

        @Override
        public IOException changed() {
            return new IOException(name() + " does not match its password file: create both from the same bytes");
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
