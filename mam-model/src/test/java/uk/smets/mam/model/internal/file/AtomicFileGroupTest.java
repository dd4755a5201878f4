package uk.smets.mam.model.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileGroupTest {
    @TempDir
    private Path folder;

    private void write(AtomicFileGroup group, String name, String text) throws IOException {
        group.create(OutputTarget.derived(folder.resolve(name), List.of(), true)).stream()
                .write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void filesAppearTogetherWhenTheyAreCommitted() throws IOException {
        Files.writeString(folder.resolve("b"), "old");
        try (AtomicFileGroup group = AtomicFileGroup.in(folder)) {
            write(group, "a", "new a");
            write(group, "b", "new b");
            assertThat(folder.resolve("a")).doesNotExist();
            assertThat(folder.resolve("b")).hasContent("old");
            group.commit();
        }
        assertThat(names()).containsExactly("a", "b");
        assertThat(folder.resolve("a")).hasContent("new a");
        assertThat(folder.resolve("b")).hasContent("new b");
    }

    @Test
    void uncommittedFilesAreRemoved() throws IOException {
        try (AtomicFileGroup group = AtomicFileGroup.in(folder)) {
            write(group, "a", "new");
            write(group, "b", "new");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void failedMoveRestoresAllFiles() throws IOException {
        Files.writeString(folder.resolve("a"), "old a");
        try (AtomicFileGroup group = AtomicFileGroup.in(folder)) {
            write(group, "a", "new a");
            write(group, "b", "new b");
            write(group, "c", "new c");
            write(group, "d", "new d");
            Files.createDirectory(folder.resolve("c"));
            assertThatIOException()
                    .isThrownBy(group::commit)
                    .withMessage(folder.resolve("c") + ": it is a folder, not a file");
        }
        assertThat(names()).containsExactly("a", "c");
        assertThat(folder.resolve("a")).hasContent("old a");
        assertThat(folder.resolve("c")).isEmptyDirectory();
    }

    @Test
    void missingTemporaryFileRestoresAllFiles() throws IOException {
        Files.writeString(folder.resolve("a"), "old a");
        Files.writeString(folder.resolve("b"), "old b");
        try (AtomicFileGroup group = AtomicFileGroup.in(folder)) {
            write(group, "a", "new a");
            write(group, "b", "new b");
            try (Stream<Path> files = Files.list(folder)) {
                Files.delete(files.filter(file -> file.toString().endsWith("-1.part"))
                        .findFirst()
                        .orElseThrow());
            }
            assertThatIOException().isThrownBy(group::commit);
        }
        assertThat(names()).containsExactly("a", "b");
        assertThat(folder.resolve("a")).hasContent("old a");
        assertThat(folder.resolve("b")).hasContent("old b");
    }

    @Test
    void linkWithADerivedNameIsRefusedAndItsTargetIsNotChanged() throws IOException {
        Files.writeString(folder.resolve("elsewhere"), "kept");
        Files.createSymbolicLink(folder.resolve("a"), Path.of("elsewhere"));
        try (AtomicFileGroup group = AtomicFileGroup.in(folder)) {
            assertThatIOException()
                    .isThrownBy(() -> write(group, "a", "new"))
                    .withMessage(folder.resolve("a")
                            + ": it is a symbolic link, which is not followed for this name: remove the link");
        }
        assertThat(folder.resolve("a")).isSymbolicLink().hasContent("kept");
        assertThat(names()).containsExactly("a", "elsewhere");
    }

    @Test
    void linkThatIsCreatedBeforeTheMoveIsRefusedAndAllFilesAreRestored() throws IOException {
        Files.writeString(folder.resolve("elsewhere"), "kept");
        try (AtomicFileGroup group = AtomicFileGroup.in(folder)) {
            write(group, "a", "new a");
            write(group, "b", "new b");
            Files.createSymbolicLink(folder.resolve("b"), Path.of("elsewhere"));
            assertThatIOException().isThrownBy(group::commit);
        }
        assertThat(names()).containsExactly("b", "elsewhere");
        assertThat(folder.resolve("elsewhere")).hasContent("kept");
    }

    @Test
    void missingFolderIsCreatedButNotItsParentsAndIsRemovedIfItStaysEmpty() throws IOException {
        Path made = folder.resolve("made");
        try (AtomicFileGroup group = AtomicFileGroup.in(made)) {
            group.create(OutputTarget.derived(made.resolve("a"), List.of(), false));
            assertThat(made).isDirectory();
        }
        assertThat(made).doesNotExist();
        assertThatIOException()
                .isThrownBy(() -> AtomicFileGroup.in(made.resolve("deep")))
                .withMessage(
                        made.resolve("deep") + ": the folder can't be created, as the folder above it does not exist");
        assertThat(names()).isEmpty();
    }
}
