package uk.smets.mam.cli.output;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.exc.JacksonIOException;
import uk.smets.mam.cli.console.CommandException;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ErrorText;
import uk.smets.mam.cli.console.Message;
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.model.internal.file.SameFileException;

/** An output of a command: a standard stream, or a file, which is written as a whole or not at all and never over an input. */
public final class CommandOutput {
    private static final List<String> OUTPUT = List.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");
    private static final List<String> ERROR = List.of("/dev/stderr", "/dev/fd/2", "/proc/self/fd/2");

    /** The file that standard input comes from, on Linux. */
    private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

    private final Console console;
    private final String name;

    /** Writes the content of the output. */
    @FunctionalInterface
    public interface Content<T> {
        T writeTo(OutputStream stream) throws IOException;
    }

    private CommandOutput(Console console, String name) {
        this.console = console;
        this.name = name;
    }

    public static CommandOutput of(Console console, String name) {
        return new CommandOutput(console, name);
    }

    /** Returns the name as the user wrote it, so that editors and build logs can link it. */
    public String name() {
        return name;
    }

    /** Returns the name without its directories. */
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
     * Checks, before anything is read, that the output can be written and is not an input.
     *
     * @param spec the command
     * @param inputs the names of the files that are read
     * @throws ParameterException if a document and a JSON report would both go to standard output
     */
    public void check(@Nullable CommandSpec spec, Collection<String> inputs) throws CommandException {
        if (OUTPUT.contains(name)) {
            if (console.isJson()) {
                throw Usage.error(
                        spec, "--format json writes the report to standard output: give a file as the output");
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
            } catch (IOException e) {
                throw failure(e);
            }
        }
    }

    private static List<Path> standardInput() {
        return Files.isRegularFile(STANDARD_INPUT) ? List.of(STANDARD_INPUT) : List.of();
    }

    /** Writes the output. If the content fails, a file is left as it was. */
    public <T> T write(Content<T> content) throws CommandException {
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
            throw failure(requireNonNull(e.getCause(), "cause"));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static <T> T write(Content<T> content, OutputStream stream) throws IOException {
        T written = content.writeTo(stream);
        stream.flush();
        return written;
    }

    /** Returns the exception with the name of this output and the reason of another exception. */
    public CommandException failure(IOException cause) {
        return cause instanceof CommandException failure
                ? failure
                : new CommandException(Message.of(name + " is not written: " + ErrorText.reason(cause)), cause);
    }
}
