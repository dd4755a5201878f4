package uk.smets.mam.cli.tests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.smets.mam.cli.Mam;
import uk.smets.mam.cli.console.Environment;
import uk.smets.mam.cli.console.Environment.Prompt;

/** Runs the program in this JVM, in an environment that the test defines. */
record CommandLineRun(
        Path directory,
        InputStream in,
        OutputStream standardOutput,
        Charset charset,
        boolean terminal,
        Instant now,
        Map<String, String> environment,
        Prompt prompt) {
    static final Path SAMPLES = Path.of("..", "docs", "samples");

    static final String VALID_NAME = "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv";

    static final Path VALID = SAMPLES.resolve(VALID_NAME);

    /** The exit status and the output of a run. */
    record Outcome(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    static CommandLineRun in(Path directory) {
        return new CommandLineRun(
                directory,
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                StandardCharsets.UTF_8,
                false,
                Instant.parse("2019-07-31T09:00:00Z"),
                Map.of(),
                question -> Optional.empty());
    }

    CommandLineRun withInput(InputStream stream) {
        return new CommandLineRun(directory, stream, standardOutput, charset, terminal, now, environment, prompt);
    }

    CommandLineRun withInput(byte[] bytes) {
        return withInput(new ByteArrayInputStream(bytes));
    }

    CommandLineRun withOutput(OutputStream stream) {
        return new CommandLineRun(directory, in, stream, charset, terminal, now, environment, prompt);
    }

    CommandLineRun withCharset(Charset other) {
        return new CommandLineRun(directory, in, standardOutput, other, terminal, now, environment, prompt);
    }

    CommandLineRun onTerminal() {
        return new CommandLineRun(directory, in, standardOutput, charset, true, now, environment, prompt);
    }

    CommandLineRun at(String instant) {
        return new CommandLineRun(
                directory, in, standardOutput, charset, terminal, Instant.parse(instant), environment, prompt);
    }

    CommandLineRun withVariable(String variable, String value) {
        return new CommandLineRun(
                directory, in, standardOutput, charset, terminal, now, Map.of(variable, value), prompt);
    }

    /** Returns a run in which every prompt is answered with the same secret. */
    CommandLineRun withTypedSecret(String secret) {
        return new CommandLineRun(
                directory,
                in,
                standardOutput,
                charset,
                terminal,
                now,
                environment,
                question -> Optional.of(secret.toCharArray()));
    }

    private Environment environment(OutputStream out, OutputStream err) {
        return new Environment(
                in, out, err, charset, terminal, directory, Clock.fixed(now, ZoneOffset.UTC), environment::get, prompt);
    }

    /** Runs the command with standard output and standard error merged in the order of writing, as a terminal shows them. */
    Outcome runOnOneStream(String... arguments) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        int status = Mam.run(environment(both, both), arguments);
        return new Outcome(status, both.toString(charset), "");
    }

    private static boolean asksForJson(List<String> arguments) {
        int format = arguments.indexOf("--format");
        return format >= 0
                && arguments.subList(format, arguments.size()).indexOf("json") == 1
                && !arguments.contains("--help");
    }

    /** Runs the command. Its output in JSON, if any, is always checked against the schema of the command. */
    Outcome run(String... arguments) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayOutputStream given = new ByteArrayOutputStream();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                given.write(bytes, offset, length);
                standardOutput.write(bytes, offset, length);
                kept.write(bytes, offset, length);
            }
        };
        int status = Mam.run(environment(out, err), arguments);
        if (given.size() == kept.size() && asksForJson(List.of(arguments))) {
            JsonSchemas.check(kept.toString(StandardCharsets.UTF_8), status);
        }
        return new Outcome(status, kept.toString(charset), err.toString(charset));
    }
}
