package uk.smets.mam.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;

/** The file that a command writes: whole or not at all, and never over what it reads. */
final class Target {
    private final Console console;
    private final String name;
    private final Path path;

    private Target(Console console, String name, Path path) {
        this.console = console;
        this.name = name;
        this.path = path;
    }

    static Target of(Console console, String name) {
        return new Target(console, name, console.path(name));
    }

    String name() {
        return name;
    }

    /** The name without its folders. */
    String fileName() {
        return String.valueOf(path.getFileName());
    }

    boolean isStandardOutput() {
        return name.equals(Input.STANDARD_INPUT);
    }

    boolean isSameAs(String input) throws IOException {
        if (input.equals(Input.STANDARD_INPUT)) {
            return false;
        }
        Path in = console.path(input);
        return Files.exists(in) && Files.exists(path)
                ? Files.isSameFile(in, path)
                : in.toAbsolutePath().normalize().equals(path.toAbsolutePath().normalize());
    }

    /**
     * Writes a document.
     *
     * @throws InvalidDocumentException where the name says another SMSO or User ID than the header
     */
    WrittenFile write(MigrationAuthorisation document, ValidationOptions options) throws IOException {
        return document.write(path, options.named(name));
    }

    /** Says that it could not be written, and why. */
    int fail(IOException trouble) {
        console.say(name + " is not written: " + Trouble.reason(trouble), trouble);
        return ExitStatus.NOT_READ_OR_WRITTEN;
    }
}
