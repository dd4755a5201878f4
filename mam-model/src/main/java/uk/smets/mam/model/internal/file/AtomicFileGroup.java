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
 * Files of one folder that appear together or not at all. All are complete, and on the disk, before the first is moved into its place;
 * where a later one can't be moved, those before it make way again for what was there.
 *
 * <p>A program may be killed between two moves. Before the first, a hidden list of all moves is on the disk, and the next group in that
 * folder undoes what it finds by such a list. The list is locked as long as the program runs, so that nobody takes a running one for
 * one that was killed.
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
            // Where a file system has no locks, nobody gets one to undo this write by either.
            return channel;
        }
        return channel;
    }

    /**
     * Starts without a file, and deals with what killed programs left in the folder.
     *
     * @param folder the folder of all files; created where it is missing, but not its parents
     * @return the group
     * @throws IOException if the folder can't be created or written to
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
     * Deals with what killed programs left in a folder, and writes nothing.
     *
     * @param folder the folder
     * @return what was found
     * @throws IOException if a file can't be removed or restored
     */
    public static List<InterruptedWrite> recover(Path folder) throws IOException {
        if (!Files.isDirectory(requireNonNull(folder, "folder")) || Leftovers.lists(folder).isEmpty()) {
            return List.of();
        }
        try (AtomicFileGroup group = in(folder)) {
            return group.recovered();
        }
    }

    /** {@return what killed programs had left in the folder} */
    public List<InterruptedWrite> recovered() {
        return recovered;
    }

    /**
     * Starts one more file.
     *
     * @param target where it is to appear, in the folder of the group
     * @return the file, to be written; it is not to be committed by itself
     * @throws IOException if the hidden file can't be created
     */
    public AtomicFile create(OutputTarget target) throws IOException {
        return add(target, false);
    }

    /**
     * Starts one more file, which only its owner may read once it is there.
     *
     * @param target where it is to appear, in the folder of the group
     * @return the file, to be written; it is not to be committed by itself
     * @throws IOException if the hidden file can't be created
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
     * Drops a file that is not to appear after all.
     *
     * @param file one of the group
     * @throws IOException if the hidden file can't be removed
     */
    public void drop(AtomicFile file) throws IOException {
        files.remove(file);
        file.close();
    }

    /**
     * Moves all files into place.
     *
     * @throws IOException if that fails; then all targets are as they were
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

    /** Has all files, and the list of their moves, complete on the disk. */
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

    /** Keeps what is in a place under another name. */
    private static void keep(Path target, Path old) throws IOException {
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.createLink(old, target);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // A file system without links has to have the file twice for a moment.
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
                // The list stays, for the next group in this folder.
                broken = true;
                failure.addSuppressed(e);
            }
        }
    }

    /**
     * Removes what was written, unless {@link #commit()} came before.
     *
     * @throws IOException if a hidden file can't be removed
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

    /** A step of closing, which does not keep the others from being taken. */
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
