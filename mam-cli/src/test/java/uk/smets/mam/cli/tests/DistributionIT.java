package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution that {@code mvn package} builds, run as a separate process with real streams and exit status. */
@DisabledOnOs(OS.WINDOWS)
class DistributionIT {
    private static final Path MAM = Path.of("target", "mam", "bin", "mam").toAbsolutePath();
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String VALID = "docs/samples/" + CommandLineRun.VALID_NAME;

    @TempDir
    private Path directory;

    private CommandLineRun.Outcome run(Map<String, String> environment, File in, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(MAM.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectInput(in)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        List.of("MAM_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
                .forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        return new CommandLineRun.Outcome(
                status,
                Files.readString(directory.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(directory.resolve("err"), StandardCharsets.UTF_8));
    }

    private CommandLineRun.Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of("LC_ALL", "C.UTF-8"), new File("/dev/null"), arguments);
    }

    @Test
    void validSampleHasNoFindings() throws IOException, InterruptedException {
        CommandLineRun.Outcome outcome = run("validate", VALID);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).endsWith("22 rows, 0 errors, 0 warnings\n\nNo errors in 1 file.\n");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void errorsAreStatusOneWrongUsageIsTwoAndAMissingFileIsThree() throws IOException, InterruptedException {
        assertThat(run("validate", "docs/samples").status()).isEqualTo(1);
        assertThat(run("validate").status()).isEqualTo(2);
        assertThat(run("validate", "docs/samples", "missing.csv").status()).isEqualTo(3);
    }

    @Test
    void outputUsesTheCharacterSetOfTheLocale() throws IOException, InterruptedException {
        String[] command = {"validate", "docs/samples/with-mistakes.csv"};
        assertThat(run(command).out()).contains("(ESME Supplier Certificate Id (Critical) \u2013 Serial Number)");
        assertThat(run(Map.of("LC_ALL", "C"), new File("/dev/null"), command).out())
                .contains("(ESME Supplier Certificate Id (Critical) - Serial Number)");
    }

    @Test
    void standardInputIsRead() throws IOException, InterruptedException {
        CommandLineRun.Outcome outcome = run(Map.of(), ROOT.resolve(VALID).toFile(), "validate", "-");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("22 rows");
    }

    @Test
    void repairedFileIsValid() throws IOException, InterruptedException {
        String out = directory
                .resolve("MA_BRG_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv")
                .toString();
        assertThat(run("repair", "docs/samples/damaged.csv", out).status()).isZero();
        assertThat(run("validate", out).status()).isZero();
    }

    @Test
    void tooSmallAHeapIsReportedInOneLine() throws IOException, InterruptedException {
        Path large = directory.resolve("large.csv");
        List<String> rows = MigrationAuthorisations.valid().lines().skip(3).toList();
        try (var writer = Files.newBufferedWriter(large)) {
            writer.write("70-B3-D5-1F-30-00-A0-01\nYES\nCGI\n");
            for (int i = 0; i < 20_000; i++) {
                for (String row : rows) {
                    writer.write(i % 10 + row.replaceFirst("^(\\d{12}).", "$1") + '\n');
                }
            }
        }
        CommandLineRun.Outcome outcome = run(
                Map.of("MAM_OPTS", "-Xmx16m"),
                new File("/dev/null"),
                "validate",
                "--max-findings",
                "2000000",
                large.toString());
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("mam: not enough memory").hasLineCount(1);
    }

    /** Runs a script in a shell, which can close streams; {@code $MAM} is the program, {@code $F} a valid file. */
    private CommandLineRun.Outcome shell(Map<String, String> environment, String script)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script)
                .directory(ROOT.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAM", MAM.toString());
        builder.environment().put("F", VALID);
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        return new CommandLineRun.Outcome(
                status,
                Files.readString(directory.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(directory.resolve("err"), StandardCharsets.UTF_8));
    }

    @Test
    void closedStandardInputMattersOnlyIfItIsRead() throws IOException, InterruptedException {
        assertThat(shell(Map.of(), "\"$MAM\" validate \"$F\" <&-").out()).endsWith("No errors in 1 file.\n");
        CommandLineRun.Outcome outcome = shell(Map.of(), "\"$MAM\" validate - <&-");
        assertThat(outcome.err()).isEqualTo("mam: standard input: the stream is closed\n");
        assertThat(outcome.status()).isEqualTo(3);
    }

    @Test
    void closedStandardOutputIsReportedInOneLine() throws IOException, InterruptedException {
        CommandLineRun.Outcome outcome = shell(Map.of(), "\"$MAM\" validate \"$F\" >&-");
        assertThat(outcome.err()).startsWith("mam: standard output is closed").hasLineCount(1);
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(shell(Map.of(), "\"$MAM\" validate \"$F\" <&- >&- 2>&-").status())
                .isEqualTo(3);
    }

    @Test
    void closedStandardErrorChangesNothingElse() throws IOException, InterruptedException {
        assertThat(shell(Map.of(), "\"$MAM\" validate \"$F\" 2>&-").out()).endsWith("No errors in 1 file.\n");
        assertThat(shell(Map.of(), "\"$MAM\" validate missing.csv 2>&-").status())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "0, rules",
        "0, rules --format json",
        "0, validate docs/samples/MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv",
        "1, validate docs/samples/with-mistakes.csv",
        "1, validate --format json docs/samples/with-mistakes.csv"
    })
    void closedPipeIsSilentAndChangesNoStatus(int status, String command) throws IOException, InterruptedException {
        for (String reader : List.of("head -1", "true")) {
            CommandLineRun.Outcome outcome = shell(
                    Map.of("ENDED", directory.resolve("ended").toString()),
                    "{ \"$MAM\" " + command + "; echo $? >\"$ENDED\"; } | " + reader);
            assertThat(outcome.err()).isEmpty();
            assertThat(directory.resolve("ended")).hasContent(status + "\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAM_OPTS, -XX:+NoSuchOption, Unrecognized VM option 'NoSuchOption'",
        "JAVA_TOOL_OPTIONS, -XX:NoSuchOption=3, Unrecognized VM option 'NoSuchOption=3'",
        "JDK_JAVA_OPTIONS, --no-such-option, Unrecognized option: --no-such-option",
        "MAM_OPTS, -Xmx1m, Too small maximum heap",
        "MAM_OPTS, -Xmx2m, not enough memory",
        "MAM_OPTS, -Xmx8000000g, ''",
    })
    void jvmThatDoesNotStartIsReportedInOneLine(String variable, String option, String reason)
            throws IOException, InterruptedException {
        CommandLineRun.Outcome outcome = run(Map.of(variable, option), new File("/dev/null"), "validate", VALID);
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("mam: ")
                .contains("does not start: " + reason)
                .contains("MAM_OPTS")
                .hasLineCount(1);
    }

    @Test
    void javaHomeWithoutAWorkingJavaIsReportedInOneLine() throws IOException, InterruptedException {
        Path broken = Files.createDirectories(directory.resolve("broken/bin"));
        Path failing = Files.createDirectories(directory.resolve("failing/bin"));
        Files.write(broken.resolve("java"), new byte[] {0, 1, 2, 3});
        Files.writeString(failing.resolve("java"), "#!/bin/sh\nexit 1\n");
        assertThat(broken.resolve("java").toFile().setExecutable(true)).isTrue();
        assertThat(failing.resolve("java").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(directory.resolve("folder/bin/java"));
        for (String home : List.of("missing", "broken", "failing", "folder")) {
            CommandLineRun.Outcome outcome = run(
                    Map.of("JAVA_HOME", directory.resolve(home).toString()), new File("/dev/null"), "validate", VALID);
            assertThat(outcome.status()).as(home).isEqualTo(3);
            assertThat(outcome.err())
                    .as(home)
                    .startsWith("mam: ")
                    .contains("JAVA_HOME")
                    .hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "xx_YY.UTF-8"})
    void namesOutsideAsciiAreReadWithoutALocale(String locale) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        String script = "f=$(printf 'M\\303\\274nchen \\342\\200\\223.csv') && cp \"$F\" \"$D/$f\" && \"$MAM\" validate"
                + " \"$D/$f\" \"$D\"";
        CommandLineRun.Outcome outcome = shell(Map.of("LC_ALL", locale, "D", folder.toString()), script);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .matches("[\\p{ASCII}]*")
                .contains("M\\xFCnchen -.csv\n")
                .endsWith("No errors in 2 files, 2 warnings; 'mam rules CODE' explains a rule.\n");
    }

    /** Linux allows any bytes in a file name; other systems allow only text. */
    @EnabledOnOs(OS.LINUX)
    @ParameterizedTest
    @CsvSource({
        "C.UTF-8, M\\374nchen.csv, '\"$MAM\"', M\uFFFDnchen.csv",
        "C, M\\374nchen.csv, '\"$MAM\"', M\\u{FFFD}nchen.csv",
        "C, M\\303\\274nchen.csv, '\"$JAVA_HOME/bin/java\" -cp \"${MAM%/bin/mam}/lib/*\" uk.smets.mam.cli.Mam',"
                + " M\\u{FFFD}\\u{FFFD}nchen.csv",
    })
    void fileNameOutsideTheCharacterSetOfTheLocaleIsReportedWithARemedy(
            String locale, String name, String mam, String shown) throws IOException, InterruptedException {
        String script = "cd \"$D\" && f=$(printf '" + name + "') && : >\"$f\" && " + mam + " validate \"$f\"";
        CommandLineRun.Outcome outcome = shell(Map.of("LC_ALL", locale, "D", directory.toString()), script);
        assertThat(outcome.err())
                .isEqualTo("mam: " + shown + ": the name has characters outside the character set of this locale: set"
                        + " the locale, for example LC_ALL=C.UTF-8, or rename the file\n");
        assertThat(outcome.status()).isEqualTo(3);
    }

    @Test
    void versionNeedsNothingElse() throws IOException, InterruptedException {
        assertThat(run("--version").out()).startsWith("mam ");
    }
}
