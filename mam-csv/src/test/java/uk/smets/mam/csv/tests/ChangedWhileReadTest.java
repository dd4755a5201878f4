package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;

/** A file that changes while it is being read is refused, because its parts may be of different versions. */
class ChangedWhileReadTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeFileWithAFindingInItsHeader() throws IOException {
        file = folder.resolve("MA_CGI_" + Lines.USER_ID + "_20190731_090000.csv");
        Files.writeString(
                file, Lines.HEADER.replace("B3", "b3") + (Lines.dualFuel().line() + "\n").repeat(3));
    }

    @FunctionalInterface
    private interface Change {
        void make(Path file) throws IOException;
    }

    private long rowsReadDuring(Change change) throws IOException {
        boolean[] changed = new boolean[1];
        Consumer<Finding> listener = finding -> {
            if (!changed[0]) {
                changed[0] = true;
                try {
                    change.make(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                MigrationAuthorisation.open(file, ValidationOptions.defaults(), listener)) {
            long rows = 0;
            while (reader.read().isPresent()) {
                rows++;
            }
            return rows;
        }
    }

    private void assertIsRefused(Change change) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> rowsReadDuring(change))
                .withMessageContaining("changed while it was being read");
    }

    @Test
    void unchangedFileIsRead() throws IOException {
        assertThat(rowsReadDuring(unchanged -> {})).isEqualTo(3);
    }

    @Test
    void appendedRowsAreDetected() {
        assertIsRefused(changing -> Files.writeString(changing, "x", StandardOpenOption.APPEND));
    }

    @Test
    void truncationIsDetected() {
        assertIsRefused(changing -> Files.writeString(changing, ""));
    }

    @Test
    void rewrittenFileOfTheSameSizeIsDetectedByItsModificationTime() {
        assertIsRefused(changing -> {
            FileTime before = Files.getLastModifiedTime(changing);
            Files.write(changing, Files.readAllBytes(changing));
            Files.setLastModifiedTime(changing, FileTime.fromMillis(before.toMillis() + 2_000));
        });
    }

    @Test
    void replacementByAnotherFileIsDetected() {
        assertIsRefused(changing -> {
            Files.delete(changing);
            Files.writeString(changing, "another");
        });
    }

    @Test
    void iteratorThrowsTheExceptionUnchecked() throws IOException {
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                MigrationAuthorisation.open(file, ValidationOptions.defaults(), finding -> {})) {
            Files.writeString(file, "x", StandardOpenOption.APPEND);
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> reader.forEach(row -> {}))
                    .withMessageContaining("changed while it was being read");
        }
    }
}
