package uk.smets.mam.model.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void fileAppearsCompleteWhenItIsCommitted() throws IOException {
        Path target = folder.resolve("ma.csv");
        try (AtomicFile file = AtomicFile.create(target)) {
            write(file, "first,");
            file.stream().write('s');
            file.stream().write("??econd??".getBytes(StandardCharsets.US_ASCII), 2, 5);
            assertThat(target).doesNotExist();
            file.commit();
            assertThat(target).hasContent("first,second");
        }
        assertThat(target).hasContent("first,second");
        assertThat(names()).containsExactly("ma.csv");
    }

    @Test
    void largeFileThatIsForcedDuringWritingIsComplete() throws IOException {
        Path target = folder.resolve("ma.csv");
        byte[] block = new byte[5 << 20];
        try (AtomicFile file = AtomicFile.create(target)) {
            for (int i = 0; i < 15; i++) {
                Arrays.fill(block, (byte) ('a' + i));
                file.stream().write(block);
            }
            file.commit();
        }
        assertThat(target).hasSize(15L * block.length);
        try (InputStream bytes = Files.newInputStream(target)) {
            for (int i = 0; i < 15; i++) {
                Arrays.fill(block, (byte) ('a' + i));
                assertThat(bytes.readNBytes(block.length)).isEqualTo(block);
            }
        }
    }

    @Test
    void uncommittedLargeFileIsRemoved() throws IOException {
        try (AtomicFile file = AtomicFile.create(folder.resolve("ma.csv"))) {
            file.stream().write(new byte[40 << 20]);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void uncommittedFileIsRemoved() throws IOException {
        try (AtomicFile file = AtomicFile.create(folder.resolve("ma.csv"))) {
            write(file, "half");
            assertThat(names()).hasSize(1);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void oldFileIsUnchangedUntilTheNewFileIsCommitted() throws IOException {
        Path target = Files.writeString(folder.resolve("ma.csv"), "old");
        try (AtomicFile file = AtomicFile.create(target)) {
            write(file, "new");
            assertThat(target).hasContent("old");
        }
        assertThat(target).hasContent("old");
        try (AtomicFile file = AtomicFile.create(target)) {
            write(file, "new");
            file.commit();
        }
        assertThat(target).hasContent("new");
        assertThat(names()).containsExactly("ma.csv");
    }

    @Test
    void bytesOfTwoWritersOfOneFileAreNotMixed() throws IOException {
        Path target = folder.resolve("ma.csv");
        try (AtomicFile one = AtomicFile.create(target);
                AtomicFile other = AtomicFile.create(target)) {
            write(one, "one");
            write(other, "other");
            other.commit();
            one.commit();
        }
        assertThat(target).hasContent("one");
        assertThat(names()).containsExactly("ma.csv");
    }

    @Test
    void folderIsNotATarget() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.create(folder))
                .withMessage(folder + ": it is a folder, not a file");
        assertThatIOException().isThrownBy(() -> AtomicFile.create(folder.getRoot()));
        assertThat(names()).isEmpty();
    }

    @Test
    void folderThatIsCreatedConcurrentlyFailsTheCommitWithoutRemains() throws IOException {
        Path target = folder.resolve("ma.csv");
        try (AtomicFile file = AtomicFile.create(target)) {
            write(file, "bytes");
            Files.createDirectory(target);
            Files.writeString(target.resolve("inside"), "kept");
            assertThatIOException().isThrownBy(file::commit);
        }
        assertThat(names()).containsExactly("ma.csv");
        assertThat(target.resolve("inside")).hasContent("kept");
    }

    @Test
    void missingFolderIsAnIoException() {
        assertThatThrownBy(() -> AtomicFile.create(folder.resolve("absent").resolve("ma.csv")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("its folder does not exist")
                .hasMessageNotContaining(".part");
    }

    @Test
    void relativeTargetIsBesideItsTemporaryFile() throws IOException {
        Path relative = Path.of("").toAbsolutePath().relativize(folder).resolve("ma.csv");
        try (AtomicFile file = AtomicFile.create(relative)) {
            write(file, "bytes");
            file.commit();
        }
        assertThat(folder.resolve("ma.csv")).hasContent("bytes");
    }

    @Test
    void permissionsAreTheDefaults() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path ordinary = Files.writeString(folder.resolve("ordinary"), "");
        Path target = folder.resolve("ma.csv");
        try (AtomicFile file = AtomicFile.create(target)) {
            file.commit();
        }
        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    @Test
    void temporaryFileIsReadableByItsOwnerOnlyAndTheFileHasTheDefaultPermissions() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path ordinary = Files.writeString(folder.resolve("ordinary"), "");
        Path target = folder.resolve("ma.csv");
        try (AtomicFile file = AtomicFile.create(target)) {
            write(file, "bytes");
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.filter(path -> path.toString().endsWith(".part")))
                        .singleElement()
                        .satisfies(
                                path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                                        .isEqualTo("rw-------"));
            }
            file.commit();
        }
        assertThat(target).hasContent("bytes");
        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    @Test
    void writtenBytesCanBeOverwritten() throws IOException {
        Path target = folder.resolve("ma.csv");
        try (AtomicFile file = AtomicFile.create(target)) {
            write(file, "?ir??,second");
            file.overwrite(0, "fi".getBytes(StandardCharsets.US_ASCII));
            file.overwrite(3, "st".getBytes(StandardCharsets.US_ASCII));
            write(file, ",third");
            file.commit();
        }
        assertThat(target).hasContent("first,second,third");
    }

    @Test
    void overwrittenBytesAreHashed() throws Exception {
        try (AtomicFile file = AtomicFile.create(folder.resolve("ma.csv"))) {
            byte[] many = new byte[200_000];
            file.stream().write(many);
            file.overwrite(70_000, new byte[] {1});
            many[70_000] = 1;
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            file.digest(digest);
            assertThat(digest.digest())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(many));
        }
    }

    @Test
    void fileCanBeWrittenAfterItsStreamIsClosed() throws IOException {
        Path target = folder.resolve("ma.csv");
        try (AtomicFile file = AtomicFile.create(target)) {
            try (OutputStream stream = file.stream()) {
                stream.write('a');
            }
            file.stream().write('b');
            file.commit();
        }
        assertThat(target).hasContent("ab");
    }

    private static void write(AtomicFile file, String text) throws IOException {
        file.stream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
