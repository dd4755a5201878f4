package uk.smets.mam.cli.input;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ErrorText;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Message;

/** Finds the inputs for names on the command line. A directory represents the CSV files and workbooks in it. */
public final class InputSearch {
    private static final String PASSWORD_FILE = "MAPASSWORD_";
    private static final List<String> EXTENSIONS = List.of(".csv", ".xlsx", ".xlsm");

    /** The prefix of the lock file that Excel creates next to an open workbook. */
    private static final String LOCK_FILE = "~$";

    private final Console console;
    private final List<CommandInput> found = new ArrayList<>();
    private int status = ExitStatus.OK;

    public InputSearch(Console console) {
        this.console = console;
    }

    public List<CommandInput> find(Collection<String> names) throws IOException {
        for (String name : names) {
            if (!name.equals(Console.STANDARD_STREAM) && Files.isDirectory(console.path(name))) {
                walk(name);
            } else {
                found.add(CommandInput.of(console, name));
            }
        }
        return found;
    }

    /** Returns the status of the search: not OK if a directory could not be read or has no document. */
    public int status() {
        return status;
    }

    private void walk(String directory) throws IOException {
        Path root = console.path(directory);
        // Sorted by name, so that the order is the same on every machine.
        TreeMap<String, Path> files = new TreeMap<>();
        Files.walkFileTree(
                root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (isDocument(nameOf(file))) {
                            files.put(
                                    Path.of(directory)
                                            .resolve(root.relativize(file))
                                            .toString(),
                                    file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException trouble) {
                        console.say(Message.of(file.toString(), ErrorText.reason(trouble)), trouble);
                        status = ExitStatus.NOT_READ_OR_WRITTEN;
                        return FileVisitResult.CONTINUE;
                    }
                });
        files.forEach((name, file) -> {
            if (nameOf(file).startsWith(PASSWORD_FILE)) {
                console.say(Message.of(name, "skipped: password files are not checked"));
            } else {
                found.add(CommandInput.of(console, name));
            }
        });
        if (files.isEmpty()) {
            console.say(Message.of(directory, "the directory has no .csv, .xlsx or .xlsm file"));
            status = ExitStatus.NOT_READ_OR_WRITTEN;
        }
    }

    private static boolean isDocument(String file) {
        String lowerCase = file.toLowerCase(Locale.ROOT);
        return !file.startsWith(LOCK_FILE) && EXTENSIONS.stream().anyMatch(lowerCase::endsWith);
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
