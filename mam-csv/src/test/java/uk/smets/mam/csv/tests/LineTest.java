package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

/** Lines: their line ends, their number of fields, and lines that are not rows (clauses 7.1, 7.2). */
class LineTest {
    private static final String ROW = Lines.electricity().line();
    private static final String OTHER = Lines.gas().line();
    private static final String LAST =
            Lines.electricity().with(1, Lines.OTHER_MPAN).line();

    @Test
    void wrongLineEndsAreReportedOnceWithTheFirstLineAndTheirNumber() {
        byte[] file = Lines.bytes(Lines.HEADER + ROW + "\n" + OTHER + "\r\n" + LAST + "\r\n");

        assertThat(Lines.found(file)).containsExactly("5 ERROR LINE_END");
        assertThat(Lines.message(file)).contains("2 lines", "CR LF");
    }

    @Test
    void carriageReturnsEndLines() {
        byte[] file = Lines.bytes((Lines.HEADER + ROW + "\n" + OTHER + "\n").replace('\n', '\r'));

        assertThat(Lines.found(file)).containsExactly("1 ERROR LINE_END");
        assertThat(Lines.message(file)).isEqualTo(MessageListing.pinned(Rule.LINE_END, "lines that end in CR"));
        assertThat(Unnamed.validate(file).rows()).isEqualTo(2);
    }

    @Test
    void bothKindsOfWrongLineEndsAreCountedSeparately() {
        byte[] file = Lines.bytes(Lines.HEADER + ROW + "\r" + OTHER + "\r\n" + LAST + "\r");

        assertThat(Lines.found(file)).containsExactly("4 ERROR LINE_END");
        assertThat(Lines.message(file))
                .isEqualTo(MessageListing.pinned(Rule.LINE_END, "lines that end in CR LF or CR"));
    }

    @Test
    void wrongLineEndsDoNotHideOtherFindings() {
        byte[] file = Lines.bytes(new String(
                        Lines.file(
                                Lines.electricity().with(5, "y"),
                                Lines.gas().with(4, ""),
                                Lines.electricity().with(1, "1")),
                        StandardCharsets.US_ASCII)
                .replace("\n", "\r\n"));

        assertThat(Lines.found(file))
                .containsExactly(
                        "1 ERROR LINE_END",
                        "4:5 ERROR PRIORITY_VALUE",
                        "5:4 ERROR MIGRATION_WEEK_MISSING",
                        "6:1 ERROR MPAN_FORMAT");
    }

    @Test
    void lastLineWithoutLineEndIsInformationOnly() {
        byte[] file = Lines.bytes(Lines.HEADER + ROW + "\n" + OTHER);

        assertThat(Lines.found(file)).containsExactly("5 INFO FINAL_LINE_END");
        assertThat(Unnamed.parse(file).rows()).hasSize(2);
    }

    @Test
    void lastLineWithoutLineEndMayRepeatTheOneBefore() {
        assertThat(Lines.found(Lines.bytes(Lines.HEADER + OTHER + "\n" + OTHER)))
                .containsExactly("5 INFO FINAL_LINE_END", "5:2 WARNING MPXN_DUPLICATE");
    }

    @Test
    void emptyLinesAreEachReportedAndAreNotRows() {
        byte[] file = Lines.file("", ROW, "", "", OTHER, "");
        ValidationReport report = Unnamed.validate(file);

        assertThat(Lines.found(report))
                .containsExactly(
                        "4 WARNING BLANK_LINE", "6 WARNING BLANK_LINE", "7 WARNING BLANK_LINE", "9 WARNING BLANK_LINE");
        assertThat(report.rows()).isEqualTo(2);
        assertThat(Unnamed.parse(file).rows()).hasSize(2);
    }

    @Test
    void lineOfCarriageReturnAndLineFeedIsEmpty() {
        assertThat(Lines.found(Lines.bytes(Lines.HEADER + ROW + "\n\r\n" + OTHER + "\n")))
                .containsExactly("5 ERROR LINE_END", "5 WARNING BLANK_LINE");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\"\"", "x", ","})
    void lineOfAnythingElseIsARowWithTooFewFields(String line) {
        assertThat(Lines.found(Lines.file(line))).containsExactly("4 ERROR FIELD_COUNT");
    }

    @Test
    void rowWithTooFewOrTooManyFieldsIsReportedWithTheirNumberAndTheNextIsRead() {
        byte[] tooFew = Lines.file(ROW.substring(0, ROW.lastIndexOf(',')), OTHER, LAST);
        byte[] tooMany = Lines.file(ROW, OTHER + ",", LAST);

        assertThat(Lines.found(tooFew)).containsExactly("4 ERROR FIELD_COUNT");
        assertThat(Lines.message(tooFew)).isEqualTo(MessageListing.pinned(Rule.FIELD_COUNT, "row of 24 fields"));
        assertThat(Lines.found(tooMany)).containsExactly("5 ERROR FIELD_COUNT");
        assertThat(Lines.message(tooMany))
                .isEqualTo(MessageListing.pinned(Rule.FIELD_COUNT, "row of 26 fields, the last of them empty"));
    }

    @Test
    void issuerNameWithoutItsQuotesMakesTooManyFieldsAndItsQuotesAreSuggested() {
        byte[] file = Lines.file(ROW.replaceFirst("\"CN=Z1,OU=07\"", "CN=Z1,OU=07"));

        assertThat(Lines.found(file)).containsExactly("4 ERROR FIELD_COUNT");
        assertThat(Lines.message(file)).contains(" 26", "\"CN=Z1,OU=07\"");
    }

    @Test
    void lineOfColumnHeadingsIsOneErrorThatNamesTheHeadings() {
        StringBuilder headings = new StringBuilder();
        MigrationAuthorisation.fields()
                .forEach(field -> headings.append(headings.isEmpty() ? "" : ",").append(field.name()));
        byte[] file = Lines.file(headings.toString().replace('\u2013', '-'), ROW);

        assertThat(Lines.found(file)).containsExactly("4:1 ERROR MPAN_FORMAT");
        assertThat(Lines.message(file)).isEqualTo(MessageListing.pinned(Rule.MPAN_FORMAT, "headings after the header"));
    }
}
