package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

/** The three lines of the header (clause 7.2.2). */
class HeaderTest {
    private static final String ROW = Lines.dualFuel().line() + "\n";

    private static byte[] file(String header) {
        return Lines.bytes(header + ROW);
    }

    @ParameterizedTest
    @EnumSource(Smso.class)
    void everySmsoIsAccepted(Smso smso) {
        assertThat(Unnamed.parse(file(Lines.USER_ID + "\nNO\n" + smso + "\n")).header())
                .isEqualTo(new MigrationAuthorisationHeader(UserId.of(Lines.USER_ID), false, smso));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                        file ERROR FILE_EMPTY",
        "70-B3-D5-1F-30-00-A0-01,                   1 ERROR HEADER_INCOMPLETE",
        "'70-B3-D5-1F-30-00-A0-01\nYES',            2 ERROR HEADER_INCOMPLETE"
    })
    void fileThatEndsInTheHeaderIsIncomplete(String header, String finding) {
        assertThat(Lines.found(Lines.bytes(header.isEmpty() ? "" : header + "\n")))
                .containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                  1, no User ID",
        "'70-B3-D5-1F-30-00-A0-01\n',         2, no Commissioned by DCC",
        "'70-B3-D5-1F-30-00-A0-01\nYES\n',    3, no SMSO"
    })
    void rowInPlaceOfAHeaderLineIsReportedByTheMissingFieldAndIsCheckedAsARow(String header, int line, String sample) {
        ValidationReport report = Unnamed.validate(
                Lines.bytes(header + Lines.dualFuel().with(5, "y").line() + "\n" + ROW),
                ValidationOptions.defaults().without(Rule.MPXN_DUPLICATE));

        assertThat(Lines.found(report))
                .containsExactly(line + " ERROR HEADER_INCOMPLETE", line + ":5 ERROR PRIORITY_VALUE");
        assertThat(report.findings().get(0).message()).isEqualTo(MessageListing.pinned(Rule.HEADER_INCOMPLETE, sample));
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.header()).isEmpty();
    }

    @Test
    void emptyLinesInTheHeaderAreReportedAndIgnored() {
        assertThat(Lines.found(file("\n" + Lines.USER_ID + "\n\nYES\nCGI\n\n")))
                .containsExactly("1 WARNING BLANK_LINE", "3 WARNING BLANK_LINE", "6 WARNING BLANK_LINE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "70-B3-D5-1F-30-00-A0-0",
                "70-B3-D5-1F-30-00-A0-011",
                "70:B3:D5:1F:30:00:A0:01",
                "70B3D51F3000A001",
                "70-B3-D5-1F-30-00-A0-0G",
                "00-00-00-00-00-00-00-0O"
            })
    void userIdOfAnyOtherFormIsAnError(String userId) {
        assertThat(Lines.found(file(userId + "\nYES\nCGI\n")))
                .contains("1:1 ERROR USER_ID_FORMAT")
                .filteredOn(finding -> finding.contains("ERROR"))
                .allMatch(finding -> finding.startsWith("1:1 "));
    }

    @Test
    void userIdInLowerCaseIsReadWithAWarningThatGivesItInUpperCase() {
        byte[] file = file("70-b3-D5-1F-30-00-A0-01\nYES\nCGI\n");

        assertThat(Lines.found(file)).containsExactly("1:1 WARNING USER_ID_CASE");
        assertThat(Lines.message(file)).contains("70-B3-D5-1F-30-00-A0-01");
        assertThat(Unnamed.parse(file).header().userId()).hasToString(Lines.USER_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yes", "no", "Y", "TRUE", "YES.", "\"\""})
    void commissionedByDccIsYesOrNoInUpperCase(String value) {
        assertThat(Lines.found(file(Lines.USER_ID + "\n" + value + "\nCGI\n")))
                .contains("2:2 ERROR COMMISSIONED_BY_DCC");
    }

    @Test
    void paddedHeaderValueIsPaddedAndHasAnInvalidForm() {
        assertThat(Lines.found(file(Lines.USER_ID + "\nNO \nCGI\n")))
                .containsExactlyInAnyOrder("2:2 ERROR COMMISSIONED_BY_DCC", "2:2 WARNING FIELD_PADDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cgi", "INF", "CG", "Cgi"})
    void smsoIsOneOfTheSevenCodes(String code) {
        byte[] file = file(Lines.USER_ID + "\nYES\n" + code + "\n");

        assertThat(Lines.found(file)).containsExactly("3:3 ERROR SMSO_UNKNOWN");
        assertThat(Lines.message(file)).contains("BRG, CGI, EDM, MDS, NPW, SCM, TRL");
    }

    @Test
    void supersededSmsoIsAnErrorThatNamesTheNewCode() {
        byte[] file = file(Lines.USER_ID + "\nYES\nBTG\n");

        assertThat(Lines.found(file)).containsExactly("3:3 ERROR SMSO_SUPERSEDED");
        assertThat(Lines.message(file)).contains("BRG");
    }

    @Test
    void allErrorsOfTheHeaderAreReportedTogether() {
        assertThat(Lines.found(file("x\nmaybe\nABC\n")))
                .containsExactly("1:1 ERROR USER_ID_FORMAT", "2:2 ERROR COMMISSIONED_BY_DCC", "3:3 ERROR SMSO_UNKNOWN");
    }

    @Test
    void headerValuesMayBeQuoted() {
        assertThat(Lines.found(file("\"" + Lines.USER_ID + "\"\n\"YES\"\n\"CGI\"\n")))
                .isEmpty();
    }

    @Test
    void headerLineWithTwoValuesHasTooManyFieldsAndIsNotSpreadsheetDamage() {
        assertThat(Lines.found(file(Lines.USER_ID + ",x\nYES\nCGI\n"))).containsExactly("1 ERROR FIELD_COUNT");
    }

    @Test
    void headerLinesWithAsManyCommasAsARowAreSpreadsheetDamage() {
        String commas = ",".repeat(24) + "\n";

        assertThat(Lines.found(file(Lines.USER_ID + commas + "YES" + commas + "CGI" + commas)))
                .containsExactly(
                        "1 ERROR FIELD_COUNT",
                        "1 INFO SPREADSHEET_DAMAGE",
                        "2 ERROR FIELD_COUNT",
                        "2 INFO SPREADSHEET_DAMAGE",
                        "3 ERROR FIELD_COUNT",
                        "3 INFO SPREADSHEET_DAMAGE");
    }

    @Test
    void badQuoteInTheHeaderRefusesItsLineOnly() {
        assertThat(Lines.found(file("\"" + Lines.USER_ID + "\nYES\nCGI\n"))).containsExactly("1 ERROR QUOTING");
    }

    @Test
    void headerWithoutRowsIsAWarning() {
        assertThat(Lines.found(Lines.bytes(Lines.HEADER))).containsExactly("file WARNING NO_ROWS");
        assertThat(Lines.found(Lines.bytes(Lines.HEADER.strip())))
                .containsExactly("file WARNING NO_ROWS", "3 INFO FINAL_LINE_END");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n\n", "\r\n", "\uFEFF", "\uFEFF\n"})
    void fileOfOnlyLineEndsIsEmpty(String text) {
        assertThat(Lines.found(Lines.bytes(text))).contains("file ERROR FILE_EMPTY");
    }

    @Test
    void fieldsOfHeaderAndBodyAreThoseOfTheTablesInTheMam() {
        assertThat(MigrationAuthorisation.headerFields())
                .extracting(DocumentField::name)
                .containsExactly("User ID", "Commissioned by DCC", "SMSO");
        assertThat(MigrationAuthorisation.fields())
                .hasSize(25)
                .extracting(DocumentField::name)
                .startsWith("MPAN", "MPRN", "Migrate on", "Migration Week", "Priority")
                .endsWith("GSME Supplier Certificate Id (Non-Critical) \u2013 Issuer Name");
    }
}
