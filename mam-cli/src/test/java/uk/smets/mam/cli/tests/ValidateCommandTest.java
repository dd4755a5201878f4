package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mam validate}, as text. */
class ValidateCommandTest {
    private static final String VALID = CommandLineRun.VALID_NAME;

    @TempDir
    private Path directory;

    private CommandLineRun.Outcome run(String... arguments) {
        return CommandLineRun.in(directory).run(arguments);
    }

    private void file(String name, byte[] content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    @Test
    void validFileHasNoFindingsAndStatusZero() throws IOException {
        MigrationAuthorisations.copyValid(directory);
        assertThat(run("validate", VALID)).isEqualTo(new CommandLineRun.Outcome(0, """
            %s
              Migration Authorisation of 70-B3-D5-1F-30-00-A0-01, SMSO CGI, commissioned by DCC: YES
              22 rows, 0 errors, 0 warnings

            No errors in 1 file.
            """.formatted(VALID), ""));
    }

    @Test
    void findingIsALineThatEditorsCanLinkWithTheFileNameAsGiven() throws IOException {
        file("outbox/ma.csv", MigrationAuthorisations.withFirstRow(4, "20190806"));
        CommandLineRun.Outcome outcome = run("validate", "outbox/../outbox/ma.csv");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.lines())
                .anyMatch(line -> line.startsWith("outbox/../outbox/ma.csv:4: field 4 (Migration Week): ERROR"
                                + " MIGRATION_WEEK_NOT_MONDAY: ")
                        && line.endsWith(" [found \"20190806\"]"));
    }

    @Test
    void summaryCountsEachRuleErrorsFirst() throws IOException {
        file("ma.csv", MigrationAuthorisations.withFirstRow(4, "20190806"));
        assertThat(run("validate", "ma.csv").out()).endsWith("""
              22 rows, 1 error, 1 warning
              ERROR    MIGRATION_WEEK_NOT_MONDAY           1
              WARNING  FILE_NAME_FORMAT                    1

            1 error in 1 file, 1 warning; 'mam rules CODE' explains a rule.
            """);
    }

    @Test
    void terminalEscapesInAFileAreEscaped() throws IOException {
        file("ma.csv", MigrationAuthorisations.withFirstRow(1, "\"\u001b[2J\u202e13\"\"\\\""));
        CommandLineRun.Outcome outcome = run("validate", "ma.csv");
        assertThat(outcome.out())
                .contains("[found \"\\x1B[2J\\u{202E}13\\\"\\\\\"]")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void terminalEscapesInAFileNameAreEscaped() throws IOException {
        file("a\u001b[31m.csv", new byte[0]);
        CommandLineRun.Outcome outcome = run("validate", "a\u001b[31m.csv", "no\u001b[31m.csv");
        assertThat(outcome.out() + outcome.err())
                .contains("a\\x1B[31m.csv", "no\\x1B[31m.csv")
                .doesNotContain("\u001b");
    }

    @Test
    void dashInAFieldNameIsAHyphenInAscii() throws IOException {
        file("ma.csv", MigrationAuthorisations.withFirstRow(6, "0x1F"));
        assertThat(CommandLineRun.in(directory)
                        .withCharset(StandardCharsets.US_ASCII)
                        .run("validate", "ma.csv")
                        .out())
                .contains("field 6 (ESME Supplier Certificate Id (Critical) - Serial Number)");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100023456781, ************",
        "1, 1.23457E+12, *.*****E+**",
        "2, 24681012x, ********x",
        "3, 1000234567813, *************"
    })
    void maskHidesTheDigitsOfMeterPoints(int field, String text, String masked) throws IOException {
        file("ma.csv", MigrationAuthorisations.withFirstRow(field, text));
        assertThat(run("validate", "ma.csv").out()).contains("[found \"" + text + "\"]");
        assertThat(run("validate", "--mask", "ma.csv").out())
                .contains("[found \"" + masked + "\"]")
                .doesNotContain(text);
    }

    @ParameterizedTest
    @CsvSource({"4, 20190806", "6, 0123456789012345"})
    void maskLeavesDatesAndSerialNumbersReadable(int field, String text) throws IOException {
        file("ma.csv", MigrationAuthorisations.withFirstRow(field, text));
        assertThat(run("validate", "--mask", "ma.csv").out()).contains("[found \"" + text + "\"]");
    }

