package uk.smets.mam.model.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.finding.FindingSink;

/** Documents whose rows are letters: {@code e} is a row with an error, {@code w} has a warning, {@code x} cannot be read. */
class DocumentReadingTest {
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.CGI);
    private static final ValidationOptions OPTIONS = ValidationOptions.defaults();

    private int closed;

    @Test
    void documentIsParsed() throws IOException {
        assertThat(reading().<List<String>>parse(input("awb"), OPTIONS, (header, rows) -> rows))
                .containsExactly("a", "w", "b");
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void parsingThrowsAnExceptionWithAllFindings() {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> reading().parse(input("aweeb"), OPTIONS, (header, rows) -> rows))
                .satisfies(e -> {
                    assertThat(e.report().errors()).isEqualTo(2);
                    assertThat(e.report().warnings()).isEqualTo(1);
                    assertThat(e.report().rows()).isEqualTo(5);
                    assertThat(e.report().header()).contains(HEADER);
                });
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void documentIsValidated() throws IOException {
        ValidationReport report = reading().validate(input("aeb"), OPTIONS);

        assertThat(report.errors()).isEqualTo(1);
        assertThat(report.rows()).isEqualTo(3);
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void readerWithAListenerSkipsRowsWithErrorsAndReportsItsFindings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (DocumentReader<MigrationAuthorisationHeader, String> reader =
                reading().open(input("aweb"), OPTIONS, findings::add)) {
            assertThat(reader.header()).isEqualTo(HEADER);
            assertThat(reader.read()).contains("a");
            assertThat(reader.line()).isEqualTo(1);
            assertThat(reader.report().findings()).isEmpty();
            assertThat(reader.stream()).containsExactly("w", "b");
            assertThat(reader.read()).isEmpty();
            assertThat(reader.line()).isEqualTo(4);
            assertThat(reader.report().findings()).isEqualTo(findings).hasSize(2);
            assertThat(reader.report().rows()).isEqualTo(4);
        }
    }

    @Test
    void readerWithoutAListenerThrowsAtTheFirstError() throws IOException {
        try (DocumentReader<MigrationAuthorisationHeader, String> reader =
                reading().open(input("weab"), OPTIONS)) {
            Iterator<String> rows = reader.iterator();
            assertThat(rows.next()).isEqualTo("w");
            assertThatExceptionOfType(InvalidDocumentException.class)
                    .isThrownBy(rows::hasNext)
                    .satisfies(e -> assertThat(e.report().findings()).hasSize(1));
            assertThatIllegalStateException()
                    .isThrownBy(reader::read)
                    .withMessage("the reader has failed before: open the input again")
                    .withCauseInstanceOf(InvalidDocumentException.class);
            assertThat(reader.report().errors()).isEqualTo(1);
            assertThat(reader.report().warnings()).isEqualTo(1);
        }
    }

    @Test
    void closedReaderThrows() throws IOException {
        DocumentReader<MigrationAuthorisationHeader, String> reader = reading().open(input("ab"), OPTIONS);
        Iterator<String> rows = reader.iterator();
        assertThat(rows.hasNext()).isTrue();
        reader.close();
        reader.close();

        assertThat(closed).isEqualTo(1);
        for (Callable<?> use : List.<Callable<?>>of(
                reader::header,
                reader::line,
                reader::iterator,
                reader::stream,
                reader::report,
                rows::hasNext,
                rows::next,
                reader::read)) {
            assertThatIllegalStateException().isThrownBy(use::call).withMessage("the reader is closed");
        }
    }

    @Test
    void rowsCanBeIteratedOverOnce() throws IOException {
        try (DocumentReader<MigrationAuthorisationHeader, String> reader =
                reading().open(input("a"), OPTIONS)) {
            Iterator<String> rows = reader.iterator();
            assertThat(rows.next()).isEqualTo("a");
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(rows::next);
            assertThatIllegalStateException()
                    .isThrownBy(reader::stream)
                    .withMessage("the rows were iterated over before: open the input again");
        }
    }

    @Test
    void iteratorThrowsUncheckedIoExceptions() throws IOException {
        try (DocumentReader<MigrationAuthorisationHeader, String> reader =
                reading().open(input("x"), OPTIONS)) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(reader.iterator()::next)
                    .withCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void headerWithAnErrorIsNotReturned() throws IOException {
        DocumentReading<MigrationAuthorisationHeader, String> headless = new DocumentReading<>(
                DocumentKind.MIGRATION_AUTHORISATION,
                (input, options, purpose, sink) -> new Letters("a", Optional.empty(), sink));
        try (DocumentReader<MigrationAuthorisationHeader, String> reader =
                headless.open(input(""), OPTIONS, finding -> {})) {
            assertThatIllegalStateException()
                    .isThrownBy(reader::header)
                    .withMessage("the header has an error: see the findings");
            assertThat(reader.read()).contains("a");
        }
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> reading().validate(null, OPTIONS))
                .withMessage("input");
        assertThatNullPointerException()
                .isThrownBy(() -> reading().open(input(""), null))
                .withMessage("options");
        assertThatNullPointerException()
                .isThrownBy(() -> reading().open(input(""), OPTIONS, null))
                .withMessage("listener");
    }

    private static Input input(String rows) {
        return Input.of(new byte[0], "rows " + rows);
    }

    private DocumentReading<MigrationAuthorisationHeader, String> reading() {
        return new DocumentReading<>(
                DocumentKind.MIGRATION_AUTHORISATION,
                (input, options, purpose, sink) ->
                        new Letters(input.name().substring("rows ".length()), Optional.of(HEADER), sink));
    }

    private final class Letters implements DocumentScan<MigrationAuthorisationHeader, String> {
        private final String rows;
        private final Optional<MigrationAuthorisationHeader> header;
        private final FindingSink sink;
        private int read;

        Letters(String rows, Optional<MigrationAuthorisationHeader> header, FindingSink sink) {
            this.rows = rows;
            this.header = header;
            this.sink = sink;
        }

        @Override
        public Optional<MigrationAuthorisationHeader> header() {
            return header;
        }

        @Override
        public String next() throws IOException {
            while (read < rows.length()) {
                char row = rows.charAt(read++);
                if (row == 'x') {
                    throw new IOException("disk");
                }
                if (row == 'e' || row == 'w') {
                    Severity severity = row == 'e' ? Severity.ERROR : Severity.WARNING;
                    sink.accept(
                            Rule.BLANK_LINE,
                            severity,
                            false,
                            () -> new Finding(
                                    Rule.BLANK_LINE,
                                    severity,
                                    new Location.Line("rows", read),
                                    Optional.empty(),
                                    "message"));
                }
                if (row != 'e') {
                    return String.valueOf(row);
                }
            }
            return null;
        }

        @Override
        public long line() {
            return read;
        }

        @Override
        public long rows() {
            return read;
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
