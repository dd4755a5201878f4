package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.around;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.cell;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.fixedCells;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.row;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/** Validation of a readable schedule reports everything that prevents an answer to it. */
class UnanswerableScheduleTest {
    private static final String MAIN = HandMadeWorkbook.MAIN;
    private static final String OTHER_SHEET = "xl/worksheets/sheet2.xml";
    private static final String CHAIN = "xl/calcChain.xml";
    private static final String CHAIN_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml";
    private static final String FORMULA = "<c r=\"Q7\" t=\"str\"><f>\"Y\"</f><v>Y</v></c>";

    private static WorkbookParts plain() {
        return around(sheet(row(7, fixedCells(7)), row(8, fixedCells(8))));
    }

    private static WorkbookParts with(String place, String markup) {
        return plain().inSheet(place, markup + place);
    }

    private static WorkbookParts withAtEnd(String markup) {
        return with("</worksheet>", markup);
    }

    private static WorkbookParts withMerged(String... areas) {
        return withAtEnd(
                "<mergeCells><mergeCell ref=\"" + String.join("\"/><mergeCell ref=\"", areas) + "\"/></mergeCells>");
    }

    private static WorkbookParts withSheet(String content) {
        return HandMadeWorkbook.with(
                        plain(),
                        "worksheets/sheet2.xml",
                        "worksheet",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
                        content)
                .replace(
                        "xl/workbook.xml",
                        "</sheets>",
                        "<sheet name=\"Notes\" sheetId=\"5\" r:id=\"rIdOfworksheet\"/></sheets>");
    }

    private static WorkbookParts withChain(String chain) {
        return HandMadeWorkbook.with(
                plain().inSheet(fixedCells(7), fixedCells(7) + FORMULA),
                "calcChain.xml",
                "calcChain",
                CHAIN_TYPE,
                chain);
    }

    private static byte[] without(WorkbookParts parts, String part) {
        parts.all().remove(part);
        return parts.bytes();
    }

    private static byte[] withDamagedPicture() {
        byte[] workbook = plain().put("xl/media/image1.png", "a picture 0123456789")
                .stored()
                .bytes();
        workbook[new String(workbook, ISO_8859_1).indexOf("0123456789")]++;
        return workbook;
    }

    private static byte[] withLongRow() {
        StringBuilder cells = new StringBuilder(fixedCells(7));
        for (int column = 39; column < 450; column++) {
            cells.append("<c r=\"")
                    .append(CellReference.of(column, 7))
                    .append("\" t=\"inlineStr\"><is><t>")
                    .append("note <![CDATA[ ]]>".repeat(5_000))
                    .append("</t></is></c>");
        }
        return around(sheet(row(7, cells.toString()), row(8, fixedCells(8))))
                .stored()
                .bytes();
    }

    private static Arguments of(String why, WorkbookParts workbook, String cause) {
        return Arguments.of(why, workbook.bytes(), Rule.WORKBOOK_UNREADABLE, cause);
    }

