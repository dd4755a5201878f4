package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.SmsoSplitWriter;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.csv.repair.MigrationAuthorisationRepair;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Smso;

/**
 * Every method of writing a Migration Authorisation produces CSV by the grammar of RFC 4180, section 2, except that line ends are LF as in
 * the MAM; and two libraries read it in their strictest mode.
 */
@Tag("interop")
class CsvValidityTest {
    /** The grammar, which does not require the same number of fields on all lines. */
    private static final Pattern RFC_4180 =
            Pattern.compile("(?:FIELD(?:,FIELD)*+\n)++".replace("FIELD", "(?:\"(?:[ !#-~]|\"\")*+\"|[ !#-+\\--~]*+)"));

    private static final MigrationAuthorisation DOCUMENT = Unnamed.parse(Lines.file(
            Lines.dualFuel().with(7, "CN=\"Z 1\",OU=07"),
            Lines.electricity().with(1, Lines.OTHER_MPAN).with(7, "\"").with(9, "\"\",\"\"")));

    @TempDir
    private Path folder;

    private static byte[] rowByRow() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DocumentWriter<MigrationAuthorisationRow> writer =
                MigrationAuthorisation.create(bytes, DOCUMENT.header())) {
            for (MigrationAuthorisationRow row : DOCUMENT.rows()) {
                writer.write(row);
            }
            writer.finish();
        }
        return bytes.toByteArray();
    }

    private Path split() throws IOException {
        Path files = Files.createDirectory(folder.resolve("split"));
        Clock clock = Clock.fixed(Instant.parse("2019-07-31T09:00:00Z"), ZoneOffset.UTC);
        try (SmsoSplitWriter writer =
                SmsoSplitWriter.create(files, DOCUMENT.header().userId(), true, clock)) {
            for (MigrationAuthorisationRow row : DOCUMENT.rows()) {
                writer.write(Smso.CGI, row);
            }
            writer.finish();
        }
        try (Stream<Path> written = Files.list(files)) {
            return written.findFirst().orElseThrow();
        }
    }

    private Map<String, byte[]> outputs() throws IOException {
        Map<String, byte[]> outputs = new LinkedHashMap<>();
        outputs.put("toBytes", DOCUMENT.toBytes());
        Path file = folder.resolve("MA_CGI_" + Lines.USER_ID + "_20190731_090000.csv");
        DOCUMENT.write(file);
        outputs.put("write", Files.readAllBytes(file));
        outputs.put("writer", rowByRow());
        outputs.put("split", Files.readAllBytes(split()));
        Path damaged = folder.resolve("damaged.csv");
        Files.writeString(damaged, new String(DOCUMENT.toBytes(), US_ASCII).replace("\n", "\r\n"));
        outputs.put(
                "repair",
                MigrationAuthorisationRepair.repair(damaged).document().toBytes());
        String rows = new String(DOCUMENT.toBytes(), US_ASCII).substring(Lines.HEADER.length());
        outputs.put(
                "import",
                ExtractImport.of(DOCUMENT.header())
                        .read(Unnamed.input((headings() + rows).getBytes(UTF_8)))
                        .document()
                        .toBytes());
        return outputs;
    }

    private static String headings() {
        return String.join(
                        ",",
                        MigrationAuthorisation.fields().stream()
                                .map(field -> Lines.quoted(field.name()))
                                .toList())
                + "\n";
    }

    private static List<List<String>> readByCommonsCsv(String csv) throws IOException {
        CSVFormat strict = CSVFormat.RFC4180
                .builder()
                .setIgnoreEmptyLines(false)
                .setLenientEof(false)
                .setTrailingData(false)
                .get();
        return strict.parse(new StringReader(csv)).stream()
                .map(CSVRecord::toList)
                .toList();
    }

    /** The three header lines have one field each, so records with different numbers of fields are allowed. */
    private static List<List<String>> readByFastCsv(String csv) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .trimWhitespacesAroundQuotes(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(false)
                .ofCsvRecord(csv)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        }
    }

    @Test
    void everyMethodOfWritingProducesCsvByTheGrammar() throws IOException {
        assertThat(outputs()).hasSize(6).allSatisfy((method, bytes) -> {
            String csv = new String(bytes, US_ASCII);
            assertThat(csv.getBytes(US_ASCII)).as(method).isEqualTo(bytes);
            assertThat(csv).as(method).matches(RFC_4180);
        });
    }

    @Test
    void twoStrictLibrariesReadTheFieldsThatEveryMethodWrites() throws IOException {
        List<List<String>> expected = Peers.expected(DOCUMENT);
        for (Map.Entry<String, byte[]> output : outputs().entrySet()) {
            String csv = new String(output.getValue(), US_ASCII);
            assertThat(readByCommonsCsv(csv)).as(output.getKey()).isEqualTo(expected);
            assertThat(readByFastCsv(csv)).as(output.getKey()).isEqualTo(expected);
        }
    }

    /** Shows that the pattern does not accept everything. */
    @ParameterizedTest
    @ValueSource(strings = {"\"a\"b,c\n", "\"a\" ,b\n", "a\"b\n", "\"a\n", "caf\u00E9\n", "a\r\n", "a", "\t\n"})
    void grammarRefusesInvalidCsv(String csv) {
        assertThat(csv).doesNotMatch(RFC_4180);
    }

    @Test
    void librariesAreStrict() {
        String csv = "\"a\"b,c\n";
        assertThatThrownBy(() -> readByCommonsCsv(csv))
                .hasStackTraceContaining("Invalid character between encapsulated token and delimiter");
        assertThatThrownBy(() -> readByFastCsv(csv)).isInstanceOf(RuntimeException.class);
    }
}