    @Test
    void ruleThatIsTurnedOffIsNotReported() throws IOException {
        file("ma.csv", MigrationAuthorisations.withFirstRow(4, "20190806"));
        CommandLineRun.Outcome outcome =
                run("validate", "--off", "FILE_NAME_FORMAT,migration-week-not-monday", "ma.csv");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).endsWith("No errors in 1 file.\n");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-08-01T09:00:00Z, 0",
        "2019-08-01T10:00+01:00, 0",
        "2019-08-01T09:00:01Z, 1",
        "2019-08-01T10:30:00+01:00, 1"
    })
    void submissionAfterTheDeadlineIsAWarning(String instant, int warnings) throws IOException {
        MigrationAuthorisations.copyValid(directory);
        assertThat(run("validate", "--at", instant, VALID).out())
                .contains("22 rows, 0 errors, " + warnings + (warnings == 1 ? " warning\n" : " warnings\n"));
    }

    @Test
    void nowIsTheTimeOfTheClock() throws IOException {
        MigrationAuthorisations.copyValid(directory);
        CommandLineRun late = CommandLineRun.in(directory).at("2019-08-02T00:00:00Z");
        assertThat(late.run("validate", "--at", "now", VALID).out()).contains("SUBMISSION_LATE");
        assertThat(run("validate", "--at", "now", VALID).out()).doesNotContain("SUBMISSION_LATE");
    }

    @Test
    void findingsBeyondTheLimitAreCounted() throws IOException {
        file(
                "ma.csv",
                MigrationAuthorisations.valid().replace("20190805", "20190806").getBytes(StandardCharsets.US_ASCII));
        CommandLineRun.Outcome outcome = run("validate", "--max-findings", "3", "ma.csv");
        assertThat(outcome.lines().stream().filter(line -> line.startsWith("ma.csv:")))
                .hasSize(3);
        assertThat(outcome.out())
                .contains("ERROR    MIGRATION_WEEK_NOT_MONDAY          20\n")
                .contains("18 findings not listed above: see --max-findings\n");
    }

    @Test
    void hyphenReadsStandardInput() throws IOException {
        CommandLineRun run = CommandLineRun.in(directory).withInput(MigrationAuthorisations.withFirstRow(5, "y"));
        CommandLineRun.Outcome outcome = run.run("validate", "-");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("-:4: field 5 (Priority): ERROR PRIORITY_VALUE: ")
                .doesNotContain("FILE_NAME_FORMAT");
    }

    @Test
    void directoryIsReadInNameOrderWithoutPasswordFiles() throws IOException {
        file("out/b/second.csv", MigrationAuthorisations.valid().getBytes(StandardCharsets.US_ASCII));
        file("out/a.CSV", MigrationAuthorisations.valid().getBytes(StandardCharsets.US_ASCII));
        file("out/notes.txt", new byte[0]);
        file("out/MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv", new byte[0]);
        CommandLineRun.Outcome outcome = run("validate", "out", "--off", "FILE_NAME_FORMAT");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.lines())
                .containsSubsequence(
                        "out/a.CSV",
                        "out/b/second.csv",
                        "No errors in 2 files, 35 warnings; 'mam rules CODE' explains a rule.");
        assertThat(outcome.err())
                .isEqualTo("mam: out/MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv: skipped:"
                        + " password files are not checked\n");
    }

    @Test
    void directoryWithoutDocumentsIsStatusThree() throws IOException {
        Files.createDirectory(directory.resolve("empty"));
        CommandLineRun.Outcome outcome = run("validate", "empty");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).isEqualTo("mam: empty: the directory has no .csv, .xlsx or .xlsm file\n");
    }

    @Test
    void unreadableFileTakesPrecedenceOverErrorsAndOtherFilesAreChecked() throws IOException {
        file("bad.csv", MigrationAuthorisations.withFirstRow(5, "y"));
        MigrationAuthorisations.copyValid(directory);
        CommandLineRun.Outcome outcome = run("validate", "missing.csv", "bad.csv", VALID);
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).isEqualTo("mam: missing.csv: no such file or directory\n");
        assertThat(outcome.out()).endsWith("""
            1 error in 1 of 2 files, 36 warnings; 'mam rules CODE' explains a rule.
            'mam repair' can repair 1 of these.
            """);
    }

    private static byte[] startingWith(String start) {
        byte[] bytes = new byte[5000];
        byte[] first = HexFormat.of().parseHex(start);
        System.arraycopy(first, 0, bytes, 0, first.length);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"504B030414000600", "D0CF11E0A1B11AE1"})
    void damagedWorkbookIsOneFinding(String start) throws IOException {
        file("ma.csv", startingWith(start));
        CommandLineRun.Outcome outcome = run("validate", "ma.csv");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.lines().get(0)).startsWith("ma.csv: ERROR WORKBOOK_UNREADABLE: ");
        assertThat(outcome.out()).endsWith("1 error in 1 file; 'mam rules CODE' explains a rule.\n");
    }

    @Test
    void sealedArchiveIsReportedAsNotADocument() throws IOException {
        file("ma.zip", startingWith("504B030414000600"));
        CommandLineRun.Outcome outcome = run("validate", "ma.zip");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.lines().get(0))
                .startsWith("ma.zip: ERROR NOT_A_DOCUMENT: ")
                .contains("ZIP archive", "mam open");
    }

    @ParameterizedTest
    @CsvSource({"1F8B0800, gzip archive", "377ABCAF271C0004, 7-Zip archive", "255044462D312E37, PDF"})
    void otherFileFormatIsOneFinding(String start, String what) throws IOException {
        byte[] bytes = startingWith(start);
        file("ma.csv", bytes);
        for (CommandLineRun.Outcome outcome : List.of(
                run("validate", "ma.csv"),
                CommandLineRun.in(directory).withInput(bytes).run("validate", "-"))) {
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.lines().get(0)).contains(": ERROR NOT_A_DOCUMENT: ", what);
            assertThat(outcome.out()).contains(" 1 error, 0 warnings\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "validate                          | Missing required parameter: 'FILE'",
                "validate --at yesterday ma.csv    | 'yesterday' is not an instant",
                "validate --at 2019-08-01T10:00:00 ma.csv | or write now",
                "validate --off MIGRATION_WEEK_NOT_MODAY ma.csv | did you mean MIGRATION_WEEK_NOT_MONDAY?",
                "validate --max-findings -1 ma.csv | --max-findings is negative: -1",
                "validate --format xml ma.csv      | 'xml' is neither text nor json",
                "validate --formt json ma.csv      | did you mean --format?"
            })
    void wrongUsageIsOneMessageAndStatusTwo(String commandLine, String message) {
        CommandLineRun.Outcome outcome = run(commandLine.strip().split(" +"));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("mam: ")
                .contains(message)
                .endsWith("Try 'mam validate --help'.\n")
                .doesNotContain("\tat ");
    }
}
