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
 * The path at which a file will appear. It is compared with every input and checked before a byte is written, and
 * checked again before the file is moved there: it must be absent or a regular file, never an input, a link, a pipe, a
 * device, a socket, a folder or a read-only file.
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
     * Returns a target that the user named. A symbolic link is followed: the file that it points to is replaced.
     *
     * @param file the name
     * @param inputs the files and folders that are read for it
     * @return the target
     * @throws SameFileException if it is one of the inputs, even with another path
     * @throws IOException if it cannot be written to
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
     * Returns a target that the user named, for output that is not made from a file.
     *
     * @param file the name
     * @return the target
     * @throws IOException if it cannot be written to
     */
    public static OutputTarget named(Path file) throws IOException {
        return named(file, List.of());
    }

    /**
     * Returns a target with a name that the program derived, in a folder that the user named. A symbolic link is
     * rejected, because it would let another user choose the file that is replaced.
     *
     * @param file the folder with the derived name
     * @param inputs the files and folders that are read for it
     * @param replaces whether an existing file may be replaced
     * @return the target; its folder need not exist yet
     * @throws SameFileException if it is one of the inputs, even with another path
     * @throws FileAlreadyExistsException if the file exists and must not be replaced
     * @throws IOException if it cannot be written to
     */
    public static OutputTarget derived(Path file, Collection<Path> inputs, boolean replaces) throws IOException {
        OutputTarget target = new OutputTarget(requireNonNull(file, "file"), file.toAbsolutePath(), replaces);
        target.requireNone(inputs);
        target.check();
        return target;
    }

    /** Returns the path with all links resolved. */
    private static Path followed(Path file) throws IOException {
        Path path = file.toAbsolutePath();
        for (int links = 0; links < MOST_LINKS; links++) {
            Path folder = folderOf(path, file);
            if (!Files.isSymbolicLink(path)) {
                return path;
            }
            // The links in /proc point to open files of a process, and their texts are not paths.
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

    /** {@return the path at which the file will appear} */
    public Path path() {
        return path;
    }

    /** Returns the folder of the file, with links resolved. */
    Path folder() {
        return requireNonNull(path.getParent(), "a file has a folder");
    }

    /**
     * Returns whether it is a null device, which is written to and never replaced.
     *
     * @return true for a null device
     * @throws IOException if that cannot be determined
     */
    public boolean isNullDevice() throws IOException {
        return SpecialFile.isNullDevice(path);
    }

    /**
     * Checks the target.
     *
     * @return the file to replace, or empty
     * @throws IOException if it must not be replaced
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
            throw refusal(named, "it is a symbolic link, which is not followed for this name: remove the link");
        }
        if (!found.isRegularFile()) {
            throw refusal(
                    named, "it is " + SpecialFile.describe(path) + " and not a regular file: write to another file");
        }
        if (!replaces) {
            throw new FileAlreadyExistsException(named.toString(), null, "it already exists and is not replaced");
        }
        if (isReadOnly()) {
            throw refusal(named, "it is read-only: make it writable, or write to another file");
        }
        return Optional.of(path);
    }

    /** The permissions are also checked, because every file is writable to an administrator. */
    private boolean isReadOnly() throws IOException {
        if (!Files.isWritable(path)) {
            return true;
        }
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .permissions()
                        .contains(PosixFilePermission.OWNER_WRITE);
    }

    /** Returns the same exception with the name that the user knows. */
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
