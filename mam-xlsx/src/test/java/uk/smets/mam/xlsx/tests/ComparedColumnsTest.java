package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.around;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.cell;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.fixedCells;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.row;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Rule;
import uk.smets.mam.xlsx.ScheduleComparison;

/** Columns that the MAM does not define, in a schedule or added by a response: no change to them goes unreported. */
class ComparedColumnsTest {
    @TempDir
    Path folder;

    private ScheduleComparison compare(String before, String after) throws IOException {
        return ScheduleComparison.compare(
                Files.write(folder.resolve("schedule.xlsx"), around(before).bytes()),
                Files.write(folder.resolve("response.xlsx"), around(after).bytes()));
    }

    /** A sheet with headings and values in columns AL and AM, after those of the MAM. */
    private static String withColumns(String headings, String values) {
        String last = "<c r=\"AK6\"";
        String head = sheet(row(7, fixedCells(7) + values), row(8, fixedCells(8)));
        int end = head.indexOf("</row>", head.indexOf(last));
        return head.substring(0, end) + headings + head.substring(end);
    }

    private static List<String> places(ScheduleComparison comparison) {
        return comparison.report().findings().stream()
                .map(finding -> finding.rule() + " " + finding.at())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Notes, Notes",
        "Notes, notes",
        "\u03A3\u03B7\u03BC\u03B5\u03AF\u03C9\u03C3\u03B7, \u03A3\u03C7\u03CC\u03BB\u03B9\u03B1",
        "\u5907\u6CE8, \u8BF4\u660E",
        "\u5907\u6CE8, \u5907\u6CE8",
        "MPAN, MPRN",
        "Priority, Priority"
    })
    void valueUnderEachOfTwoHeadingsIsCompared(String first, String second) throws IOException {
        String headings = cell("AL6", first) + cell("AM6", second);
        String before = withColumns(headings, cell("AL7", "one") + cell("AM7", "two"));
        assertThat(compare(before, before).report().findings()).isEmpty();
        for (String place : List.of("AL7", "AM7")) {
            String after =
                    before.replace(cell(place, place.equals("AL7") ? "one" : "two"), cell(place, "something else"));
            ScheduleComparison comparison = compare(before, after);
            assertThat(comparison.changes())
                    .extracting(change -> change.at().reference() + change.allowed())
                    .containsExactly(place + "false");
            assertThat(comparison.report().findings())
                    .extracting(Finding::rule)
                    .containsExactly(Rule.RESPONSE_FIXED_FIELD_CHANGED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MPAN",
                "Priority",
                "Notes",
                "\u5907\u6CE8",
                "ESME Supplier Certificate Id (Critical) - Serial Number"
            })
    void columnThatAResponseAddsIsReportedOnce(String heading) throws IOException {
        assertThat(places(compare(withColumns("", ""), withColumns(cell("AL6", heading), cell("AL7", "9")))))
                .containsExactly("RESPONSE_FIXED_FIELD_CHANGED response.xlsx: Schedule");
    }

    @Test
    void valuesInAColumnWithoutAHeadingAreCompared() throws IOException {
        String plain = withColumns("", "");
        String filled = withColumns("", cell("AM7", "note") + cell("XFD7", "far away"));
        assertThat(places(compare(plain, filled)))
                .containsExactly(
                        "RESPONSE_FIXED_FIELD_CHANGED response.xlsx: Schedule!AM7",
                        "RESPONSE_FIXED_FIELD_CHANGED response.xlsx: Schedule!XFD7");
        assertThat(places(compare(filled, plain))).hasSize(2);
        assertThat(compare(filled, filled).report().findings()).isEmpty();
        assertThat(compare(filled, filled).report().rows()).isEqualTo(2);
    }

    @Test
    void noteBelowTheRowsIsComparedButIsNotARow() throws IOException {
        String before = sheet(row(7, fixedCells(7)), row(9, cell("AN9", "sent by DCC")));
        assertThat(compare(before, before).report().findings()).isEmpty();
        assertThat(compare(before, before).report().rows()).isEqualTo(1);
        assertThat(places(compare(before, before.replace("sent by DCC", "sent by us"))))
                .containsExactly("RESPONSE_FIXED_FIELD_CHANGED response.xlsx: Schedule!AN9");
    }

    @ParameterizedTest
    @CsvSource({
        "Q7, y, PRIORITY_VALUE",
        "R7, 0x12, CERTIFICATE_SERIAL_FORMAT",
        "R7, 12, CERTIFICATE_ISSUER_MISSING",
        "S7, 'CN=Z1,OU=07', CERTIFICATE_SERIAL_MISSING"
    })
    void yellowFieldThatMayNotBeSentIsAnError(String place, String value, Rule rule) throws IOException {
        String before = sheet(row(7, fixedCells(7)), row(8, fixedCells(8) + cell("Q8", "y")));
        ScheduleComparison comparison =
                compare(before, before.replace(fixedCells(7), fixedCells(7) + cell(place, value)));
        assertThat(comparison.changedCells()).isEqualTo(1);
        assertThat(comparison.isSound()).isFalse();
        assertThat(comparison.report().findings())
                .as("row 8 already had the value")
                .noneMatch(finding -> finding.at().toString().contains("Q8"))
                .extracting(Finding::rule)
                .contains(rule);
    }

    @Test
    void errorOfDccInAFixedFieldIsNotReportedAgainstTheResponse() throws IOException {
        String before = sheet(row(7, fixedCells(7).replace("05/08/2019", "05.08.2019")));
        assertThat(compare(before, before.replace("</row></sheetData>", cell("Q7", "Y") + "</row></sheetData>"))
                        .report()
                        .findings())
                .isEmpty();
    }
}
