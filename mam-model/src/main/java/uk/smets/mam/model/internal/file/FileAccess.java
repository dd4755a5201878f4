package uk.smets.mam.model.internal.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The permissions of files. On a file system without POSIX permissions, those of the folder apply. */
final class FileAccess {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** The permissions before the umask is applied, in the order of its bits, the highest first. */
    private static final PosixFilePermission[] BITS = {
        PosixFilePermission.OWNER_READ,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_EXECUTE
    };

    private static final int NEW_FILE = 0666;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String UMASK = "Umask:";

    private FileAccess() {}

    /**
     * Makes a file readable only by its owner from its creation: a program that opens a file early can read it later.
     */
    static FileAttribute<?>[] ownerOnly(Path folder) {
        return hasPermissions(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /** Returns whether two files have the same owner, which is true on a file system without owners. */
    static boolean haveOneOwner(Path one, Path other) throws IOException {
        FileOwnerAttributeView view =
                Files.getFileAttributeView(one, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null || view.getOwner().equals(Files.getOwner(other));
    }

    /**
     * Sets the owner and permissions of a complete file: those of the file that it replaces, or those of a new file.
     */
    static void settle(Path file, Optional<Path> replaced, boolean secret) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        if (replaced.isPresent()) {
            PosixFileAttributes old =
                    Files.readAttributes(replaced.get(), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            PosixFileAttributes now = view.readAttributes();
            if (!old.group().equals(now.group())) {
                giveTo(view, old.group());
            }
            if (!old.owner().equals(now.owner())) {
                giveTo(view, old.owner());
            }
            view.setPermissions(old.permissions());
        } else if (!secret) {
            view.setPermissions(ofNewFile(file));
        }
    }

    /** Only an administrator may change the owner of a file; otherwise it belongs to the writer. */
    private static void giveTo(PosixFileAttributeView view, UserPrincipal owner) throws IOException {
        try {
            if (owner instanceof GroupPrincipal group) {
                view.setGroup(group);
            } else {
                view.setOwner(owner);
            }
        } catch (FileSystemException notAllowed) {
            return;
        }
    }

    private static Set<PosixFilePermission> ofNewFile(Path sibling) throws IOException {
        if (Files.isReadable(STATUS)) {
            try (Stream<String> lines = Files.lines(STATUS)) {
                Optional<String> umask =
                        lines.filter(line -> line.startsWith(UMASK)).findFirst();
                if (umask.isPresent()) {
                    return permissions(NEW_FILE
                            & ~Integer.parseInt(
                                    umask.get().substring(UMASK.length()).strip(), 8));
                }
            }
        }
        return ofEmptyFile(sibling.resolveSibling(sibling.getFileName() + ".new"));
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < BITS.length; i++) {
            if ((mode & 1 << BITS.length - 1 - i) != 0) {
                permissions.add(BITS[i]);
            }
        }
        return permissions;
    }

    /** Java does not provide the umask: an empty file shows it. */
    private static Set<PosixFilePermission> ofEmptyFile(Path probe) throws IOException {
        Files.newByteChannel(probe, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))
                .close();
        try {
            return Files.getPosixFilePermissions(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean hasPermissions(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
