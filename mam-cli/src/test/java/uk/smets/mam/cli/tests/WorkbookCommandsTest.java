package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.xlsx.MigrationSchedule;

class WorkbookCommandsTest {
    private static final String SCHEDULE = SampleWorkbooks.SCHEDULE;
    private static final String UPGRADES = SampleWorkbooks.UPGRADES;
    private static final String SERIAL = "158896479800419554419985877577890102377";

    @TempDir
    private Path directory;

    @BeforeEach
    void makeWorkbooks() {
        SampleWorkbooks.writeTo(directory);
    }

    private CommandLineRun.Outcome run(String... arguments) {
        return CommandLineRun.in(directory).run(arguments);
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    private static String supplierHeadings(String device) {
        return String.join(
                ",",
                device + " Supplier Certificate Id (Critical) - Serial Number",
                device + " Supplier Certificate Id (Critical) - Issuer Name",
                device + " Supplier Certificate Id (Non-Critical) - Serial Number",
                device + " Supplier Certificate Id (Non-Critical) - Issuer Name");
    }

    private static String pair() {
        return SERIAL + ",\"CN=Z1,OU=07\"," + SERIAL + ",\"CN=Z1,OU=07\"";
    }

    @Test
    void kindOfAWorkbookIsDetected() {
        CommandLineRun.Outcome outcome = run("validate", ".");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains(
                        "Firmware notification for Example Energy, SMSO CGI",
                        "Migration Schedule for Example Energy, SMSO CGI",
                        "No errors in 2 files.");
    }

    @Test
    void jsonOfAWorkbookHasDocumentAndHeader() {
        CommandLineRun.Outcome outcome = run("validate", "--format", "json", SCHEDULE);

        assertThat(outcome.out())
                .contains(
                        "\"document\" : \"MIGRATION_SCHEDULE\"",
                        "\"name\" : \"Example Energy\"",
                        "\"EXSUPP\"",
                        "\"smso\" : \"CGI\"",
                        "\"rows\" : 2");
    }

    @Test
    void shortNoticeIsReportedAtItsCellIfTheNotificationDateIsGiven() {
        CommandLineRun.Outcome text = run("validate", "--notified-on", "2019-08-20", SCHEDULE);
        CommandLineRun.Outcome json = run("validate", "--notified-on", "20190820", "--format", "json", SCHEDULE);

        assertThat(text.status()).isZero();
        assertThat(text.lines().get(0))
                .matches(SCHEDULE + ": [^!]+![A-Z]+[0-9]+ \\(Not [Bb]efore\\): WARNING NOTICE_PERIOD_SHORT: .*");
        assertThat(json.out()).contains("\"cell\" : \"", "\"sheet\" : \"", "\"fieldName\" : \"Not before\"");
    }

    @Test
    void showCountsRowsOfShortNoticeIfTheNotificationDateIsGiven() {
        CommandLineRun.Outcome text = run("show", "--notified-on", "2019-08-12", SCHEDULE);

        assertThat(text.status()).isZero();
        assertThat(text.lines())
                .contains("    with short notice               1  NOTICE_PERIOD_SHORT: 15 Working Days of notice allow"
                        + " 2019-09-04 or later");
        assertThat(run("show", SCHEDULE).out()).doesNotContain("short notice");
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(run("show", "--notified-on", "20190820", "--format", "json", UPGRADES)
                                .out())
                        .get("withShortNotice")
                        .asInt())
                .isEqualTo(1);
        assertThat(mapper.readTree(run("show", "--notified-on", "20190801", "--format", "json", UPGRADES)
                                .out())
                        .get("withShortNotice")
                        .asInt())
                .isZero();
        assertThat(mapper.readTree(run("show", "--format", "json", UPGRADES).out())
                        .has("withShortNotice"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "show"})
    void notificationDateOutsideTheCalendarIsWrongUsage(String command) {
        CommandLineRun.Outcome outcome = run(command, "--notified-on", "2050-01-01", SCHEDULE);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--notified-on", "2019 to 2030");
    }

    @Test
    void damagedWorkbookIsOneFinding() throws IOException {
        Files.write(directory.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});

        CommandLineRun.Outcome outcome = run("validate", "broken.xlsx");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("broken.xlsx: ERROR WORKBOOK_UNREADABLE: ")
                .contains("1 error in 1 file");
    }

