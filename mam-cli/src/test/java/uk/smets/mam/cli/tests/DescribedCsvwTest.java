package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * The samples validated by their CSVW metadata. No validator of CSVW was found for Maven, npm or Debian; this one follows the sections
 * "Parsing Tabular Data" and "Parsing Cells" of the W3C's "Model for Tabular Data and Metadata" for the properties that the metadata uses.
 */
class DescribedCsvwTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void migrationAuthorisationIsValidUnchanged() throws IOException {
        JsonNode table = table("authorisation");
        assertThat(table.get("dialect")).isEqualTo(JSON.readTree("""
            {"encoding": "us-ascii", "lineTerminators": "\\n", "skipRows": 3, "header": false, "headerRowCount": 0}
            """));
        assertThat(problems(table, CommandLineRun.VALID)).isEmpty();
        assertThat(rows(table, CommandLineRun.VALID)).hasSize(22);
    }

    @ParameterizedTest
    @CsvSource({"schedule, Migration-Schedule-Response.xlsx, 3", "firmware, Firmware-Notification.xlsx, 2"})
    void convertedWorkbookIsValid(String document, String workbook, int lines) throws IOException {
        Path csv = convert(workbook);
        assertThat(problems(table(document), csv)).isEmpty();
        assertThat(rows(table(document), csv)).hasSize(lines);
    }

    @ParameterizedTest
    @CsvSource({
        "'(?m)^[0-9]{13},', '100023456781,', mpan",
        "20190805, 20190832, migrationWeek",
        "CN=Z1, CN=Z\u00C9, esmeSupplierCriticalIssuerName"
    })
    void cellInAnotherFormatIsRejected(String pattern, String replacement, String column) throws IOException {
        Path csv = directory.resolve("broken.csv");
        Files.writeString(csv, Files.readString(CommandLineRun.VALID).replaceFirst(pattern, replacement));
        assertThat(problems(table("authorisation"), csv))
                .hasSize(1)
                .allMatch(problem -> problem.startsWith(column + ": "));
    }

    @Test
    void missingCellOfAMandatoryFieldIsRejected() throws IOException {
        Path csv = convert("Migration-Schedule.xlsx");
        Files.writeString(csv, Files.readString(csv).replaceFirst("[0-9]{4}-[0-9]{2}-[0-9]{2}", ""));
        assertThat(problems(table("schedule"), csv)).containsExactly("notBefore: required");
    }

    private Path convert(String workbook) {
        CommandLineRun here = CommandLineRun.in(directory);
        String path = CommandLineRun.SAMPLES.resolve(workbook).toAbsolutePath().toString();
        assertThat(here.run("convert", path, "converted.csv").status()).isZero();
        return directory.resolve("converted.csv");
    }

    private JsonNode table(String document) {
        JsonNode metadata = JSON.readTree(CommandLineRun.in(directory)
                .run("schema", document, "--format", "csvw")
                .out());
        assertThat(metadata.get("@context").get(0).asString()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(metadata.get("tables")).hasSize(1);
        return metadata.get("tables").get(0);
    }

    private static List<List<String>> rows(JsonNode table, Path csv) throws IOException {
        Charset charset = Charset.forName(table.at("/dialect/encoding").asString("utf-8"));
        // A byte of another encoding becomes U+FFFD, as in the W3C's model.
        String text = new String(Files.readAllBytes(csv), charset);
        List<List<String>> rows = CsvMapper.builder()
                .enable(CsvReadFeature.WRAP_AS_ARRAY)
                .build()
                .readerForListOf(String.class)
                .<List<String>>readValues(text)
                .readAll();
        return rows.subList(table.at("/dialect/skipRows").asInt(0), rows.size());
    }

    private static List<String> problems(JsonNode table, Path csv) throws IOException {
        JsonNode columns = table.get("tableSchema").get("columns");
        List<List<String>> rows = rows(table, csv);
        List<String> problems = new ArrayList<>();
        int headers = table.at("/dialect/headerRowCount").asInt(1);
        for (List<String> row : rows.subList(0, headers)) {
            for (int i = 0; i < row.size(); i++) {
                if (!titles(columns.get(i)).contains(row.get(i))) {
                    problems.add("heading " + row.get(i));
                }
            }
        }
        for (List<String> row : rows.subList(headers, rows.size())) {
            if (row.size() != columns.size()) {
                problems.add(row.size() + " cells");
            }
            for (int i = 0; i < columns.size(); i++) {
                check(columns.get(i), row.get(i), problems);
            }
        }
        return problems;
    }

    private static List<String> titles(JsonNode column) {
        JsonNode titles = column.get("titles");
        return titles.isArray()
                ? StreamSupport.stream(titles.spliterator(), false)
                        .map(JsonNode::asString)
                        .toList()
                : List.of(titles.asString());
    }

    private static void check(JsonNode column, String cell, List<String> problems) {
        String name = column.get("name").asString();
        if (cell.isEmpty()) {
            if (column.path("required").asBoolean(false)) {
                problems.add(name + ": required");
            }
            return;
        }
        JsonNode datatype = column.get("datatype");
        String format = datatype.path("format").asString("");
        boolean valid = datatype.get("base").asString().equals("date")
                ? isDate(format, cell)
                : cell.matches(format.isEmpty() ? "(?s).*" : format)
                        && cell.length() <= datatype.path("maxLength").asInt(Integer.MAX_VALUE);
        if (!valid) {
            problems.add(name + ": " + cell);
        }
    }

    private static boolean isDate(String format, String cell) {
        try {
            LocalDate.parse(
                    cell,
                    DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ROOT)
                            .withResolverStyle(ResolverStyle.STRICT));
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
