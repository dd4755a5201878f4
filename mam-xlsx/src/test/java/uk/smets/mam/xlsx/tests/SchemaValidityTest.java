package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/**
 * Every part that is written or changed is valid against the schemas of ECMA-376, in both notifications and in responses to the
 * workbooks of six writers. Workbooks of other programs may have schema errors; an answer adds no others.
 */
class SchemaValidityTest {
    private static final int ROWS = 9;
    private static final Path SCRIPTS = Path.of("src/test/resources/interop").toAbsolutePath();

    @TempDir
    private Path folder;

    private static Map<String, List<String>> errors(byte[] workbook) {
        Map<String, List<String>> errors = new TreeMap<>();
        WorkbookParts.of(workbook).all().forEach((name, part) -> {
            if (OoxmlSchemas.covers(part)) {
                errors.put(name, OoxmlSchemas.errors(part));
            }
        });
        return errors;
    }

    private static void assertValid(byte[] workbook, String... parts) {
        Map<String, List<String>> errors = errors(workbook);
        assertThat(errors).containsOnlyKeys(parts);
        assertThat(errors)
                .allSatisfy((part, found) -> assertThat(found).as(part).isEmpty());
    }

    /** A response has the errors that the schedule has, and no others. */
    private static byte[] answered(byte[] schedule) throws IOException {
        byte[] response = MigrationScheduleResponse.to(Input.of(schedule, "stream"))
                .answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS))
                .answer(Schedules.ELECTRICITY_ONLY, ScheduleAnswer.priority())
                .toBytes();
        assertThat(MigrationSchedule.parse(Input.of(response, "stream")).rows()).hasSize(ROWS);
        assertThat(WorkbookParts.of(response).all())
                .isNotEqualTo(WorkbookParts.of(schedule).all());
        assertThat(errors(response)).isEqualTo(errors(schedule));
        return response;
    }

    private static byte[] written() {
        return Schedules.schedule(ROWS).toBytes();
    }

    private static final String[] OWN_PARTS = {
        "_rels/.rels",
        "docProps/app.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml"
    };

    @Test
    void writtenScheduleIsValid() {
        assertValid(written(), OWN_PARTS);
    }

    @Test
    void writtenScheduleWithAnswersIsValid() throws IOException {
        assertValid(answered(written()), OWN_PARTS);
    }

    @Test
    void writtenFirmwareNotificationIsValid() throws IOException {
        FirmwareUpgradeRow row = FirmwareUpgradeNotification.parse(Input.of(
                        GridWorkbook.of(Notices.firmware(BodyRow.ofFirmware())).bytes(), "stream"))
                .rows()
                .get(0);
        assertValid(new FirmwareUpgradeNotification(Schedules.HEADER, List.of(row)).toBytes(), OWN_PARTS);
    }

    @Test
    void responseThatRemovesFormulasIsValid() throws IOException {
        String formula = "\" t=\"str\"><f>\"N\"</f><v>N</v></c>";
        WorkbookParts schedule = HandMadeWorkbook.with(
                HandMadeWorkbook.around(HandMadeWorkbook.sheet(
                        HandMadeWorkbook.row(7, HandMadeWorkbook.fixedCells(7) + "<c r=\"Q7" + formula),
                        HandMadeWorkbook.row(8, HandMadeWorkbook.fixedCells(8) + "<c r=\"AL8" + formula))),
                "calcChain.xml",
                "calcChain",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml",
                "<calcChain xmlns=\"" + HandMadeWorkbook.MAIN + "\"><c r=\"Q7\" i=\"4\"/><c r=\"AL8\"/></calcChain>");
        byte[] response = MigrationScheduleResponse.to(Input.of(schedule.bytes(), "stream"))
                .answerRow(7, ScheduleAnswer.priority())
                .toBytes();
        assertThat(WorkbookParts.of(response).text("xl/calcChain.xml"))
                .doesNotContain("Q7")
                .contains("AL8");
        assertValid(
                response,
                "_rels/.rels",
                "xl/_rels/workbook.xml.rels",
                "xl/calcChain.xml",
                "xl/workbook.xml",
                "xl/worksheets/sheet1.xml");
    }

    @Test
    void schemasDetectInvalidMarkup() {
        byte[] threeBytes = WorkbookParts.of(written())
                .replace("xl/styles.xml", "rgb=\"FF1F3864\"", "rgb=\"1F3864\"")
                .bytes();
        assertThat(errors(threeBytes).get("xl/styles.xml")).hasSize(2).anyMatch(error -> error.contains("1F3864"));
    }

    /** The rows of a schedule as texts: labels and values of the header, an empty row, the headings, the body. */
    private static List<List<String>> table() {
        List<List<String>> lines = new ArrayList<>();
        List<String> values = List.of("Example Ltd", "EXSUPP,EXGASS", "EXPL", "NPW");
        for (DocumentField field : MigrationSchedule.headerFields()) {
            lines.add(List.of(field.name(), values.get(field.number() - 1)));
        }
        lines.add(List.of());
        lines.add(MigrationSchedule.fields().stream().map(DocumentField::name).toList());
        List<Map<Integer, String>> rows = SheetTexts.of(written());
        for (Map<Integer, String> row : rows.subList(1, rows.size())) {
            List<String> cells = new ArrayList<>();
            for (int field = 1; field <= MigrationSchedule.fields().size(); field++) {
                cells.add(row.getOrDefault(field, ""));
            }
            lines.add(cells);
        }
        return lines;
    }

    @Test
    void responseToAFastexcelWorkbookIsAsValidAsItsSchedule() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Schedule", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Schedule");
            List<List<String>> table = table();
            for (int row = 0; row < table.size(); row++) {
                for (int column = 0; column < table.get(row).size(); column++) {
                    sheet.value(row, column, table.get(row).get(column));
                }
            }
        }
        answered(bytes.toByteArray());
    }

    @Test
    void responseToAPoiStreamingWorkbookIsAsValidAsItsSchedule() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(2)) {
            SXSSFSheet sheet = workbook.createSheet("Schedule");
            List<List<String>> table = table();
            for (int number = 0; number < table.size(); number++) {
                Row row = sheet.createRow(number);
                for (int column = 0; column < table.get(number).size(); column++) {
                    Cell cell = row.createCell(column);
                    cell.setCellValue(table.get(number).get(column));
                }
            }
            workbook.write(bytes);
        }
        answered(bytes.toByteArray());
    }

    private Path texts() throws IOException {
        List<String> lines =
                table().stream().map(cells -> String.join("\t", cells)).toList();
        return Files.write(folder.resolve("texts.txt"), lines, UTF_8);
    }

    @Test
    @Tag("interop")
    void responseToAnOpenpyxlWorkbookIsAsValidAsItsSchedule() throws IOException, InterruptedException {
        Path schedule = folder.resolve("openpyxl.xlsx");
        Peer.PYTHON.run(
                folder,
                List.of(SCRIPTS.resolve("openpyxl_schedule.py").toString(), schedule.toString(), texts().toString()));
        answered(Files.readAllBytes(schedule));
    }

    @Test
    @Tag("interop")
    void responseToAnXlsxWriterWorkbookIsAsValidAsItsSchedule() throws IOException, InterruptedException {
        Path schedule = folder.resolve("xlsxwriter.xlsm");
        Path macros = Files.write(folder.resolve("vbaProject.bin"), new byte[4_096]);
        Peer.PYTHON.run(
                folder,
                List.of(
                        SCRIPTS.resolve("xlsxwriter_schedule.py").toString(),
                        schedule.toString(),
                        texts().toString(),
                        macros.toString()));
        answered(Files.readAllBytes(schedule));
    }

    @Test
    @Tag("interop")
    void responseToALibreOfficeWorkbookIsAsValidAsItsSchedule() throws IOException, InterruptedException {
        Path written = folder.resolve("written.xlsx");
        Files.write(written, written());
        answered(Files.readAllBytes(new LibreOffice(folder).resave(written)));
    }
}
