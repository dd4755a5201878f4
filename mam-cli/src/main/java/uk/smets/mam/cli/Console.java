package uk.smets.mam.cli;

import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** What the commands speak through. */
final class Console {
    private static final int BUFFER = 16 * 1024;

    private final Surroundings surroundings;
    private final FailingOnce outStream;
    private final PrintWriter out;
    private final PrintWriter err;
    private final ShownText shown;
    private boolean debug;

    Console(Surroundings surroundings) {
        this.surroundings = surroundings;
        Charset charset = surroundings.charset();
        outStream = new FailingOnce(surroundings.out());
        out = new PrintWriter(new OutputStreamWriter(new BufferedOutputStream(outStream, BUFFER), charset));
        err = new PrintWriter(new OutputStreamWriter(surroundings.err(), charset));
        shown = new ShownText(charset);
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** Standard output for what has an encoding of its own. */
    OutputStream bytes() {
        out.flush();
        return outStream;
    }

    InputStream in() {
        return surroundings.in();
    }

    Clock clock() {
        return surroundings.clock();
    }

    boolean isTerminal() {
        return surroundings.terminal();
    }

    /** The value of a variable of the environment. */
    Optional<String> environment(String name) {
        return Optional.ofNullable(surroundings.environment().apply(name));
    }

    /** Asks for a secret. */
    Optional<char[]> ask(String question) {
        return surroundings.prompt().ask(question);
    }

    /** The path that the user means by a name. */
    Path path(String name) {
        return surroundings.directory().resolve(name);
    }

    /** Text of others, safe to print. */
    String shown(String text) {
        return shown.of(text);
    }

    /** Text of others in quotes, safe to print. */
    String quoted(String text) {
        return shown.quoted(text);
    }

    /** Prints a line. A line ends in LF on every system, as in the files that it is about. */
    void line(String format, Object... arguments) {
        out.print(String.format(Locale.ROOT, format, arguments));
        out.print('\n');
    }

    /** Says something on standard error. */
    void say(String message) {
        out.flush();
        err.print("mam: " + shown(message) + '\n');
        err.flush();
    }

    /** Says that something failed, and why where it is asked to. */
    void say(String message, Throwable cause) {
        say(message);
        if (debug) {
            cause.printStackTrace(err);
            err.flush();
        }
    }

    void debug(boolean on) {
        debug = on;
    }

    /** Prints what was kept back, and answers whether all of it went out. */
    int finish() {
        boolean failed = out.checkError();
        err.flush();
        if (!failed && outStream.failure().isEmpty()) {
            return ExitStatus.OK;
        }
        String reason = outStream.failure().map(Trouble::reason).orElse("unknown");
        // Who reads no further, as head does, knows it.
        if (!reason.toLowerCase(Locale.ROOT).contains("broken pipe")) {
            say("cannot write to standard output: " + reason);
        }
        return ExitStatus.NOT_READ_OR_WRITTEN;
    }
}
