package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.Document;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenFile;

/** The methods of {@link Document} that are defined by others of it. */
class DocumentTest {
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.CGI);

    /** A document whose rows are written as they are, and which records the options that it is given. */
    private static final class LinesDocument implements Document<MigrationAuthorisationHeader, String> {
        final List<ValidationOptions> given = new ArrayList<>();
        private final List<String> rows;

        LinesDocument(String... rows) {
            this.rows = List.of(rows);
        }

        @Override
        public MigrationAuthorisationHeader header() {
            return HEADER;
        }

        @Override
        public List<String> rows() {
            return rows;
        }

        @Override
        public ValidationReport check(ValidationOptions options) {
            given.add(options);
            return new ValidationReport(
                    DocumentKind.MIGRATION_AUTHORISATION, Optional.of(HEADER), rows.size(), Map.of(), 0, List.of());
        }

        @Override
        public WrittenFile write(Path file, ValidationOptions options, Consumer<Finding> listener) throws IOException {
            try (OutputStream stream = Files.newOutputStream(file)) {
                return write(stream, options, listener);
            }
        }

        @Override
        public WrittenFile write(OutputStream stream, ValidationOptions options, Consumer<Finding> listener)
                throws IOException {
            given.add(options);
            if (rows.isEmpty()) {
                throw new IOException("no rows");
            }
            byte[] bytes = String.join("\n", rows).getBytes(StandardCharsets.US_ASCII);
            stream.write(bytes);
            return new WrittenFile(rows.size(), bytes.length, Optional.empty(), 0);
        }
    }

    private final ValidationOptions options = ValidationOptions.defaults().findingsKept(5);
    private final LinesDocument document = new LinesDocument("a", "bc");

    @Test
    void documentIsCheckedWithTheDefaultOptionsIfNoneAreGiven() {
        assertThat(document.check().rows()).isEqualTo(2);
        assertThat(document.given).containsExactly(ValidationOptions.defaults());
    }

    @Test
    void documentIsWrittenToAFileWithTheDefaultOptionsIfNoneAreGiven(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ma.csv");
        assertThat(document.write(file)).hasToString("WrittenFile[rows=2, size=4]");
        assertThat(file).hasContent("a\nbc");
        document.write(file, options);
        assertThat(document.given).containsExactly(ValidationOptions.defaults(), options);
    }

    @Test
    void documentIsWrittenToAStreamWithTheDefaultOptionsIfNoneAreGiven() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        assertThat(document.write(stream).size()).isEqualTo(4);
        assertThat(document.write(stream, options).rows()).isEqualTo(2);
        assertThat(stream.toString(StandardCharsets.US_ASCII)).isEqualTo("a\nbca\nbc");
        assertThat(document.given).containsExactly(ValidationOptions.defaults(), options);
    }

    @Test
    void bytesAreThoseOfTheFile() {
        assertThat(document.toBytes()).containsExactly('a', '\n', 'b', 'c');
    }

    @Test
    void failureToWriteBytesInMemoryKeepsItsCause() {
        assertThatThrownBy(() -> new LinesDocument().toBytes())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("writing bytes in memory")
                .hasRootCauseMessage("no rows");
    }
}