    static Stream<Arguments> workbooks() {
        return Stream.of(
                of(
                        "a row under a second prefix",
                        with("</sheetData>", "<q:row xmlns:q=\"" + MAIN + "\" r=\"9\"><q:c r=\"A9\"/></q:row>"),
                        "<q:row>"),
                of(
                        "a row of another namespace among the rows",
                        with("<row r=\"7\">", "<q:row xmlns:q=\"urn:other\" r=\"9\"/>"),
                        "<q:row>"),
                of("a row before the rows", with("<sheetData>", "<row r=\"9\"/>"), "<row>"),
                of("a row after the rows", withAtEnd("<row r=\"9\"/>"), "<row>"),
                of(
                        "a cell of another namespace in a row",
                        with("<c r=\"B7\"", "<q:c xmlns:q=\"urn:other\" r=\"Q7\"/>"),
                        "<q:c>"),
                of(
                        "a value of another namespace in a cell",
                        with("<is><t>05/08", "<q:v xmlns:q=\"urn:other\">1</q:v>"),
                        "<q:v>"),
                of(
                        "a second prefix that the sheet declares",
                        plain().inSheet("<worksheet ", "<worksheet xmlns:q=\"" + MAIN + "\" ")
                                .inSheet(
                                        cell("D8", "25/08/2019"),
                                        cell("D8", "25/08/2019").replaceAll("<(/?)", "<$1q:")),
                        "<q:c>"),
                of(
                        "a prefix with two meanings",
                        with("<c r=\"B7\"", "<c xmlns=\"urn:other\" r=\"Q7\"/>"),
                        "two meanings"),
                of(
                        "a sheet in UTF-16",
                        plain().put(
                                        WorkbookParts.SHEET,
                                        plain().sheet()
                                                .replace("UTF-8", "UTF-16")
                                                .getBytes(UTF_16)),
                        "not in UTF-8"),
                of("a sheet in Latin-1", plain().inSheet("UTF-8", "ISO-8859-1"), "not in UTF-8"),
                of("merged cells without a valid reference", withMerged("Q7:"), "merges cells under a name"),
                of(
                        "cells merged twice",
                        withMerged(
                                Stream.iterate("Q7:AK7", area -> area).limit(22).toArray(String[]::new)),
                        "merged, or filled by one formula, twice"),
                of(
                        "an element in a formula",
                        withChain("<x/>").inSheet("<f>\"Y\"", "<f><b/>\"Y\""),
                        "<b> inside a value"),
                of("a truncated calculation chain", withChain("<calcChain><c r=\"Q7\" i=\"4\">"), "is incomplete"),
                Arguments.of(
                        "a missing calculation chain",
                        without(withChain(""), CHAIN),
                        Rule.WORKBOOK_UNREADABLE,
                        "no part " + CHAIN),
                of(
                        "content types that cannot be changed with the calculation chain",
                        withChain("<calcChain xmlns=\"" + MAIN + "\"><c r=\"Q7\" i=\"4\"/></calcChain>")
                                .put(
                                        "[Content_Types].xml",
                                        plain().text("[Content_Types].xml").getBytes(UTF_16)),
                        "not in UTF-8"),
                of("a truncated later sheet", withSheet("<worksheet xmlns=\"" + MAIN + "\"><sheetData>"), OTHER_SHEET),
                of("a later sheet with a document type", withSheet("<!DOCTYPE x []><worksheet/>"), OTHER_SHEET),
                Arguments.of(
                        "a missing later sheet",
                        without(withSheet(""), OTHER_SHEET),
                        Rule.WORKBOOK_UNREADABLE,
                        "no part " + OTHER_SHEET),
                Arguments.of(
                        "a damaged picture", withDamagedPicture(), Rule.WORKBOOK_UNREADABLE, "xl/media/image1.png"),
                Arguments.of("a row that is too long", withLongRow(), Rule.WORKBOOK_UNREADABLE, "is longer than"),
                Arguments.of(
                        "merged yellow cells",
                        withMerged("A1:B1", "Q7:Q8").bytes(),
                        Rule.RESPONSE_FIXED_FIELD_CHANGED,
                        "Q7:Q8"),
                Arguments.of(
                        "yellow cells filled by an array formula",
                        plain().inSheet(
                                        fixedCells(7),
                                        fixedCells(7) + FORMULA.replace("<f>", "<f t=\"array\" ref=\"Q7:Q8\">"))
                                .bytes(),
                        Rule.FORMULA_CELL,
                        "Q7:Q8"),
                Arguments.of(
                        "a signature",
                        plain().put("_xmlsignatures/origin.sigs", "").bytes(),
                        Rule.RESPONSE_FIXED_FIELD_CHANGED,
                        "digitally signed"));
    }

    private static MigrationScheduleResponse response(byte[] workbook) {
        return MigrationScheduleResponse.to(Input.of(workbook, "stream")).answerAll(ScheduleAnswer.priority());
    }

    private static List<Finding> of(ValidationReport report, Rule rule, String cause) {
        return report.findings().stream()
                .filter(finding -> finding.rule() == rule && finding.message().contains(cause))
                .toList();
    }

