package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;

class FindingTest {
    private static final Location.Field FIELD = new Location.Field("ma.csv", 4, 1, "MPAN");

    @Test
    void placeHasTheFormatOfACompiler() {
        assertThat(new Location.Field("ma.csv", 4, 4, "Migration Week"))
                .hasToString("ma.csv:4: field 4 (Migration Week)");
        assertThat(new Location.Line("ma.csv", 1_000_000)).hasToString("ma.csv:1000000");
        assertThat(new Location.WholeFile("ma.csv")).hasToString("ma.csv");
    }

    @Test
    void placeInAWorkbookHasItsSheetAndCell() {
        assertThat(new Location.Cell("s.xlsx", "Migration Schedule", "F12", OptionalInt.of(1), Optional.of("MPAN")))
                .hasToString("s.xlsx: Migration Schedule!F12 (MPAN)");
        assertThat(new Location.Cell("s.xlsx", "Notes", "A1", OptionalInt.empty(), Optional.empty()))
                .hasToString("s.xlsx: Notes!A1");
        assertThat(new Location.WholeSheet("s.xlsx", "Migration Schedule")).hasToString("s.xlsx: Migration Schedule");
    }

    @Test
    void nullArgumentsOfAPlaceInAWorkbookAreRejectedByName() {
        OptionalInt number = OptionalInt.empty();
        Optional<String> name = Optional.empty();
        assertThatNullPointerException()
                .isThrownBy(() -> new Location.Cell(null, "Notes", "A1", number, name))
                .withMessage("file");
        assertThatNullPointerException()
                .isThrownBy(() -> new Location.Cell("s.xlsx", null, "A1", number, name))
                .withMessage("sheetName");
        assertThatNullPointerException()
                .isThrownBy(() -> new Location.Cell("s.xlsx", "Notes", null, number, name))
                .withMessage("reference");
        assertThatNullPointerException()
                .isThrownBy(() -> new Location.Cell("s.xlsx", "Notes", "A1", null, name))
                .withMessage("number");
        assertThatNullPointerException()
                .isThrownBy(() -> new Location.Cell("s.xlsx", "Notes", "A1", number, null))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> new Location.WholeSheet(null, "Notes"))
                .withMessage("file");
        assertThatNullPointerException()
                .isThrownBy(() -> new Location.WholeSheet("s.xlsx", null))
                .withMessage("sheetName");
    }

    @Test
    void findingHasTheFormatOfACompiler() {
        Finding finding = new Finding(
                Rule.MIGRATION_WEEK_NOT_MONDAY,
                Severity.ERROR,
                new Location.Field("ma.csv", 4, 4, "Migration Week"),
                Optional.of("20190807"),
                "write 20190805");
        assertThat(finding)
                .hasToString("ma.csv:4: field 4 (Migration Week): ERROR MIGRATION_WEEK_NOT_MONDAY: write 20190805");
        assertThat(new Finding(
                        Rule.FILE_EMPTY, Severity.WARNING, new Location.WholeFile("ma.csv"), Optional.empty(), "empty"))
                .hasToString("ma.csv: WARNING FILE_EMPTY: empty");
    }

    @Test
    void textFormDoesNotShowTheInvalidText() {
        Finding finding = new Finding(
                Rule.MPAN_CHECK_DIGIT, Severity.WARNING, FIELD, Optional.of("1312345678901"), "check the MPAN");
        assertThat(finding.found()).contains("1312345678901");
        assertThat(finding.toString()).doesNotContain("1312345678901");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d41d8cd98f00b204e9800998ecf8427e",
                "D41D8CD98F00B204E9800998ECF8427E",
                "12345678901234567890123456789012"
            })
    void textThatMayBeAnMd5IsMaskedEverywhere(String md5) {
        Finding finding = new Finding(
                Rule.FIELD_COUNT, Severity.ERROR, FIELD, Optional.of("x,\"" + md5 + "\"-" + md5), "got " + md5);
        assertThat(finding.found()).contains("x,\"********************************\"-********************************");
        assertThat(finding.message()).isEqualTo("got ********************************");
        assertThat(finding.toString()).doesNotContain(md5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "158862001495528166615751930133200513705",
                "d41d8cd98f00b204e9800998ecf8427",
                "d41d8cd98f00b204e9800998ecf8427e0",
                "d41d8cd98f00b204-e9800998ecf8427e"
            })
    void hexadecimalTextOfAnotherLengthIsNotMasked(String text) {
        assertThat(new Finding(Rule.FIELD_COUNT, Severity.ERROR, FIELD, Optional.of(text), text))
                .returns(Optional.of(text), Finding::found)
                .returns(text, Finding::message);
    }

    @Test
    void everyPlaceHasItsFile() {
        assertThat(FIELD.file()).isEqualTo("ma.csv");
        assertThat(new Location.Line("ma.csv", 1).file()).isEqualTo("ma.csv");
        assertThat(new Location.WholeFile("ma.csv").file()).isEqualTo("ma.csv");
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        Optional<String> nothing = Optional.empty();
        assertThatNullPointerException()
                .isThrownBy(() -> new Finding(null, Severity.ERROR, FIELD, nothing, "m"))
                .withMessage("rule");
        assertThatNullPointerException()
                .isThrownBy(() -> new Finding(Rule.MPAN_FORMAT, null, FIELD, nothing, "m"))
                .withMessage("severity");
        assertThatNullPointerException()
                .isThrownBy(() -> new Finding(Rule.MPAN_FORMAT, Severity.ERROR, null, nothing, "m"))
                .withMessage("at");
        assertThatNullPointerException()
                .isThrownBy(() -> new Finding(Rule.MPAN_FORMAT, Severity.ERROR, FIELD, null, "m"))
                .withMessage("found");
        assertThatNullPointerException()
                .isThrownBy(() -> new Finding(Rule.MPAN_FORMAT, Severity.ERROR, FIELD, nothing, null))
                .withMessage("message");
        assertThatNullPointerException()
                .isThrownBy(() -> new Location.Field(null, 1, 1, "MPAN"))
                .withMessage("file");
        assertThatNullPointerException()
                .isThrownBy(() -> new Location.Field("ma.csv", 1, 1, null))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> new Location.Line(null, 1))
                .withMessage("file");
        assertThatNullPointerException()
                .isThrownBy(() -> new Location.WholeFile(null))
                .withMessage("file");
    }
}
