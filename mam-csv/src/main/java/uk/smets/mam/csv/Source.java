package uk.smets.mam.csv;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.ValidationOptions;

/** Where bytes are read from: a file, whose name counts and which may not change meanwhile, or a stream. */
final class Source implements Closeable {
    private static final String STREAM = "stream";

    private final InputStream stream;
    private final String name;
    private final @Nullable Path path;
    private final @Nullable BasicFileAttributes before;

    private Source(InputStream stream, String name, @Nullable Path path, @Nullable BasicFileAttributes before) {
        this.stream = stream;
        this.name = name;
        this.path = path;
        this.before = before;
    }

    static Source of(Path path, ValidationOptions options) throws IOException {
        requireNonNull(path, "file");
        requireNonNull(options, "options");
        BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class);
        if (before.isDirectory()) {
            throw new IOException(path + " is a folder, not a file");
        }
        Path fileName = path.getFileName();
        String name = options.sourceName().orElse(fileName == null ? path.toString() : fileName.toString());
        return new Source(Files.newInputStream(path), name, path, before);
    }

    static Source of(InputStream stream, ValidationOptions options) {
        requireNonNull(options, "options");
        return new Source(stream, options.sourceName().orElse(STREAM), null, null);
    }

    static Source of(byte[] bytes, ValidationOptions options) {
        return of(new ByteArrayInputStream(bytes), options);
    }

    InputStream stream() {
        return stream;
    }

    /** The name for places in findings. */
    String name() {
        return name;
    }

    /** The name that clause 7.2.1 is about, where there is one. */
    Optional<String> fileName() {
        return Optional.ofNullable(path).map(Path::getFileName).map(Path::toString);
    }

    /**
     * Makes sure that what was read is one file and not two.
     *
     * @throws IOException where the file's size or time is another than before it was read
     */
    void checkUnchanged() throws IOException {
        if (path == null || before == null || !before.isRegularFile()) {
            return;
        }
        BasicFileAttributes after = Files.readAttributes(path, BasicFileAttributes.class);
        if (after.size() != before.size() || !after.lastModifiedTime().equals(before.lastModifiedTime())) {
            throw new IOException(path + " was changed while it was being read: read it again");
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
