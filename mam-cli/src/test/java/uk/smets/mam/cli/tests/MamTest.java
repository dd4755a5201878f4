package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behaviour that all commands share. */
class MamTest {
    private final CommandLineRun here = CommandLineRun.in(CommandLineRun.SAMPLES);

    private static InputStream failingWith(Throwable failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return read(new byte[1], 0, 1);
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (failure instanceof IOException trouble) {
                    throw trouble;
                }
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
        };
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void versionIsThatOfTheBuild() {
        CommandLineRun.Outcome outcome = here.run("--version");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .matches("mam \\d+\\.\\d+\\.\\d+\\S* \\(Migration Authorisation Mechanism v2\\.1b\\)\n");
    }

    @Test
    void missingCommandPrintsHelpToStandardErrorAndIsWrongUsage() {
        CommandLineRun.Outcome outcome = here.run();
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("Usage: mam ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate",
                "repair",
                "import",
                "reconcile",
                "show",
                "answers",
                "respond",
                "compare",
                "convert",
                "seal",
                "mail",
                "open",
                "password",
                "verify",
                "cert",
                "week",
                "rules",
                "schema",
                "completion"
            })
    void everyCommandHasHelpWithAnExample(String command) {
        CommandLineRun.Outcome outcome = here.run(command, "--help");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .startsWith("Usage: mam " + command)
                .contains("Example")
                .contains("mam " + command);
        assertThat(outcome.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(outcome.lines().stream()
                        .dropWhile(line -> !line.startsWith("Example"))
                        .skip(1))
                .as("examples, which must not be wrapped")
                .isNotEmpty()
                .allMatch(line -> line.startsWith("  "));
        assertThat(here.run("help", command).out()).isEqualTo(outcome.out());
    }

    @Test
    void unknownCommandIsWrongUsageWithASuggestion() {
        assertThat(here.run("valdate").err()).contains("did you mean validate?");
        assertThat(here.run("help", "valdate").err()).contains("did you mean validate?");
        assertThat(here.run("valdate").status()).isEqualTo(2);
    }

    @Test
    void completionIsDeterministicAndHasCommandsAndOptions() {
        CommandLineRun.Outcome outcome = here.run("completion");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("validate", "--max-findings", "complete -F")
                .doesNotContain("\r");
        assertThat(here.run("completion").out()).isEqualTo(outcome.out());
    }

    @Test
    void readErrorIsReportedInOneLine() {
        CommandLineRun.Outcome outcome = here.withInput(failingWith(new IOException("the line went dead")))
                .run("validate", "-");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).isEqualTo("mam: standard input: the line went dead\n");
    }

    @Test
    void exhaustedMemoryIsReportedInOneLine() {
        CommandLineRun.Outcome outcome = here.withInput(failingWith(new OutOfMemoryError("Java heap space")))
                .run("validate", "-");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .startsWith("mam: not enough memory")
                .contains("MAM_OPTS")
                .hasLineCount(1);
    }

    @Test
    void debugEscapesMessagesOfExceptions() {
        assertThat(here.withInput(failingWith(new IllegalStateException("\u001b[2J\u202e", new IOException("\u009b"))))
                        .run("validate", "--debug", "-")
                        .err())
                .contains("IllegalStateException: \\x1B[2J\\u{202E}", "Caused by: java.io.IOException: \\x9B")
                .matches("[^\\p{Cc}\\p{Cf}&&[^\\n\\t]]*");
    }

    @Test
    void internalErrorIsOneMessageAndDebugPrintsTheStackTrace() {
        for (Throwable fault : new Throwable[] {new IllegalStateException("oops"), new LinkageError("oops")}) {
            CommandLineRun.Outcome quiet = here.withInput(failingWith(fault)).run("validate", "-");
            assertThat(quiet.status()).isEqualTo(3);
            assertThat(quiet.err()).contains("oops", "--debug").doesNotContain("\tat ");
            CommandLineRun.Outcome loud = here.withInput(failingWith(fault)).run("validate", "--debug", "-");
            assertThat(loud.err()).contains("\tat uk.smets.mam");
            assertThat(here.withInput(failingWith(fault))
                            .run("--debug", "validate", "-")
                            .err())
                    .contains("\tat uk.smets.mam");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void outputThatCannotBeWrittenIsStatusThree(String format) {
        CommandLineRun.Outcome outcome = here.withOutput(failing("No space left on device"))
                .run("validate", "--format", format, CommandLineRun.VALID_NAME);
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).isEqualTo("mam: cannot write to standard output: No space left on device\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void brokenPipeIsSilentAndChangesNoStatus(String format) {
        CommandLineRun.Outcome outcome =
                here.withOutput(failing("Broken pipe")).run("validate", "--format", format, CommandLineRun.VALID_NAME);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
    }

    @Test
    void longWorkShowsProgressOnATerminalAndClearsIt() throws IOException {
        byte[] valid = MigrationAuthorisations.valid().getBytes(StandardCharsets.US_ASCII);
        assertThat(here.onTerminal()
                        .withInput(slowly(valid))
                        .run("validate", "-")
                        .err())
                .startsWith("\r\u001b[Kchecking standard input ...")
                .endsWith("\r\u001b[K");
        assertThat(here.onTerminal().withInput(valid).run("validate", "-").err())
                .isEmpty();
        assertThat(here.withInput(slowly(valid)).run("validate", "-").err()).isEmpty();
    }

    private static InputStream slowly(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            private boolean waited;

            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                if (!waited) {
                    waited = true;
                    try {
                        Thread.sleep(2_600);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
                return super.read(into, offset, length);
            }
        };
    }

    @Test
    void impossibleFileNameIsNotAnInternalError() {
        CommandLineRun.Outcome outcome = here.run("validate", "a\0b");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).doesNotContain("internal error");
    }

    @Test
    void fileNameMayStartWithAnAtSign() {
        assertThat(here.run("validate", "@missing").err()).isEqualTo("mam: @missing: no such file or directory\n");
        assertThat(Path.of("@missing")).doesNotExist();
    }
}
