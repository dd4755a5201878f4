package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.around;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.fixedCells;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.row;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/** Yellow cells that formulas, merged areas or a digital signature depend on. */
class FormulaResponseTest {
    private static final String CHAIN_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml";
    private static final String CHAIN = "xl/calcChain.xml";
    private static final String ANSWER = "t=\"inlineStr\"><is><t>Y</t></is></c>";

    private static String formula(String reference, String formula) {
        return "<c r=\"" + reference + "\" s=\"2\" t=\"str\">" + formula + "<v>Y</v></c>";
    }

    private static String chain(String cells) {
        return "<?xml version=\"1.0\"?>\n<calcChain xmlns=\"" + HandMadeWorkbook.MAIN + "\">" + cells + "</calcChain>";
    }

    private static WorkbookParts withChain(String sheet, String cells) {
        return HandMadeWorkbook.with(around(sheet), "calcChain.xml", "calcChain", CHAIN_TYPE, chain(cells));
    }

    private static WorkbookParts answerAll(WorkbookParts workbook) throws IOException {
        return WorkbookParts.of(MigrationScheduleResponse.to(Input.of(workbook.bytes(), "stream"))
                .answerAll(ScheduleAnswer.priority())
                .toBytes());
    }

    private static List<Finding> errors(MigrationScheduleResponse response) {
        return catchThrowableOfType(InvalidDocumentException.class, response::toBytes).report().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    @Test
    void answeredCellLosesItsFormulaAndItsEntryInTheCalculationChain() throws IOException {
        String sheet = sheet(row(7, fixedCells(7) + formula("Q7", "<f>IF(TRUE,\"Y\",\"\")</f>")));
        WorkbookParts response = answerAll(
                withChain(sheet, "<c r=\"Q7\" i=\"4\" l=\"1\"/><c r=\"B2\" s=\"1\"/><c r=\"Q7\" i=\"9\"></c>"));
        assertThat(response.sheet()).isEqualTo(sheet(row(7, fixedCells(7) + "<c r=\"Q7\" s=\"2\" " + ANSWER)));
        assertThat(response.text(CHAIN)).isEqualTo(chain("<c i=\"4\" r=\"B2\" s=\"1\"/><c r=\"Q7\" i=\"9\"></c>"));
    }

    @Test
    void calculationChainAndItsReferencesAreRemovedWithTheLastFormula() throws IOException {
        String sheet = sheet(row(7, fixedCells(7) + formula("Q7", "<f>\"Y\"</f>")));
        WorkbookParts workbook = withChain(sheet, "<c r=\"Q7\" i=\"4\"/>");
        WorkbookParts plain = around(sheet);
        WorkbookParts response = answerAll(workbook);
        assertThat(response.all()).doesNotContainKey(CHAIN);
        assertThat(response.text("[Content_Types].xml")).isEqualTo(plain.text("[Content_Types].xml"));
        assertThat(response.text("xl/_rels/workbook.xml.rels")).isEqualTo(plain.text("xl/_rels/workbook.xml.rels"));
        assertThat(MigrationSchedule.parse(Input.of(response.bytes(), "stream")).rows())
                .hasSize(1);
    }

    @Test
    void calculationChainStaysWhereNoFormulaCellIsAnswered() throws IOException {
        String sheet = sheet(
                row(7, fixedCells(7) + formula("P7", "<f>\"Y\"</f>")),
                row(8, fixedCells(8) + formula("Q8", "<f>\"Y\"</f>")));
        WorkbookParts workbook = withChain(sheet, "<c r=\"P7\" i=\"4\"/><c r=\"Q8\"/>");
        WorkbookParts response = WorkbookParts.of(MigrationScheduleResponse.to(Input.of(workbook.bytes(), "stream"))
                .answerRow(7, ScheduleAnswer.priority())
                .toBytes());
        assertThat(response.text(CHAIN)).isEqualTo(workbook.text(CHAIN));
        assertThat(response.sheet()).contains(formula("P7", "<f>\"Y\"</f>")).contains(formula("Q8", "<f>\"Y\"</f>"));
    }

    @Test
    void formulaIsRemovedWithoutACalculationChainAndNoOtherPartChanges() throws IOException {
        WorkbookParts workbook = around(sheet(row(7, fixedCells(7) + formula("Q7", "<f>\"Y\"</f>"))));
        WorkbookParts response = answerAll(workbook);
        assertThat(response.sheet()).doesNotContain("<f>");
        assertThat(response.all().keySet()).isEqualTo(workbook.all().keySet());
    }

    @Test
    void cellWithASharedFormulaIsAnsweredOnlyTogetherWithItsDependants() throws IOException {
        String sheet = sheet(
                row(7, fixedCells(7) + formula("Q7", "<f t=\"shared\" ref=\"Q7:Q8\" si=\"0\">\"Y\"</f>")),
                row(8, fixedCells(8) + formula("Q8", "<f t=\"shared\" si=\"0\"/>")));
        assertThat(errors(MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                        .answerRow(7, ScheduleAnswer.priority())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.FORMULA_CELL);
                    assertThat(((Location.Cell) finding.at()).reference()).isEqualTo("Q7");
                    assertThat(finding.message()).contains("Q8");
                });
        assertThat(answerAll(around(sheet)).sheet()).doesNotContain("<f");
        WorkbookParts second = WorkbookParts.of(
                MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                        .answerRow(8, ScheduleAnswer.priority())
                        .toBytes());
        assertThat(second.sheet())
                .contains("<f t=\"shared\" ref=\"Q7:Q8\" si=\"0\">\"Y\"</f>")
                .contains("<c r=\"Q8\" s=\"2\" " + ANSWER);
    }

