package uk.smets.mam.cli.tests;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each option for data that only the user has, with valid, invalid and unreadable values. */
class CallerDataTest {
    private static final String VALID = CommandLineRun.VALID_NAME;
    private static final String SCHEDULE = SampleWorkbooks.SCHEDULE;

    /** The meter points of the first row of the valid sample. */
    private static final String MPAN = "1000234567813";

    private static final String MPRN = "2468101207";

    @TempDir
    private Path directory;

    @BeforeEach
    void copyValid() throws IOException {
        MigrationAuthorisations.copyValid(directory);
    }

    private CommandLineRun.Outcome run(String... arguments) {
        return CommandLineRun.in(directory).run(arguments);
    }

    private CommandLineRun.Outcome validate(String... options) {
        return run(Stream.concat(Stream.of("validate"), Stream.of(options)).toArray(String[]::new));
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content, UTF_8);
    }

    /** Returns the number of findings of a rule in the summary. */
    private static long count(CommandLineRun.Outcome outcome, String rule) {
        return outcome.lines().stream()
                .filter(line -> line.matches("  [A-Z]+ +" + rule + " +[0-9]+"))
                .mapToLong(line -> Long.parseLong(line.replaceFirst(".* ", "")))
                .sum();
    }

    /** Returns lists with and without headings, as spreadsheet programs save them. */
    static List<byte[]> lists() {
        String both = MPAN + "\n" + MPRN + "\n";
        return List.of(
                both.getBytes(UTF_8),
                both.replace("\n", "\r\n").getBytes(UTF_8),
                ("\uFEFF" + both).getBytes(UTF_8),
                ("\uFEFF" + both).getBytes(UTF_16LE),
                (MPAN + "," + MPRN).getBytes(UTF_8),
                (MPAN + ";" + MPRN + "\r\n").getBytes(UTF_8),
                ("\"" + MPAN + "\"\n\n " + MPRN + " \n").getBytes(UTF_8),
                ("MPxN\n" + both).getBytes(UTF_8),
                ("Town;mprn;MPAN\r\nLeeds;" + MPRN + ";\r\nYork;;" + MPAN + "\r\n").getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void meterPointsOnTheDormantListAreErrors(byte[] list) throws IOException {
        Files.write(directory.resolve("list.csv"), list);
        CommandLineRun.Outcome outcome = validate("--dormant", "list.csv", VALID);
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.lines())
                .anyMatch(line -> line.startsWith(VALID + ":4: field 1 (MPAN): ERROR METER_POINT_DORMANT: "))
                .anyMatch(line -> line.startsWith(VALID + ":4: field 2 (MPRN): ERROR METER_POINT_DORMANT: "));
        assertThat(count(outcome, "METER_POINT_DORMANT")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void meterPointsMissingFromTheActiveListAreErrors(byte[] list) throws IOException {
        Files.write(directory.resolve("list.csv"), list);
        CommandLineRun.Outcome outcome = validate("--active", "list.csv", VALID);
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(count(outcome, "METER_POINT_NOT_ACTIVE")).isEqualTo(33);
        assertThat(outcome.out()).doesNotContain(VALID + ":4:");
    }

    @Test
    void invalidListIsReportedLineByLineAndNothingIsChecked() throws IOException {
        write("list.csv", "MPAN,MPRN\n" + MPAN + ",\n1.23E+12,\n,2468101207x\n");
        CommandLineRun.Outcome outcome = validate("--dormant", "list.csv", VALID);
        assertThat(outcome).isEqualTo(new CommandLineRun.Outcome(3, "", """
            mam: list.csv:3: value 1 is not an MPAN: an MPAN has 13 digits, an MPRN up to 10
            mam: list.csv:4: value 2 is not an MPRN: an MPAN has 13 digits, an MPRN up to 10
            """));
    }

    @ParameterizedTest
    @CsvSource({"--dormant", "--active", "--bank-holidays", "--checks", "--network-operators"})
    void missingFileIsNamed(String option) {
        CommandLineRun.Outcome outcome = validate(option, "missing", VALID);
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("mam: ").endsWith("missing: no such file or directory\n");
    }

    @Test
    void workbookOrEmptyFileInsteadOfAListIsReported() throws IOException {
        SampleWorkbooks.writeTo(directory);
        assertThat(validate("--active", SCHEDULE, VALID).err())
                .isEqualTo(
                        "mam: Migration-Schedule.xlsx: this is a workbook (Migration Schedule): a CSV file is expected"
                                + " here\n");
        write("empty.csv", "");
        CommandLineRun.Outcome outcome = validate("--active", "empty.csv", VALID);
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("mam: empty.csv: ");
    }

    @Test
    void distributorsAreRangesAndSingleIds() {
        assertThat(validate("--distributors", "10-38", VALID).status()).isZero();
        CommandLineRun.Outcome outcome = validate("--distributors", "11,20-22", "--distributors", "99", VALID);
        assertThat(count(outcome, "MPAN_DISTRIBUTOR")).isPositive();
        assertThat(outcome.out()).contains(VALID + ":4: field 1 (MPAN): WARNING MPAN_DISTRIBUTOR: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "10-", "38-10", "10,,11", "ten", "100"})
    void invalidDistributorsAreWrongUsage(String value) {
        CommandLineRun.Outcome outcome = validate("--distributors", value, VALID);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("write them as 10-38,40");
    }

    @Test
    void deadlineIsInTheGivenTimeZone() {
        String[] late = {"--at", "2019-08-01T09:30:00Z", VALID};
        assertThat(count(validate(late), "SUBMISSION_LATE")).isEqualTo(1);
        CommandLineRun.Outcome utc = validate("--deadline-zone", "UTC", "--at", "2019-08-01T09:30:00Z", VALID);
        assertThat(count(utc, "SUBMISSION_LATE")).isZero();
        assertThat(validate("--deadline-zone", "Mars/Base", VALID).err())
                .contains("'Mars/Base' is not a time zone: write one such as Europe/London or UTC");
    }

    /** Not before is Monday 2 September 2019. The bank holiday on Monday 26 August is not one of the 15 Working Days before it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2019-08-08 |                         | 0
        2019-08-09 |                         | 1
        2019-08-08 | 2019-08-20              | 1
        2019-08-08 | Date%20/08/2019         | 1
        2019-08-09 | 2019-09-06,2019-08-26   | 0
        2019-08-09 | 20190906;20190826       | 0
        """)
    void bankHolidaysAreAddedAndMoved(String notified, String list, int expected) throws IOException {
        SampleWorkbooks.writeTo(directory);
        write("holidays.csv", list == null ? "Date,Instead of\n" : list.replace('%', '\n') + "\n");
        CommandLineRun.Outcome outcome =
                validate("--notified-on", notified, "--bank-holidays", "holidays.csv", SCHEDULE);
        assertThat(outcome.err()).isEmpty();
        assertThat(count(outcome, "NOTICE_PERIOD_SHORT")).isEqualTo(expected);
    }

    @Test
    void completeYearOfBankHolidaysIsAccepted() throws IOException {
        SampleWorkbooks.writeTo(directory);
        write("2031.csv", """
            2031-01-01
            2031-04-11
            2031-04-14
            2031-05-05
            2031-05-26
            2031-08-25
            2031-12-25
            2031-12-26
            """);
        assertThat(validate("--notified-on", "2031-03-03", SCHEDULE).err())
                .startsWith("mam: --notified-on: ")
                .contains("2019 to 2030", "2031");
        CommandLineRun.Outcome outcome =
                validate("--notified-on", "2031-03-03", "--bank-holidays", "2031.csv", SCHEDULE);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .containsPattern(
                        "Migration Schedule!C7 \\(Not before\\): WARNING NOTICE_PERIOD_SHORT: .*\\b2031-03-25\\b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2031-01-01            | holidays.csv:1:
        2029-13-01            | holidays.csv:1: '2029-13-01' is not a date: write it as 2031-05-05
        2029-05-08,2029-05-09 | holidays.csv:1:
        2029-05-08,2029-05-07,x | holidays.csv:1: the line has more than two values: write a bank holiday and, if it replaces one, the day that it replaces
        Instead of,Date       | holidays.csv:1: the columns are Date and Instead of, in this order
        """)
    void invalidBankHolidaysAreReportedWithTheirLine(String line, String message) throws IOException {
        write("holidays.csv", line + "\n");
        CommandLineRun.Outcome outcome = validate("--bank-holidays", "holidays.csv", VALID);
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("mam: " + message).hasLineCount(1);
    }

    @Test
    void notificationForAnotherPartyIsAnErrorInEveryCommandThatReadsIt() throws IOException {
        SampleWorkbooks.writeTo(directory);
        write("answers.csv", "MPAN,Priority\n1312345678907,Y\n");
        List<List<String>> commands = List.of(
                List.of("validate", SCHEDULE),
                List.of("show", SCHEDULE),
                List.of("convert", SCHEDULE, "out.csv"),
                List.of("answers", SCHEDULE, "--out", "out.csv"),
                List.of("respond", SCHEDULE, "--answers", "answers.csv", "--out", "out.xlsx"),
                List.of("compare", SCHEDULE, SCHEDULE));
        for (List<String> command : commands) {
            for (String theirs : List.of("--expect-signifier=OTHERS", "--expect-participant=XYZ,WXYZ")) {
                assertThat(with(command, theirs).status())
                        .as("%s %s", command, theirs)
                        .isEqualTo(1);
            }
            assertThat(directory.resolve("out.csv")).doesNotExist();
            assertThat(directory.resolve("out.xlsx")).doesNotExist();
        }
        for (List<String> command : commands) {
            CommandLineRun.Outcome ours = with(command, "--expect-signifier=OTHERS,EXSUPP", "--expect-participant=EXG");
            assertThat(ours.status()).as("%s", command).isZero();
        }
    }

    private CommandLineRun.Outcome with(List<String> command, String... options) {
        return run(Stream.concat(command.stream(), Stream.of(options)).toArray(String[]::new));
    }

    @Test
    void everyCommandThatWritesOrSendsAMigrationAuthorisationRefusesADormantMeterPoint() throws IOException {
        SampleKeys.writeTo(directory);
        SampleKeys.writeSecret(directory.resolve("pin"), SampleKeys.PASSWORD + "\n");
        write("dormant.csv", MPRN + "\n");
        List<List<String>> commands = List.of(
                List.of("show", VALID),
                List.of("repair", VALID, "out.csv"),
                List.of("seal", VALID, "--p12", "key.p12", "--pin-file", "pin", "--out", "sent"));
        for (List<String> command : commands) {
            assertThat(with(command, "--dormant", "dormant.csv").status())
                    .as("%s", command)
                    .isEqualTo(1);
            assertThat(directory.resolve("out.csv")).doesNotExist();
            assertThat(directory.resolve("sent").resolve(VALID.replace(".csv", ".zip")))
                    .doesNotExist();
            assertThat(with(command, "--dormant", "missing.csv").status())
                    .as("%s", command)
                    .isEqualTo(3);
        }
        for (List<String> command : commands) {
            assertThat(with(command).status()).as("%s", command).isZero();
        }
    }

    @Test
    void importRefusesADormantMeterPoint() throws IOException {
        Files.copy(CommandLineRun.SAMPLES.resolve("extract.csv"), directory.resolve("extract.csv"));
        String mpan = Files.readString(directory.resolve("extract.csv"), UTF_8)
                .lines()
                .skip(1)
                .flatMap(line -> Stream.of(line.split("[,;\t]", -1)))
                .filter(value -> value.matches("[0-9]{13}"))
                .findFirst()
                .orElseThrow();
        write("dormant.csv", mpan + "\n");
        String[] arguments = {
            "import",
            "extract.csv",
            "out.csv",
            "--user-id",
            "70-B3-D5-1F-30-00-A0-01",
            "--smso",
            "CGI",
            "--commissioned-by-dcc",
            "YES",
            "--map",
            "Electricity meter=MPAN",
            "--map",
            "Gas meter=MPRN"
        };
        CommandLineRun.Outcome refused = with(List.of(arguments), "--dormant", "dormant.csv");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).contains("ERROR METER_POINT_DORMANT");
        assertThat(run(arguments).status()).isZero();
    }

    @Test
    void listIsNeverReplacedByAnOutput() throws IOException {
        write("list.csv", "1312345678907\n");
        CommandLineRun.Outcome outcome = run("repair", VALID, "list.csv", "--dormant", "list.csv");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("mam: list.csv ").contains("input");
        write("checks.json", "{\"dormant\": \"list.csv\"}");
        assertThat(run("repair", VALID, "checks.json", "--checks", "checks.json")
                        .status())
                .isEqualTo(2);
        assertThat(run("repair", VALID, "list.csv", "--checks", "checks.json").status())
                .isEqualTo(2);
        assertThat(Files.readString(directory.resolve("list.csv"))).isEqualTo("1312345678907\n");
    }

    @Test
    void certificateOfAnotherRoleAmongTheNetworkOperatorsIsReported() throws IOException {
        SampleKeys.writeTo(directory);
        Path operators = Files.createDirectories(directory.resolve("operators"));
        Files.copy(directory.resolve("certificates").resolve("supplier-critical.pem"), operators.resolve("10.pem"));
        CommandLineRun.Outcome outcome = validate("--network-operators", "operators", VALID);
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains("10.pem: ", "supplier");
    }

    @Test
    void duplicateInAnotherFileIsReportedWithThatFileAndLine() throws IOException {
        Files.createDirectories(directory.resolve("outbox"));
        Files.copy(CommandLineRun.VALID, directory.resolve("outbox").resolve("b.csv"));
        CommandLineRun.Outcome outcome = validate(VALID, "outbox", "--max-findings", "2");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .containsPattern(
                        Pattern.quote(Path.of("outbox", "b.csv") + ":4: field 1 (MPAN): WARNING MPXN_DUPLICATE: ")
                                + ".*\\bline 4\\b.*" + Pattern.quote(VALID));
        assertThat(count(outcome, "MPXN_DUPLICATE")).isEqualTo(35);
    }

    @Test
    void fileGivenTwiceHasNoDuplicates() throws IOException {
        Files.createSymbolicLink(directory.resolve("link.csv"), directory.resolve(VALID));
        CommandLineRun.Outcome outcome = validate(VALID, "./" + VALID, "link.csv");
        assertThat(outcome.status()).isZero();
        assertThat(count(outcome, "MPXN_DUPLICATE")).isZero();
    }

    @Test
    void notificationsOfTwoKindsAreNotCompared() throws IOException {
        SampleWorkbooks.writeTo(directory);
        assertThat(count(validate(SCHEDULE, SampleWorkbooks.UPGRADES), "MPXN_DUPLICATE"))
                .isZero();
        Files.copy(directory.resolve(SCHEDULE), directory.resolve("again.xlsx"));
        CommandLineRun.Outcome outcome = validate(SCHEDULE, "again.xlsx");
        assertThat(outcome.out())
                .containsPattern(
                        "again\\.xlsx: Migration Schedule!A7 \\(MPAN\\): WARNING MPXN_DUPLICATE: .*\\brow 7\\b.*"
                                + SCHEDULE);
    }

    @Test
    void responseDoesNotDuplicateItsSchedule() throws IOException {
        SampleWorkbooks.writeTo(directory);
        write("answers.csv", "Row,Priority\n7,Y\n");
        assertThat(run("respond", SCHEDULE, "--answers", "answers.csv", "--out", "response.xlsx")
                        .status())
                .isZero();
        assertThat(count(validate(SCHEDULE, "response.xlsx"), "MPXN_DUPLICATE")).isZero();
        assertThat(count(validate("response.xlsx", SCHEDULE), "MPXN_DUPLICATE")).isZero();
        Files.copy(directory.resolve("response.xlsx"), directory.resolve("again.xlsx"));
        assertThat(count(validate("response.xlsx", "again.xlsx"), "MPXN_DUPLICATE"))
                .isPositive();
    }

    @Test
    void openComparesTheFileWithTheGivenData() throws IOException {
        SampleKeys.writeTo(directory);
        SampleKeys.writeSecret(directory.resolve("pin"), SampleKeys.PASSWORD + "\n");
        assertThat(run("seal", VALID, "--p12", "key.p12", "--pin-file", "pin", "--out", "sent")
                        .status())
                .isZero();
        write("dormant.csv", MPRN + "\n");
        String sealed = "sent/" + VALID.replace(".csv", ".zip");
        List<String> open = List.of(
                "open",
                sealed,
                "--password-file",
                "sent/MAPASSWORD_" + VALID.substring(3),
                "--trust",
                "trust",
                "--out");
        CommandLineRun.Outcome unusable = with(open, "inbox", "--dormant", "missing.csv");
        assertThat(unusable.status()).isEqualTo(3);
        assertThat(directory.resolve("inbox").resolve(VALID)).doesNotExist();
        CommandLineRun.Outcome found = with(open, "inbox", "--dormant", "dormant.csv", "--distributors", "10-38");
        assertThat(found.status()).isEqualTo(1);
        assertThat(found.lines().get(0))
                .startsWith(Path.of("inbox", VALID) + ":4: field 2 (MPRN): ERROR METER_POINT_DORMANT");
        assertThat(found.lines().get(1)).contains(": opened; the signature is valid");
        assertThat(directory.resolve("inbox").resolve(VALID)).exists();
        CommandLineRun.Outcome json = with(open, "again", "--dormant", "dormant.csv", "--format", "json");
        assertThat(json.status()).isEqualTo(1);
        assertThat(json.out()).contains("\"rule\" : \"METER_POINT_DORMANT\"");
        assertThat(with(open, "third").status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        NETWORK_OPERATOR_MISMATCH | --network-operators
        METER_POINT_DORMANT       | --dormant
        METER_POINT_NOT_ACTIVE    | --active
        NOT_ADDRESSED_TO_US       | --expect-signifier or --expect-participant
        """)
    void ruleNamesTheOptionThatItNeeds(String rule, String options) {
        assertThat(run("rules", rule).lines()).contains("  Needs     " + options);
        assertThat(run("rules").lines()).contains("           needs " + options);
        for (String option : options.split(" or ", -1)) {
            assertThat(run("validate", "--help").out()).contains(" " + option + "=");
        }
    }
}
