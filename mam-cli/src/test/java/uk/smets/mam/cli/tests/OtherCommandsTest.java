package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.ObjectMapper;
import uk.smets.mam.model.Rule;

/** {@code mam show}, {@code week} and {@code rules}. */
class OtherCommandsTest {
    private final CommandLineRun here = CommandLineRun.in(Path.of(""));

    @Test
    void showSummarisesAFile() {
        CommandLineRun.Outcome outcome =
                CommandLineRun.in(CommandLineRun.SAMPLES).run("show", CommandLineRun.VALID_NAME);
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("User ID               70-B3-D5-1F-30-00-A0-01\n")
                .contains("SMSO                  CGI (Instant Energy)\n")
                .contains("Commissioned by DCC   YES\n")
                .containsPattern("Rows +22\n +dual fuel +13\n +electricity only +7\n +gas only +2\n")
                .containsPattern("with priority +3\n")
                .containsPattern("with Migrate on +4\n")
                .containsPattern("Migration Week 20190805 +22 +from Monday 5 August 2019\n")
                .containsPattern(" 22  \\d{39}  CN=Z1,OU=07  supplier critical: ESME GPF GSME\n");
    }

    @Test
    void showPrintsNoMeterPoints() throws IOException {
        String out = CommandLineRun.in(CommandLineRun.SAMPLES)
                .run("show", CommandLineRun.VALID_NAME)
                .out();
        MigrationAuthorisations.valid()
                .lines()
                .skip(3)
                .map(line -> line.split(",", 3))
                .forEach(row -> {
                    if (!row[0].isEmpty()) {
                        assertThat(out).doesNotContain(row[0]);
                    }
                    if (!row[1].isEmpty()) {
                        assertThat(out).doesNotContain(row[1]);
                    }
                });
    }

    @Test
    void showOmitsRowsWithErrorsAndReportsThem() throws IOException {
        CommandLineRun.Outcome outcome =
                here.withInput(MigrationAuthorisations.withFirstRow(5, "y")).run("show", "-");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .containsPattern("Rows +21\n")
                .endsWith("  1 error: rows with errors are not counted above; 'mam validate' lists the errors\n");
    }

