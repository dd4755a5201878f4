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
 * What the program sees of the world: nothing in it looks elsewhere.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param charset the characters that standard output and standard error can show
 * @param terminal whether standard error is a terminal, so that progress may be shown on it
 * @param directory where relative paths start
 * @param clock what time it is
 * @param environment the variables of the environment: the value of a name, or null
 * @param prompt asks for secrets
 */
public record Surroundings(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Charset charset,
        boolean terminal,
        Path directory,
        Clock clock,
        Function<String, @Nullable String> environment,
        Prompt prompt) {
    /** Set by the script that starts the program, as the JVM can't ask for standard error alone. */
    private static final String TERMINAL = "mam.stderr.terminal";

    /** Set by that script too: from JDK 22 on there is a console also where nobody sits at it. */
    private static final String ASKABLE = "mam.stdin.terminal";

    /** Set by that script too, as the text of the failure is in the language of the system. */
    private static final String PIPE = "mam.stdout.pipe";

    /** Who knows the characters of standard output: JDK 19 and later, JDK 17 at a terminal, JDK 17 otherwise. */
    private static Stream<String> charsets() {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding");
    }

    /**
     * Puts them together.
     *
     * @param in standard input
     * @param out standard output
     * @param err standard error
     * @param charset the characters that standard output and standard error can show
     * @param terminal whether standard error is a terminal
     * @param directory where relative paths start
     * @param clock what time it is
     * @param environment the variables of the environment
     * @param prompt asks for secrets
     */
    public Surroundings {
        requireNonNull(in, "in");
        requireNonNull(out, "out");
        requireNonNull(err, "err");
        requireNonNull(charset, "charset");
        requireNonNull(directory, "directory");
        requireNonNull(clock, "clock");
        requireNonNull(environment, "environment");
        requireNonNull(prompt, "prompt");
    }

    /** Those of the process. Not {@link System#out}, which swallows what goes wrong when it writes. */
    public static Surroundings ofProcess() {
        Charset charset = charsets()
                .map(System::getProperty)
                .filter(name -> name != null && Charset.isSupported(name))
                .findFirst()
                .map(Charset::forName)
                .orElseGet(Charset::defaultCharset);
        return new Surroundings(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                charset,
                Boolean.getBoolean(TERMINAL),
                Path.of(""),
                Clock.systemUTC(),
                System::getenv,
                Surroundings::askAtTheTerminal);
    }

    @SuppressWarnings("SystemConsoleNull") // Up to JDK 21 it is null where standard output goes elsewhere
    private static Optional<char[]> askAtTheTerminal(String question) {
        java.io.Console console = Boolean.getBoolean(ASKABLE) ? System.console() : null;
        return console == null
                ? Optional.empty()
                : Optional.ofNullable(console.readPassword("%s: ", question)).filter(typed -> typed.length > 0);
    }

    /** Whether standard output failed since nobody reads it any more, as after {@code | head -1}. */
    boolean readerHasGone(IOException failure) {
        return Boolean.getBoolean(PIPE)
                || String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
