package uk.smets.mam.model.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFileTest {
    @TempDir
    private Path folder;

    @Test
    void fileThatStaysAsItIsPasses() throws IOException {
        Path file = Files.writeString(folder.resolve("ma.csv"), "text");
        WatchedFile watched = WatchedFile.of(file);
        assertThat(watched.path()).isEqualTo(file);
        assertThat(watched.name()).isEqualTo("ma.csv");
        assertThat(watched.size()).isEqualTo(4);
        assertThatNoException().isThrownBy(watched::checkUnchanged);
    }

    @Test
    void fileThatGrowsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("ma.csv"), "text");
        WatchedFile watched = WatchedFile.of(file);
        Files.writeString(file, "more", StandardOpenOption.APPEND);
        assertThatIOException()
                .isThrownBy(watched::checkUnchanged)
                .withMessage(file + " was changed while it was being read: read it again");
    }

    @Test
    void fileThatIsWrittenAnewIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("ma.csv"), "text");
        WatchedFile watched = WatchedFile.of(file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertThatIOException().isThrownBy(watched::checkUnchanged);
    }

    @Test
    void folderAndWhatIsNotThereAreRefused() {
        assertThatIOException()
                .isThrownBy(() -> WatchedFile.of(folder))
                .withMessage(folder + " is a folder, not a file");
        assertThatIOException()
                .isThrownBy(() -> WatchedFile.of(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
        assertThatNullPointerException().isThrownBy(() -> WatchedFile.of(null)).withMessage("file");
    }

    @Test
    void whatIsNoRegularFileIsNotCompared() throws IOException {
        Path device = Path.of("/dev/null");
        if (Files.exists(device)) {
            WatchedFile watched = WatchedFile.of(device);
            assertThatNoException().isThrownBy(watched::checkUnchanged);
        }
    }
}
