package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.around;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.cell;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.fixedCells;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.head;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.row;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.sheet;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/** Sheets whose XML is valid but unusual: the answer is inserted, and everything else is copied unchanged. */
class UnusualSheetTest {
    private static final String ANSWER = "t=\"inlineStr\"><is><t>Y</t></is></c>";

    /** The sheet with a Priority for every row. */
    private static String answered(WorkbookParts workbook) throws IOException {
        byte[] response = MigrationScheduleResponse.to(Input.of(workbook.bytes(), "stream"))
                .answerAll(ScheduleAnswer.priority())
                .toBytes();
        assertThat(MigrationSchedule.parse(Input.of(response, "stream")).rows())
                .isNotEmpty()
                .allMatch(row -> row.priority());
        return WorkbookParts.of(response).sheet();
    }

    private static String answered(String sheet) throws IOException {
        return answered(around(sheet));
    }

    @Test
    void absentCellIsInsertedBetweenItsNeighbours() throws IOException {
        assertThat(answered(sheet(row(7, fixedCells(7) + cell("AM7", "note")))))
                .isEqualTo(sheet(row(7, fixedCells(7) + "<c r=\"Q7\" " + ANSWER + cell("AM7", "note"))));
    }

    @Test
    void cellKeepsItsPositionStyleAndOtherAttributes() throws IOException {
        assertThat(answered(sheet(
                        row(7, fixedCells(7) + "<c  s='12' vm=\"1\" ph=\"1\" r=\"Q7\" cm=\"2\" t=\"n\"><v>1</v></c>")
                                + row(8, fixedCells(8) + "<c r=\"Q8\" s=\"3\" />"))))
                .isEqualTo(sheet(row(7, fixedCells(7) + "<c  s='12' ph=\"1\" r=\"Q7\" " + ANSWER)
                        + row(8, fixedCells(8) + "<c r=\"Q8\" s=\"3\" " + ANSWER)));
    }

    @Test
    void cellsAndRowsWithoutReferencesAreNumberedByPosition() throws IOException {
        String anonymous = "<row>"
                + fixedCells(7).replaceAll(" r=\"[A-Z]+7\"", "")
                + "<c/><c/><c/><c/><c/><c/><c/><c/><c/><c/><c/><c s=\"5\"/><c/></row>";
        assertThat(answered(sheet(anonymous)))
                .isEqualTo(sheet(anonymous.replace("<c s=\"5\"/>", "<c s=\"5\" " + ANSWER)));
    }

    @Test
    void elementsMayHaveAPrefix() throws IOException {
        String plain = sheet(row(7, fixedCells(7) + "<c r=\"Q7\" s=\"1\"/>") + row(8, fixedCells(8)));
        String prefixed = plain.replaceAll("<(/?)(worksheet|sheetData|row|c|is|t)\\b", "<$1x:$2")
                .replace("xmlns=", "xmlns:x=");
        assertThat(answered(prefixed))
                .isEqualTo(prefixed.replace(
                                "<x:c r=\"Q7\" s=\"1\"/>",
                                "<x:c r=\"Q7\" s=\"1\" t=\"inlineStr\"><x:is><x:t>Y</x:t></x:is></x:c>")
                        .replace(
                                "</x:row></x:sheetData>",
                                "<x:c r=\"Q8\" s=\"1\""
                                        + " t=\"inlineStr\"><x:is><x:t>Y</x:t></x:is></x:c></x:row></x:sheetData>"));
    }

    @Test
    void commentsInstructionsWhiteSpaceAndExtensionsAreKept() throws IOException {
        String around = "<?xml version='1.0'?>\n<!-- > <row> --><?app <c?>\n<worksheet xmlns=\"" + HandMadeWorkbook.MAIN
                + "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:x14ac=\"urn:x\""
                + " mc:Ignorable=\"x14ac\">\n<sheetPr codeName=\"a>b\"/><dimension ref=\"A1:A1\"/>"
                + "<cols ><col min='17' max='17' style=\"9\"/></cols><sheetData >\n" + head() + "\n<!-- a row -->\t%s"
                + "<!-- end --></sheetData><sheetProtection sheet=\"1\"/><dataValidations count=\"1\"><dataValidation"
                + " sqref=\"Q7\"><formula1>\"Y\"</formula1></dataValidation></dataValidations>"
                + "<extLst><ext uri=\"{X}\"><row r=\"7\"><c r=\"Q7\"/></row></ext></extLst></worksheet>\n<!-- bye -->";
        String row =
                "<row r=\"7\" spans=\"1:16\" x14ac:dyDescent=\"0.25\">\n " + fixedCells(7) + "%s<!-- last --></row>";
        assertThat(answered(around.formatted(row.formatted(""))))
                .isEqualTo(around.formatted(row.formatted("<c r=\"Q7\" s=\"9\" " + ANSWER)));
    }

