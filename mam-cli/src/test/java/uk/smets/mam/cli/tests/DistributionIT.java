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
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The distribution, as {@code mvn package} leaves it: a process of its own, its real streams and exit status. */
@DisabledOnOs(OS.WINDOWS)
class DistributionIT {
    private static final Path MAM = Path.of("target", "mam", "bin", "mam").toAbsolutePath();
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String SOUND = "docs/samples/" + CommandLineRun.SOUND_NAME;

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
        builder.environment().remove("MAM_OPTS");
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
    void soundSampleIsSound() throws IOException, InterruptedException {
        CommandLineRun.Outcome outcome = run("validate", SOUND);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).endsWith("22 rows, 0 errors, 0 warnings\n\nNo errors in 1 file.\n");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void mistakesAreStatusOneAndUsageStatusTwoAndAMissingFileStatusThree() throws IOException, InterruptedException {
        assertThat(run("validate", "docs/samples").status()).isEqualTo(1);
        assertThat(run("validate").status()).isEqualTo(2);
        assertThat(run("validate", "docs/samples", "missing.csv").status()).isEqualTo(3);
    }

    @Test
    void processSpeaksTheCharactersOfItsLocale() throws IOException, InterruptedException {
        String[] command = {"validate", "docs/samples/with-mistakes.csv"};
        assertThat(run(command).out()).contains("(ESME Supplier Certificate Id (Critical) \u2013 Serial Number)");
        assertThat(run(Map.of("LC_ALL", "C"), new File("/dev/null"), command).out())
                .contains("(ESME Supplier Certificate Id (Critical) - Serial Number)");
    }

    @Test
    void standardInputIsRead() throws IOException, InterruptedException {
        CommandLineRun.Outcome outcome = run(Map.of(), ROOT.resolve(SOUND).toFile(), "validate", "-");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("22 rows");
    }

    @Test
    void repairedFileIsSound() throws IOException, InterruptedException {
        String out = directory
                .resolve("MA_BRG_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv")
                .toString();
        assertThat(run("repair", "docs/samples/damaged.csv", out).status()).isZero();
        assertThat(run("validate", out).status()).isZero();
    }

    @Test
    void tooSmallAHeapIsASentence() throws IOException, InterruptedException {
        Path large = directory.resolve("large.csv");
        List<String> rows = MigrationAuthorisations.sound().lines().skip(3).toList();
        try (var writer = Files.newBufferedWriter(large)) {
            writer.write("70-B3-D5-1F-30-00-A0-01\nYES\nCGI\n");
            for (int i = 0; i < 20_000; i++) {
                for (String row : rows) {
                    writer.write(i % 10 + row.replaceFirst("^(\\d{12}).", "$1") + '\n');
                }
            }
        }
        CommandLineRun.Outcome outcome = run(
                Map.of("MAM_OPTS", "-Xmx5m"),
                new File("/dev/null"),
                "validate",
                "--max-findings",
                "2000000",
                large.toString());
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("mam: not enough memory").hasLineCount(1);
    }

    @Test
    void versionNeedsNothingElse() throws IOException, InterruptedException {
        assertThat(run("--version").out()).startsWith("mam ");
    }
}
