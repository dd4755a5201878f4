package uk.smets.mam.model.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.testing.PeerProgram;

class OutputTargetTest {
    @TempDir
    private Path folder;

    private void write(Path target, String text) throws IOException {
        try (AtomicFile file = AtomicFile.create(target)) {
            file.stream().write(text.getBytes(StandardCharsets.US_ASCII));
            file.commit();
        }
    }

    private void assertIsInput(Path target, Path input) {
        assertThatExceptionOfType(SameFileException.class)
                .isThrownBy(() -> OutputTarget.named(target, List.of(folder.resolve("other"), input)))
                .withMessageEndingWith(", which is never changed: write to another file");
        assertThatExceptionOfType(SameFileException.class)
                .isThrownBy(() -> OutputTarget.derived(target, List.of(input), true));
    }

    @Test
    void inputIsRecognisedUnderEveryName() throws IOException {
        Path input = Files.writeString(folder.resolve("in"), "text");
        Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic"), Path.of("in"));
        Path chain = Files.createSymbolicLink(folder.resolve("chain"), Path.of("symbolic"));
        Path hard = Files.createLink(folder.resolve("hard"), input);
        Path here = Files.createSymbolicLink(folder.resolve("here"), Path.of("."));
        for (Path alias : List.of(input, symbolic, chain, hard, here.resolve("in"), folder.resolve("./here/hard"))) {
            assertIsInput(alias, input);
            assertIsInput(input, alias);
        }
        assertIsInput(folder.resolve("absent"), folder.resolve(".").resolve("absent"));
        assertThat(OutputTarget.named(folder.resolve("other"), List.of(input)).path())
                .isEqualTo(folder.resolve("other"));
    }

    @Test
    void fileInAnInputFolderIsAnInput() throws IOException {
        Path trust = Files.createDirectory(folder.resolve("trust"));
        Path root = Files.writeString(trust.resolve("root.pem"), "text");
        assertIsInput(root, trust);
        assertIsInput(Files.createLink(folder.resolve("hard"), root), trust);
        assertThat(OutputTarget.named(trust.resolve("new"), List.of(trust)).path())
                .isEqualTo(trust.resolve("new"));
    }

    @Test
    void messageNamesBothFilesIfTheirNamesDiffer() {
        assertThat(new SameFileException("out", "in"))
                .hasMessage("out is the same file as the input in, which is never changed: write to another file");
        assertThat(new SameFileException("out", "out"))
                .hasMessage("out is also an input, which is never changed: write to another file");
    }

    @Test
    void namedLinkIsKeptAndTheTemporaryFileIsBesideItsTarget() throws IOException {
        Path far = Files.createDirectory(folder.resolve("far"));
        Path real = Files.writeString(far.resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("far", "real"));
        try (AtomicFile file = AtomicFile.create(link)) {
            assertThat(far.toFile().list()).hasSize(2);
            file.stream().write('n');
            file.commit();
        }
        assertThat(link).isSymbolicLink();
        assertThat(real).isRegularFile().hasContent("n");
        assertThat(far.toFile().list()).containsExactly("real");
    }

    @Test
    void targetOfADanglingLinkIsCreatedAndALoopIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("new"));
        write(link, "text");
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("new")).hasContent("text");

        Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        assertThatExceptionOfType(FileSystemLoopException.class).isThrownBy(() -> OutputTarget.named(circle));
    }

    @Test
    void linkOfAProcessToItsStreamIsNotAPath() throws IOException {
        Path stream = Path.of("/proc/self/fd/0");
        assumeTrue(Files.isSymbolicLink(stream), "no /proc here");
        Path link = Files.createSymbolicLink(folder.resolve("link"), stream);
        assertThatIOException()
                .isThrownBy(() -> OutputTarget.named(link))
                .withMessage(link + ": it is a stream of a process: write to the stream itself");
    }

    @Test
    void fileInPlaceOfAFolderIsReported() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertThatExceptionOfType(NotDirectoryException.class)
                .isThrownBy(() -> OutputTarget.named(file.resolve("below")))
                .withMessage(file.toString());
        assertThatExceptionOfType(NotDirectoryException.class)
                .isThrownBy(() -> OutputFolder.create(file))
                .withMessage(file.toString());
    }

    @Test
    void existingFileIsRefusedIfFilesAreNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> OutputTarget.derived(file, List.of(), false))
                .withMessage(file + ": it already exists and is not replaced");
        assertThat(file).hasContent("kept");
    }

    @Test
    void fileThatIsCreatedConcurrentlyIsNotReplaced() throws IOException {
        Path path = folder.resolve("file");
        try (AtomicFile file = AtomicFile.create(OutputTarget.derived(path, List.of(), false))) {
            Files.writeString(path, "kept");
            assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(file::commit);
        }
        assertThat(path).hasContent("kept");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void readOnlyFileIsRefusedEvenForAnAdministrator() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--rw-rw-"));
        assertThatIOException()
                .isThrownBy(() -> OutputTarget.named(file))
                .withMessage(file + ": it is read-only: make it writable, or write to another file");
    }

    @Test
    void pipesAndDevicesAreRefusedExceptTheNullDevice() throws Exception {
        Path pipe = folder.resolve("pipe");
        PeerProgram.make("mkfifo", pipe.toString());
        assertThatIOException()
                .isThrownBy(() -> OutputTarget.named(pipe))
                .withMessage(pipe + ": it is a named pipe and not a regular file: write to another file");
        Path zero = folder.resolve("zero");
        PeerProgram.make("mknod", zero.toString(), "c", "1", "5");
        assertThatIOException()
                .isThrownBy(() -> OutputTarget.named(zero))
                .withMessage(zero + ": it is a device and not a regular file: write to another file");
        Path swallowing = folder.resolve("null");
        PeerProgram.make("mknod", swallowing.toString(), "c", "1", "3");
        write(swallowing, "text");
        assertThat(Files.getAttribute(swallowing, "unix:rdev", LinkOption.NOFOLLOW_LINKS))
                .isEqualTo(0x103L);
        try (AtomicFile notCommitted = AtomicFile.create(swallowing)) {
            notCommitted.stream().write(new byte[40 << 20]);
        }
        assertThat(swallowing).exists();
        assertThatIOException().isThrownBy(() -> OutputTarget.derived(swallowing, List.of(), true));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("pipe", "zero", "null");
    }

    @Test
    void replacedFileKeepsItsPermissionsAndASecretFileIsReadableByItsOwnerOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        for (String permissions : List.of("rw-------", "rw-rw-rw-", "rwxr-x---")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            write(file, "new");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(permissions);
        }
        Path secret = folder.resolve("secret");
        try (AtomicFile made = AtomicFile.createSecret(OutputTarget.named(secret))) {
            made.commit();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    @Test
    void replacedFileKeepsItsOwnerIfAllowed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "old");
        PeerProgram.make("chown", "65534:65534", file.toString());
        write(file, "new");
        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(65534);
        assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(65534);
        assertThat(file).hasContent("new");
    }

    @Test
    void nameMayHave255Bytes() throws IOException {
        Path file = folder.resolve("n".repeat(255));
        write(file, "first");
        write(file, "second");
        assertThat(file).hasContent("second");
        assertThat(folder.toFile().list()).hasSize(1);
    }
}
