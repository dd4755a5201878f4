package uk.smets.mam.cli.console;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
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
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The standard streams, the clock and the environment of the program. */
public final class Console {
    /** The name of standard input, or of standard output, on the command line. */
    public static final String STANDARD_STREAM = "-";

    private static final int BUFFER = 16 * 1024;

    private final Environment environment;
    private final ReportStream outStream;
    private final PrintWriter out;
    private final PrintWriter err;
    private final ShownText shown;
    private final List<Message> messages = new ArrayList<>();
    private @Nullable JsonDocument document;
    private PrintWriter report;
    private boolean debug;

    public Console(Environment environment) {
        this.environment = environment;
        Charset charset = environment.charset();
        outStream = new ReportStream(environment.out());
        out = new PrintWriter(new OutputStreamWriter(new BufferedOutputStream(outStream, BUFFER), charset));
        err = new PrintWriter(new OutputStreamWriter(environment.err(), charset));
        shown = new ShownText(charset);
        report = out;
    }

    /** Returns the stream that the report of a command goes to. */
    public PrintWriter out() {
        return report;
    }

    /** Sends the report to standard error, because standard output has the document. */
    public void reportOnStandardError() {
        report = err;
    }

    public PrintWriter err() {
        return err;
    }

    /** Returns standard output for a document, which has its own encoding. */
    public OutputStream bytes() {
        out.flush();
        return outStream;
    }

    /** Returns standard error for a document. */
    public OutputStream errorBytes() {
        err.flush();
        return environment.err();
    }

    public InputStream in() {
        return environment.in();
    }

    public Clock clock() {
        return environment.clock();
    }

    boolean isTerminal() {
        return environment.terminal();
    }

    /** Returns the value of an environment variable. */
    public Optional<String> environment(String name) {
        return Optional.ofNullable(environment.variables().apply(name));
    }

    /** Asks for a secret. See {@link Environment.Prompt#ask}. */
    public Optional<char[]> ask(String question) {
        return environment.prompt().ask(question);
    }

    /** Returns the path for a name on the command line. */
    public Path path(String name) {
        if (name.isEmpty()) {
            throw new InvalidPathException(name, "the file name is empty");
        }
        return environment.directory().resolve(name);
    }

    /** Returns text from a file or an argument with every unsafe character escaped. */
    public String shown(String text) {
        return shown.of(text);
    }

    /** Returns such text in quotes. */
    public String quoted(String text) {
        return shown.quoted(text);
    }

    /** Prints a line, which ends in LF on every system. */
    public void line(String format, Object... arguments) {
        report.print(String.format(Locale.ROOT, format, arguments));
        report.print('\n');
    }

    /** Switches the report to one JSON object. */
    public void reportAsJson(String command) {
        if (document == null) {
            document = new JsonDocument(command, bytes());
        }
    }

    public boolean isJson() {
        return document != null;
    }

    /** Returns the generator of the JSON object, which is open for members. */
    public JsonGenerator json() {
        if (document == null) {
            throw new IllegalStateException("the report is text");
        }
        return document.open();
    }

    /** Prints a result as text or as JSON and returns its exit status. */
    public int print(Result result) {
        if (document == null) {
            result.text(this);
        } else {
            result.json(document.open());
        }
        return result.status();
    }

    /** Prints a message on standard error, and adds it to the JSON object if there is one. */
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

    /** Prints a message and, with {@code --debug}, the stack trace of its cause. */
    public void say(Message message, Throwable cause) {
        say(message);
        if (debug) {
            printStackTrace("", cause, Collections.newSetFromMap(new IdentityHashMap<>()));
            err.flush();
        }
    }

    /** Prints the messages of an exception and returns the exit status for it. */
    public int fail(CommandException failure) {
        failure.messages().forEach(message -> say(message, failure));
        return ExitStatus.NOT_READ_OR_WRITTEN;
    }

    /** Escapes the messages of the exceptions too: they can contain text from a file. */
    private void printStackTrace(String caption, Throwable failure, Set<Throwable> printed) {
        if (!printed.add(failure)) {
            return;
        }
        err.print(caption + shown(failure.toString()) + '\n');
        for (StackTraceElement element : failure.getStackTrace()) {
            err.print("\tat " + shown(element.toString()) + '\n');
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            printStackTrace("Suppressed: ", suppressed, printed);
        }
        if (failure.getCause() != null) {
            printStackTrace("Caused by: ", failure.getCause(), printed);
        }
    }

    public void debug(boolean on) {
        debug = on;
    }

    /** Ends the output and returns the exit status of the program. */
    public int finish(int status) {
        if (document != null) {
            document.close(messages, status);
        }
        out.flush();
        err.flush();
        Optional<IOException> failure = outStream.failure();
        if (failure.isEmpty() || environment.isClosedByReader(failure.get())) {
            return status;
        }
        document = null;
        say("cannot write to standard output: " + ErrorText.reason(failure.get()), failure.get());
        return ExitStatus.NOT_READ_OR_WRITTEN;
    }

    /**
     * A stream that keeps its first failure and then discards what is written. The work of a command and its exit status do not depend
     * on whether its report is read to the end.
     */
    private static final class ReportStream extends FilterOutputStream {
        private @Nullable IOException failure;

        ReportStream(OutputStream stream) {
            super(stream);
        }

        Optional<IOException> failure() {
            return Optional.ofNullable(failure);
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (failure != null) {
                return;
            }
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
            }
        }

        @Override
        public void flush() {
            if (failure != null) {
                return;
            }
            try {
                out.flush();
            } catch (IOException e) {
                failure = e;
            }
        }
    }
}
