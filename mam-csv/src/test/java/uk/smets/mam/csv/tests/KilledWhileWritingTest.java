package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.testing.JavaProcess;

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
            JavaProcess.killInARound(random, WritingProcess.class, file);

            assertThat(MigrationAuthorisation.parse(file).rows()).hasSize(WritingProcess.ROWS);
            assertThat(visibleFiles()).containsExactly(file);
        }
    }

    private List<Path> visibleFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
