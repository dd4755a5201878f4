package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenResponse;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/** The writer of a response and a reader of that response report the same findings. */
class ResponseVerdictTest {
    @TempDir
    Path folder;

    private static WorkbookParts shared() {
        return GridWorkbook.of(Notices.schedule(
                        BodyRow.ofSchedule().with("MPRN", CellXml.shared("3938424403")), BodyRow.ofSchedule()))
                .parts();
    }

    private WrittenResponse written(WorkbookParts workbook) throws IOException {
        return MigrationScheduleResponse.to(Input.of(workbook.bytes(), "stream"))
                .answerRow(7, ScheduleAnswer.priority())
                .write(
                        folder.resolve("response.xlsx"),
                        ValidationOptions.defaults().named("response.xlsx"));
    }

    private void assertReportEqualsThatOfAReader(WorkbookParts workbook) throws IOException {
        WrittenResponse written = written(workbook);
        assertThat(written.report()).isEqualTo(MigrationSchedule.validate(folder.resolve("response.xlsx")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-2", "99", "2147483647", "2147483648", "x", ""})
    void missingSharedTextIsReportedAsAReaderReportsIt(String index) throws IOException {
        WorkbookParts workbook = shared();
        workbook.inSheet("t=\"s\"><v>0</v>", "t=\"s\"><v>" + index + "</v>");
        assertReportEqualsThatOfAReader(workbook);
    }

    @Test
    void unusedSharedTextMustBeWellFormed() throws IOException {
        WorkbookParts workbook = shared();
        workbook.replace(WorkbookParts.SHARED_STRINGS, "</sst>", "<si><t>x<b/></t></si></sst>");
        byte[] bytes = workbook.bytes();
        assertThat(Notices.found(MigrationSchedule.validate(Input.of(bytes, "stream"))))
                .contains("file ERROR WORKBOOK_UNREADABLE");
        MigrationScheduleResponse response =
                MigrationScheduleResponse.to(Input.of(bytes, "stream")).answerRow(7, ScheduleAnswer.priority());
        assertThat(catchThrowableOfType(InvalidDocumentException.class, response::toBytes)
                        .report()
                        .counts())
                .containsOnlyKeys(Rule.WORKBOOK_UNREADABLE);
    }

    @Test
    void cellOfAnUndefinedColumnMustBeWellFormed() throws IOException {
        Grid grid = Notices.schedule(BodyRow.ofSchedule());
        grid.put("AM6", "Remark").put("AM7", CellXml.raw(" t=\"inlineStr\"", "<is><t>x<cols/></t></is>"));
        byte[] bytes = GridWorkbook.of(grid).bytes();
        assertThat(Notices.found(MigrationSchedule.validate(Input.of(bytes, "stream"))))
                .contains("file ERROR WORKBOOK_UNREADABLE");
        MigrationScheduleResponse response =
                MigrationScheduleResponse.to(Input.of(bytes, "stream")).answerRow(7, ScheduleAnswer.priority());
        assertThat(catchThrowableOfType(InvalidDocumentException.class, response::toBytes)
                        .report()
                        .counts())
                .containsOnlyKeys(Rule.WORKBOOK_UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"7,1", "8,1", "9,1", "20,1"})
    void valuesInAColumnWithoutAHeadingAreReportedAsAReaderReportsThem(int row, int number) throws IOException {
        Grid grid = Notices.schedule(BodyRow.ofSchedule(), BodyRow.ofSchedule());
        grid.put(45, row, CellXml.shared("note")).put(44, row, CellXml.shared("  "));
        WorkbookParts workbook = GridWorkbook.of(grid).parts();
        assertThat(written(workbook).report().count(Rule.COLUMN_UNKNOWN)).isEqualTo(number);
        assertReportEqualsThatOfAReader(workbook);
    }

    @Test
    void findingsInARowWithoutValuesAreReported() throws IOException {
        Grid grid = Notices.schedule(BodyRow.ofSchedule(), BodyRow.ofSchedule());
        grid.put("Q9", "  ").put("Q12", " ");
        assertReportEqualsThatOfAReader(GridWorkbook.of(grid).parts());
    }
}
