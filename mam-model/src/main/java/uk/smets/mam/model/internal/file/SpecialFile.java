package uk.smets.mam.model.internal.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/** A file that is neither a regular file nor a folder. */
final class SpecialFile {
    private static final Path NULL_DEVICE = Path.of("/dev/null");
    private static final int TYPE = 0170000;
    private static final int NAMED_PIPE = 0010000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int SOCKET = 0140000;

    private SpecialFile() {}

    /** Returns whether a path is the null device of the system, even with another name. */
    static boolean isNullDevice(Path path) throws IOException {
        if (!hasUnixAttributes(path)) {
            return path.getFileName() != null && path.getFileName().toString().equalsIgnoreCase("NUL");
        }
        return Files.exists(path)
                && Files.exists(NULL_DEVICE)
                && type(path) == CHARACTER_DEVICE
                && Files.getAttribute(path, "unix:rdev").equals(Files.getAttribute(NULL_DEVICE, "unix:rdev"));
    }

    /** Describes the kind of file, for a sentence. */
    static String describe(Path path) throws IOException {
        int type = hasUnixAttributes(path) ? type(path) : 0;
        return switch (type) {
            case NAMED_PIPE -> "a named pipe";
            case SOCKET -> "a socket";
            default -> "a device";
        };
    }

    private static int type(Path path) throws IOException {
        Map<String, Object> found = Files.readAttributes(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        return (Integer) requireNonNull(found.get("mode"), "every file has a mode") & TYPE;
    }

    private static boolean hasUnixAttributes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }
}
