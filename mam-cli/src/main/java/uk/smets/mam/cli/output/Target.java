package uk.smets.mam.cli.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import tools.jackson.core.exc.JacksonIOException;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Trouble;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.model.internal.file.SameFileException;

/**
 * What the user names as the output of a command: a file, which is written whole or not at all and never over an input, or one of the
 * two standard streams.
 */
public final class Target {
    private static final List<String> OUTPUT = List.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");
    private static final List<String> ERROR = List.of("/dev/stderr", "/dev/fd/2", "/proc/self/fd/2");

    /** Linux knows standard input as a file too, and so an output can be the same. */
    private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

    private final Console console;
    private final String name;

    /** Writes what the output is to hold. */
    @FunctionalInterface
    public interface Content<T> {
        T writeTo(OutputStream stream) throws IOException;
    }

    private Target(Console console, String name) {
        this.console = console;
        this.name = name;
    }

    public static Target of(Console console, String name) {
        return new Target(console, name);
    }

    /** As the user wrote it, so that editors and build logs can link it. */
    public String name() {
        return name;
    }

    /** The name without its folders. */
    public String fileName() {
        return String.valueOf(path().getFileName());
    }

    public Path path() {
        return console.path(name);
    }

    public boolean isStream() {
        return OUTPUT.contains(name) || ERROR.contains(name);
    }

    /**
     * Makes sure that it can be written to, and is none of the inputs, before anything else is done.
     *
     * @param spec the command
     * @param inputs the files that are read, as the user named them
     * @throws ParameterException where a document and a report in JSON would both go to standard output
     * @throws IOException where it can't be written to
     */
    public void check(@Nullable CommandSpec spec, String... inputs) throws IOException {
        if (OUTPUT.contains(name)) {
            if (console.isJson() && spec != null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--format json needs a file as the output, as standard output has the report");
            }
            console.reportOnStandardError();
        }
        if (isStream()) {
            return;
        }
        for (String input : inputs) {
            try {
                OutputTarget.named(
                        path(), input.equals(Console.STANDARD_STREAM) ? standardInput() : List.of(console.path(input)));
            } catch (SameFileException e) {
                throw new SameFileException(name, input);
            }
        }
    }

    private static List<Path> standardInput() {
        return Files.isRegularFile(STANDARD_INPUT) ? List.of(STANDARD_INPUT) : List.of();
    }

    /** Writes it: a file whole or not at all. */
    public <T> T write(Content<T> content) throws IOException {
        try {
            if (isStream()) {
                return write(content, ERROR.contains(name) ? console.errorBytes() : console.bytes());
            }
            try (AtomicFile file = AtomicFile.create(path())) {
                T written = write(content, new BufferedOutputStream(file.stream()));
                file.commit();
                return written;
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static <T> T write(Content<T> content, OutputStream stream) throws IOException {
        T written = content.writeTo(stream);
        stream.flush();
        return written;
    }

    /** Says that it could not be written, and why. */
    public int fail(IOException trouble) {
        console.say(name + " is not written: " + Trouble.reason(trouble), trouble);
        return ExitStatus.NOT_READ_OR_WRITTEN;
    }
}
