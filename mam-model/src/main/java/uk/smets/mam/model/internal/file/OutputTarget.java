package uk.smets.mam.model.internal.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a file is to appear. The target is compared with every input and looked at before a byte is written, and looked at once more
 * before the file is moved there: only what is absent or a regular file is replaced, never an input, a link, a pipe, a device, a
 * socket, a folder or a read-only file.
 */
public final class OutputTarget {
    private static final int MOST_LINKS = 40;
    private static final Path PROCESSES = Path.of("/proc");

    private final Path named;
    private final Path path;
    private final boolean replaces;

    private OutputTarget(Path named, Path path, boolean replaces) {
        this.named = named;
        this.path = path;
        this.replaces = replaces;
    }

    /**
     * Returns a target that the user names. A symbolic link is followed, so that it stays a link and the file that it leads to is replaced.
     *
     * @param file the name
     * @param inputs the files, and folders of files, that are read for it
     * @return the target
     * @throws SameFileException if it is one of the inputs, under whatever name
     * @throws IOException if it can't be written to
     */
    public static OutputTarget named(Path file, Collection<Path> inputs) throws IOException {
        OutputTarget target = new OutputTarget(requireNonNull(file, "file"), followed(file), true);
        target.requireNone(inputs);
        if (!target.isNullDevice()) {
            target.check();
        }
        return target;
    }

    /**
     * Returns a target that the user names, for what is made of no file.
     *
     * @param file the name
     * @return the target
     * @throws IOException if it can't be written to
     */
    public static OutputTarget named(Path file) throws IOException {
        return named(file, List.of());
    }

    /**
     * Returns a target whose name the program derives, in a folder that the user names. A symbolic link under that name is refused, as
     * whoever put it there would choose what is replaced.
     *
     * @param file the folder with the derived name
     * @param inputs the files, and folders of files, that are read for it
     * @param replaces whether a file that is there already may be replaced
     * @return the target; its folder need not exist yet
     * @throws SameFileException if it is one of the inputs, under whatever name
     * @throws FileAlreadyExistsException if there is such a file, and it may not be replaced
     * @throws IOException if it can't be written to
     */
    public static OutputTarget derived(Path file, Collection<Path> inputs, boolean replaces) throws IOException {
        OutputTarget target = new OutputTarget(requireNonNull(file, "file"), file.toAbsolutePath(), replaces);
        target.requireNone(inputs);
        target.check();
        return target;
    }

    /** The path behind all links; the folders need not be those that the user named. */
    private static Path followed(Path file) throws IOException {
        Path path = file.toAbsolutePath();
        for (int links = 0; links < MOST_LINKS; links++) {
            Path folder = folderOf(path, file);
            if (!Files.isSymbolicLink(path)) {
                return path;
            }
            // The links of /proc lead to what a process has open, and their texts are not paths.
            if (folder.toRealPath().startsWith(PROCESSES)) {
                throw refusal(file, "it is a stream of a process: write to the stream itself");
            }
            path = folder.resolve(Files.readSymbolicLink(path));
        }
        throw new FileSystemLoopException(file.toString());
    }

    private static Path folderOf(Path path, Path named) throws IOException {
        Path folder = path.getParent();
        if (folder == null || path.getFileName() == null) {
            throw isAFolder(named);
        }
        if (!Files.isDirectory(folder)) {
            throw Files.exists(folder)
                    ? new NotDirectoryException(folder.toString())
                    : new NoSuchFileException(named.toString(), null, "its folder does not exist");
        }
        return folder;
    }

    private void requireNone(Collection<Path> inputs) throws IOException {
        for (Path input : inputs) {
            if (isSame(input)) {
                throw new SameFileException(named.toString(), input.toString());
            }
        }
    }

    private boolean isSame(Path input) throws IOException {
        if (!Files.exists(input) || !Files.exists(path)) {
            return input.toAbsolutePath().normalize().equals(path.normalize());
        }
        if (!Files.isDirectory(input)) {
            return Files.isSameFile(input, path);
        }
        try (Stream<Path> files = Files.list(input)) {
            for (Path each : (Iterable<Path>) files::iterator) {
                if (Files.exists(each) && Files.isSameFile(each, path)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@return where the file is to appear} */
    public Path path() {
        return path;
    }

    /** The folder of the file, behind links. */
    Path folder() {
        return requireNonNull(path.getParent(), "a file has a folder");
    }

    /**
     * Returns whether it swallows what is written; such a device is written to and never replaced.
     *
     * @return true for a null device
     * @throws IOException if that cannot be found out
     */
    public boolean isNullDevice() throws IOException {
        return SpecialFile.isNullDevice(path);
    }

    /**
     * Looks at what is there now.
     *
     * @return the file that is to be replaced, if there is one
     * @throws IOException if it is not to be replaced
     */
    Optional<Path> check() throws IOException {
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
        if (found.isDirectory()) {
            throw isAFolder(named);
        }
        if (found.isSymbolicLink()) {
            throw refusal(named, "it is a symbolic link under a name that is not the user's choice: remove the link");
        }
        if (!found.isRegularFile()) {
            throw refusal(
                    named, "it is " + SpecialFile.describe(path) + " and not a regular file: write to another file");
        }
        if (!replaces) {
            throw new FileAlreadyExistsException(named.toString(), null, "it exists already and is not replaced");
        }
        if (isReadOnly()) {
            throw refusal(named, "it is read-only: make it writable, or write to another file");
        }
        return Optional.of(path);
    }

    /** To an administrator every file is writable, and so the permissions are looked at too. */
    private boolean isReadOnly() throws IOException {
        if (!Files.isWritable(path)) {
            return true;
        }
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .permissions()
                        .contains(PosixFilePermission.OWNER_WRITE);
    }

    /** The same trouble, under the name that the user knows. */
    FileSystemException named(FileSystemException trouble) {
        FileSystemException renamed = trouble instanceof AccessDeniedException
                ? new AccessDeniedException(named.toString(), null, trouble.getReason())
                : refusal(named, trouble.getReason() == null ? "it can't be created" : trouble.getReason());
        renamed.initCause(trouble);
        return renamed;
    }

    private static FileSystemException isAFolder(Path named) {
        return refusal(named, "it is a folder, not a file");
    }

    private static FileSystemException refusal(Path named, String reason) {
        return new FileSystemException(named.toString(), null, reason);
    }
}
