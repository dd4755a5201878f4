package uk.smets.mam.model.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyForceTest {
    private static final int MANY = 64 << 20;

    @TempDir
    private Path folder;

    @Test
    void failureOfTheDiskDuringWritingIsReportedAtTheEnd() throws IOException {
        FileChannel closed = channel();
        closed.close();
        EarlyForce early = new EarlyForce(closed);
        early.written(MANY);
        assertThatIOException().isThrownBy(early::finish);
    }

    @Test
    void successfulWritesDoNotFail() throws IOException {
        try (FileChannel channel = channel()) {
            EarlyForce early = new EarlyForce(channel);
            early.written(MANY);
            early.written(MANY);
            assertThatCode(early::finish).doesNotThrowAnyException();
        }
    }

    @Test
    void smallFileIsNotForced() throws IOException {
        FileChannel closed = channel();
        closed.close();
        EarlyForce early = new EarlyForce(closed);
        early.written(1000);
        assertThatCode(early::finish).doesNotThrowAnyException();
    }

    @Test
    void interruptedThreadStaysInterrupted() throws IOException {
        try (FileChannel channel = channel()) {
            EarlyForce early = new EarlyForce(channel);
            early.written(MANY);
            Thread.currentThread().interrupt();
            early.await();
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private FileChannel channel() throws IOException {
        return FileChannel.open(folder.resolve("file"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
