package uk.smets.mam.model.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folders that files are written to. */
public final class OutputFolder {
    private OutputFolder() {}

    /**
     * Creates a folder that is missing, but not its parents: a misspelt path would become a tree of folders.
     *
     * @param folder the folder
     * @return whether it was missing
     * @throws IOException if it can't be created, or is something else
     */
    public static boolean create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return false;
        }
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (Files.isDirectory(folder)) {
                return false;
            }
            throw new NotDirectoryException(folder.toString());
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(
                    folder.toString(), null, "the folder can't be created, as the folder above it does not exist");
        } catch (FileSystemException e) {
            throw new FileSystemException(folder.toString(), null, "the folder can't be created: " + reason(e));
        }
        return true;
    }

    /** The trouble with a hidden file, of which nobody knows, as trouble with its folder. */
    static FileSystemException notWritable(Path folder, FileSystemException trouble) {
        FileSystemException renamed =
                new FileSystemException(folder.toString(), null, "no file can be created in it: " + reason(trouble));
        renamed.initCause(trouble);
        return renamed;
    }

    private static String reason(FileSystemException trouble) {
        return trouble.getReason() == null ? "permission denied" : trouble.getReason();
    }

    /** Makes sure that the names in a folder are on the disk, where the system can do that for folders. */
    static void sync(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (FileSystemException notReadable) {
            // A folder that may be written to and not be read; its names go to the disk in time.
            return;
        }
    }
}
