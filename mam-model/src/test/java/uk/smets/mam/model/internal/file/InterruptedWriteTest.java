package uk.smets.mam.model.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.InterruptedWrite.Outcome;

/** The files that a killed program left are recovered by the next program that writes to the folder. */
class InterruptedWriteTest {
    @TempDir
    private Path folder;

    private List<String> names() {
        return Arrays.stream(folder.toFile().list()).sorted().toList();
    }

    private List<String> contents() throws IOException {
        return List.of(
                Files.readString(folder.resolve("a")),
                Files.readString(folder.resolve("b")),
                Files.readString(folder.resolve("c")));
    }

    private void writeOldFiles() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            Files.writeString(folder.resolve(name), "old " + name);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0})
    void filesAreDiscardedIfNoneWasMoved(int moves) throws Exception {
        HaltedProcess.run(folder, moves, "halt");
        assertThat(names()).hasSize(4).allMatch(name -> name.startsWith(".mam-"));
        assertThat(AtomicFileGroup.recover(folder))
                .containsExactly(new InterruptedWrite(
                        folder, Outcome.DISCARDED, moves < 0 ? List.of() : List.of("a", "b", "c")));
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void newFilesAreRemovedIfOnlySomeWereMoved(int moves) throws Exception {
        HaltedProcess.run(folder, moves, "halt");
        assertThat(names()).contains("a");
        assertThat(AtomicFileGroup.recover(folder))
                .containsExactly(new InterruptedWrite(folder, Outcome.UNDONE, List.of("a", "b", "c")));
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void replacedFilesAreRestored(int moves) throws Exception {
        writeOldFiles();
        HaltedProcess.run(folder, moves, "halt");
        AtomicFileGroup.recover(folder);
        assertThat(names()).containsExactly("a", "b", "c");
        assertThat(contents()).containsExactly("old a", "old b", "old c");
    }

    @Test
    void filesAreKeptIfAllWereMoved() throws Exception {
        writeOldFiles();
        HaltedProcess.run(folder, 3, "halt");
        assertThat(names()).hasSize(7);
        assertThat(AtomicFileGroup.recover(folder))
                .containsExactly(new InterruptedWrite(folder, Outcome.COMPLETED, List.of("a", "b", "c")));
        assertThat(names()).containsExactly("a", "b", "c");
        assertThat(contents()).containsExactly("new a", "new b", "new c");
    }

    @Test
    void fileThatWasWrittenSinceIsKept() throws Exception {
        HaltedProcess.run(folder, 2, "halt");
        Files.writeString(folder.resolve("a"), "written since");
        AtomicFileGroup.recover(folder);
        assertThat(names()).containsExactly("a");
        assertThat(folder.resolve("a")).hasContent("written since");
    }

    @Test
    void nextGroupInTheFolderRecoversAndReportsIt() throws Exception {
        HaltedProcess.run(folder, 1, "halt");
        HaltedProcess.run(folder, -1, "halt");
        assertThat(names()).noneMatch("a"::equals);
        try (AtomicFileGroup group = AtomicFileGroup.in(folder)) {
            assertThat(group.recovered()).extracting(InterruptedWrite::outcome).containsExactly(Outcome.DISCARDED);
        }
        assertThat(names()).isEmpty();
        assertThat(AtomicFileGroup.recover(folder)).isEmpty();
        assertThat(AtomicFileGroup.recover(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void filesOfARunningProgramAreNotTouched() throws Exception {
        Process process = HaltedProcess.start(folder, 1, "wait");
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(output.readLine()).isEqualTo("waiting");
            List<String> before = names();
            assertThat(AtomicFileGroup.recover(folder)).isEmpty();
            assertThat(names()).isEqualTo(before);
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(AtomicFileGroup.recover(folder))
                .extracting(InterruptedWrite::outcome)
                .containsExactly(Outcome.UNDONE);
        assertThat(names()).isEmpty();
    }

    @Test
    void filesOfAnotherGroupOfThisProcessAreNotTouched() throws Exception {
        try (AtomicFileGroup one = AtomicFileGroup.in(folder);
                AtomicFileGroup other = AtomicFileGroup.in(folder)) {
            assertThat(one.recovered()).isEmpty();
            assertThat(other.recovered()).isEmpty();
            assertThat(names()).hasSize(2);
        }
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1@2 ..%2Fkept\nend\n", "1@2 %2Fkept\nend\n", "1@2 ..\nend\n", "x\nend\n", "1@2 %zz\nend\n"})
    void listOfMovesToAnotherFolderIsRefused(String text) throws Exception {
        Path list = Files.writeString(folder.resolve(".mam-1-1-1.moves"), text);
        assertThatIOException()
                .isThrownBy(() -> AtomicFileGroup.recover(folder))
                .withMessage(list + ": it is not a list of moves of this program: remove it");
        assertThat(names()).containsExactly(".mam-1-1-1.moves");
    }

    @Test
    void filesThatAreNotListsOfMovesAreKept() throws Exception {
        Files.createDirectory(folder.resolve(".mam-1-1-1.moves"));
        Files.writeString(folder.resolve(".mam-other.moves"), "kept");
        Files.createSymbolicLink(folder.resolve(".mam-1-1-2.moves"), Path.of(".mam-other.moves"));
        assertThat(AtomicFileGroup.recover(folder)).isEmpty();
        assertThat(names()).hasSize(3);
    }
}
