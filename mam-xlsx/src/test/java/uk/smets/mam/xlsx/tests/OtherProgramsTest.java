package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.CellChange;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleComparison;

/** Workbooks of other programs are answered, and other programs open the workbooks written here. */
@Tag("interop")
class OtherProgramsTest {
    private static final int ROWS = 9;
    private static final Path SCRIPTS = Path.of("src/test/resources/interop").toAbsolutePath();

    @TempDir
    Path folder;

    /** A schedule as a table of texts, its cells between tabs. */
    private Path texts() throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> values = List.of("Example Ltd", "EXSUPP,EXGASS", "EXPL", "NPW");
        for (DocumentField field : MigrationSchedule.headerFields()) {
            lines.add(field.name() + "\t" + values.get(field.number() - 1));
        }
        lines.add("");
        lines.add(String.join(
                "\t",
                MigrationSchedule.fields().stream().map(DocumentField::name).toList()));
        List<Map<Integer, String>> rows = SheetTexts.of(Schedules.schedule(ROWS).toBytes());
        for (Map<Integer, String> row : rows.subList(1, rows.size())) {
            List<String> cells = new ArrayList<>();
            for (int field = 1; field <= 37; field++) {
                cells.add(row.getOrDefault(field, ""));
            }
            lines.add(String.join("\t", cells));
        }
        return Files.write(folder.resolve("texts.txt"), lines, UTF_8);
    }

    private Path createdByOpenpyxl() throws IOException, InterruptedException {
        Path schedule = folder.resolve("openpyxl.xlsx");
        Peer.PYTHON.run(
                folder,
                List.of(SCRIPTS.resolve("openpyxl_schedule.py").toString(), schedule.toString(), texts().toString()));
        return schedule;
    }

    /** Macros are streams in a compound file; their content does not matter here. */
    private Path macros() throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.getRoot().createDirectory("VBA").createDocument("dir", new ByteArrayInputStream(new byte[4_096]));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return Files.write(folder.resolve("vbaProject.bin"), bytes.toByteArray());
        }
    }

    private Path createdByXlsxWriter() throws IOException, InterruptedException {
        Path schedule = folder.resolve("xlsxwriter.xlsm");
        Peer.PYTHON.run(
                folder,
                List.of(
                        SCRIPTS.resolve("xlsxwriter_schedule.py").toString(),
                        schedule.toString(),
                        texts().toString(),
                        macros().toString()));
        return schedule;
    }

    private static MigrationScheduleResponse answers(Path schedule) {
        return MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS))
                .answer(Schedules.ELECTRICITY_ONLY, ScheduleAnswer.priority());
    }

    private static void assertAnswered(Path schedule, Path response, String sheet) throws IOException {
        List<MigrationScheduleRow> rows = MigrationSchedule.parse(response).rows();
        assertThat(rows).hasSize(ROWS);
        for (int i = 0; i < ROWS; i++) {
            assertThat(rows.get(i))
                    .isEqualTo(Schedules.row(i).toBuilder()
                            .priority(i == 1)
                            .certificateIds(
                                    i % 2 == 0
                                            ? CertificateIds.ofSupplier(Schedules.OURS)
                                            : CertificateIds.ofElectricitySupplier(Schedules.OURS))
                            .build());
        }
        ScheduleComparison comparison = ScheduleComparison.compare(schedule, response);
        assertThat(comparison.isSound()).isTrue();
        assertThat(comparison.changes()).allMatch(CellChange::allowed);
        Map<String, String> before = new TreeMap<>(Digest.ofParts(Files.readAllBytes(schedule)));
        Map<String, String> after = new TreeMap<>(Digest.ofParts(Files.readAllBytes(response)));
        assertThat(after.remove(sheet)).isNotEqualTo(before.remove(sheet));
        assertThat(after).isEqualTo(before).hasSizeGreaterThan(5);
    }

    @Test
    void openpyxlWorkbookIsAnsweredAndOtherwiseUnchanged() throws IOException, InterruptedException {
        Path schedule = createdByOpenpyxl();
        Path response = folder.resolve("response.xlsx");
        answers(schedule).write(response);
        assertAnswered(schedule, response, WorkbookParts.SHEET);
    }

    @Test
    void macroEnabledXlsxWriterWorkbookKeepsItsMacros() throws IOException, InterruptedException {
        Path schedule = createdByXlsxWriter();
        Path response = folder.resolve("response.xlsm");
        answers(schedule).write(response);
        assertAnswered(schedule, response, "xl/worksheets/sheet2.xml");
        assertThat(WorkbookParts.of(Files.readAllBytes(response)).all().get("xl/vbaProject.bin"))
                .isEqualTo(Files.readAllBytes(folder.resolve("vbaProject.bin")));
    }

    @Test
    void libreOfficeWorkbookIsAnsweredAndOpensInLibreOfficeAgain() throws IOException, InterruptedException {
        LibreOffice office = new LibreOffice(folder);
        Path written = folder.resolve("written.xlsx");
        Schedules.schedule(ROWS).write(written);
        Path schedule = office.resave(written);
        assertThat(ScheduleComparison.compare(written, schedule).changes()).isEmpty();
        Path response = folder.resolve("response.xlsx");
        answers(schedule).write(response);
        assertAnswered(schedule, response, WorkbookParts.SHEET);

        Path saved = office.resave(response);
        ScheduleComparison same = ScheduleComparison.compare(response, saved);
        assertThat(same.changes()).isEmpty();
        assertThat(same.isSound()).isTrue();
        assertThat(office.shown(response)).isEqualTo(expected(Files.readAllBytes(response)));
    }

    @Test
    void libreOfficeDisplaysTheWrittenTexts() throws IOException, InterruptedException {
        LibreOffice office = new LibreOffice(folder);
        Path written = folder.resolve("written.xlsx");
        Schedules.schedule(ROWS).write(written);
        assertThat(office.shown(written)).isEqualTo(expected(Files.readAllBytes(written)));
        Path response = folder.resolve("response.xlsx");
        answers(written).write(response);
        assertThat(office.shown(response)).isEqualTo(expected(Files.readAllBytes(response)));
    }

    /** The texts that a sheet in the library's own layout must display. */
    private static List<List<String>> expected(byte[] workbook) {
        List<Map<Integer, String>> texts = SheetTexts.of(workbook);
        List<List<String>> rows = new ArrayList<>();
        for (DocumentField field : MigrationSchedule.headerFields()) {
            rows.add(List.of(field.name(), texts.get(0).get(field.number())));
        }
        rows.add(List.of());
        rows.add(MigrationSchedule.fields().stream().map(DocumentField::name).toList());
        for (Map<Integer, String> row : texts.subList(1, texts.size())) {
            List<String> cells = new ArrayList<>();
            int last = row.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
            for (int field = 1; field <= last; field++) {
                cells.add(row.getOrDefault(field, ""));
            }
            rows.add(cells);
        }
        return rows;
    }
}