    @Test
    void oldValueIsRemovedWhole() throws IOException {
        String value =
                "<c r=\"Q7\" t=\"inlineStr\"><!-- </c> --><is><r><t>N</t></r><rPh sb=\"0\" eb=\"1\"><t>n</t></rPh>"
                        + "<r><t><![CDATA[</c></row>]]></t></r></is><extLst/></c>";
        assertThat(answered(sheet(row(7, fixedCells(7) + value))))
                .isEqualTo(sheet(row(7, fixedCells(7) + "<c r=\"Q7\" " + ANSWER)));
    }

    @Test
    void newCellTakesTheStyleOfItsRowColumnOrNeighbour() throws IOException {
        String cols = "<cols><col min=\"17\" max=\"17\" style=\"4\"/></cols><sheetData>";
        String ofTheRow = "<row r=\"7\" s=\"6\" customFormat=\"1\">" + fixedCells(7) + "</row>";
        String ofTheColumn = row(8, fixedCells(8));
        assertThat(answered(sheet(ofTheRow, ofTheColumn).replace("<sheetData>", cols)))
                .contains("<c r=\"Q7\" s=\"6\" " + ANSWER)
                .contains("<c r=\"Q8\" s=\"4\" " + ANSWER);
        assertThat(answered(sheet(row(7, fixedCells(7)), row(8, fixedCells(8) + "<c r=\"Q8\" s=\"8\"/>"))))
                .contains("<c r=\"Q7\" s=\"8\" " + ANSWER);
    }

    @Test
    void emptyingAnAbsentCellAddsNoCell() throws IOException {
        String sheet = sheet(row(7, fixedCells(7)), row(8, fixedCells(8) + cell("Q8", "Y")));
        byte[] response = MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                .answerAll(ScheduleAnswer.nothing())
                .toBytes();
        assertThat(WorkbookParts.of(response).sheet())
                .isEqualTo(sheet(row(7, fixedCells(7)), row(8, fixedCells(8) + "<c r=\"Q8\"/>")));
    }

    @Test
    void emptyRowsOfTheBodyAreKept() throws IOException {
        String rows = "<row r=\"7\"/>" + row(8, "") + row(9, "<c r=\"A9\" s=\"1\"/>") + row(10, fixedCells(10));
        assertThat(answered(sheet(rows)))
                .isEqualTo(sheet(rows.replace(fixedCells(10), fixedCells(10) + "<c r=\"Q10\" " + ANSWER)));
    }

    @Test
    void utf8ByteOrderMarkIsKept() throws IOException {
        String sheet = "\uFEFF" + sheet(row(7, fixedCells(7)));
        assertThat(answered(sheet)).startsWith("\uFEFF<?xml").contains("<c r=\"Q7\" " + ANSWER);
    }

    @Test
    void nonAsciiCharactersOfTheSheetAreKept() throws IOException {
        String sheet = sheet(row(7, fixedCells(7) + cell("P7", "\u00E9\uD83D\uDE00")));
        assertThat(answered(sheet)).contains(cell("P7", "\u00E9\uD83D\uDE00") + "<c r=\"Q7\" " + ANSWER);
    }

    @Test
    void meterPointsStoredAsNumbersIdentifyTheirRow() throws IOException {
        String row = row(
                7,
                "<c r=\"A7\"><v>1.312345678907E12</v></c><c r=\"B7\"><v>3938424403</v></c>" + cell("C7", "05/08/2019")
                        + cell("D7", "25/08/2019") + cell("E7", "70-B3-D5-1F-30-00-00-17"));
        byte[] response = MigrationScheduleResponse.to(
                        Input.of(around(sheet(row)).bytes(), "stream"))
                .answer(Schedules.DUAL_FUEL, ScheduleAnswer.priority())
                .toBytes();
        assertThat(MigrationSchedule.parse(Input.of(response, "stream"))
                        .rows()
                        .get(0)
                        .priority())
                .isTrue();
    }