    @Test
    void workbookIsReadFromStandardInput() throws IOException {
        byte[] bytes = Files.readAllBytes(directory.resolve(SCHEDULE));

        assertThat(CommandLineRun.in(directory)
                        .withInput(bytes)
                        .run("validate", "-")
                        .out())
                .contains("Migration Schedule for Example Energy");
        assertThat(CommandLineRun.in(directory)
                        .withInput(bytes)
                        .run("show", "-")
                        .out())
                .contains("dual fuel                       1");
        assertThat(CommandLineRun.in(directory)
                        .withInput(Files.readAllBytes(directory.resolve(SampleWorkbooks.UPGRADES)))
                        .run("show", "-")
                        .out())
                .contains("ESME Acme M1: 1.0.3 to 1.2.0");
    }

    @Test
    void showPrintsHeaderRowsAndDatesOfASchedule() {
        assertThat(run("show", SCHEDULE).out())
                .contains(
                        "Name                    Example Energy",
                        "Market Participant ID   EXPL, EXG",
                        "Rows                              2",
                        "electricity only                1",
                        "Not before 2019-09-02");
    }

    @Test
    void filledInAnswersBecomeAResponseThatDiffersOnlyInThem() throws IOException {
        CommandLineRun.Outcome answers = run("answers", SCHEDULE, "--out", "answers.csv");
        assertThat(answers.status()).isZero();
        List<String> lines = Files.readAllLines(directory.resolve("answers.csv"));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("Row,MPAN,MPRN,Responsible for,Affiliated,GroupID,Priority,ESME Supplier Certificate Id"
                        + " (Critical) - Serial Number,");
        assertThat(lines.get(2)).contains(",2012345678385,,,");
        write(
                "filled.csv",
                "mpan,PRIORITY," + supplierHeadings("ESME"),
                "2012345678385,Y," + pair(),
                "1312345678907,,,,,");

        CommandLineRun.Outcome outcome = run("respond", SCHEDULE, "--answers", "filled.csv", "--out", "response.xlsx");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("response.xlsx: 1 row answered, 5 fields changed");
        MigrationSchedule response = MigrationSchedule.parse(directory.resolve("response.xlsx"));
        assertThat(response.rows().get(1).priority()).isTrue();
        assertThat(response.rows().get(1).certificateIds().get(CertificateSlot.ESME_SUPPLIER_CRITICAL))
                .contains(CertificateId.of(SERIAL, "CN=Z1,OU=07"));
        CommandLineRun.Outcome compared = run("compare", SCHEDULE, "response.xlsx");
        assertThat(compared.status()).isZero();
        assertThat(compared.out())
                .contains("(Priority): nothing -> \"Y\"")
                .endsWith("response.xlsx: 5 cells changed, 0 errors.\n");
        CommandLineRun.Outcome asJson = run("compare", "--format", "json", SCHEDULE, "response.xlsx");
        assertThat(asJson.out()).contains("\"changedCells\" : 5", "\"after\" : \"Y\"", "\"allowed\" : true");
    }

    @Test
    void hyphenInTheAnswersClearsAField() throws IOException {
        write("first.csv", "MPRN,Priority", "3938424403,Y");
        write("second.csv", "MPRN,Priority", "3938424403,-");

        run("respond", SCHEDULE, "--answers", "first.csv", "--out", "first.xlsx");
        run("respond", "first.xlsx", "--answers", "second.csv", "--out", "second.xlsx");

        assertThat(MigrationSchedule.parse(directory.resolve("first.xlsx"))
                        .rows()
                        .get(0)
                        .priority())
                .isTrue();
        assertThat(MigrationSchedule.parse(directory.resolve("second.xlsx"))
                        .rows()
                        .get(0)
                        .priority())
                .isFalse();
    }

