package uk.smets.mam.model.internal.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/** A file that is being read, and may not change meanwhile. */
public final class WatchedFile {
    private final Path path;
    private final BasicFileAttributes before;

    private WatchedFile(Path path, BasicFileAttributes before) {
        this.path = path;
        this.before = before;
    }

    /**
     * Starts to watch a file, before it is opened.
     *
     * @param path the file
     * @return the file as it is now
     * @throws IOException if there is none, or it is a folder
     */
    public static WatchedFile of(Path path) throws IOException {
        requireNonNull(path, "file");
        BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class);
        if (before.isDirectory()) {
            throw new IOException(path + " is a folder, not a file");
        }
        return new WatchedFile(path, before);
    }

    /** {@return where the file is, as it was given} */
    public Path path() {
        return path;
    }

    /** {@return the file's name without its folder} */
    public String name() {
        Path fileName = path.getFileName();
        return fileName == null ? path.toString() : fileName.toString();
    }

    /** {@return how long the file was when it was first looked at} */
    public long size() {
        return before.size();
    }

    /** {@return when the file was last changed when it was first looked at} */
    public Instant lastModified() {
        return before.lastModifiedTime().toInstant();
    }

    /**
     * Makes sure that what was read is one file and not two.
     *
     * @throws IOException if the file's size or time is another than before it was read
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

    /** {@return what to throw where it is seen in another way that the file was changed} */
    public IOException changed() {
        return new IOException(path + " was changed while it was being read: read it again");
    }
}
