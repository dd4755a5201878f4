package uk.smets.mam.cli.console;

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
public final class Console {
    /** The name of standard input, or of standard output, on the command line. */
    public static final String STANDARD_STREAM = "-";

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

    public Console(Surroundings surroundings) {
        this.surroundings = surroundings;
        Charset charset = surroundings.charset();
        outStream = new FailingOnce(surroundings.out());
        out = new PrintWriter(new OutputStreamWriter(new BufferedOutputStream(outStream, BUFFER), charset));
        err = new PrintWriter(new OutputStreamWriter(surroundings.err(), charset));
        shown = new ShownText(charset);
        report = out;
    }

    /** What a command reports goes here. */
    public PrintWriter out() {
        return report;
    }

    /** Leaves standard output to a document. */
    public void reportOnStandardError() {
        report = err;
    }

    public PrintWriter err() {
        return err;
    }

    /** Standard output for what has an encoding of its own. */
    public OutputStream bytes() {
        out.flush();
        return outStream;
    }

    /** Standard error for a document. */
    public OutputStream errorBytes() {
        err.flush();
        return surroundings.err();
    }

    public InputStream in() {
        return surroundings.in();
    }

    public Clock clock() {
        return surroundings.clock();
    }

    boolean isTerminal() {
        return surroundings.terminal();
    }

    /** The value of a variable of the environment. */
    public Optional<String> environment(String name) {
        return Optional.ofNullable(surroundings.environment().apply(name));
    }

    /** Asks for a secret. */
    public Optional<char[]> ask(String question) {
        return surroundings.prompt().ask(question);
    }

    /** The path that the user means by a name. */
    public Path path(String name) {
        if (name.isEmpty()) {
            throw new InvalidPathException(name, "the name of a file is empty");
        }
        return surroundings.directory().resolve(name);
    }

    /** Text of others, safe to print. */
    public String shown(String text) {
        return shown.of(text);
    }

    /** Text of others in quotes, safe to print. */
    public String quoted(String text) {
        return shown.quoted(text);
    }

    /** Prints a line. A line ends in LF on every system, as in the files that it is about. */
    public void line(String format, Object... arguments) {
        report.print(String.format(Locale.ROOT, format, arguments));
        report.print('\n');
    }

    /** From here on the outcome of a command is one JSON object. */
    public void reportAsJson(String command) {
        if (document == null) {
            document = new JsonDocument(command, bytes());
        }
    }

    public boolean isJson() {
        return document != null;
    }

    /** The JSON object of the command, open for its members. */
    public JsonGenerator json() {
        if (document == null) {
            throw new IllegalStateException("the outcome is text");
        }
        return document.open();
    }

    /** Prints a result in the form that was asked for, and returns its exit status. */
    public int print(Result result) {
        if (document == null) {
            result.text(this);
        } else {
            result.json(document.open());
        }
        return result.status();
    }

    /** Prints a message on standard error; in JSON it is also one of the document's. */
    public void say(Message message) {
        out.flush();
        if (document != null) {
            messages.add(message);
        }
        err.print("mam: " + shown(message.line()) + '\n');
        err.flush();
    }

    public void say(String message) {
        say(Message.of(message));
    }

    public void say(String message, Throwable cause) {
        say(Message.of(message), cause);
    }

    /** Prints a message, and with {@code --debug} the stack trace of its cause. */
    public void say(Message message, Throwable cause) {
        say(message);
        if (debug) {
            new StackTrace(err, this::shown).print(cause);
            err.flush();
        }
    }

    public void debug(boolean on) {
        debug = on;
    }

    /** Ends the output, and returns the exit status of the program. */
    public int finish(int status) {
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
