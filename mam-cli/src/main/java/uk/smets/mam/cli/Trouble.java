package uk.smets.mam.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Trouble with files and streams, in words. */
final class Trouble {
    private Trouble() {}

    static String reason(IOException trouble) {
        if (trouble instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (trouble instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (trouble instanceof NotDirectoryException) {
            return "not a directory";
        }
        String message = trouble instanceof FileSystemException system ? system.getReason() : trouble.getMessage();
        return message == null || message.isBlank() ? "input or output failed" : message;
    }
}
