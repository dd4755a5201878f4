package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.repair.Change;
import uk.smets.mam.csv.repair.ConvertedDocument;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;

/** A character after a closing quote is never dropped silently: its removal is listed as a change, or the file is refused. */
class AfterClosingQuoteTest {
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.BRG);
    private static final List<String> HEADER_LINES = List.of("70-B3-D5-1F-30-00-A0-01", "YES", "BRG");
    private static final List<String> ROW =
            Arrays.asList("1312345678907,,,20190805,,11,CN=Z1,12,Z1,,,,,,,,,,,,,,,,".split(",", -1));

    /** All control characters except LF and CR, which end a line, and two other invisible characters. */
    static Stream<Integer> characters() {
        return Stream.concat(
                IntStream.rangeClosed(0, 0x1F).boxed().filter(c -> c != '\n' && c != '\r'),
                Stream.of(0x7F, 0x80, 0x200E));
    }

    @ParameterizedTest
    @MethodSource("characters")
    void repairListsOrRefusesACharacterAfterEveryFieldOfARow(int character) {
        for (int field = 0; field < ROW.size(); field++) {
            String row = row(field, "\"" + ROW.get(field) + "\"" + Character.toString(character), ",");
            assertIsListedOrRefusedByRepair(String.join("\n", HEADER_LINES) + "\n" + row + "\n");
        }
    }

    @ParameterizedTest
    @MethodSource("characters")
    void repairListsOrRefusesACharacterAfterEveryHeaderLine(int character) {
        for (int line = 0; line < HEADER_LINES.size(); line++) {
            int quoted = line;
            String header = IntStream.range(0, HEADER_LINES.size())
                    .mapToObj(i -> i == quoted
                            ? "\"" + HEADER_LINES.get(i) + "\"" + Character.toString(character)
                            : HEADER_LINES.get(i))
                    .collect(Collectors.joining("\n"));
            assertIsListedOrRefusedByRepair(header + "\n" + String.join(",", ROW) + "\n");
        }
    }

    @ParameterizedTest
    @MethodSource("characters")
    void importListsOrRefusesACharacterAfterEveryColumnIncludingUnknownColumns(int character) throws IOException {
        String headings = headings();
        for (int field = 0; field <= ROW.size(); field++) {
            String value = field < ROW.size() ? ROW.get(field) : "note";
            String row = row(field, "\"" + value + "\"" + Character.toString(character), ";")
                    + (field < ROW.size() ? ";" : "");
            assertIsListedOrRefusedByImport(headings + ";Notes\n" + row + "\n");
        }
    }

    @ParameterizedTest
    @MethodSource("characters")
    void importListsOrRefusesACharacterAfterEveryHeading(int character) throws IOException {
        String quoted = "\"Notes\"" + Character.toString(character);
        assertIsListedOrRefusedByImport(headings() + ";" + quoted + "\n" + String.join(";", ROW) + ";\n");
        assertIsListedOrRefusedByImport(headings().replace("mpan", "\"mpan\"" + Character.toString(character)) + "\n"
                + String.join(";", ROW) + "\n");
    }

    @Test
    void controlCharacterAfterAClosingQuoteIsNamed() {
        String row = row(8, "\"Z1\"\0", ",");
        InvalidDocumentException refused = catchThrowableOfType(
                InvalidDocumentException.class, () -> repair(String.join("\n", HEADER_LINES) + "\n" + row + "\n"));
        assertThat(refused.report().findings()).singleElement().satisfies(finding -> {
            assertThat(Places.describe(finding)).isEqualTo("4 ERROR QUOTING");
            assertThat(finding.message()).contains("field 9 ", "NULL (U+0000)");
        });
    }

    private static String headings() {
        return MigrationAuthorisation.fields().stream()
                .map(DocumentField::jsonName)
                .collect(Collectors.joining(";"));
    }

    private static String row(int field, String value, String delimiter) {
        return IntStream.rangeClosed(0, Math.max(field, ROW.size() - 1))
                .mapToObj(i -> i == field ? value : ROW.get(i))
                .collect(Collectors.joining(delimiter));
    }

    private static void assertIsListedOrRefusedByRepair(String text) {
        try {
            assertThat(repair(text).changes()).isNotEmpty();
        } catch (InvalidDocumentException refused) {
            assertRefused(refused);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertIsListedOrRefusedByImport(String text) throws IOException {
        try {
            assertThat(ExtractImport.of(HEADER)
                            .read(Unnamed.input(text.getBytes(UTF_8)))
                            .changes())
                    .extracting(Change::rule)
                    .contains(Rule.FIELD_PADDED);
        } catch (InvalidDocumentException refused) {
            assertRefused(refused);
        }
    }

    private static void assertRefused(InvalidDocumentException refused) {
        assertThat(refused.report().findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::rule)
                .containsExactly(Rule.QUOTING);
    }

    private static ConvertedDocument repair(String text) throws IOException {
        return Unnamed.repair(new ByteArrayInputStream(text.getBytes(UTF_8)), ValidationOptions.defaults());
    }
}
