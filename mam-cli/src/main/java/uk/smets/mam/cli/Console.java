package uk.smets.mam.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What the commands speak through. */
final class Console {
    private static final int BUFFER = 16 * 1024;

    private final Surroundings surroundings;
    private final FailingOnce outStream;
    private final PrintWriter out;
    private final PrintWriter err;
    private final ShownText shown;
    private final List<Message> messages = new ArrayList<>();
    private @Nullable JsonDocument document;
    private PrintWriter report;
    private boolean debug;

    Console(Surroundings surroundings) {
        this.surroundings = surroundings;
        Charset charset = surroundings.charset();
        outStream = new FailingOnce(surroundings.out());
        out = new PrintWriter(new OutputStreamWriter(new BufferedOutputStream(outStream, BUFFER), charset));
        err = new PrintWriter(new OutputStreamWriter(surroundings.err(), charset));
        shown = new ShownText(charset);
        report = out;
    }

    /** What a command reports goes here. */
    PrintWriter out() {
        return report;
    }

    /** Leaves standard output to a document. */
    void reportOnStandardError() {
        report = err;
    }

    PrintWriter err() {
        return err;
    }

    /** Standard output for what has an encoding of its own. */
    OutputStream bytes() {
        out.flush();
        return outStream;
    }

    /** Standard error for a document. */
    OutputStream errorBytes() {
        err.flush();
        return surroundings.err();
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
        if (name.isEmpty()) {
            throw new InvalidPathException(name, "the name of a file is empty");
        }
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
        report.print(String.format(Locale.ROOT, format, arguments));
        report.print('\n');
    }

    /** From here on the outcome of a command is one JSON object. */
    void reportAsJson(String command) {
        if (document == null) {
            document = new JsonDocument(command, bytes());
        }
    }

    boolean isJson() {
        return document != null;
    }

    /** The JSON object of the command, open for its members. */
    JsonGenerator json() {
        if (document == null) {
            throw new IllegalStateException("the outcome is text");
        }
        return document.open();
    }

    /** Prints a result in the form that was asked for, and returns its exit status. */
    int print(Result result) {
        if (document == null) {
            result.text(this);
        } else {
            result.json(document.open());
        }
        return result.status();
    }

    /** Prints a message on standard error; in JSON it is also one of the document's. */
    void say(Message message) {
        out.flush();
        if (document != null) {
            messages.add(message);
        }
        err.print("mam: " + shown(message.line()) + '\n');
        err.flush();
    }

    void say(String message) {
        say(Message.of(message));
    }

    void say(String message, Throwable cause) {
        say(Message.of(message), cause);
    }

    /** Prints a message, and with {@code --debug} the stack trace of its cause. */
    void say(Message message, Throwable cause) {
        say(message);
        if (debug) {
            new StackTrace(err, this::shown).print(cause);
            err.flush();
        }
    }

    void debug(boolean on) {
        debug = on;
    }

    /** Ends the output, and returns the exit status of the program. */
    int finish(int status) {
        if (document != null) {
            document.close(messages, status);
        }
        out.flush();
        err.flush();
        Optional<IOException> failure = outStream.failure();
        if (failure.isEmpty() || surroundings.readerHasGone(failure.get())) {
            return status;
        }
        document = null;
        say("cannot write to standard output: " + Trouble.reason(failure.get()), failure.get());
        return ExitStatus.NOT_READ_OR_WRITTEN;
    }
}