    @Test
    void cellWhoseFormulaAnotherColumnSharesIsNotAnswered() {
        String sheet = sheet(row(
                7,
                fixedCells(7)
                        + formula("Q7", "<f t=\"shared\" ref=\"Q7:AM7\" si=\"3\">\"Y\"</f>")
                        + formula("AM7", "<f t=\"shared\" si=\"3\"/>")));
        assertThat(errors(MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                        .answerAll(ScheduleAnswer.priority())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(Notices.describe(finding)).isEqualTo("Q7 ERROR FORMULA_CELL");
                    assertThat(finding.message()).contains("AM7");
                });
    }

    @Test
    void cellsFilledByAnArrayFormulaAreNotAnswered() throws IOException {
        String sheet = sheet(
                row(7, fixedCells(7) + formula("Q7", "<f t=\"array\" ref=\"Q7:Q8\">\"Y\"</f>")),
                row(8, fixedCells(8) + "<c r=\"Q8\" t=\"str\"><v>Y</v></c>"));
        assertThat(errors(MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                        .answerRow(8, ScheduleAnswer.priority())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(Notices.describe(finding)).isEqualTo("Q8 ERROR FORMULA_CELL");
                    assertThat(finding.message()).contains("Q7:Q8");
                });
        String alone = sheet(row(7, fixedCells(7) + formula("Q7", "<f t=\"array\" ref=\"Q7\">\"Y\"</f>")));
        assertThat(answerAll(around(alone)).sheet()).contains("<c r=\"Q7\" s=\"2\" " + ANSWER);
    }

