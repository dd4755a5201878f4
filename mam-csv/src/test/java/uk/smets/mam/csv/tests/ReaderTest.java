package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;

/** Reading row by row: the header is available at once, only sound rows are returned, and all problems are reported. */
class ReaderTest {
    private static final ValidationOptions OPTIONS = ValidationOptions.defaults();
    private static final Lines.Row BAD = Lines.dualFuel().with(1, "1").with(5, "y");
    private static final Lines.Row OTHER = Lines.electricity().with(1, Lines.OTHER_MPAN);

    @TempDir
    private Path folder;

    private static DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> failingFast(byte[] file)
            throws IOException {
        return Unnamed.open(new ByteArrayInputStream(file), OPTIONS);
    }

    private static DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> listening(
            byte[] file, Consumer<Finding> listener) throws IOException {
        return Unnamed.open(new ByteArrayInputStream(file), OPTIONS, listener);
    }

    @Test
    void headerIsAvailableBeforeTheFirstRowIsRead() throws IOException {
        InputStream failingAfterTheHeader = new InputStream() {
            private final InputStream header = new ByteArrayInputStream(Lines.bytes(Lines.HEADER));

            @Override
            public int read() throws IOException {
                int b = header.read();
                if (b < 0) {
                    throw new IOException("connection lost");
                }
                return b;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (length > 0) {
                    into[offset] = (byte) read();
                }
                return Math.min(length, 1);
            }
        };
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                Unnamed.open(failingAfterTheHeader, OPTIONS)) {
            assertThat(reader.header())
                    .isEqualTo(new MigrationAuthorisationHeader(UserId.of(Lines.USER_ID), true, Smso.CGI));
            assertThat(reader.line()).isEqualTo(3);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(reader::read)
                    .withMessage("connection lost");
        }
    }

    @Test
    void readerWithoutAListenerThrowsAtTheFirstErrorAndReportsOnlyThatError() throws IOException {
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                failingFast(Lines.file(Lines.dualFuel(), BAD, OTHER))) {
            assertThat(reader.read()).isPresent();
            assertThatExceptionOfType(InvalidDocumentException.class)
                    .isThrownBy(reader::read)
                    .satisfies(e -> {
                        assertThat(Lines.found(e.report())).containsExactly("5:1 ERROR MPAN_FORMAT");
                        assertThat(e).hasMessage(e.report().findings().get(0).toString());
                    });
        }
    }

    @Test
    void readerReturnsNoRowsAfterAnException() throws IOException {
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                failingFast(Lines.file(Lines.dualFuel(), BAD, OTHER))) {
            assertThat(reader.read()).isPresent();
            assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(reader::read);
            assertThatIllegalStateException()
                    .isThrownBy(reader::read)
                    .withMessage("the reader has failed before: open the input again")
                    .withCauseInstanceOf(InvalidDocumentException.class);
            assertThatIllegalStateException().isThrownBy(() -> reader.iterator().hasNext());
        }
    }

    @Test
    void closedReaderReturnsNoRows() throws IOException {
        DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                failingFast(Lines.file(Lines.dualFuel(), BAD, OTHER));
        assertThat(reader.read()).isPresent();
        reader.close();
        assertThatIllegalStateException().isThrownBy(reader::read).withMessage("the reader is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> reader.iterator().hasNext())
                .withMessage("the reader is closed");
        reader.close();
    }

    @Test
    void iteratorAndStreamOfAClosedReaderReturnNoRowsFromTheBuffer() throws IOException {
        byte[] file = Lines.file(Collections.nCopies(400, OTHER).toArray(Lines.Row[]::new));
        DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> iterated = failingFast(file);
        Iterator<MigrationAuthorisationRow> rows = iterated.iterator();
        assertThat(rows.next()).isNotNull();
        iterated.close();
        assertThatIllegalStateException().isThrownBy(rows::hasNext).withMessage("the reader is closed");
        assertThatIllegalStateException().isThrownBy(rows::next).withMessage("the reader is closed");

        DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> streamed = failingFast(file);
        Stream<MigrationAuthorisationRow> stream = streamed.stream();
        streamed.close();
        assertThatIllegalStateException().isThrownBy(stream::count).withMessage("the reader is closed");
        assertThatIllegalStateException().isThrownBy(streamed::header).withMessage("the reader is closed");
        assertThatIllegalStateException().isThrownBy(streamed::report).withMessage("the reader is closed");
    }

    @Test
    void reportCoversTheRowsReadSoFar() throws IOException {
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                listening(Lines.file(BAD, OTHER), finding -> {})) {
            assertThat(reader.stream()).hasSize(1);
            assertThat(Lines.found(reader.report()))
                    .containsExactly("4:1 ERROR MPAN_FORMAT", "4:5 ERROR PRIORITY_VALUE");
            assertThat(reader.report().rows()).isEqualTo(2);
        }
    }

    @Test
    void readerWithoutAListenerIgnoresWarnings() throws IOException {
        Lines.Row unusual = Lines.electricity().with(7, "Z1");
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                failingFast(Lines.file(unusual, unusual))) {
            assertThat(reader).hasSize(2);
        }
    }

    @Test
    void readerWithoutAListenerRefusesALineEndBeforeTheEndOfTheFile() throws IOException {
        byte[] file = Lines.bytes(Lines.HEADER + Lines.dualFuel().line() + "\r\n" + OTHER.line() + "\n");
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader = failingFast(file)) {
            assertThatExceptionOfType(InvalidDocumentException.class)
                    .isThrownBy(reader::read)
                    .satisfies(e -> assertThat(Lines.found(e.report())).containsExactly("4 ERROR LINE_END"));
        }
    }

    @Test
    void readerWithoutAListenerIsNotOpenedIfTheHeaderHasAnErrorAndTheStreamStaysOpen() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream stream = new ByteArrayInputStream(Lines.bytes("x\nYES\nCGI\n")) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(() -> Unnamed.open(stream, OPTIONS));
        assertThat(closed).isFalse();
    }

    @Test
    void readerWithAListenerSkipsRowsWithErrorsAndReportsAllOfThem() throws IOException {
        List<String> heard = new ArrayList<>();
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader = listening(
                Lines.file(BAD, Lines.dualFuel(), BAD, OTHER, BAD), finding -> heard.add(Places.describe(finding)))) {
            assertThat(reader)
                    .extracting(MigrationAuthorisationRow::mpan)
                    .extracting(mpan -> mpan.map(Mpan::toString).orElse(""))
                    .containsExactly(Lines.MPAN, Lines.OTHER_MPAN);
        }
        assertThat(heard)
                .containsExactly(
                        "4:1 ERROR MPAN_FORMAT",
                        "4:5 ERROR PRIORITY_VALUE",
                        "5:2 WARNING MPXN_DUPLICATE",
                        "6:1 ERROR MPAN_FORMAT",
                        "6:5 ERROR PRIORITY_VALUE",
                        "6:2 WARNING MPXN_DUPLICATE",
                        "8:1 ERROR MPAN_FORMAT",
                        "8:5 ERROR PRIORITY_VALUE",
                        "8:2 WARNING MPXN_DUPLICATE");
    }

    @Test
    void readerWithAListenerReportsAnErrorOfTheHeaderAndReadsTheRows() throws IOException {
        List<String> heard = new ArrayList<>();
        byte[] file = Lines.bytes(Lines.USER_ID + "\nYES\nXXX\n" + OTHER.line() + "\n");
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                listening(file, finding -> heard.add(Places.describe(finding)))) {
            assertThat(heard).containsExactly("3:3 ERROR SMSO_UNKNOWN");
            assertThatIllegalStateException().isThrownBy(reader::header).withMessageContaining("header");
            assertThat(reader).hasSize(1);
        }
    }

    @Test
    void lineIsTheLineOfTheLastRow() throws IOException {
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                listening(Lines.file(Lines.dualFuel(), BAD, OTHER), finding -> {})) {
            assertThat(reader.line()).isEqualTo(3);
            reader.read();
            assertThat(reader.line()).isEqualTo(4);
            reader.read();
            assertThat(reader.line()).isEqualTo(6);
        }
    }

    @Test
    void rowsCanBeIteratedOverOnce() throws IOException {
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                failingFast(Lines.file(Lines.dualFuel()))) {
            Iterator<MigrationAuthorisationRow> rows = reader.iterator();
            assertThatIllegalStateException().isThrownBy(reader::iterator);
            assertThat(rows.hasNext()).isTrue();
            assertThat(rows.hasNext()).isTrue();
            assertThat(rows.next()).isNotNull();
            assertThat(rows.hasNext()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(rows::next);
        }
    }

    @Test
    void iteratorStartsAfterTheRowsThatWereReadBefore() throws IOException {
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                failingFast(Lines.file(Lines.dualFuel(), OTHER))) {
            reader.read();
            assertThat(reader).extracting(MigrationAuthorisationRow::mpan).containsExactly(Mpan.find(Lines.OTHER_MPAN));
        }
    }

    @Test
    void iteratorThrowsExceptionsOfTheStreamUnchecked() throws IOException {
        byte[] half = Lines.bytes(Lines.HEADER + "1312345");
        InputStream stream = new ByteArrayInputStream(half) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                int read = super.read(into, offset, length);
                if (read < 0) {
                    throw new UncheckedIOException(new IOException("gone"));
                }
                return read;
            }
        };
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                Unnamed.open(stream, OPTIONS)) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> reader.iterator().hasNext())
                    .withMessageContaining("gone");
        }
    }

    @Test
    void fileIsOpenedFromItsPath() throws IOException {
        Path file =
                Files.write(folder.resolve("MA_CGI_" + Lines.USER_ID + "_20190731_090000.csv"), Lines.file(BAD, OTHER));
        List<Finding> heard = new ArrayList<>();
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                MigrationAuthorisation.open(file, ValidationOptions.defaults(), heard::add)) {
            assertThat(reader).hasSize(1);
        }
        assertThat(heard)
                .hasSize(2)
                .allMatch(finding -> finding.at().file().equals("MA_CGI_" + Lines.USER_ID + "_20190731_090000.csv"));
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                MigrationAuthorisation.open(file)) {
            assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(reader::read);
        }
    }

    @Test
    void foldersAndMissingFilesAreNotOpened() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> MigrationAuthorisation.open(folder))
                .withMessageContaining("folder");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> MigrationAuthorisation.open(folder.resolve("missing.csv")));
    }

    @Test
    void streamStaysOpenWhenTheReaderIsClosed() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream stream = new ByteArrayInputStream(Lines.file(OTHER)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                Unnamed.open(stream, OPTIONS)) {
            assertThat(reader.read()).isPresent();
        }
        assertThat(closed).isFalse();
    }

    @Test
    void equalCertificatesOfRowsAreTheSameObject() throws IOException {
        // The row between has other certificates, so that no field repeats the row before.
        Lines.Row other = OTHER.with(6, "1").with(7, "CN=A").with(8, "2").with(9, "CN=B");
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader = failingFast(
                Lines.file(Lines.electricity(), other, Lines.electricity().with(5, "Y")))) {
            List<MigrationAuthorisationRow> rows = new ArrayList<>();
            reader.forEach(rows::add);
            assertThat(rows.get(2).certificateIds()).isSameAs(rows.get(0).certificateIds());
        }
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> Unnamed.open((InputStream) null, OPTIONS))
                .withMessage("stream");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisation.open((Path) null))
                .withMessage("file");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisation.open(Unnamed.input(InputStream.nullInputStream()), null))
                .withMessage("options");
        assertThatNullPointerException()
                .isThrownBy(() -> Unnamed.open(InputStream.nullInputStream(), OPTIONS, null))
                .withMessage("listener");
    }

    @Test
    void rowWithAnErrorIsReportedEvenIfTheRuleIsTurnedOff() throws IOException {
        ValidationOptions options = OPTIONS.without(Rule.MPAN_FORMAT).without(Rule.PRIORITY_VALUE);
        List<String> heard = new ArrayList<>();
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader = Unnamed.open(
                new ByteArrayInputStream(Lines.file(BAD)), options, finding -> heard.add(Places.describe(finding)))) {
            assertThat(reader).isEmpty();
        }
        assertThat(heard).containsExactly("4:1 ERROR MPAN_FORMAT", "4:5 ERROR PRIORITY_VALUE");
    }
}
