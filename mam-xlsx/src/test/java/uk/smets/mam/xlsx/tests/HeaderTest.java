package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Smso;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Errors in the four fields of the header (clauses 7.3.1, 7.4.1). */
class HeaderTest {
    private static Grid schedule() {
        return Notices.schedule(BodyRow.ofSchedule());
    }

    private static Finding onlyFinding(Grid sheet) throws IOException {
        List<Finding> findings = MigrationSchedule.validate(
                        Input.of(GridWorkbook.of(sheet).bytes(), "stream"))
                .findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @ParameterizedTest
    @CsvSource({"A1, Name", "A2, SEC Party Signifier", "A3, Market Participant ID", "A4, SMSO"})
    void fieldWithoutItsLabelIsMissing(String place, String name) throws IOException {
        Finding finding = onlyFinding(schedule().put(place, "something else"));
        assertThat(Notices.describe(finding)).isEqualTo("Schedule ERROR HEADER_FIELD_MISSING");
        assertThat(finding.message()).isEqualTo(MessageListing.pinned(Rule.HEADER_FIELD_MISSING, "no label " + name));
    }

    @ParameterizedTest
    @CsvSource({"B1, A1", "B2, A2", "B3, A3", "B4, A4"})
    void labelWithoutAValueIsAMissingField(String value, String label) throws IOException {
        assertThat(Notices.foundIn(schedule().put(value, CellXml.empty())))
                .containsExactly(label + " ERROR HEADER_FIELD_MISSING");
    }

    /** The values read from this header above a standard body that starts in row 20. */
    private static String listsOf(Grid header) throws IOException {
        Grid sheet = Notices.body(header, MigrationSchedule.fields(), 20, BodyRow.ofSchedule());
        NotificationHeader read = MigrationSchedule.parse(
                        Input.of(GridWorkbook.of(sheet).bytes(), "stream"))
                .header();
        return read.secPartySignifiers() + " " + read.marketParticipantIds() + " " + read.smso();
    }

    @Test
    void listToTheRightOfItsLabelMayContinueBelow() throws IOException {
        assertThat(listsOf(new Grid(Notices.SHEET)
                        .put("A1", "Name")
                        .put("B1", "Example Energy Supply Ltd")
                        .put("A2", "SEC Party Signifier")
                        .put("B2", "EXSUPP")
                        .put("B3", "EXGASS")
                        .put("A4", "SMSO")
                        .put("B4", "NPW")
                        .put("A5", "Market Participant ID")
                        .put("B5", "EXPL")
                        .put("B6", "EXG")
                        .put("B7", "of the registration data")))
                .isEqualTo("[EXSUPP, EXGASS] [EXPL, EXG] NPW");
        assertThat(listsOf(new Grid(Notices.SHEET)
                        .put("A1", "SEC Party Signifier")
                        .put("B1", "EXSUPP")
                        .put("C1", "Market Participant ID")
                        .put("D1", "EXPL")
                        .put("B2", "EXGASS")
                        .put("D2", "EXG")
                        .put("A3", "SMSO")
                        .put("D3", "NPW")
                        .put("A4", "Name")
                        .put("B4", "Example Energy Supply Ltd")))
                .isEqualTo("[EXSUPP, EXGASS] [EXPL, EXG] NPW");
    }

    @Test
    void cellsOfAnotherLabelOrOfTheBodyAreNotPartOfAList() throws IOException {
        Grid header = new Grid(Notices.SHEET)
                .put("A1", "Name")
                .put("B1", "Example Energy Supply Ltd")
                .put("C2", "Market Participant ID")
                .put("D2", "EXPL,EXG")
                .put("A3", "SMSO")
                .put("D3", "NPW")
                .put("A4", "SEC Party Signifier")
                .put("B4", "EXSUPP,EXGASS")
                .put("B5", "Region");
        for (DocumentField field : MigrationSchedule.fields()) {
            header.put(field.number() + 2, 5, CellXml.text(field.name()));
        }
        assertThat(MigrationSchedule.validate(Input.of(GridWorkbook.of(header).bytes(), "stream"))
                        .header())
                .isEqualTo(MigrationSchedule.validate(
                                Input.of(GridWorkbook.of(schedule()).bytes(), "stream"))
                        .header());
    }

    @Test
    void findingNamesTheField() throws IOException {
        Finding finding = onlyFinding(schedule().put("B4", CellXml.empty()));
        assertThat(finding.at()).hasToString("stream: Schedule!A4 (SMSO)");
    }

    @Test
    void absentHeaderIsReportedAsFourMissingFields() throws IOException {
        Grid sheet = Notices.body(new Grid(Notices.SHEET), MigrationSchedule.fields(), 6, BodyRow.ofSchedule());
        assertThat(Notices.foundIn(sheet)).hasSize(4).containsOnly("Schedule ERROR HEADER_FIELD_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXSUP", "EXSUPP,", "EXSUPP;EXGASS", "EXSUPP,EXGASS2", "EX SUPP"})
    void signifierMustHaveSixCharacters(String value) throws IOException {
        assertThat(Notices.foundIn(schedule().put("B2", value))).containsExactly("B2 ERROR SEC_PARTY_SIGNIFIER_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EX", "EXPLE", "EXPL,,EXG", "EXPL EXG"})
    void participantIdMustHaveThreeOrFourCharacters(String value) throws IOException {
        assertThat(Notices.foundIn(schedule().put("B3", value)))
                .containsExactly("B3 ERROR MARKET_PARTICIPANT_ID_FORMAT");
    }

    @Test
    void findingIsAtTheCellOfTheItem() throws IOException {
        Finding finding =
                onlyFinding(schedule().put("B2", "EXSUPP").put("C2", "EXGASS").put("D2", "WRONG"));
        assertThat(finding.at()).hasToString("stream: Schedule!D2 (SEC Party Signifier)");
        assertThat(finding.found()).contains("WRONG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XYZ", "npw", "NPower", "NPW "})
    void smsoThatTheMamDoesNotListIsAnError(String value) throws IOException {
        assertThat(Notices.foundIn(schedule().put("B4", value))).contains("B4 ERROR SMSO_UNKNOWN");
    }

    @Test
    void supersededSmsoIsReadAndIsAnError() throws IOException {
        Grid sheet = schedule().put("B4", "BTG");
        Finding finding = onlyFinding(sheet);
        assertThat(Notices.describe(finding)).isEqualTo("B4 ERROR SMSO_SUPERSEDED");
        assertThat(finding.message()).contains("BRG");
        assertThat(MigrationSchedule.validate(Input.of(GridWorkbook.of(sheet).bytes(), "stream"))
                        .header()
                        .map(NotificationHeader.class::cast)
                        .map(NotificationHeader::smso))
                .contains(Smso.BRG);
    }

    @Test
    void nameIsReadWithoutLeadingOrTrailingSpaces() throws IOException {
        Grid sheet = schedule().put("B1", " Soci\u00e9t\u00e9 & Sons\n");
        assertThat(Notices.foundIn(sheet)).containsExactly("B1 WARNING FIELD_PADDED");
        assertThat(MigrationSchedule.parse(Input.of(GridWorkbook.of(sheet).bytes(), "stream"))
                        .header()
                        .name())
                .isEqualTo("Soci\u00e9t\u00e9 & Sons");
    }

    @Test
    void valuesAreReadFromEveryTypeOfCell() throws IOException {
        Grid sheet = schedule()
                .put("B1", CellXml.formula("str", "Example"))
                .put("B2", CellXml.shared("EXSUPP"))
                .put("B3", CellXml.number("123"))
                .put("B4", CellXml.typed("str", "TRL"));
        assertThat(Notices.foundIn(sheet)).containsExactly("B1 WARNING FORMULA_CELL", "A7 WARNING NOT_ADDRESSED_TO_US");
        assertThat(MigrationSchedule.parse(Input.of(GridWorkbook.of(sheet).bytes(), "stream"))
                        .header()
                        .marketParticipantIds())
                .hasToString("[123]");
    }

    @Test
    void errorCellInTheHeaderHasNoValue() throws IOException {
        assertThat(Notices.foundIn(schedule().put("B4", CellXml.typed("e", "#N/A"))))
                .containsExactly("B4 ERROR ERROR_CELL");
    }
}
