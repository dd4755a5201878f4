package uk.smets.mam.cli.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.Overwriting;

/** A directory in which a command writes files whose names it chooses. */
public final class OutputDirectory {
    private final Console console;
    private final String name;

    public OutputDirectory(Console console, String name) {
        this.console = console;
        this.name = name;
    }

    Path path() {
        return console.path(name);
    }

    /** Returns the name of a file in a directory, as the user would write it. */
    public static String named(String directory, Path file) {
        return Path.of(directory).resolve(String.valueOf(file.getFileName())).toString();
    }

    /** Returns which files may be replaced. A file that the command reads never is. */
    public Overwriting overwriting(boolean force, List<String> inputs) {
        return (force ? Overwriting.allowed() : Overwriting.never())
                .withExceptions(inputs.stream().map(console::path).toList());
    }

    /** Completes or undoes the work of an interrupted run, and prints what was done. */
    public void recover() throws IOException {
        Submission.recover(path()).forEach(this::say);
    }

    private void say(InterruptedWrite found) {
        String files = String.join(", ", found.fileNames());
        console.say(name + ": "
                + switch (found.outcome()) {
                    case COMPLETED -> "an interrupted run had written all its files, which are kept: " + files;
                    case UNDONE -> "an interrupted run had written only some of its files, which are removed: " + files;
                    case DISCARDED -> "temporary files of an interrupted run are removed";
                });
    }
}
