package uk.smets.mam.model.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.InterruptedWrite.Outcome;

/**
 * Cleans up after programs that were killed. A program that is killed while it cleans up leaves the rest to the next
 * one.
 */
final class Leftovers {
    private final Path folder;
    private final HiddenName name;

    private Leftovers(Path folder, HiddenName name) {
        this.folder = folder;
        this.name = name;
    }

    /**
     * Finds lists of moves whose programs have ended.
     *
     * @param own a file of this process, whose owner the lists must have: in a shared folder, the list of another user
     *     could name any file
     */
    static List<InterruptedWrite> recover(Path folder, Path own) throws IOException {
        List<InterruptedWrite> found = new ArrayList<>();
        for (Path list : lists(folder)) {
            Optional<HiddenName> name = HiddenName.ofList(list);
            if (name.isPresent()
                    && !name.get().isOfThisProcess()
                    && Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)
                    && FileAccess.haveOneOwner(list, own)) {
                new Leftovers(folder, name.get()).recover().ifPresent(found::add);
            }
        }
        return found;
    }

    static List<Path> lists(Path folder) throws IOException {
        return matching(folder, HiddenName.lists());
    }

    private static List<Path> matching(Path folder, String glob) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            found.forEach(paths::add);
        }
        paths.sort(null);
        return paths;
    }

    /** Returns empty if the program is still running or the write has been cleaned up in the meantime. */
    private Optional<InterruptedWrite> recover() throws IOException {
        Path list = name.list(folder);
        try (FileChannel channel = FileChannel.open(list, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null || !Files.exists(list)) {
                return Optional.empty();
            }
            InterruptedWrite dealtWith = finish(MoveList.read(list, channel));
            Files.delete(list);
            return Optional.of(dealtWith);
        } catch (NoSuchFileException | OverlappingFileLockException handled) {
            return Optional.empty();
        }
    }

    private InterruptedWrite finish(Optional<MoveList> list) throws IOException {
        List<MoveList.Move> moves = list.map(MoveList::moves).orElse(List.of());
        List<Integer> moved = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            MoveList.Move move = moves.get(i);
            if (MoveList.identity(folder.resolve(move.name())).equals(Optional.of(move.identity()))) {
                moved.add(i);
            }
        }
        Outcome outcome =
                moved.isEmpty() ? Outcome.DISCARDED : moved.size() == moves.size() ? Outcome.COMPLETED : Outcome.UNDONE;
        if (outcome == Outcome.UNDONE) {
            for (int i : moved) {
                undo(folder.resolve(moves.get(i).name()), name.old(folder, i));
            }
        }
        for (Path file : matching(folder, name.files())) {
            Files.deleteIfExists(file);
        }
        OutputFolder.sync(folder);
        return new InterruptedWrite(
                folder, outcome, moves.stream().map(MoveList.Move::name).toList());
    }

    /** Restores the file that existed before, or removes the target. */
    static void undo(Path target, Path old) throws IOException {
        if (Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(target);
        }
    }
}
