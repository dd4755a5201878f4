package uk.smets.mam.model.internal;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files that appear together or not at all. All are complete, and on the disk, before the first is moved into its place; where a
 * later one can't be moved, those before it make way again for what stood there.
 *
 * <p>Only where the machine stops between two moves are there some of the files, each of them whole.
 */
public final class AtomicFileGroup implements AutoCloseable {
    private final List<AtomicFile> files = new ArrayList<>();

    /** A place that a new file was moved to, and another name of the file that stood there. */
    private record Replaced(Path target, @Nullable Path old) {}

    /** Starts without a file. */
    public AtomicFileGroup() {}

    /**
     * Starts one more file.
     *
     * @param target where it is to appear
     * @return the file, to be written; it is not to be committed by itself
     * @throws IOException where the temporary file can't be made
     */
    public AtomicFile create(Path target) throws IOException {
        AtomicFile file = AtomicFile.create(target);
        files.add(file);
        return file;
    }

    /**
     * Moves all files into place.
     *
     * @throws IOException where that fails; then all targets are as they were
     */
    public void commit() throws IOException {
        for (AtomicFile file : files) {
            file.force();
        }
        List<Replaced> replaced = new ArrayList<>();
        try {
            for (AtomicFile file : files) {
                replaced.add(replace(file));
            }
        } catch (IOException e) {
            restore(replaced, e);
            throw e;
        }
        for (Replaced each : replaced) {
            discard(each.old());
        }
    }

    /** Moves a file into place, and keeps what stood there under another name. */
    private static Replaced replace(AtomicFile file) throws IOException {
        Path old = keep(file.target());
        try {
            file.commit();
        } catch (IOException e) {
            discard(old);
            throw e;
        }
        return new Replaced(file.target(), old);
    }

    private static @Nullable Path keep(Path target) throws IOException {
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(target + " is a folder, not a file");
        }
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        Path old = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".old");
        try {
            Files.createLink(old, target);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // A file system without links has to have the file twice for a moment.
            Files.copy(target, old, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return old;
    }

    private static void discard(@Nullable Path old) throws IOException {
        if (old != null) {
            Files.deleteIfExists(old);
        }
    }

    private static void restore(List<Replaced> replaced, IOException failure) {
        for (Replaced each : replaced) {
            try {
                if (each.old() == null) {
                    Files.delete(each.target());
                } else {
                    Files.move(
                            each.old(),
                            each.target(),
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /**
     * Removes what was written, unless {@link #commit()} came before.
     *
     * @throws IOException where a temporary file can't be removed
     */
    @Override
    public void close() throws IOException {
        IOException first = null;
        for (AtomicFile file : files) {
            try {
                file.close();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
