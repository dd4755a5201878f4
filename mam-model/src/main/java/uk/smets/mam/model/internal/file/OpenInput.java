package uk.smets.mam.model.internal.file;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Input;

/** An input while it is being read from its first byte to its last. A file must not change meanwhile. */
public final class OpenInput implements Closeable {
    private final InputStream stream;
    private final @Nullable WatchedFile file;

    private OpenInput(InputStream stream, @Nullable WatchedFile file) {
        this.stream = stream;
        this.file = file;
    }

    /**
     * Opens an input.
     *
     * @param input the input
     * @return the open input
     * @throws IOException if the file cannot be opened
     */
    public static OpenInput of(Input input) throws IOException {
        Optional<Path> path = requireNonNull(input, "input").file();
        WatchedFile file = path.isPresent() ? WatchedFile.of(path.get()) : null;
        return new OpenInput(input.open(), file);
    }

    /**
     * Returns an input with the same content that can be opened more than once: the bytes of a stream are read into memory, and bytes
     * that the caller could change are copied.
     *
     * @param input the input
     * @return the input itself if it is a file, otherwise a copy
     * @throws IOException if the stream cannot be read
     */
    public static Input repeatable(Input input) throws IOException {
        if (requireNonNull(input, "input").file().isPresent()) {
            return input;
        }
        try (InputStream stream = input.open()) {
            return Input.of(stream.readAllBytes(), input.name());
        }
    }

    /**
     * Returns the same open input, which updates a digest with every byte that is read.
     *
     * @param digest the digest
     * @return the input, to be used in place of this one
     */
    public OpenInput through(MessageDigest digest) {
        return new OpenInput(new DigestInputStream(stream, requireNonNull(digest, "digest")), file);
    }

    /** {@return the bytes} */
    public InputStream stream() {
        return stream;
    }

    /**
     * Checks that a file did not change while it was being read.
     *
     * @throws IOException if its size or modification time has changed
     */
    public void checkUnchanged() throws IOException {
        if (file != null) {
            file.checkUnchanged();
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