    private static ValidationReport checked(byte[] workbook) throws IOException {
        try {
            return response(workbook).check();
        } catch (InvalidDocumentException e) {
            return e.report();
        }
    }

    private static ValidationReport refused(byte[] workbook) throws IOException {
        try {
            response(workbook).toBytes();
            throw new AssertionError("a response was written");
        } catch (InvalidDocumentException e) {
            return e.report();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void validationWarnsOfEveryReasonToRefuseAResponse(String why, byte[] workbook, Rule rule, String cause)
            throws IOException {
        ValidationReport validated = MigrationSchedule.validate(Input.of(workbook, "stream"));
        assertThat(validated.isSound()).as(why).isTrue();
        assertThat(of(validated, rule, cause)).singleElement().satisfies(warning -> {
            assertThat(warning.severity()).isEqualTo(Severity.WARNING);
            for (ValidationReport report : List.of(checked(workbook), refused(workbook))) {
                assertThat(of(report, rule, cause)).anySatisfy(error -> {
                    assertThat(error.severity()).isEqualTo(Severity.ERROR);
                    if (rule == Rule.WORKBOOK_UNREADABLE) {
                        assertThat(warning.message()).endsWith(error.message());
                    }
                });
            }
        });
        assertThat(MigrationSchedule.parse(Input.of(workbook, "stream")).rows()).hasSize(2);
        List<Finding> streamed = new ArrayList<>();
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader = MigrationSchedule.open(
                Input.of(new ByteArrayInputStream(workbook), "stream"), ValidationOptions.defaults(), streamed::add)) {
            assertThat(reader).hasSize(2);
        }
        assertThat(streamed).containsExactlyInAnyOrderElementsOf(validated.findings());
    }

    @Test
    void answerableScheduleHasNoWarning() throws IOException {
        assertThat(MigrationSchedule.validate(Input.of(plain().bytes(), "stream"))
                        .findings())
                .isEmpty();
        assertThat(MigrationSchedule.validate(Input.of(
                                withMerged("A1:B1", "A20:AK21", "AL7:AM8", "AK7:AL7")
                                        .bytes(),
                                "stream"))
                        .findings())
                .as("cells that are merged elsewhere")
                .isEmpty();
        assertThat(MigrationSchedule.validate(Input.of(
                                withSheet("<worksheet xmlns=\"" + MAIN + "\"/>").bytes(), "stream"))
                        .findings())
                .as("another sheet")
                .isEmpty();
    }

    @Test
    void escapedReferencesAndTypesAreAnswered() throws IOException {
        byte[] workbook = plain().inSheet("<c r=\"A7\" t=\"inlineStr\">", "<c r=\"&#65;&#x37;\" t=\"&#105;nlineStr\">")
                .inSheet("<row r=\"8\">", "<row r=\"&#0056;\">")
                .inSheet("<c r=\"B8\"", "<c r=\"B0008\"")
                .bytes();
        assertThat(MigrationSchedule.validate(Input.of(workbook, "stream")).findings())
                .isEmpty();
        assertThat(MigrationSchedule.parse(Input.of(response(workbook).toBytes(), "stream"))
                        .rows())
                .hasSize(2)
                .allMatch(row -> row.priority());
    }

    @Test
    void sharedTextWithAnEscapedAndSplitIndexIsRead() throws IOException {
        byte[] workbook = HandMadeWorkbook.with(
                        plain().inSheet(
                                        cell("B7", Schedules.mprn(7).toString()),
                                        "<c r=\"B7\" t=\"&#115;\"><v>&#48;<!-- 1 --></v></c>"),
                        "sharedStrings.xml",
                        "sharedStrings",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
                        "<sst xmlns=\"" + MAIN + "\"><si><t>" + Schedules.mprn(7) + "</t></si></sst>")
                .bytes();
        assertThat(MigrationSchedule.validate(Input.of(workbook, "stream")).findings())
                .isEmpty();
        assertThat(MigrationSchedule.parse(Input.of(response(workbook).toBytes(), "stream"))
                        .rows()
                        .get(0)
                        .mprn())
                .contains(Schedules.mprn(7));
    }
}
