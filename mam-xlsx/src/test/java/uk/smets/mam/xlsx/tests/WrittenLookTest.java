package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** The appearance of a written workbook, as Apache POI reports it. */
class WrittenLookTest {
    private static final String YELLOW = "FFFFFF00";
    private static final int FIRST_YELLOW = 16;

    private static XSSFWorkbook schedule() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Schedules.schedule(3).toBytes()));
    }

    private static XSSFWorkbook firmware() throws IOException {
        FirmwareUpgradeRow row = FirmwareUpgradeRow.builder()
                .mpan(Schedules.DUAL_FUEL)
                .notBefore(LocalDate.of(2019, 8, 5))
                .build();
        return new XSSFWorkbook(
                new ByteArrayInputStream(new FirmwareUpgradeNotification(Schedules.HEADER, List.of(row)).toBytes()));
    }

    private static String fill(Cell cell) {
        XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
        return style.getFillForegroundColorColor() == null
                ? ""
                : style.getFillForegroundColorColor().getARGBHex();
    }

    @Test
    void headingsAreTheFieldNamesAndResponseFieldsAreYellow() throws IOException {
        try (XSSFWorkbook workbook = schedule()) {
            XSSFSheet sheet = workbook.getSheet("Migration Schedule");
            for (DocumentField field : MigrationSchedule.fields()) {
                int column = field.number() - 1;
                Cell heading = sheet.getRow(5).getCell(column);
                assertThat(heading.getStringCellValue()).isEqualTo(field.name());
                assertThat(fill(heading).equals(YELLOW)).isEqualTo(column >= FIRST_YELLOW);
                assertThat(fill(sheet.getRow(7).getCell(column)).equals(YELLOW)).isEqualTo(column >= FIRST_YELLOW);
                assertThat(heading.getCellStyle().getWrapText()).isTrue();
            }
        }
    }

    @Test
    void everyCellAndColumnHasTheTextFormat() throws IOException {
        for (XSSFWorkbook workbook : List.of(schedule(), firmware())) {
            try (workbook) {
                XSSFSheet sheet = workbook.getSheetAt(0);
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
                        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
                    }
                }
                for (int column = 0; column < sheet.getRow(5).getLastCellNum(); column++) {
                    assertThat(sheet.getColumnStyle(column).getDataFormatString())
                            .isEqualTo("@");
                    assertThat(sheet.getColumnWidth(column)).isGreaterThan(10 * 256);
                }
            }
        }
    }

    @Test
    void labelsAndValuesOfTheHeaderAreAtTheTop() throws IOException {
        try (XSSFWorkbook workbook = firmware()) {
            XSSFSheet sheet = workbook.getSheet("Firmware Upgrade");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Name");
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("Example Energy & Sons Ltd");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("EXSUPP,EXGASS");
            assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("EXPL,EXG");
            assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo("NPW");
            assertThat(sheet.getRow(4) == null).isTrue();
            assertThat(sheet.getRow(6).getCell(2).getStringCellValue()).isEqualTo("05082019");
        }
    }

    @Test
    void headingsAndMeterPointsAreFrozenAndPrintedOnEveryPage() throws IOException {
        try (XSSFWorkbook workbook = schedule()) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 6);
            assertThat(sheet.getPaneInformation().getVerticalSplitLeftColumn()).isEqualTo((short) 2);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("6:6");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(workbook.getProperties().getCoreProperties().getTitle())
                    .isEqualTo("Dormant Meter Migration Schedule");
        }
    }

    @Test
    void smsoPriorityAndDatesHaveDataValidation() throws IOException {
        try (XSSFWorkbook workbook = schedule()) {
            assertThat(workbook.getSheetAt(0).getDataValidations())
                    .extracting(WrittenLookTest::describe)
                    .containsExactly(
                            "B4 \"BRG,CGI,EDM,MDS,NPW,SCM,TRL\"",
                            "C7:C1048576"
                                    + " AND(LEN(C7)=10,DAY(DATE(MID(C7,7,4),MID(C7,4,2),MID(C7,1,2)))=VALUE(MID(C7,1,2)),"
                                    + "MONTH(DATE(MID(C7,7,4),MID(C7,4,2),MID(C7,1,2)))=VALUE(MID(C7,4,2)))",
                            "D7:D1048576"
                                    + " AND(LEN(D7)=10,DAY(DATE(MID(D7,7,4),MID(D7,4,2),MID(D7,1,2)))=VALUE(MID(D7,1,2)),"
                                    + "MONTH(DATE(MID(D7,7,4),MID(D7,4,2),MID(D7,1,2)))=VALUE(MID(D7,4,2)))",
                            "Q7:Q1048576 \"Y\"");
        }
        try (XSSFWorkbook workbook = firmware()) {
            assertThat(workbook.getSheetAt(0).getDataValidations())
                    .extracting(WrittenLookTest::describe)
                    .hasSize(3)
                    .anyMatch(text -> text.startsWith("D7:D1048576 AND(LEN(D7)=8,DAY(DATE(MID(D7,5,4),MID(D7,3,2)"));
        }
    }

    private static String describe(DataValidation validation) {
        return validation.getRegions().getCellRangeAddress(0).formatAsString() + " "
                + validation.getValidationConstraint().getFormula1();
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/08/2019", "29/02/2020"})
    void calendarDaysPassTheDataValidation(String date) throws IOException {
        assertThat(evaluated(date)).isEqualTo("TRUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5/8/2019", "31/09/2019", "29/02/2019", "2019-08-05", "soon", "05/13/2019"})
    void otherTextsFailTheDataValidation(String date) throws IOException {
        assertThat(evaluated(date)).isNotEqualTo("TRUE");
    }

    private static String evaluated(String date) throws IOException {
        try (XSSFWorkbook workbook = schedule()) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            String formula =
                    sheet.getDataValidations().get(1).getValidationConstraint().getFormula1();
            sheet.getRow(6).createCell(2).setCellValue(date);
            Cell cell = sheet.createRow(99).createCell(0);
            cell.setCellFormula(formula);
            return workbook.getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluate(cell)
                    .formatAsString();
        }
    }
}