    @Test
    void sharedStringsOfTheWorkbookAreKept() throws IOException {
        String sheet = sheet(row(7, fixedCells(7) + "<c r=\"Q7\" s=\"1\" t=\"s\"><v> 1 </v></c>"))
                .replace(cell("A7", Schedules.mpan(7).toString()), "<c r=\"A7\" t=\"s\"><v>0</v></c>");
        String strings = "<sst xmlns=\"" + HandMadeWorkbook.MAIN + "\"><si><t>" + Schedules.mpan(7)
                + "</t></si><si><t>N</t></si></sst>";
        WorkbookParts workbook = HandMadeWorkbook.with(
                around(sheet),
                "sharedStrings.xml",
                "sharedStrings",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
                strings);
        byte[] response = MigrationScheduleResponse.to(Input.of(workbook.bytes(), "stream"))
                .answer(Schedules.mpan(7), ScheduleAnswer.priority())
                .toBytes();
        assertThat(WorkbookParts.of(response).text(WorkbookParts.SHARED_STRINGS))
                .isEqualTo(strings);
        assertThat(WorkbookParts.of(response).sheet()).contains("<c r=\"Q7\" s=\"1\" " + ANSWER);
    }

    @Test
    void rowLongerThanTheBufferIsAnswered() throws IOException {
        String note = "long ".repeat(40_000);
        assertThat(answered(sheet(row(7, fixedCells(7) + cell("AM7", note)), row(8, fixedCells(8)))))
                .isEqualTo(sheet(
                        row(7, fixedCells(7) + "<c r=\"Q7\" " + ANSWER + cell("AM7", note)),
                        row(8, fixedCells(8) + "<c r=\"Q8\" " + ANSWER)));
    }

    @Test
    void sheetThatIsNotInUtf8IsRefused() {
        WorkbookParts workbook = around("")
                .put(
                        WorkbookParts.SHEET,
                        sheet(row(7, fixedCells(7))).replace("UTF-8", "UTF-16").getBytes(UTF_16));
        assertIsRefused(workbook, "answer to a sheet in UTF-16");
        WorkbookParts latin = around(sheet(row(7, fixedCells(7))).replace("UTF-8", "ISO-8859-1"));
        assertIsRefused(latin, "answer to a sheet in Latin-1");
    }

    private static void assertIsRefused(WorkbookParts workbook, String sample) {
        assertThatThrownBy(() -> answered(workbook))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        e -> assertThat(e.report().findings()).singleElement().satisfies(finding -> {
                            assertThat(Notices.describe(finding)).isEqualTo("file ERROR WORKBOOK_UNREADABLE");
                            assertThat(finding.message())
                                    .isEqualTo(MessageListing.pinned(Rule.WORKBOOK_UNREADABLE, sample));
                        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"7\"><c r=\"A7\" t=\"inlineStr\"><is><t>x</t></is></c><c r=\"A8\"/></row>",
                "<row r=\"7\"><c r=\"ZZZZZZ99999999\"/></row>",
                "<row r=\"7\"><c r=\"C7\"/><c r=\"B7\"/><c r=\"C7\"/></row>",
                "<row r=\"7\"><c r=\"A7\"/></row><row r=\"7\"/>",
                "<row r=\"8\"/><row r=\"7\"/>",
                "<row r=\"1048577\"/>",
                "<row r=\"7\"><c r=\"A7\"",
                "<row r=\"7\"><c r=A7></c></row>",
                "<row r=\"7\"><c r=\"A7\"><v>1</v>",
                "<row r=\"7\"><!-- "
            })
    void damagedSheetIsRefused(String rows) {
        WorkbookParts workbook = around(sheet(rows));
        assertThatThrownBy(() -> MigrationScheduleResponse.to(Input.of(workbook.bytes(), "stream"))
                        .answerAll(ScheduleAnswer.priority())
                        .toBytes())
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        e -> assertThat(e.report().findings())
                                .singleElement()
                                .extracting(Finding::rule)
                                .isEqualTo(Rule.WORKBOOK_UNREADABLE));
    }
}
