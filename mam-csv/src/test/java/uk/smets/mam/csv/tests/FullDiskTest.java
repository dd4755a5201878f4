package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.testing.SmallDisk;

/**
 * A full disk. The test needs a file system of 64 KiB, which only an administrator of Linux can mount; it is skipped elsewhere, except
 * with the Maven profile {@code peers}.
 */
@Tag("interop")
class FullDiskTest {
    private static final String NAME = "MA_CGI_" + Lines.USER_ID + "_20190731_090000.csv";

    @TempDir
    private Path folder;

    private SmallDisk disk;

    @BeforeEach
    void mountSmallDisk() throws Exception {
        disk = SmallDisk.mount(folder, 64 * 1024);
    }

    @AfterEach
    void unmountSmallDisk() throws Exception {
        if (disk != null) {
            disk.unmount();
        }
    }

    @Test
    void fileThatDoesNotFitLeavesTheOldFileAndNoOther() throws IOException {
        MigrationAuthorisation small = Unnamed.parse(Lines.file(Lines.dualFuel()));
        Path file = folder.resolve(NAME);
        small.write(file);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            try (DocumentWriter<MigrationAuthorisationRow> writer =
                    MigrationAuthorisation.create(file, small.header())) {
                for (int i = 0; i < 1_000; i++) {
                    writer.write(small.rows().get(0));
                }
                writer.finish();
            }
        });

        assertThat(MigrationAuthorisation.parse(file)).isEqualTo(small);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).isEqualTo(List.of(file));
        }
    }
}
