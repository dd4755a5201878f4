package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

/** A line that is longer than any row can be is checked without being held in memory; the lines around it are read as usual. */
class EndlessLineTest {
    /** With this limit a row is shorter than 128 KiB, which the reader reads at once. */
    private static final ValidationOptions SHORT_FIELDS =
            ValidationOptions.defaults().fieldLimit(64);

    private static final int BUFFER = 128 * 1024;
    private static final String BEFORE = Lines.electricity().line();
    private static final String AFTER = Lines.gas().with(5, "y").line();

    private static List<Finding> findings(String body, int piece) throws IOException {
        ValidationReport report =
                Unnamed.validate(new DripInput(Lines.bytes(Lines.HEADER + body), piece, piece), SHORT_FIELDS);
        return report.findings();
    }

    private static List<String> found(String body, int piece) throws IOException {
        return findings(body, piece).stream().map(Places::describe).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 1, 2, 1_000, 500_000})
    void lineOfOneLongFieldIsRefusedAndTheNextIsRead(int beyond) throws IOException {
        String longLine = "x".repeat(BUFFER + beyond);
        for (String end : List.of("\n", "\r\n", "\r")) {
            for (int piece : List.of(BUFFER, 50_000, 4_097)) {
                List<String> found = found(BEFORE + "\n" + longLine + end + AFTER + "\n", piece);

                assertThat(found)
                        .contains("5 ERROR FIELD_COUNT", "6:5 ERROR PRIORITY_VALUE")
                        .isSubsetOf(
                                "5 ERROR FIELD_COUNT",
                                "5:1 ERROR FIELD_TOO_LONG",
                                "5 ERROR LINE_END",
                                "6:5 ERROR PRIORITY_VALUE");
                assertThat(found.contains("5 ERROR LINE_END")).isEqualTo(!end.equals("\n"));
            }
        }
    }

    @Test
    void longFieldIsReportedAtItsPlaceInTheRow() throws IOException {
        String row = Lines.electricity().with(7, "CN=" + "x,".repeat(BUFFER)).line();
        List<Finding> findings = findings(row + "\n" + AFTER, BUFFER);

        assertThat(findings)
                .extracting(Places::describe)
                .containsExactly("4:7 ERROR FIELD_TOO_LONG", "5 INFO FINAL_LINE_END", "5:5 ERROR PRIORITY_VALUE");
        assertThat(findings.get(0).message())
                .isEqualTo(MessageListing.pinned(Rule.FIELD_TOO_LONG, "field beyond the buffer"));
        assertThat(findings.get(0).found()).isEmpty();
    }

    @Test
    void longFieldAfterTheLastColumnIsReportedAtTheLastColumn() throws IOException {
        assertThat(found(",".repeat(30) + "x".repeat(2 * BUFFER) + "\n", BUFFER))
                .containsExactly("4 ERROR FIELD_COUNT", "4:25 ERROR FIELD_TOO_LONG");
    }

    @Test
    void fieldsAreNotCountedIfAQuoteIsOpenAtTheEndOfALongLine() throws IOException {
        List<Finding> findings = findings("\"" + "x,".repeat(BUFFER) + "\n" + AFTER + "\n", BUFFER);

        assertThat(findings)
                .extracting(Places::describe)
                .containsExactly("4 ERROR QUOTING", "4:1 ERROR FIELD_TOO_LONG", "5:5 ERROR PRIORITY_VALUE");
        assertThat(findings.get(0).message()).isEqualTo(MessageListing.pinned(Rule.QUOTING, "quote beyond the buffer"));
    }

    @Test
    void fieldsOfALongLineOfCommasAreCounted() throws IOException {
        List<Finding> findings = findings(",".repeat(3 * BUFFER) + "\n" + AFTER + "\n", 10_000);

        assertThat(findings)
                .extracting(Places::describe)
                .containsExactly("4 ERROR FIELD_COUNT", "5:5 ERROR PRIORITY_VALUE");
        assertThat(findings.get(0).message()).contains(Integer.toString(3 * BUFFER + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {BUFFER, 2 * BUFFER + 17})
    void lastLineWithoutLineEndMayBeLong(int length) throws IOException {
        assertThat(found(BEFORE + "\n" + "x".repeat(length), BUFFER))
                .containsExactlyInAnyOrder("5 ERROR FIELD_COUNT", "5:1 ERROR FIELD_TOO_LONG", "5 INFO FINAL_LINE_END");
    }

    @Test
    void longLinesMayFollowEachOther() throws IOException {
        String longLine = "x".repeat(2 * BUFFER) + "\r\n";

        assertThat(found(longLine.repeat(3) + AFTER + "\n", 30_000))
                .containsExactlyInAnyOrder(
                        "4 ERROR LINE_END",
                        "4 ERROR FIELD_COUNT",
                        "4:1 ERROR FIELD_TOO_LONG",
                        "5 ERROR FIELD_COUNT",
                        "5:1 ERROR FIELD_TOO_LONG",
                        "6 ERROR FIELD_COUNT",
                        "6:1 ERROR FIELD_TOO_LONG",
                        "7:5 ERROR PRIORITY_VALUE");
    }

    @Test
    void headerLineMayBeLongAndTheOtherLinesAreRead() {
        byte[] file = Lines.bytes(Lines.USER_ID + "\n" + "x".repeat(2 * BUFFER) + "\nXYZ\n" + AFTER + "\n");

        assertThat(Lines.found(file, SHORT_FIELDS))
                .containsExactly("2:2 ERROR FIELD_TOO_LONG", "3:3 ERROR SMSO_UNKNOWN", "4:5 ERROR PRIORITY_VALUE");
    }
}
