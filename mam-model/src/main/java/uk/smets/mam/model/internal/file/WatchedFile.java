package uk.smets.mam.model.internal.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/** A file that is being read and must not change in the meantime. */
public final class WatchedFile {
    private final Path path;
    private final BasicFileAttributes before;

    private WatchedFile(Path path, BasicFileAttributes before) {
        this.path = path;
        this.before = before;
    }

    /**
     * Records the state of a file before it is opened.
     *
     * @param path the file
     * @return the file as it is now
     * @throws IOException if it does not exist, or is a folder
     */
    public static WatchedFile of(Path path) throws IOException {
        requireNonNull(path, "file");
        BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class);
        if (before.isDirectory()) {
            throw new IOException(path + " is a folder, not a file");
        }
        return new WatchedFile(path, before);
    }

    /** {@return the path, as it was given} */
    public Path path() {
        return path;
    }

    /** {@return the file's name without its folder} */
    public String name() {
        Path fileName = path.getFileName();
        return fileName == null ? path.toString() : fileName.toString();
    }

    /** {@return the size of the file before it was opened, in bytes} */
    public long size() {
        return before.size();
    }

    /** {@return the time of the last change before the file was opened} */
    public Instant lastModified() {
        return before.lastModifiedTime().toInstant();
    }

    /**
     * Checks that the file did not change while it was being read.
     *
     * @throws IOException if its size or modification time has changed
     */
    public void checkUnchanged() throws IOException {
        if (!before.isRegularFile()) {
            return;
        }
        BasicFileAttributes after = Files.readAttributes(path, BasicFileAttributes.class);
        if (after.size() != before.size() || !after.lastModifiedTime().equals(before.lastModifiedTime())) {
            throw changed();
        }
    }

    /** {@return the exception for a file that changed, if that is detected in another way} */
    public IOException changed() {
        return new IOException(path + " was changed while it was being read: read it again");
    }
}
