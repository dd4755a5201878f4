package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.around;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.cell;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.fixedCells;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.row;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.testing.MessageListing;
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

    /** A schedule that cannot be answered, with its warning and the error of an answer, such as {@code file WARNING FORMULA_CELL}. */
    record Unanswerable(String cause, Input workbook, Rule rule, String warning, String error) {
        List<Finding> warnings() throws IOException {
            return found(MigrationSchedule.validate(workbook), warning);
        }

        List<Finding> errors(ValidationReport report) {
            return found(report, error);
        }

        private static List<Finding> found(ValidationReport report, String described) {
            return report.findings().stream()
                    .filter(finding -> Notices.describe(finding).equals(described))
                    .toList();
        }

        @Override
        public String toString() {
            return cause;
        }
    }

    private static Unanswerable of(String cause, WorkbookParts workbook) {
        return of(cause, workbook.bytes());
    }

    private static Unanswerable of(String cause, byte[] workbook) {
        return of(cause, workbook, Rule.WORKBOOK_UNREADABLE, "file", "file");
    }

    private static Unanswerable of(String cause, byte[] workbook, Rule rule, String warnedAt, String refusedAt) {
        return new Unanswerable(
                cause, Input.of(workbook, "stream"), rule, warnedAt + " WARNING " + rule, refusedAt + " ERROR " + rule);
    }

    static List<Unanswerable> workbooks() {
        return List.of(
                of(
                        "a row under a second prefix",
                        with("</sheetData>", "<q:row xmlns:q=\"" + MAIN + "\" r=\"9\"><q:c r=\"A9\"/></q:row>")),
                of(
                        "a row of another namespace among the rows",
                        with("<row r=\"7\">", "<q:row xmlns:q=\"urn:other\" r=\"9\"/>")),
                of("a row before the rows", with("<sheetData>", "<row r=\"9\"/>")),
                of("a row after the rows", withAtEnd("<row r=\"9\"/>")),
                of(
                        "a cell of another namespace in a row",
                        with("<c r=\"B7\"", "<q:c xmlns:q=\"urn:other\" r=\"Q7\"/>")),
                of(
                        "a value of another namespace in a cell",
                        with("<is><t>05/08", "<q:v xmlns:q=\"urn:other\">1</q:v>")),
                of(
                        "a second prefix that the sheet declares",
                        plain().inSheet("<worksheet ", "<worksheet xmlns:q=\"" + MAIN + "\" ")
                                .inSheet(
                                        cell("D8", "25/08/2019"),
                                        cell("D8", "25/08/2019").replaceAll("<(/?)", "<$1q:"))),
                of("a prefix with two meanings", with("<c r=\"B7\"", "<c xmlns=\"urn:other\" r=\"Q7\"/>")),
                of(
                        "a sheet in UTF-16",
                        plain().put(
                                        WorkbookParts.SHEET,
                                        plain().sheet()
                                                .replace("UTF-8", "UTF-16")
                                                .getBytes(UTF_16))),
                of("a sheet in Latin-1", plain().inSheet("UTF-8", "ISO-8859-1")),
                of("merged cells without a valid reference", withMerged("Q7:")),
                of(
                        "cells merged twice",
                        withMerged(
                                Stream.iterate("Q7:AK7", area -> area).limit(22).toArray(String[]::new))),
                of("an element in a formula", withChain("<x/>").inSheet("<f>\"Y\"", "<f><b/>\"Y\"")),
                of("a truncated calculation chain", withChain("<calcChain><c r=\"Q7\" i=\"4\">")),
                of("a missing calculation chain", without(withChain(""), CHAIN)),
                of(
                        "content types that cannot be changed with the calculation chain",
                        withChain("<calcChain xmlns=\"" + MAIN + "\"><c r=\"Q7\" i=\"4\"/></calcChain>")
                                .put(
                                        "[Content_Types].xml",
                                        plain().text("[Content_Types].xml").getBytes(UTF_16))),
                of("a truncated later sheet", withSheet("<worksheet xmlns=\"" + MAIN + "\"><sheetData>")),
                of("a later sheet with a document type", withSheet("<!DOCTYPE x []><worksheet/>")),
                of("a missing later sheet", without(withSheet(""), OTHER_SHEET)),
                of("a damaged picture", withDamagedPicture()),
                of("a row that is too long", withLongRow()),
                of(
                        "merged yellow cells",
                        withMerged("A1:B1", "Q7:Q8").bytes(),
                        Rule.RESPONSE_FIXED_FIELD_CHANGED,
                        "Schedule",
                        "Q8"),
                of(
                        "yellow cells filled by an array formula",
                        plain().inSheet(
                                        fixedCells(7),
                                        fixedCells(7) + FORMULA.replace("<f>", "<f t=\"array\" ref=\"Q7:Q8\">"))
                                .bytes(),
                        Rule.FORMULA_CELL,
                        "Schedule",
                        "Q8"),
                of(
                        "a signature",
                        plain().put("_xmlsignatures/origin.sigs", "").bytes(),
                        Rule.RESPONSE_FIXED_FIELD_CHANGED,
                        "file",
                        "file"));
    }

    private static MigrationScheduleResponse response(Input workbook) {
        return MigrationScheduleResponse.to(workbook).answerAll(ScheduleAnswer.priority());
    }

    static ValidationReport checked(Input workbook) throws IOException {
        try {
            return response(workbook).check();
        } catch (InvalidDocumentException e) {
            return e.report();
        }
    }

    private static ValidationReport refused(Input workbook) throws IOException {
        try {
            response(workbook).toBytes();
            throw new AssertionError("a response was written");
        } catch (InvalidDocumentException e) {
            return e.report();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void validationWarnsOfEveryReasonToRefuseAResponse(Unanswerable schedule) throws IOException {
        Input workbook = schedule.workbook();
        Rule rule = schedule.rule();
        ValidationReport validated = MigrationSchedule.validate(workbook);
        assertThat(validated.isSound()).isTrue();
        assertThat(schedule.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.message()).isEqualTo(MessageListing.pinned(rule, schedule.cause()));
            for (ValidationReport report : List.of(checked(workbook), refused(workbook))) {
                assertThat(schedule.errors(report)).anySatisfy(error -> {
                    assertThat(error.message()).isEqualTo(MessageListing.pinned(rule, "answer to " + schedule.cause()));
                    if (rule == Rule.WORKBOOK_UNREADABLE) {
                        assertThat(warning.message()).endsWith(error.message());
                    }
                });
            }
        });
        assertThat(MigrationSchedule.parse(workbook).rows()).hasSize(2);
        List<Finding> streamed = new ArrayList<>();
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader = MigrationSchedule.open(
                Input.of(workbook.open(), "stream"), ValidationOptions.defaults(), streamed::add)) {
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
        assertThat(MigrationSchedule.parse(
                                Input.of(response(Input.of(workbook, "stream")).toBytes(), "stream"))
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
        assertThat(MigrationSchedule.parse(
                                Input.of(response(Input.of(workbook, "stream")).toBytes(), "stream"))
                        .rows()
                        .get(0)
                        .mprn())
                .contains(Schedules.mprn(7));
    }
}