    @Test
    void showCountsRowsWithoutAMeterPointSeparately(@TempDir Path directory) throws IOException {
        SampleWorkbooks.writeUpgradesWithoutAMeterPoint(directory.resolve("upgrades.xlsx"));
        CommandLineRun inDirectory = CommandLineRun.in(directory);

        CommandLineRun.Outcome text = inDirectory.run("show", "upgrades.xlsx");
        CommandLineRun.Outcome json = inDirectory.run("show", "--format", "json", "upgrades.xlsx");

        assertThat(text.status()).isZero();
        assertThat(text.out()).contains("""
              Rows                              2
                electricity only                1
                without a meter point           1
            """).doesNotContain("gas only");
        assertThat(json.status()).isZero();
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(json.out()).get("installations")).isEqualTo(mapper.readTree("""
            {"DUAL_FUEL": 0, "ELECTRICITY_ONLY": 1, "GAS_ONLY": 0, "NO_METER_POINT": 1}
            """));
    }

    @Test
    void showReportsAHeaderThatCannotBeRead() {
        CommandLineRun.Outcome outcome =
                here.withInput("x\n".getBytes(StandardCharsets.US_ASCII)).run("show", "-");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("The header cannot be read.");
    }

    @Test
    void showCountsCertificatesBeyondTheLimit() {
        String out = CommandLineRun.in(CommandLineRun.SAMPLES)
                .run("show", "--max-certificates", "2", CommandLineRun.VALID_NAME)
                .out();
        assertThat(out)
                .contains("18 certificates in use")
                .endsWith("and 16 more certificates: see --max-certificates\n");
    }

    @Test
    void showOfAMissingFileIsStatusThree() {
        CommandLineRun.Outcome outcome = here.run("show", "missing.csv");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).isEqualTo("mam: missing.csv: no such file or directory\n");
    }

    @Test
    void fileNameOutsideTheCharacterSetOfTheLocaleIsReportedWithARemedy() {
        // The JVM replaces bytes of its arguments that are not characters of the locale.
        for (String name : List.of("M\uFFFDnchen.csv", "M\uFFFD\uFFFDnchen/missing.csv")) {
            CommandLineRun.Outcome outcome = here.run("show", name);
            assertThat(outcome.status()).isEqualTo(3);
            assertThat(outcome.err())
                    .startsWith(
                            "mam: " + name + ": the name has characters outside the character set of this locale: ");
        }
        assertThat(here.run("show", "Munich.csv").err()).isEqualTo("mam: Munich.csv: no such file or directory\n");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-07-31T09:00:00Z, 20190805, 1 day left",
        "2019-08-01T09:00:00Z, 20190805, less than a minute left",
        "2019-08-01T09:00:01Z, 20190812, 6 days 23 hours left",
        "2019-08-01T08:20:00Z, 20190805, 40 minutes left",
        "2019-08-01T06:30:00Z, 20190805, 2 hours 30 minutes left"
    })
    void weekWithoutADateIsTheNextOpenWeek(String now, String monday, String left) {
        CommandLineRun.Outcome outcome = here.at(now).run("week");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .startsWith("Migration Week " + monday + ": Monday ")
                .contains(" " + left + "\n");
    }

    @ParameterizedTest
    @CsvSource({"2019-08-07", "20190807", "2019-08-05", "20190811"})
    void weekOfADateShowsMondayDeadlineAndNoticeDate(String date) {
        assertThat(here.at("2019-08-03T09:00:00Z").run("week", date).out()).isEqualTo("""
            Migration Week 20190805: Monday 5 August 2019 to Sunday 11 August 2019
              Files due         Thursday 1 August 2019, 10:00 Europe/London (09:00 UTC)
                                passed 2 days ago
              DCC answers by    Thursday 1 August 2019, 23:59 Europe/London (22:59 UTC)
                                only for installations with one Active and one Dormant meter,
                                in files sent on time
              Notice of DCC by  Sunday 14 July 2019, at least 15 Working Days before the Monday
            """);
    }

    @Test
    void noticeDateIsUnknownInAYearWithoutKnownBankHolidays() {
        CommandLineRun.Outcome outcome = here.run("week", "2035-06-04");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("Notice of DCC by  unknown: ");
    }

    @Test
    void weekUsesTheGivenTimeZoneAndBankHolidays(@TempDir Path directory) throws IOException {
        CommandLineRun inDirectory = CommandLineRun.in(directory);
        Files.writeString(directory.resolve("holidays.csv"), "2019-07-16\n");
        assertThat(inDirectory
                        .at("2019-08-01T09:30:00Z")
                        .run("week", "--deadline-zone", "UTC", "--bank-holidays", "holidays.csv")
                        .out())
                .startsWith("Migration Week 20190805: ")
                .contains(
                        "Thursday 1 August 2019, 10:00 UTC (10:00 UTC)", "Notice of DCC by  Thursday 11 July 2019, at");
        assertThat(inDirectory.run("week", "--bank-holidays", "none.csv").status())
                .isEqualTo(3);
        assertThat(inDirectory.run("week", "--deadline-zone", "Mars/Base").status())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"tomorrow", "20190231", "2019-8-7", "0000-01-01"})
    void weekOfAnInvalidDateIsWrongUsage(String date) {
        CommandLineRun.Outcome outcome = here.run("week", date);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'" + date + "' is not a date");
    }

    @Test
    void rulesListsEveryRule() {
        String out = here.run("rules").out();
        assertThat(Rule.values())
                .allSatisfy(rule -> assertThat(out).containsPattern("(?m)^  " + rule.severity() + " +" + rule + " "));
        assertThat(out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @EnumSource
    void ruleIsExplainedInFull(Rule rule) {
        CommandLineRun.Outcome outcome = here.run("rules", rule.name());
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith(rule + "\n").contains("Severity  " + rule.severity());
        assertThat(outcome.out().replaceAll("\\s+", " "))
                .contains(rule.meaning())
                .contains(rule.remedy());
        assertThat(outcome.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @CsvSource({"MPAN_CHECKDIGIT, MPAN_CHECK_DIGIT", "DUPLICATE, MPXN_DUPLICATE", "smso, SMSO_UNKNOWN"})
    void unknownRuleIsWrongUsageWithSuggestions(String code, String meant) {
        CommandLineRun.Outcome outcome = here.run("rules", code);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no rule " + code).contains(meant);
    }
}
