package uk.smets.mam.cli.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --checks}: data that only the user has, in one file. */
class ChecksFileTest {
    private static final String VALID = CommandLineRun.VALID_NAME;

    @TempDir
    private Path directory;

    @BeforeEach
    void copyValid() throws IOException {
        MigrationAuthorisations.copyValid(directory);
        Files.createDirectories(directory.resolve("settings"));
        Files.writeString(directory.resolve("settings").resolve("list.csv"), "2468101207\n");
        Files.writeString(directory.resolve("other.csv"), "1000234567813\n2468101207\n");
    }

    private CommandLineRun.Outcome validate(String settings, String... more) throws IOException {
        assertThat(Files.writeString(directory.resolve("settings").resolve("checks.json"), settings, UTF_8))
                .exists();
        String[] arguments = new String[more.length + 4];
        arguments[0] = "validate";
        arguments[1] = "--checks";
        arguments[2] = "settings/checks.json";
        arguments[3] = VALID;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandLineRun.in(directory).run(arguments);
    }

    @Test
    void pathsAreRelativeToTheFile() throws IOException {
        CommandLineRun.Outcome outcome = validate("{\"dormant\": \"list.csv\"}");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("  ERROR    METER_POINT_DORMANT                 1\n");
        String absolute = directory.resolve("other.csv").toString().replace("\\", "\\\\");
        assertThat(validate("{\"dormant\": \"" + absolute + "\"}").out())
                .contains("  ERROR    METER_POINT_DORMANT                 2\n");
    }

    @Test
    void commandLineOptionTakesPrecedence() throws IOException {
        CommandLineRun.Outcome outcome =
                validate("{\"dormant\": \"missing.csv\", \"distributors\": [99]}", "--dormant", "other.csv");
        assertThat(outcome.out())
                .contains("  ERROR    METER_POINT_DORMANT                 2\n")
                .contains("  WARNING  MPAN_DISTRIBUTOR");
        assertThat(validate("{\"distributors\": [99]}", "--distributors", "10-38")
                        .status())
                .isZero();
    }

    @Test
    void everySettingIsReadAndIsInTheSchema() throws IOException {
        String settings = """
            {
              "$schema": "checks.schema.json",
              "dormant": "none.csv",
              "active": "active.csv",
              "distributors": [10, "11-38", 40],
              "deadlineZone": "UTC",
              "bankHolidays": "holidays.csv",
              "expectSignifier": ["EXSUPP", "EXGASS"],
              "expectParticipant": "EXPL",
              "responsibleFor": "electricity",
              "affiliated": true,
              "groupIds": "groups.csv"
            }
            """;
        Files.writeString(directory.resolve("settings").resolve("none.csv"), "MPAN\n");
        Files.writeString(directory.resolve("settings").resolve("active.csv"), "MPRN\n2468101207\n");
        Files.writeString(directory.resolve("settings").resolve("holidays.csv"), "2029-06-14\n");
        Files.writeString(directory.resolve("settings").resolve("groups.csv"), "MPAN,GroupID\n1312345678907,EA\n");
        assertThat(JsonSchemas.problems("checks", settings)).isEmpty();
        CommandLineRun.Outcome outcome = validate(settings, "--at", "2019-08-01T09:30:00Z", "--max-findings", "0");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("METER_POINT_NOT_ACTIVE             34")
                .doesNotContain("SUBMISSION_LATE");
    }

    @Test
    void responsibilityIsTakenFromTheFileUnlessGivenOnTheCommandLine() throws IOException {
        SampleWorkbooks.writeTo(directory);
        Files.writeString(directory.resolve("checks.json"), "{\"responsibleFor\": \"gas\", \"affiliated\": true}");
        CommandLineRun run = CommandLineRun.in(directory);
        String[] answers = {"answers", SampleWorkbooks.SCHEDULE, "--checks", "checks.json"};
        assertThat(run.run(answers).out()).contains("7,1312345678907,3938424403,gas,Y,,");
        String[] stated = {"answers", SampleWorkbooks.SCHEDULE, "--checks", "checks.json", "--responsible-for", "both"};
        assertThat(run.run(stated).out()).contains("7,1312345678907,3938424403,both,,,");
        Files.writeString(directory.resolve("checks.json"), "{\"affiliated\": true}");
        assertThat(run.run("validate", SampleWorkbooks.SCHEDULE, "--checks", "checks.json")
                        .err())
                .contains("--affiliated refers to the other meters");
    }

