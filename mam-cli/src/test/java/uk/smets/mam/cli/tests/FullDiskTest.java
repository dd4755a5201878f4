package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.testing.SmallDisk;

/** A full disk: a file system of 4 KiB, which only root on Linux can mount. */
@Tag("interop")
class FullDiskTest {
    private static final int SIZE = 4 * 1024;

    @TempDir
    private Path directory;

    private Path disk;
    private SmallDisk mounted;

    @BeforeEach
    void mountFullDisk() throws Exception {
        OutputCommand.writeInputs(directory);
        disk = Files.createDirectory(directory.resolve("disk"));
        mounted = SmallDisk.mount(disk, SIZE);
        Files.write(disk.resolve("filler"), new byte[SIZE]);
    }

    @AfterEach
    void unmountFullDisk() throws Exception {
        if (mounted != null) {
            mounted.unmount();
        }
    }

    @ParameterizedTest
    @MethodSource("uk.smets.mam.cli.tests.OutputCommand#namedByUser")
    void fullDiskIsReportedAndLeavesNoFiles(OutputCommand command) {
        String out = "disk/" + command.output();
        CommandLineRun.Outcome outcome = command.run(directory, out);
        assertThat(outcome.err()).isEqualTo("mam: " + out + " is not written: No space left on device\n");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(disk.toFile().list()).containsExactly("filler");
    }
}
