package uk.smets.mam.model.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;

class ReporterTest {
    private static final DocumentField MPAN = RecordingSink.field(1, "MPAN");
    private static final ValidationOptions DEFAULTS = ValidationOptions.defaults();

    private final RecordingSink sink = new RecordingSink();

    @Test
    void findingHasItsPlaceAndTheInvalidText() {
        Reporter reporter = reporter(DEFAULTS, false);
        reporter.startLine(4);
        reporter.field(Rule.MPAN_FORMAT, MPAN, "write 13 digits");
        reporter.line(Rule.MPXN_MISSING, "no meter point");
        reporter.line(Rule.BLANK_LINE, 9, "remove it");
        reporter.file(Rule.NO_ROWS, "no rows");
        reporter.earlierField(Rule.MPXN_DUPLICATE, MPAN, 2, "before", "twice");
        assertThat(sink.findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "ma.csv:4: field 1 (MPAN): ERROR MPAN_FORMAT: write 13 digits",
                        "ma.csv:4: ERROR MPXN_MISSING: no meter point",
                        "ma.csv:9: WARNING BLANK_LINE: remove it",
                        "ma.csv: WARNING NO_ROWS: no rows",
                        "ma.csv:2: field 1 (MPAN): WARNING MPXN_DUPLICATE: twice");
        assertThat(sink.findings)
                .extracting(finding -> finding.found().orElse(""))
                .containsExactly("text of field 1", "", "", "", "before");
        assertThat(reporter.line()).isEqualTo(4);
    }

    @Test
    void placesDependOnTheKindOfFile() {
        Places cells = new Places() {
            @Override
            public Location file() {
                return new Location.WholeFile("s.xlsx");
            }

            @Override
            public Location line(long line) {
                return new Location.WholeSheet("s.xlsx", "row " + line);
            }

            @Override
            public Location field(long line, DocumentField field) {
                return new Location.Cell(
                        "s.xlsx", "Schedule", "A" + line, OptionalInt.of(field.number()), Optional.of(field.name()));
            }
        };
        Reporter reporter = new Reporter(cells, DEFAULTS, true, sink, number -> "text");
        reporter.startLine(12);
        reporter.field(Rule.MPAN_FORMAT, MPAN, "write 13 digits");
        reporter.line(Rule.MPXN_MISSING, "no meter point");
        reporter.file(Rule.SHEET_MISSING, "no workbook");
        reporter.at(
                Rule.COLUMN_UNKNOWN, Severity.ERROR, new Location.WholeSheet("s.xlsx", "Schedule"), "MPAN", "twice");
        assertThat(sink.findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "s.xlsx: Schedule!A12 (MPAN): ERROR MPAN_FORMAT: write 13 digits",
                        "s.xlsx: row 12: ERROR MPXN_MISSING: no meter point",
                        "s.xlsx: ERROR SHEET_MISSING: no workbook",
                        "s.xlsx: Schedule: ERROR COLUMN_UNKNOWN: twice");
        assertThat(sink.findings.get(3).found()).contains("MPAN");
    }

    @Test
    void findingMayHaveAnotherPlace() {
        Reporter reporter = reporter(DEFAULTS, false);
        reporter.startLine(4);
        Location sheet = new Location.WholeSheet("schedule.xlsx", "Body");
        reporter.at(Rule.COLUMN_UNKNOWN, Severity.WARNING, sheet, "Colour", "remove the column");
        assertThat(reporter.isSpoiled()).isFalse();
        reporter.at(Rule.COLUMN_MISSING, Severity.ERROR, sheet, null, "add the column");
        assertThat(reporter.isSpoiled()).isTrue();
        assertThat(sink.findings).extracting(Finding::at).containsExactly(sheet, sheet);
        assertThat(sink.findings).extracting(Finding::found).containsExactly(Optional.of("Colour"), Optional.empty());
    }

    @Test
    void emptyFieldHasNoInvalidText() {
        sink.reporter(DEFAULTS, "").field(Rule.CERTIFICATE_MISSING, MPAN, "give it");
        assertThat(sink.findings.get(0).found()).isEmpty();
    }

    @Test
    void longTextIsShortened() {
        sink.reporter(DEFAULTS, "x".repeat(200)).field(Rule.FIELD_TOO_LONG, MPAN, "too long");
        assertThat(sink.findings.get(0).found()).contains("x".repeat(80) + "... (200 characters)");
    }

    @Test
    void errorMarksItsLineUntilTheNextLine() {
        Reporter reporter = reporter(DEFAULTS, false);
        reporter.startLine(4);
        reporter.field(Rule.MPAN_CHECK_DIGIT, MPAN, "warning");
        assertThat(reporter.isSpoiled()).isFalse();
        reporter.field(Rule.MPRN_FORMAT, Severity.WARNING, MPAN, "an essential rule that only warns");
        assertThat(reporter.isSpoiled()).isFalse();
        reporter.line(Rule.MPXN_MISSING, "error");
        assertThat(reporter.isSpoiled()).isTrue();
        reporter.startLine(5);
        assertThat(reporter.isSpoiled()).isFalse();
    }

    @Test
    void severityOfTheOptionsDecidesWhetherALineIsMarked() {
        ValidationOptions options =
                DEFAULTS.with(Rule.MPXN_DUPLICATE, Severity.ERROR).with(Rule.MPXN_MISSING, Severity.INFO);
        Reporter reporter = reporter(options, true);
        reporter.startLine(4);
        reporter.line(Rule.MPXN_MISSING, "now information");
        assertThat(reporter.isSpoiled()).isFalse();
        reporter.field(Rule.MPXN_DUPLICATE, MPAN, "now an error");
        assertThat(reporter.isSpoiled()).isTrue();
        assertThat(sink.findings).extracting(Finding::severity).containsExactly(Severity.INFO, Severity.ERROR);
    }

    @Test
    void ruleThatIsTurnedOffIsNotReportedAndDoesNotMarkTheLine() {
        Reporter reporter = reporter(DEFAULTS.without(Rule.MPXN_MISSING), true);
        reporter.startLine(4);
        reporter.line(Rule.MPXN_MISSING, "off");
        assertThat(sink.findings).isEmpty();
        assertThat(reporter.isSpoiled()).isFalse();
    }

    @Test
    void essentialRuleThatIsTurnedOffMarksTheLineOfAReport() {
        Reporter reporter = reporter(DEFAULTS.without(Rule.MPAN_FORMAT), false);
        reporter.startLine(4);
        reporter.field(Rule.MPAN_FORMAT, MPAN, "off");
        assertThat(sink.findings).isEmpty();
        assertThat(reporter.isSpoiled()).isTrue();
    }

    @Test
    void essentialRuleIsAnErrorForTypedRowsWithAnyOptions() {
        ValidationOptions options = DEFAULTS.without(Rule.MPAN_FORMAT).with(Rule.DATE_FORMAT, Severity.INFO);
        Reporter reporter = reporter(options, true);
        reporter.startLine(4);
        reporter.field(Rule.MPAN_FORMAT, MPAN, "off");
        reporter.field(Rule.DATE_FORMAT, MPAN, "lowered");
        reporter.field(Rule.MPRN_FORMAT, Severity.WARNING, MPAN, "only a warning by itself");
        assertThat(sink.findings)
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR, Severity.ERROR, Severity.WARNING);
    }

    private Reporter reporter(ValidationOptions options, boolean typed) {
        return new Reporter("ma.csv", options, typed, sink, number -> "text of field " + number);
    }
}
