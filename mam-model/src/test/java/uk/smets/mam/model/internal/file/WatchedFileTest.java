package uk.smets.mam.model.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFileTest {
    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void writeFile() throws IOException {
        path = Files.writeString(folder.resolve("ma.csv"), "unchanged");
    }

    @Test
    void sizeAndTimeAreThoseOfTheFirstLook() throws IOException {
        Instant time = Files.getLastModifiedTime(path).toInstant();
        WatchedFile file = WatchedFile.of(path);
        assertThat(file.path()).isEqualTo(path);
        assertThat(file.name()).isEqualTo("ma.csv");
        assertThat(file.size()).isEqualTo(9);
        assertThat(file.lastModified()).isEqualTo(time);
        Files.writeString(path, "longer than before");
        Files.setLastModifiedTime(path, FileTime.from(time.plusSeconds(2)));
        assertThat(file.size()).isEqualTo(9);
        assertThat(file.lastModified()).isEqualTo(time);
    }

    @Test
    void unchangedFileMayBeReadRepeatedly() throws IOException {
        WatchedFile file = WatchedFile.of(path);
        file.checkUnchanged();
        assertThat(path).hasContent("unchanged");
        assertThatCode(file::checkUnchanged).doesNotThrowAnyException();
    }

    @Test
    void growthIsDetected() throws IOException {
        FileTime time = Files.getLastModifiedTime(path);
        WatchedFile file = WatchedFile.of(path);
        Files.writeString(path, "longer than before");
        Files.setLastModifiedTime(path, time);
        assertThatIOException()
                .isThrownBy(file::checkUnchanged)
                .withMessage(path + " was changed while it was being read: read it again");
    }

    @Test
    void rewritingWithTheSameLengthIsDetected() throws IOException {
        FileTime time = Files.getLastModifiedTime(path);
        WatchedFile file = WatchedFile.of(path);
        Files.writeString(path, "different");
        Files.setLastModifiedTime(path, FileTime.fromMillis(time.toMillis() + 2_000));
        assertThatIOException()
                .isThrownBy(file::checkUnchanged)
                .withMessage(path + " was changed while it was being read: read it again");
    }

    @Test
    void changeDetectedByAReaderHasTheSameMessage() throws IOException {
        assertThat(WatchedFile.of(path).changed())
                .hasMessage(path + " was changed while it was being read: read it again");
    }

    @Test
    void deletedFileIsAnIoException() throws IOException {
        WatchedFile file = WatchedFile.of(path);
        Files.delete(path);
        assertThatThrownBy(file::checkUnchanged).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void missingFileIsAnIoException() {
        assertThatThrownBy(() -> WatchedFile.of(folder.resolve("absent.csv"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void folderIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> WatchedFile.of(folder))
                .withMessage(folder + " is a folder, not a file");
    }

    @Test
    void pipeIsNotWatchedBecauseItChangesWhileItIsRead() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/mkfifo")) && Files.isExecutable(Path.of("/usr/bin/touch")),
                "mkfifo and touch (Debian package coreutils)");
        Path pipe = folder.resolve("pipe");
        run("/usr/bin/mkfifo", pipe.toString());
        WatchedFile file = WatchedFile.of(pipe);
        FileTime time = Files.getLastModifiedTime(pipe);
        run("/usr/bin/touch", "-t", "201908050000", pipe.toString());
        assertThat(Files.getLastModifiedTime(pipe)).isNotEqualTo(time);
        assertThatCode(file::checkUnchanged).doesNotThrowAnyException();
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException().isThrownBy(() -> WatchedFile.of(null)).withMessage("file");
    }
}
