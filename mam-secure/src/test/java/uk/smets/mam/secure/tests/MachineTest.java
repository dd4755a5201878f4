package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.Overwriting;
import uk.smets.mam.secure.archive.PasswordFile;

/** Concurrency, and files that change while they are read. */
class MachineTest {
    private static final int THREADS = 32;

    @TempDir
    private Path folder;

    @Test
    void concurrentSealingAndOpeningDoNotInterfere() throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Boolean>> outcomes = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                outcomes.add(threads.submit(sealAndOpen(folder.resolve("thread" + i), i, start)));
            }
            for (Future<Boolean> outcome : outcomes) {
                assertThat(outcome.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Boolean> sealAndOpen(Path own, int number, CyclicBarrier start) {
        return () -> {
            Path out = Files.createDirectories(own.resolve("out"));
            Path file = own.resolve(Sample.NAME);
            String rows = Sample.TEXT.substring(Sample.TEXT.indexOf("1312")).repeat(number + 1);
            Files.writeString(file, Sample.TEXT + rows);
            byte[] content = Files.readAllBytes(file);
            start.await();
            for (int round = 0; round < 3; round++) {
                SealedSubmission<Path> sealed = Submission.seal(
                        file, own, Parties.SUPPLIER, SealOptions.defaults().withOverwriting(Overwriting.allowed()));
                Path opened = Submission.open(
                                sealed.archive(),
                                sealed.passwordFile(),
                                sealed.signature(),
                                Parties.DCC,
                                out,
                                OpenOptions.defaults().withOverwriting(Overwriting.allowed()))
                        .file();
                assertThat(opened).hasBinaryContent(content);
            }
            return true;
        };
    }

    /** A generator that runs an action when it is called, which is between the first check of a file and its reading. */
    private static final class Meanwhile extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient Change change;

        private Meanwhile(Change change) {
            this.change = change;
        }

        @FunctionalInterface
        private interface Change {
            void make() throws IOException;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            try {
                change.make();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void fileChangedWhileItIsPackedIsRefused() throws IOException {
        Path file = Sample.in(folder);
        Path archive = folder.resolve(Sample.ARCHIVE_NAME);
        List<Meanwhile.Change> changes = List.of(
                () -> Files.writeString(file, "x", StandardOpenOption.APPEND),
                () -> Files.writeString(file, ""),
                () -> Files.writeString(file, Sample.TEXT.replace("20190805", "20190812")));
        for (Meanwhile.Change change : changes) {
            Files.write(file, Sample.bytes());
            ArchiveOptions options = ArchiveOptions.defaults().withRandom(new Meanwhile(change));
            assertThatIOException()
                    .isThrownBy(() -> EncryptedArchive.create(file, Sample.passwordFile(), archive, options))
                    .withMessageStartingWith(file + " was changed");
            assertThat(folder.toFile().list()).containsExactly(Sample.NAME);
        }
    }

    @Test
    void archiveOfManyBuffersIsUnpackedUnchanged() throws IOException {
        Path file = folder.resolve(Sample.NAME);
        StringBuilder rows = new StringBuilder(Sample.TEXT);
        for (int i = 0; i < 40_000; i++) {
            rows.append(i * 7919L % 1_000_003).append(',').append(i).append(",20190805,,CN=Z1\n");
        }
        Files.writeString(file, rows, US_ASCII);
        PasswordFile passwordFile = PasswordFile.of(Sample.USER_ID, file);
        Path archive = folder.resolve(Sample.ARCHIVE_NAME);
        EncryptedArchive.create(file, passwordFile, archive);
        Path out = Files.createDirectory(folder.resolve("out"));
        assertThat(EncryptedArchive.open(archive, passwordFile, out)).hasSameBinaryContentAs(file);
    }
}
