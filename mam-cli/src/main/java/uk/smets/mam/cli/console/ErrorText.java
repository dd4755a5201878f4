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

/** ErrorText with files and streams, in words. */
public final class ErrorText {
    private static final char REPLACEMENT_CHARACTER = '\uFFFD';
    private static final Pattern ARGUMENT = Pattern.compile("^[a-z][A-Za-z]*: ");

    private ErrorText() {}

    /** Returns the reason, with the file if it is known. */
    public static Message message(IOException failure) {
        String reason = reason(failure);
        return failure instanceof FileSystemException system && system.getFile() != null
                ? Message.of(system.getFile(), reason)
                : Message.of(reason);
    }

    public static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getReason() == null
                    ? reasonOfName(missing.getFile(), "no such file or directory")
                    : missing.getReason();
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "the file already exists: use --force to replace it, or choose another directory with --out";
        }
        if (failure instanceof NotDirectoryException) {
            return "not a directory";
        }
        String message = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        if (message == null || message.isBlank()) {
            return "input or output failed";
        }
        return switch (message) {
            case "Bad file descriptor" -> "the stream is closed";
            case "Is a directory" -> "is a directory, not a file";
            default -> message;
        };
    }

    /** Returns why a name cannot be the name of a file. */
    public static String reason(InvalidPathException problem) {
        return problem.getInput().isEmpty()
                ? problem.getReason()
                : reasonOfName(problem.getInput(), "not a valid file name");
    }

    /** The JVM replaces bytes that are not characters of the locale, and then it does not find the file. */
    private static String reasonOfName(@Nullable String name, String otherwise) {
        return name != null && name.indexOf(REPLACEMENT_CHARACTER) >= 0
                ? "the name has characters outside the character set of this locale: set the locale, for example"
                        + " LC_ALL=C.UTF-8, or rename the file"
                : otherwise;
    }

    /** Returns the reason without the name of the file, with which messages of the library about its content begin. */
    public static String reasonOf(Path file, IOException failure) {
        String reason = reason(failure);
        String name = file + ": ";
        return reason.startsWith(name) ? reason.substring(name.length()) : reason;
    }

    /** Returns the message without the name of the argument, with which messages of the library begin. */
    public static String withArgument(IllegalArgumentException problem) {
        return ARGUMENT.matcher(String.valueOf(problem.getMessage())).replaceFirst("");
    }
}
