package uk.smets.mam.model.internal.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.smets.mam.model.InterruptedWrite;

/**
 * Files of one folder that appear together or not at all. All are complete and on the disk before the first is moved
 * into place; if one cannot be moved, the earlier moves are undone.
 *
 * <p>A program may be killed between two moves. Before the first, a temporary list of all moves is written to the disk,
 * and the next group in that folder uses such a list to undo the moves. The list is locked while the program runs, so
 * that a running program is not treated as one that was killed.
 */
public final class AtomicFileGroup implements AutoCloseable {
    private final Path folder;
    private final boolean created;
    private final HiddenName name = HiddenName.create();
    private final Path list;
    private final FileChannel listChannel;
    private final List<InterruptedWrite> recovered;
    private final List<AtomicFile> files = new ArrayList<>();
    private int started;
    private boolean committed;
    private boolean broken;

    private AtomicFileGroup(Path folder, boolean created) throws IOException {
        this.folder = folder;
        this.created = created;
        list = name.list(folder);
        listChannel = open(folder, list);
        try {
            recovered = Leftovers.recover(folder, list);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private static FileChannel open(Path folder, Path list) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    list, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FileAccess.ownerOnly(list));
        } catch (FileSystemException e) {
            throw OutputFolder.notWritable(folder, e);
        }
        try {
            channel.tryLock();
        } catch (IOException noLocks) {
            // The file system has no locks, so another program cannot lock the list and undo this write.
            return channel;
        }
        return channel;
    }

    /**
     * Creates a group without files, and cleans up after programs that were killed.
     *
     * @param folder the folder of all files; it is created if it is missing, but its parents are not
     * @return the group
     * @throws IOException if the folder cannot be created or written to
     */
    public static AtomicFileGroup in(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        boolean created = OutputFolder.create(folder);
        try {
            return new AtomicFileGroup(absolute, created);
        } catch (IOException e) {
            if (created) {
                Files.deleteIfExists(absolute);
            }
            throw e;
        }
    }

    /**
     * Cleans up after programs that were killed, and writes nothing.
     *
     * @param folder the folder
     * @return what was found
     * @throws IOException if a file cannot be removed or restored
     */
    public static List<InterruptedWrite> recover(Path folder) throws IOException {
        if (!Files.isDirectory(requireNonNull(folder, "folder"))
                || Leftovers.lists(folder).isEmpty()) {
            return List.of();
        }
        try (AtomicFileGroup group = in(folder)) {
            return group.recovered();
        }
    }

    /** {@return what programs that were killed had left in the folder} */
    public List<InterruptedWrite> recovered() {
        return recovered;
    }

    /**
     * Adds a file.
     *
     * @param target the target, in the folder of the group
     * @return the file to write; the group commits it
     * @throws IOException if the temporary file cannot be created
     */
    public AtomicFile create(OutputTarget target) throws IOException {
        return add(target, false);
    }

    /**
     * Adds a file that only its owner may read.
     *
     * @param target the target, in the folder of the group
     * @return the file to write; the group commits it
     * @throws IOException if the temporary file cannot be created
     */
    public AtomicFile createSecret(OutputTarget target) throws IOException {
        return add(target, true);
    }

    private AtomicFile add(OutputTarget target, boolean secret) throws IOException {
        if (!folder.equals(target.folder())) {
            throw new IllegalArgumentException("target: a file in " + folder + "; got " + target.path());
        }
        AtomicFile file = AtomicFile.create(target, name.part(folder, started++), secret);
        files.add(file);
        return file;
    }

    /**
     * Removes a file from the group.
     *
     * @param file a file of the group
     * @throws IOException if the temporary file cannot be removed
     */
    public void drop(AtomicFile file) throws IOException {
        files.remove(file);
        file.close();
    }

    /**
     * Moves all files into place.
     *
     * @throws IOException if that fails; all targets are unchanged
     */
    public void commit() throws IOException {
        prepare();
        int moved = 0;
        try {
            while (moved < files.size()) {
                move(moved);
                moved++;
            }
            OutputFolder.sync(folder);
        } catch (IOException e) {
            restore(moved, e);
            throw e;
        }
        committed = true;
        for (int i = 0; i < files.size(); i++) {
            Files.deleteIfExists(name.old(folder, i));
        }
    }

    /** Forces all files and the list of their moves to the disk. */
    void prepare() throws IOException {
        for (AtomicFile file : files) {
            file.complete();
        }
        MoveList.of(files).write(listChannel);
        OutputFolder.sync(folder);
    }

    /** Moves one of the files into place. */
    void move(int number) throws IOException {
        AtomicFile file = files.get(number);
        keep(file.target(), name.old(folder, number));
        file.move();
    }

    /** Keeps an existing file under another name. */
    private static void keep(Path target, Path old) throws IOException {
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.createLink(old, target);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // A file system without links needs a copy for a moment.
            Files.copy(target, old, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private void restore(int moved, IOException failure) {
        for (int i = 0; i < files.size(); i++) {
            Path old = name.old(folder, i);
            try {
                if (i < moved) {
                    Leftovers.undo(files.get(i).target(), old);
                } else {
                    Files.deleteIfExists(old);
                }
            } catch (IOException e) {
                // The list is kept for the next group in this folder.
                broken = true;
                failure.addSuppressed(e);
            }
        }
    }

    /**
     * Removes what was written, unless {@link #commit()} succeeded before.
     *
     * @throws IOException if a temporary file cannot be removed
     */
    @Override
    public void close() throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (AtomicFile file : files) {
            attempt(file::close, failures);
        }
        if (!broken) {
            attempt(() -> Files.deleteIfExists(list), failures);
        }
        attempt(listChannel::close, failures);
        if (created && !committed) {
            attempt(() -> Files.deleteIfExists(folder), failures);
        }
        if (!failures.isEmpty()) {
            IOException first = failures.get(0);
            failures.subList(1, failures.size()).forEach(first::addSuppressed);
            throw first;
        }
    }

    /** A step of closing. If it fails, the others are still executed. */
    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }

    private static void attempt(Step step, List<IOException> failures) {
        try {
            step.take();
        } catch (IOException e) {
            failures.add(e);
        }
    }
}
