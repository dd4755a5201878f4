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

/** Folders to which files are written. */
public final class OutputFolder {
    private OutputFolder() {}

    /**
     * Creates a folder if it is missing. Parents are not created, because a misspelt path would become a tree of
     * folders.
     *
     * @param folder the folder
     * @return whether it was missing
     * @throws IOException if it cannot be created, or is not a folder
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

    /** Converts an exception about a temporary file, which the user does not know, to one about its folder. */
    static FileSystemException notWritable(Path folder, FileSystemException trouble) {
        FileSystemException renamed =
                new FileSystemException(folder.toString(), null, "no file can be created in it: " + reason(trouble));
        renamed.initCause(trouble);
        return renamed;
    }

    private static String reason(FileSystemException trouble) {
        return trouble.getReason() == null ? "permission denied" : trouble.getReason();
    }

    /** Forces the names in a folder to the disk, if the system supports that for folders. */
    static void sync(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (FileSystemException notReadable) {
            // The folder is not readable; the system writes its names to the disk later.
            return;
        }
    }
}
