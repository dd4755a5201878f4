package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;

/** A program that is killed while it writes never leaves an incomplete file under the final name. */
class KilledWhileWritingTest {
    private static final int KILLS = 6;

    @TempDir
    private Path folder;

    private final Random random = new Random(4);

    @Test
    void fileWithTheFinalNameIsCompleteWheneverTheProgramIsKilled() throws Exception {
        Path file = folder.resolve("MA_CGI_" + Lines.USER_ID + "_20190731_090000.csv");
        for (int kill = 0; kill < KILLS; kill++) {
            writeAndKill(file);

            assertThat(MigrationAuthorisation.parse(file).rows()).hasSize(WritingProcess.ROWS);
            assertThat(visibleFiles()).containsExactly(file);
        }
    }

    private void writeAndKill(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader rounds =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(rounds.readLine()).isEqualTo("1");
            // During one of the next rounds, each of which takes a few milliseconds.
            Thread.sleep(random.nextInt(40));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private List<Path> visibleFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
