package uk.smets.mam.cli.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Trouble with files and streams, in words. */
public final class Trouble {
    private static final char REPLACEMENT_CHARACTER = '\uFFFD';
    private static final Pattern ARGUMENT = Pattern.compile("^[a-z][A-Za-z]*: ");

    private Trouble() {}

    /** What failed, with the file where it is known. */
    public static Message message(IOException trouble) {
        String reason = reason(trouble);
        return trouble instanceof FileSystemException system && system.getFile() != null
                ? Message.of(system.getFile(), reason)
                : Message.of(reason);
    }

    public static String reason(IOException trouble) {
        if (trouble instanceof NoSuchFileException missing) {
            return missing.getReason() == null
                    ? reasonOfName(missing.getFile(), "no such file or directory")
                    : missing.getReason();
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

    /** Why a name is not that of any file. */
    public static String reason(InvalidPathException problem) {
        return problem.getInput().isEmpty()
                ? problem.getReason()
                : reasonOfName(problem.getInput(), "no file can have this name");
    }

    /** A file may be there: what the JVM puts in place of bytes that are no characters of the locale leads to no file. */
    private static String reasonOfName(@Nullable String name, String otherwise) {
        return name != null && name.indexOf(REPLACEMENT_CHARACTER) >= 0
                ? "the name has characters that cannot be read in this locale: set the locale in which the file was"
                        + " named, for example LC_ALL=C.UTF-8, or rename the file"
                : otherwise;
    }

    /** Why a file could not be read, without its name, which the library puts first where the content is wrong. */
    public static String reasonOf(Path file, IOException trouble) {
        String reason = reason(trouble);
        String name = file + ": ";
        return reason.startsWith(name) ? reason.substring(name.length()) : reason;
    }

    /** What is wrong with an argument, without the name that the library has for it. */
    public static String withArgument(IllegalArgumentException problem) {
        return ARGUMENT.matcher(String.valueOf(problem.getMessage())).replaceFirst("");
    }
}
