package uk.smets.mam.model.internal;

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
        group.create(folder.resolve(name)).stream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void filesAppearTogetherWhenTheyAreCommitted() throws IOException {
        Files.writeString(folder.resolve("b"), "old");
        try (AtomicFileGroup group = new AtomicFileGroup()) {
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
    void filesThatAreNotCommittedLeaveNothing() throws IOException {
        try (AtomicFileGroup group = new AtomicFileGroup()) {
            write(group, "a", "new");
            write(group, "b", "new");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void fileThatCantBeMovedLeavesEveryPlaceAsItWas() throws IOException {
        Files.writeString(folder.resolve("a"), "old a");
        try (AtomicFileGroup group = new AtomicFileGroup()) {
            write(group, "a", "new a");
            write(group, "b", "new b");
            write(group, "c", "new c");
            write(group, "d", "new d");
            Files.createDirectory(folder.resolve("c"));
            assertThatIOException()
                    .isThrownBy(group::commit)
                    .withMessage(folder.resolve("c") + " is a folder, not a file");
        }
        assertThat(names()).containsExactly("a", "c");
        assertThat(folder.resolve("a")).hasContent("old a");
        assertThat(folder.resolve("c")).isEmptyDirectory();
    }

    @Test
    void fileThatIsGoneWhenItsTurnComesLeavesEveryPlaceAsItWas() throws IOException {
        Files.writeString(folder.resolve("a"), "old a");
        Files.writeString(folder.resolve("b"), "old b");
        try (AtomicFileGroup group = new AtomicFileGroup()) {
            write(group, "a", "new a");
            write(group, "b", "new b");
            try (Stream<Path> files = Files.list(folder)) {
                Files.delete(files.filter(file -> file.getFileName().toString().startsWith(".b."))
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
    void linkThatStandsInAPlaceIsReplacedAndNotWhatItLeadsTo() throws IOException {
        Files.writeString(folder.resolve("elsewhere"), "kept");
        Files.createSymbolicLink(folder.resolve("a"), Path.of("elsewhere"));
        try (AtomicFileGroup group = new AtomicFileGroup()) {
            write(group, "a", "new");
            group.commit();
        }
        assertThat(folder.resolve("a")).hasContent("new");
        assertThat(folder.resolve("elsewhere")).hasContent("kept");
        assertThat(names()).containsExactly("a", "elsewhere");
    }
}