    @Test
    void invalidAnswersAreReportedLineByLineAndNothingIsWritten() throws IOException {
        write(
                "answers.csv",
                "MPAN,Priority," + supplierHeadings("ESME") + ",Colour",
                "2012345678385,yes,,,,,",
                "2012345678385,,0123," + "\"CN=Z1,OU=07\",,,",
                "2012345678385,,1,,,,",
                ",Y,,,,,",
                "12,Y,,,,,");

        CommandLineRun.Outcome outcome = run("respond", SCHEDULE, "--answers", "answers.csv", "--out", "response.xlsx");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err().lines())
                .satisfiesExactly(
                        heading ->
                                assertThat(heading).startsWith("mam: answers.csv:1: column 7 has an unknown heading"),
                        priority -> assertThat(priority).startsWith("mam: answers.csv:2: Priority: write Y"),
                        serial -> assertThat(serial)
                                .startsWith("mam: answers.csv:3: ESME Supplier Certificate Id (Critical): "),
                        half -> assertThat(half)
                                .startsWith("mam: answers.csv:4: ")
                                .contains("or neither"),
                        row -> assertThat(row).startsWith("mam: answers.csv:5: the line identifies no row"),
                        mpan -> assertThat(mpan)
                                .startsWith("mam: answers.csv:6: ")
                                .contains("MPAN"),
                        last -> assertThat(last).isEqualTo("mam: response.xlsx is not written"));
        assertThat(directory.resolve("response.xlsx")).doesNotExist();
    }

    @Test
    void answersWithoutAColumnThatIdentifiesRowsAreRefused() throws IOException {
        write("answers.csv", "Priority", "Y");

        assertThat(run("respond", SCHEDULE, "--answers", "answers.csv", "--out", "response.xlsx")
                        .err())
                .contains("no column identifies the rows");
    }

    @Test
    void answerThatMatchesNoRowIsRefusedAndNothingIsWritten() throws IOException {
        write("answers.csv", "Row,Priority", "999,Y");

        CommandLineRun.Outcome outcome = run("respond", SCHEDULE, "--answers", "answers.csv", "--out", "response.xlsx");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).endsWith("mam: response.xlsx is not written\n");
        assertThat(directory.resolve("response.xlsx")).doesNotExist();
    }

    @Test
    void forbiddenChangeInAResponseIsAnError() throws IOException {
        MigrationSchedule schedule = MigrationSchedule.parse(directory.resolve(SCHEDULE));
        new MigrationSchedule(
                        schedule.header(),
                        schedule.rows().stream()
                                .map(row -> row.toBuilder()
                                        .esmeSerialNumber("E0002")
                                        .build())
                                .toList())
                .write(directory.resolve("changed.xlsx"));

        CommandLineRun.Outcome outcome = run("compare", SCHEDULE, "changed.xlsx");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("ERROR RESPONSE_FIXED_FIELD_CHANGED: ");
    }

    @Test
    void convertWritesCsvWithIsoDates() throws IOException {
        CommandLineRun.Outcome outcome = run("convert", SCHEDULE, "out.csv");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualTo("out.csv: 2 rows written.\n");
        List<String> lines = Files.readAllLines(directory.resolve("out.csv"));
        assertThat(lines.get(0)).startsWith("mpan,mprn,notBefore,notAfter,chfDeviceId,");
        assertThat(lines.get(1)).startsWith("1312345678907,3938424403,2019-09-02,2019-09-08,00-DB-12-34-56-78-90-A0,");
    }

    @Test
    void convertWritesJson() throws IOException {
        CommandLineRun.Outcome outcome = run("convert", SampleWorkbooks.UPGRADES, "out.json");

        assertThat(outcome.status()).isZero();
        assertThat(Files.readString(directory.resolve("out.json")))
                .contains(
                        "\"document\" : \"FIRMWARE_UPGRADE_NOTIFICATION\"",
                        "\"name\" : \"Example Energy\"",
                        "\"mpan\" : \"1312345678907\"",
                        "\"notBefore\" : \"2019-09-02\"")
                .endsWith("}\n");
    }

    @Test
    void workbookWithErrorsIsNotConverted() throws IOException {
        Files.write(directory.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});

        CommandLineRun.Outcome outcome = run("convert", "broken.xlsx", "out.csv");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("mam: out.csv is not written\n");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("broken.xlsx", SCHEDULE, SampleWorkbooks.UPGRADES);
        }
    }

    @Test
    void convertRefusesAnUnknownExtensionAndAMissingFolder() {
        assertThat(run("convert", SCHEDULE, "out.xml").status()).isEqualTo(2);
        assertThat(run("convert", SCHEDULE, "missing/out.csv").status()).isEqualTo(3);
    }

    @Test
    void workbookCommandsRefuseOtherFiles() throws IOException {
        write("text.csv", "a,b");

        for (String command : List.of("answers text.csv", "compare text.csv text.csv", "convert text.csv out.csv")) {
            CommandLineRun.Outcome outcome = run(command.split(" ", -1));
            assertThat(outcome.status()).as(command).isEqualTo(3);
            assertThat(outcome.err())
                    .as(command)
                    .isEqualTo("mam: text.csv: this is a text file: a workbook (.xlsx or .xlsm) is expected here\n");
        }
    }
}
