package uk.smets.mam.cli.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.Overwriting;

/** The directory that a command writes files of its own names to. */
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

    /** A file in a directory, as the user would write it. */
    public static String named(String directory, Path file) {
        return Path.of(directory).resolve(String.valueOf(file.getFileName())).toString();
    }

    /** What may be replaced in it; in no case a file that the command reads. */
    public Overwriting overwriting(boolean force, List<String> inputs) {
        return (force ? Overwriting.allowed() : Overwriting.never())
                .withExceptions(inputs.stream().map(console::path).toList());
    }

    /** Deals with what an interrupted run left in it, and says so. */
    public void recover() throws IOException {
        Submission.recover(path()).forEach(this::say);
    }

    private void say(InterruptedWrite found) {
        String files = String.join(", ", found.fileNames());
        console.say(name + ": "
                + switch (found.outcome()) {
                    case COMPLETED -> "a run that was interrupted had written all its files, which stay: " + files;
                    case UNDONE ->
                        "a run that was interrupted had written only some of its files, which are removed: " + files;
                    case DISCARDED -> "hidden files that an interrupted run left are removed";
                });
    }
}
