package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.around;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.fixedCells;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.row;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.sheet;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/** Answers that equal the content of their cells: the cells are copied unchanged unless they hold more than a text. */
class RepeatedAnswerTest {
    private static final String OWN_TEXT = " t=\"inlineStr\" s=\"1\"><is><r><t>Y</t></r></is></c>";
    private static final String WRITTEN = " t=\"inlineStr\"><is><t>Y</t></is></c>";

    private static String cell(String reference, String rest) {
        return "<c r=\"" + reference + "\"" + rest;
    }

    private static String answered(String sheet) throws IOException {
        return WorkbookParts.of(
                        MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                                .answerAll(ScheduleAnswer.priority())
                                .toBytes())
                .sheet();
    }

    @Test
    void sheetThatAlreadyHoldsEveryAnswerIsCopiedUnchanged() throws IOException {
        String sheet = sheet(row(7, fixedCells(7) + cell("Q7", OWN_TEXT)));
        assertThat(answered(sheet)).isEqualTo(sheet);
    }

    @Test
    void rowThatAlreadyHoldsItsAnswerIsCopiedUnchangedWhereAnotherChanges() throws IOException {
        assertThat(answered(
                        sheet(row(7, fixedCells(7) + cell("Q7", OWN_TEXT)), row(8, fixedCells(8) + cell("Q8", "/>")))))
                .isEqualTo(sheet(
                        row(7, fixedCells(7) + cell("Q7", OWN_TEXT)), row(8, fixedCells(8) + cell("Q8", WRITTEN))));
    }

    @Test
    void formulaWhoseValueIsTheAnswerBecomesText() throws IOException {
        assertThat(answered(sheet(row(7, fixedCells(7) + cell("Q7", " t=\"str\"><f>\"Y\"</f><v>Y</v></c>")))))
                .isEqualTo(sheet(row(7, fixedCells(7) + cell("Q7", WRITTEN))));
    }
}
