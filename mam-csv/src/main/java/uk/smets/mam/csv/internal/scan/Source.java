package uk.smets.mam.csv.internal.scan;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.file.WatchedFile;

/** The bytes to read: a file, whose name is checked and which must not change meanwhile, or a stream. */
public final class Source implements Closeable {
    private static final String STREAM = "stream";

    private final InputStream stream;
    private final String name;
    private final @Nullable WatchedFile file;

    private Source(InputStream stream, String name, @Nullable WatchedFile file) {
        this.stream = stream;
        this.name = name;
        this.file = file;
    }

    public static Source of(Path path, ValidationOptions options) throws IOException {
        requireNonNull(path, "file");
        requireNonNull(options, "options");
        WatchedFile file = WatchedFile.of(path);
        return new Source(Files.newInputStream(path), options.sourceName().orElse(file.name()), file);
    }

    public static Source of(InputStream stream, ValidationOptions options) {
        requireNonNull(options, "options");
        return new Source(stream, options.sourceName().orElse(STREAM), null);
    }

    public static Source of(byte[] bytes, ValidationOptions options) {
        return of(new ByteArrayInputStream(bytes), options);
    }

    /** Returns the same source; its bytes update a digest as they are read. */
    public Source through(MessageDigest digest) {
        return new Source(new DigestInputStream(stream, digest), name, file);
    }

    public InputStream stream() {
        return stream;
    }

    /** Returns the name for places in findings. */
    public String name() {
        return name;
    }

    /** Returns the file name to check (clause 7.2.1), or empty for a stream. */
    public Optional<String> fileName() {
        return Optional.ofNullable(file).map(WatchedFile::name);
    }

    /*     * Checks that the file did not change while it was read.
          * @throws IOException if the file's size or time has changed
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