    @Test
    void schemaContainsEveryOptionThatIsASetting() throws IOException {
        String message = validate("{\"\": 1}").err();
        assertThat(message).startsWith("mam: settings/checks.json:1:2: there is no setting ");
        String help = CommandLineRun.in(directory).run("answers", "--help").out();
        for (String setting : new String[] {
            "networkOperators",
            "dormant",
            "active",
            "distributors",
            "deadlineZone",
            "bankHolidays",
            "expectSignifier",
            "expectParticipant",
            "responsibleFor",
            "groupIds"
        }) {
            String option = "--" + setting.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            assertThat(help).contains("      " + option + "=");
            assertThat(JsonSchemas.problems("checks", "{\"" + setting + "\": true}"))
                    .isNotEmpty();
        }
        assertThat(JsonSchemas.problems("checks", "{\"dormnat\": \"list.csv\"}"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        {"dormnat": "list.csv"} | 1:2: there is no setting dormnat; did you mean dormant?
        {"dormant": "list.csv",% "networkOperater": "x"} | 2:2: there is no setting networkOperater; did you mean networkOperators?
        {"dormant": "list.csv", "dormant": "list.csv"} | 1:25: the setting dormant is given twice: remove one of them
        {"dormant": true} | 1:13: dormant: write a string that is not empty, or a list of strings if several are allowed
        {"dormant": {}} | 1:13: dormant: write a string that is not empty, or a list of strings if several are allowed
        {"expectSignifier": [["EXSUPP"]]} | 1:22: expectSignifier: write a string that is not empty, or a list of strings if several are allowed
        {"distributors": [10, 5]} | 1:18: distributors: '5' is not a distributor ID of two digits, or a range of them: write them as 10-38,40
        {"deadlineZone": "X"} | 1:18: deadlineZone: 'X' is not a time zone: write one such as Europe/London or UTC
        {"dormant": ["list.csv", "list.csv"]} | 1:13: dormant: write a string that is not empty, or a list of strings if several are allowed
        {"affiliated": "Y"} | 1:16: affiliated: write true or false
        {"responsibleFor": "water"} | 1:20: responsibleFor: write electricity, gas or both
        [] | 1:1: the file has no JSON object: write one such as {"dormant": "dormant.csv"}
        {} {} | 1:4: text after the object: remove it
        {"dormant": "list.csv",} | 1:24: invalid JSON: check quotes, commas and braces
        {"dormant": list.csv} | 1:13: invalid JSON: check quotes, commas and braces
        """)
    void mistakeIsWrongUsageAndReportedWithItsPlace(String settings, String message) throws IOException {
        CommandLineRun.Outcome outcome = validate(settings.replace('%', '\n'));
        assertThat(outcome)
                .isEqualTo(new CommandLineRun.Outcome(
                        2, "", "mam: settings/checks.json:" + message + "\nTry 'mam validate --help'.\n"));
    }

    @Test
    void valueThatTheLibraryRefusesIsWrongUsageAndReportedWithItsPlace() throws IOException {
        CommandLineRun.Outcome outcome = validate("{\"expectSignifier\": \"AB\"}");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("mam: settings/checks.json:1:21: expectSignifier: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "text", "\u0000"})
    void fileThatIsNotJsonIsWrongUsage(String settings) throws IOException {
        CommandLineRun.Outcome outcome = validate(settings);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("mam: settings/checks.json:1:");
    }

    @Test
    void fileThatIsTooLargeIsRefused() throws IOException {
        assertThat(validate(" ".repeat(1 << 20) + "{}").err())
                .startsWith("mam: settings/checks.json: larger than 1 MiB, ");
    }

    @Test
    void invalidListNamedInTheFileIsReportedByItsPath() throws IOException {
        Files.writeString(directory.resolve("settings").resolve("bad.csv"), "x\n");
        CommandLineRun.Outcome outcome = validate("{\"active\": \"bad.csv\"}", "--format", "json");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .isEqualTo("mam: " + Path.of("settings", "bad.csv")
                        + ":1: value 1 is not an MPAN or MPRN: an MPAN has 13 digits, an MPRN up to 10\n");
        assertThat(outcome.out()).contains("\"exitStatus\" : 3").contains("value 1 is not an MPAN or MPRN");
    }
}
