package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;

/** A file appears complete or not at all, even if writing fails. */
class WrittenWholeTest {
    private static final String NAME = "MA_CGI_" + Lines.USER_ID + "_20190731_090000.csv";
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(UserId.of(Lines.USER_ID), true, Smso.CGI);
    private static final MigrationAuthorisationRow ROW =
            Unnamed.parse(Lines.file(Lines.dualFuel())).rows().get(0);
    private static final MigrationAuthorisationRow WITHOUT_CERTIFICATES = MigrationAuthorisationRow.electricity(
                    Mpan.of(Lines.MPAN))
            .migrationWeek(MigrationWeek.find(Lines.WEEK).orElseThrow())
            .build();

    @TempDir
    private Path folder;

    private List<String> namesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void documentWithAnErrorInALaterRowIsRefusedBeforeAByteIsWritten() throws IOException {
        MigrationAuthorisation document = new MigrationAuthorisation(HEADER, List.of(ROW, WITHOUT_CERTIFICATES));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> document.write(bytes))
                .satisfies(e -> assertThat(e.report()).isEqualTo(document.check()));
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> document.write(folder.resolve(NAME)));
        assertThat(bytes.size()).isZero();
        assertThat(namesInFolder()).isEmpty();
    }

    @Test
    void fileAppearsOnlyWhenItIsFinished() throws IOException {
        Path file = folder.resolve(NAME);
        try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(file, HEADER)) {
            writer.write(ROW);
            assertThat(file).doesNotExist();
            writer.finish();
            assertThat(file).exists();
        }
        assertThat(namesInFolder()).containsExactly(NAME);
    }

    @Test
    void closingWithoutFinishingLeavesTheOldFileUnchangedAndNoOtherFile() throws IOException {
        Path file = Files.writeString(folder.resolve(NAME), "unchanged");
        try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(file, HEADER)) {
            for (int i = 0; i < 1_000; i++) {
                writer.write(ROW);
            }
        }
        assertThat(namesInFolder()).containsExactly(NAME);
        assertThat(file).hasContent("unchanged");
    }

    @Test
    void oldFileIsReplacedCompletely() throws IOException {
        Path file = Files.writeString(folder.resolve(NAME), "x".repeat(10_000));
        new MigrationAuthorisation(HEADER, List.of(ROW)).write(file);

        assertThat(file).hasBinaryContent(Lines.file(Lines.dualFuel()));
        assertThat(namesInFolder()).containsExactly(NAME);
    }

    @Test
    void writtenFileHasTheDefaultPermissions() throws IOException {
        Path file = folder.resolve(NAME);
        new MigrationAuthorisation(HEADER, List.of(ROW)).write(file);
        Path other = Files.writeString(folder.resolve("other"), "");

        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(other)));
        } else {
            assertThat(Files.isReadable(file)).isTrue();
        }
    }

    @Test
    void fileWhoseNameDiffersFromItsHeaderIsRefusedBeforeAByteIsWritten() throws IOException {
        Path file = folder.resolve(NAME.replace("CGI", "EDM"));
        Path other = folder.resolve(NAME.replace("A0-01", "A0-02"));

        for (Path target : List.of(file, other)) {
            assertThatExceptionOfType(InvalidDocumentException.class)
                    .isThrownBy(() -> MigrationAuthorisation.create(target, HEADER))
                    .satisfies(
                            e -> assertThat(Lines.found(e.report())).containsExactly("file ERROR FILE_NAME_MISMATCH"));
            assertThatExceptionOfType(InvalidDocumentException.class)
                    .isThrownBy(() -> new MigrationAuthorisation(HEADER, List.of(ROW)).write(target));
        }
        assertThat(namesInFolder()).isEmpty();
    }

    @Test
    void fileWithAnyOtherNameIsWritten() throws IOException {
        new MigrationAuthorisation(HEADER, List.of(ROW)).write(folder.resolve("draft.csv"));

        assertThat(namesInFolder()).containsExactly("draft.csv");
    }

    @Test
    void finishedOrClosedWriterAcceptsNoRows() throws IOException {
        DocumentWriter<MigrationAuthorisationRow> finished =
                MigrationAuthorisation.create(folder.resolve(NAME), HEADER);
        finished.finish();
        DocumentWriter<MigrationAuthorisationRow> closed =
                MigrationAuthorisation.create(folder.resolve("b.csv"), HEADER);
        closed.close();

        for (DocumentWriter<MigrationAuthorisationRow> writer : List.of(finished, closed)) {
            assertThatIllegalStateException().isThrownBy(() -> writer.write(ROW));
            assertThatIllegalStateException().isThrownBy(writer::finish);
            writer.close();
        }
        assertThat(namesInFolder()).containsExactly(NAME);
    }

    @Test
    void nothingIsWrittenAfterAFailedWrite() throws IOException {
        AtomicBoolean full = new AtomicBoolean(true);
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        OutputStream stream = new OutputStream() {
            @Override
            public void write(int b) {
                received.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (full.get()) {
                    received.write(bytes, offset, length / 2);
                    throw new IOException("No space left on device");
                }
                received.write(bytes, offset, length);
            }
        };
        try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(stream, HEADER)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            writer.write(ROW);
                        }
                    })
                    .withMessage("No space left on device");
            full.set(false);
            int sizeAfterFailure = received.size();

            assertThatIllegalStateException().isThrownBy(() -> writer.write(ROW));
            assertThatIllegalStateException().isThrownBy(writer::finish);
            assertThat(received.size()).isEqualTo(sizeAfterFailure);
        }
    }

    @Test
    void missingFolderOrFolderAsTargetIsAnIoException() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () -> MigrationAuthorisation.create(folder.resolve("no").resolve(NAME), HEADER));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> MigrationAuthorisation.create(folder, HEADER));
    }
}
