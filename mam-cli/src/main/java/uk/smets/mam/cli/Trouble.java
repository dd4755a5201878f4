package uk.smets.mam.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Trouble with files and streams, in words. */
final class Trouble {
    private static final Pattern ARGUMENT = Pattern.compile("^[a-z][A-Za-z]*: ");

    private Trouble() {}

    /** What failed, with the file where it is known. */
    static Message message(IOException trouble) {
        String reason = reason(trouble);
        return trouble instanceof FileSystemException system && system.getFile() != null
                ? Message.of(system.getFile(), reason)
                : Message.of(reason);
    }

    static String reason(IOException trouble) {
        if (trouble instanceof NoSuchFileException missing) {
            return missing.getReason() == null ? "no such file or directory" : missing.getReason();
        }
        if (trouble instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (trouble instanceof FileAlreadyExistsException) {
            return "it exists already: give --force to replace it, or another directory with --out";
        }
        if (trouble instanceof NotDirectoryException) {
            return "not a directory";
        }
        String message = trouble instanceof FileSystemException system ? system.getReason() : trouble.getMessage();
        if (message == null || message.isBlank()) {
            return "input or output failed";
        }
        return switch (message) {
            case "Bad file descriptor" -> "it is closed";
            case "Is a directory" -> "is a directory, not a file";
            default -> message;
        };
    }

    /** Why a file could not be read, without its name, which the library puts first where the content is wrong. */
    static String reasonOf(Path file, IOException trouble) {
        String reason = reason(trouble);
        String name = file + ": ";
        return reason.startsWith(name) ? reason.substring(name.length()) : reason;
    }

    /** What is wrong with an argument, without the name that the library has for it. */
    static String withArgument(IllegalArgumentException problem) {
        return ARGUMENT.matcher(String.valueOf(problem.getMessage())).replaceFirst("");
    }
}
