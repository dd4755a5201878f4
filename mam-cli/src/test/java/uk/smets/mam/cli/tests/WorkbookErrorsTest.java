package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.xlsx.MigrationSchedule;

/** The errors that the workbook commands report for wrong, damaged and missing files. */
class WorkbookErrorsTest {
    private static final String SCHEDULE = SampleWorkbooks.SCHEDULE;

    @TempDir
    private Path directory;

    @BeforeEach
    void makeWorkbooks() throws IOException {
        SampleWorkbooks.writeTo(directory);
        Files.writeString(directory.resolve("answers.csv"), "Row,Priority\n7,Y\n");
        Files.write(directory.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
    }

    private CommandLineRun.Outcome run(String... arguments) {
        return CommandLineRun.in(directory).run(arguments);
    }

    @Test
    void compareNamesTheFileWithoutASchedule() {
        CommandLineRun.Outcome schedule = run("compare", "broken.xlsx", SCHEDULE);
        CommandLineRun.Outcome response = run("compare", SCHEDULE, SampleWorkbooks.UPGRADES);

        assertThat(schedule.status()).isEqualTo(1);
        assertThat(schedule.err())
                .startsWith("mam: broken.xlsx: ERROR WORKBOOK_UNREADABLE: ")
                .endsWith("; 'mam validate' lists all findings\n");
        assertThat(response.status()).isEqualTo(1);
        assertThat(response.err()).startsWith("mam: " + SampleWorkbooks.UPGRADES + ": ERROR SHEET_MISSING: ");
    }

    @Test
    void fileWithAWorkbookExtensionIsCheckedAsAWorkbook() throws IOException {
        Files.createFile(directory.resolve("empty.xlsx"));
        Files.writeString(directory.resolve("text.xlsm"), "A1-B2-C3-D4-E5-F6-07-18\nYES\nCGI\n");
        Files.writeString(directory.resolve("page.XLSX"), "%PDF-1.7");

        assertThat(run("validate", "empty.xlsx").lines().get(0)).startsWith("empty.xlsx: ERROR FILE_EMPTY: ");
        for (String file : List.of("text.xlsm", "page.XLSX")) {
            CommandLineRun.Outcome outcome = run("validate", file);
            assertThat(outcome.status()).as(file).isEqualTo(1);
            assertThat(outcome.lines().get(0)).as(file).startsWith(file + ": ERROR WORKBOOK_UNREADABLE: ");
            assertThat(outcome.out()).as(file).contains("0 rows, 1 error, 0 warnings");
        }
    }

    @Test
    void convertWritesFormulaLikeValuesUnchangedWithAWarning() throws IOException {
        MigrationSchedule schedule = MigrationSchedule.parse(directory.resolve(SCHEDULE));
        MigrationScheduleRow row = schedule.rows().get(0).toBuilder()
                .chSerialNumber("=1+1")
                .esmeSerialNumber("+1")
                .gsmeSerialNumber("-1")
                .ihdSerialNumber("@SUM(A1)")
                .ppmidSerialNumber("1=1")
                .build();
        new MigrationSchedule(schedule.header(), List.of(row)).write(directory.resolve("formulas.xlsx"));

        CommandLineRun.Outcome outcome = run("convert", "formulas.xlsx", "out.csv");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err())
                .startsWith(
                        "mam: out.csv: 4 values starting with =, +, - or @, which a spreadsheet program may treat as a"
                                + " formula");
        assertThat(directory.resolve("out.csv")).content().contains(",=1+1,+1,-1,@SUM(A1),1=1,");
        assertThat(run("convert", "formulas.xlsx", "out.json").err()).isEmpty();
        assertThat(run("answers", "formulas.xlsx").err()).isEmpty();
    }

    @Test
    void missingOutputFolderIsNamed() {
        List<List<String>> commands = List.of(
                List.of("convert", SCHEDULE, "missing/out.csv"),
                List.of("answers", SCHEDULE, "--out", "missing/out.csv"),
                List.of("respond", SCHEDULE, "--answers", "answers.csv", "--out", "missing/out.xlsx"));

        for (List<String> command : commands) {
            CommandLineRun.Outcome outcome = run(command.toArray(String[]::new));
            assertThat(outcome.status()).as(command.get(0)).isEqualTo(3);
            assertThat(outcome.err())
                    .as(command.get(0))
                    .startsWith("mam: missing/out.")
                    .contains(" is not written: ");
        }
    }

    @Test
    void workbookCommandsDoNotReadStandardInput() {
        for (List<String> command : List.of(
                List.of("convert", "-", "out.csv"),
                List.of("answers", "-"),
                List.of("compare", SCHEDULE, "-"),
                List.of("respond", "-", "--answers", "answers.csv", "--out", "out.xlsx"))) {
            CommandLineRun.Outcome outcome = run(command.toArray(String[]::new));
            assertThat(outcome.status()).as(command.get(0)).isEqualTo(3);
            assertThat(outcome.err()).as(command.get(0)).isEqualTo("mam: -: no such file or directory\n");
        }
    }

    @Test
    void respondDoesNotReplaceTheSchedule() throws IOException {
        byte[] before = Files.readAllBytes(directory.resolve(SCHEDULE));

        CommandLineRun.Outcome outcome = run("respond", SCHEDULE, "--answers", "answers.csv", "--out", SCHEDULE);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("mam: " + SCHEDULE + " ").contains("input");
        assertThat(directory.resolve(SCHEDULE)).hasBinaryContent(before);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }
}
