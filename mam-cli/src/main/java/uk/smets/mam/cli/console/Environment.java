package uk.smets.mam.cli.console;

import static java.util.Objects.requireNonNull;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The streams, the clock and the variables that the program uses. Tests supply their own.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param charset the character set of standard output and standard error
 * @param terminal whether standard error is a terminal, so that progress can be shown on it
 * @param directory the directory that relative paths start in
 * @param clock the clock
 * @param variables returns the value of an environment variable, or null
 * @param prompt asks for secrets
 */
public record Environment(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Charset charset,
        boolean terminal,
        Path directory,
        Clock clock,
        Function<String, @Nullable String> variables,
        Prompt prompt) {
    /** Asks for a secret at the terminal, without an echo. */
    @FunctionalInterface
    public interface Prompt {
        /**
         * Asks once.
         *
         * @param question the question, without a colon
         * @return the answer, which the caller overwrites after use; empty if there is no terminal or nothing was typed
         */
        Optional<char[]> ask(String question);
    }

    /** Set by the start script, because the JVM cannot test standard error alone. */
    private static final String TERMINAL = "mam.stderr.terminal";

    /** Set by the start script, because JDK 22 and later have a console even without a terminal. */
    private static final String STANDARD_INPUT_TERMINAL = "mam.stdin.terminal";

    /** Set by the start script, because the message of a write error is in the language of the system. */
    private static final String PIPE = "mam.stdout.pipe";

    /** Properties with the character set of standard output: JDK 19 and later, JDK 17 at a terminal, JDK 17 otherwise. */
    private static Stream<String> charsets() {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding");
    }

    public Environment {
        requireNonNull(in, "in");
        requireNonNull(out, "out");
        requireNonNull(err, "err");
        requireNonNull(charset, "charset");
        requireNonNull(directory, "directory");
        requireNonNull(clock, "clock");
        requireNonNull(variables, "variables");
        requireNonNull(prompt, "prompt");
    }

    /** Returns the environment of the process. It does not use {@link System#out}, which hides write errors. */
    public static Environment ofProcess() {
        Charset charset = charsets()
                .map(System::getProperty)
                .filter(name -> name != null && Charset.isSupported(name))
                .findFirst()
                .map(Charset::forName)
                .orElseGet(Charset::defaultCharset);
        return new Environment(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                charset,
                Boolean.getBoolean(TERMINAL),
                Path.of(""),
                Clock.systemUTC(),
                System::getenv,
                Environment::askAtTerminal);
    }

    @SuppressWarnings("SystemConsoleNull") // Null up to JDK 21 if standard output is redirected
    private static Optional<char[]> askAtTerminal(String question) {
        java.io.Console console = Boolean.getBoolean(STANDARD_INPUT_TERMINAL) ? System.console() : null;
        return console == null
                ? Optional.empty()
                : Optional.ofNullable(console.readPassword("%s: ", question)).filter(typed -> typed.length > 0);
    }

    /** Returns whether standard output failed because its reader has closed it, as after {@code | head -1}. */
    boolean isClosedByReader(IOException failure) {
        return Boolean.getBoolean(PIPE)
                || String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