    @Test
    void cellHiddenByAMergeIsNotAnswered() throws IOException {
        String sheet = sheet(row(7, fixedCells(7)), row(8, fixedCells(8)))
                .replace(
                        "</worksheet>",
                        "<mergeCells count=\"2\"><mergeCell ref=\"Q7:Q8\"/><mergeCell ref=\"A1:B1\"/>"
                                + "</mergeCells></worksheet>");
        assertThat(errors(MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                        .answerAll(ScheduleAnswer.priority())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.RESPONSE_FIXED_FIELD_CHANGED);
                    assertThat(((Location.Cell) finding.at()).reference()).isEqualTo("Q8");
                    assertThat(finding.message()).contains("Q7:Q8");
                });
        byte[] first = MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                .answerRow(7, ScheduleAnswer.priority())
                .toBytes();
        assertThat(WorkbookParts.of(first).sheet()).contains("<mergeCell ref=\"Q7:Q8\"/>");
    }

    @Test
    void missingYellowColumnIsAnErrorOnlyWhereAnAnswerFillsIt() throws IOException {
        String sheet = sheet(row(7, fixedCells(7))).replaceAll("<c r=\"Q6\".*?</c>", "");
        assertThat(errors(MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                        .answerAll(ScheduleAnswer.priority())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(Notices.describe(finding)).isEqualTo("Schedule ERROR COLUMN_MISSING");
                    assertThat(finding.message()).contains("Priority");
                });
        byte[] emptied = MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                .answerAll(ScheduleAnswer.nothing())
                .toBytes();
        assertThat(WorkbookParts.of(emptied).sheet()).isEqualTo(sheet);
    }

    @Test
    void signedWorkbookIsAnsweredOnlyIfTheCallerAllowsItsSignatureToBreak() throws IOException {
        WorkbookParts signed = around(sheet(row(7, fixedCells(7))))
                .replace(
                        "[Content_Types].xml",
                        "</Types>",
                        "<Default Extension=\"sigs\" ContentType=\"application/vnd.openxmlformats-package"
                                + ".digital-signature-origin\"/><Default Extension=\"xml\" ContentType=\"application/"
                                + "vnd.openxmlformats-package.digital-signature-xmlsignature+xml\"/></Types>")
                .put("_xmlsignatures/origin.sigs", "")
                .put("_xmlsignatures/sig1.xml", "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/>");
        assertThat(errors(MigrationScheduleResponse.to(Input.of(signed.bytes(), "stream"))
                        .answerAll(ScheduleAnswer.priority())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(Notices.describe(finding)).isEqualTo("file ERROR RESPONSE_FIXED_FIELD_CHANGED");
                    assertThat(finding.message())
                            .isEqualTo(
                                    MessageListing.pinned(Rule.RESPONSE_FIXED_FIELD_CHANGED, "answer to a signature"));
                });
        assertThat(MigrationScheduleResponse.to(Input.of(signed.bytes(), "stream"))
                        .check()
                        .findings())
                .as("without an answer")
                .extracting(Finding::rule)
                .containsExactly(Rule.RESPONSE_WITHOUT_ANSWERS);
        MigrationScheduleResponse allowed = MigrationScheduleResponse.to(Input.of(signed.bytes(), "stream"))
                .answerAll(ScheduleAnswer.priority())
                .breakSignature();
        assertThat(allowed.check().isSound()).isTrue();
        assertThat(allowed.check().findings()).singleElement().satisfies(finding -> {
            assertThat(Notices.describe(finding)).isEqualTo("file WARNING RESPONSE_FIXED_FIELD_CHANGED");
            assertThat(finding.message())
                    .isEqualTo(MessageListing.pinned(
                            Rule.RESPONSE_FIXED_FIELD_CHANGED, "answer that breaks an allowed signature"));
        });
        assertThat(WorkbookParts.of(allowed.toBytes()).all()).containsKey("_xmlsignatures/sig1.xml");
    }

    @Test
    void arrayFormulaAboveTheBodyThatFillsBodyCellsIsAnError() {
        String sheet = sheet(row(7, fixedCells(7)))
                .replace(
                        "<row r=\"6\">",
                        row(5, formula("Q5", "<f t=\"array\" ref=\"$Q$8:$Q$5\">\"Y\"</f>")) + "<row r=\"6\">");
        assertThat(errors(MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                        .answerAll(ScheduleAnswer.priority())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(Notices.describe(finding)).isEqualTo("Q7 ERROR FORMULA_CELL");
                    assertThat(finding.message()).contains("Q5:Q8");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q8:Q7", "$Q$7:$Q$8", "Q$8:$Q7", "q7:q8"})
    void mergedCellsAreRecognisedInAnyNotation(String area) {
        String sheet = sheet(row(7, fixedCells(7)), row(8, fixedCells(8)))
                .replace("</worksheet>", "<mergeCells><mergeCell ref=\"" + area + "\"/></mergeCells></worksheet>");
        assertThat(errors(MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                        .answerAll(ScheduleAnswer.priority())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(Notices.describe(finding)).isEqualTo("Q8 ERROR RESPONSE_FIXED_FIELD_CHANGED");
                    assertThat(finding.message()).contains("Q7:Q8");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Q7",
                "IF($Q$7=\"Y\",1,0)",
                "COUNTIF(Q:Q,\"Y\")",
                "SUM(A7:AK7)",
                "COUNTA(7:7)",
                "Schedule!Q7",
                "'Schedule'!Q7&amp;\"'\"",
                "INDIRECT(\"Q7\")",
                "Answers",
                "Table1[Priority]"
            })
    void formulaThatUsesAnAnsweredCellIsAWarning(String formula) throws IOException {
        assertThat(warnings(formula)).singleElement().satisfies(finding -> {
            assertThat(Notices.describe(finding)).isEqualTo("AM7 WARNING FORMULA_CELL");
            assertThat(finding.message())
                    .isEqualTo(MessageListing.pinned(Rule.FORMULA_CELL, "formula that uses an answered cell"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Q8",
                "R7",
                "\"Q7\"",
                "LOG10(5)",
                "1.5E7+Q70",
                "Other!Q7",
                "'It''s Q7'!A1",
                "TRUE",
                "NA()",
                "#N/A"
            })
    void formulaThatUsesNoAnsweredCellIsNotAWarning(String formula) throws IOException {
        assertThat(warnings(formula)).isEmpty();
    }

    private static List<Finding> warnings(String formula) throws IOException {
        String sheet = sheet(row(7, fixedCells(7) + formula("AM7", "<f>" + formula + "</f>")), row(8, fixedCells(8)));
        return MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                .answerRow(7, ScheduleAnswer.priority())
                .check()
                .findings();
    }

    @Test
    void referencesOfASharedFormulaAreShiftedToEachCell() throws IOException {
        String sheet = sheet(
                row(7, fixedCells(7) + formula("AM7", "<f t=\"shared\" si=\"0\" ref=\"AM7:AM9\">Q6&amp;$Q$6</f>")),
                row(8, fixedCells(8) + formula("AM8", "<f t=\"shared\" si=\"0\"/>")),
                row(9, fixedCells(9) + formula("AM9", "<f t=\"shared\" si=\"0\"/>")));
        assertThat(MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                        .answerRow(7, ScheduleAnswer.priority())
                        .check()
                        .findings())
                .extracting(finding -> finding.at().toString())
                .containsExactly("stream: Schedule!AM8");
    }

    @Test
    void checkUpdatesTheDigestWithTheBytesRead(@TempDir Path folder) throws Exception {
        Path file = Files.write(
                folder.resolve("schedule.xlsx"),
                GridWorkbook.of(Notices.schedule(BodyRow.ofSchedule())).bytes());
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        ValidationReport report = MigrationScheduleResponse.to(file).check(ValidationOptions.defaults(), sha256);
        assertThat(report).isEqualTo(MigrationScheduleResponse.to(file).check());
        assertThat(sha256.digest())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
