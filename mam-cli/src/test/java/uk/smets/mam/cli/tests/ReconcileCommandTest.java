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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ReconcileCommandTest {
    private static final String HEADER = "70-B3-D5-1F-30-00-A0-01\nYES\nCGI\n";
    private static final String ROW =
            "1312345678907,,,20190805,,11,\"CN=Z1,OU=07\",12,\"CN=Z1,OU=07\",,,,,,,,,,,,,,,,\n";
    private static final String OTHER =
            "2012345678385,,,20190805,,11,\"CN=Z1,OU=07\",12,\"CN=Z1,OU=07\",,,,,,,,,,,,,,,,\n";

    @TempDir
    private Path directory;

    @BeforeEach
    void makeFiles() throws IOException {
        write("ma.csv", HEADER + ROW + OTHER);
        write(
                "responses.csv",
                "MPxN,Status,Why\n1312345678907,Accepted,\n2012345678385,Rejected,Dormant 2012345678385\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private CommandLineRun.Outcome reconcile(String... options) {
        return CommandLineRun.in(directory)
                .run(concat(List.of("reconcile", "ma.csv", "responses.csv"), List.of(options)));
    }

    private static String[] concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toArray(String[]::new);
    }

    @Test
    void allAcceptedIsStatusZeroAndNothingIsWritten() throws IOException {
        write("responses.csv", "MPxN,Outcome\n1312345678907,Accepted\n2012345678385,valid\n");

        CommandLineRun.Outcome outcome = reconcile("--out", "again.csv");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .isEqualTo(
                        "responses.csv: 2 rows sent; 2 accepted, 0 rejected, 0 unanswered, 0 contradictory; 0 answers"
                                + " to meter points not sent.\n");
        assertThat(outcome.err()).isEqualTo("mam: again.csv is not written, because no row needs sending again\n");
        assertThat(directory.resolve("again.csv")).doesNotExist();
    }

    @Test
    void rejectedMeterPointIsListedWithItsReasonAndItsRowIsWrittenAgain() {
        CommandLineRun.Outcome outcome =
                reconcile("--map", "Status=Outcome", "--map", "Why=reason", "--out", "again.csv");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.lines())
                .filteredOn(line -> !line.startsWith("again.csv: WARNING FILE_NAME_FORMAT: "))
                .containsExactly(
                        "ma.csv:5: REJECTED: MPAN 2012345678385: Dormant 2012345678385 [responses.csv:3]",
                        "",
                        "responses.csv: 2 rows sent; 1 accepted, 1 rejected, 0 unanswered, 0 contradictory; 0 answers"
                                + " to meter points not sent.",
                        "again.csv: 1 row written, to send again.");
        assertThat(directory.resolve("again.csv")).hasContent(HEADER + OTHER);
    }

    @Test
    void maskedReportContainsNoMeterPoint() {
        for (String format : List.of("text", "json")) {
            CommandLineRun.Outcome outcome =
                    reconcile("--map", "Status=Outcome", "--map", "Why=Reason", "--mask", "--format", format);

            assertThat(outcome.out()).contains("*************", "Dormant *").doesNotContain("2012345678385");
        }
    }

    @Test
    void lateWeekOfTheWrittenFileIsReported() {
        CommandLineRun.Outcome late = CommandLineRun.in(directory)
                .at("2019-08-01T09:00:01Z")
                .run("reconcile", "ma.csv", "responses.csv", "--map", "Status=Outcome", "--out", "again.csv");

        assertThat(late.out()).contains("again.csv:4: field 4 (Migration Week): WARNING SUBMISSION_LATE: ");
    }

    @Test
    void headerOfTheWrittenFileCanBeGiven() {
        reconcile("--map", "Status=Outcome", "--out", "again.csv", "--smso", "BRG", "--commissioned-by-dcc", "no");

        assertThat(directory.resolve("again.csv")).hasContent("70-B3-D5-1F-30-00-A0-01\nNO\nBRG\n" + OTHER);
    }

    @Test
    void filesWithDifferentHeadersNeedTheHeaderOptions() throws IOException {
        write("second.csv", HEADER.replace("CGI", "BRG") + ROW.replace("1312345678907", "1234567890126"));
        List<String> words = List.of(
                "reconcile", "ma.csv", "second.csv", "responses.csv", "--map", "Status=Outcome", "--out", "again.csv");

        CommandLineRun.Outcome refused = CommandLineRun.in(directory).run(words.toArray(String[]::new));
        CommandLineRun.Outcome accepted = CommandLineRun.in(directory)
                .run(concat(
                        words,
                        List.of(
                                "--user-id",
                                "70-B3-D5-1F-30-00-A0-01",
                                "--smso",
                                "CGI",
                                "--commissioned-by-dcc",
                                "YES")));

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .startsWith(
                        "mam: the files that were sent have different headers: --out needs --user-id ID, --smso CODE"
                                + " and --commissioned-by-dcc YES or NO\n");
        assertThat(accepted.status()).isEqualTo(1);
        assertThat(accepted.lines()).contains("second.csv:4: UNANSWERED: MPAN 1234567890126");
    }

    @Test
    void outputNameMustMatchTheHeader() {
        String other = "MA_BRG_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv";

        CommandLineRun.Outcome outcome = reconcile("--map", "Status=Outcome", "--out", other);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("ERROR FILE_NAME_MISMATCH");
        assertThat(outcome.err()).isEqualTo("mam: " + other + " is not written\n");
    }

    @Test
    void documentGoesToStandardOutputAndTheReportToStandardError() {
        CommandLineRun.Outcome outcome = reconcile("--map", "Status=Outcome", "--out", "-");

        assertThat(outcome.out()).isEqualTo(HEADER + OTHER);
        assertThat(outcome.err()).contains("REJECTED: MPAN 2012345678385");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Status=Result | mam: --map: a response has no field 'Result'",
                "Status=Outcum | mam: --map: a response has no field 'Outcum'; did you mean Outcome?",
                "Outcome       | mam: --map 'Outcome' is not of the form HEADING=FIELD",
            })
    void invalidMappingIsWrongUsage(String map, String message) {
        CommandLineRun.Outcome outcome = reconcile("--map", map);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().lines().findFirst()).contains(message);
    }

    @Test
    void mappedHeadingWithoutAColumnIsAnErrorWithASuggestion() {
        CommandLineRun.Outcome outcome = reconcile("--map", "Statuss=Outcome");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .containsPattern("responses\\.csv:1: field 4 \\(Outcome\\): ERROR COLUMN_MISSING: .*\"Status\".*"
                        + " \\[found \"Statuss\"]\n");
        assertThat(outcome.err()).isEqualTo("mam: nothing is reconciled\n");
    }

    @Test
    void optionsDefineTheWordsOfAnOutcome() throws IOException {
        write("responses.csv", "MPxN,Outcome\n1312345678907,Y\n2012345678385,not active\n");

        assertThat(reconcile("--out", "again.csv").err())
                .isEqualTo("mam: again.csv is not written, because the responses have errors\n");
        assertThat(reconcile().out()).contains("responses.csv:2: field 4 (Outcome): ERROR OUTCOME_UNKNOWN: ");
        assertThat(reconcile("--accepted", "Y", "--rejected", "Not  Active")
                        .lines()
                        .get(0))
                .isEqualTo("ma.csv:5: REJECTED: MPAN 2012345678385 [responses.csv:3]");
        assertThat(reconcile("--accepted", " ").status()).isEqualTo(2);
    }

    @Test
    void meterPointsBeyondTheLimitAreCounted() throws IOException {
        write("responses.csv", "MPxN,Outcome\n1312345678907,Rejected\n2012345678385,Rejected\n");

        assertThat(reconcile("--max-findings", "1").lines())
                .startsWith(
                        "ma.csv:4: REJECTED: MPAN 1312345678907 [responses.csv:2]",
                        "and 1 more meter point: see --max-findings");
    }

    @Test
    void warningsOfTheWrittenFileBeyondTheLimitAreCounted() throws IOException {
        write("responses.csv", "MPxN,Outcome\n1312345678907,Rejected\n2012345678385,Rejected\n");

        CommandLineRun.Outcome outcome = CommandLineRun.in(directory)
                .at("2026-08-01T09:00:00Z")
                .run("reconcile", "ma.csv", "responses.csv", "--max-findings", "2", "--out", "again.csv");

        assertThat(outcome.out()).contains("\nand 2 more warnings: see --max-findings\nagain.csv: 2 rows written");
    }

    @Test
    void jsonHasCountsAndMeterPoints() {
        CommandLineRun.Outcome outcome =
                reconcile("--map", "Status=Outcome", "--map", "Why=Reason", "--out", "again.csv", "--format", "json");
        JsonNode json = new ObjectMapper().readTree(outcome.out());

        assertThat(json.get("rejected").asInt()).isOne();
        assertThat(json.get("rowsWritten").asInt()).isOne();
        JsonNode meterPoint = json.get("meterPoints").get(0);
        assertThat(meterPoint.get("mpan").asString()).isEqualTo("2012345678385");
        assertThat(meterPoint.get("sent").get("line").asInt()).isEqualTo(5);
        assertThat(meterPoint.get("answers").get(0).get("file").asString()).isEqualTo("responses.csv");
        assertThat(meterPoint.get("reason").asString()).isEqualTo("Dormant 2012345678385");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ma.csv", "./responses.csv", "link.csv"})
    void outputMayNotBeAnInput(String out) throws IOException {
        Files.createSymbolicLink(directory.resolve("link.csv"), Path.of("ma.csv"));

        CommandLineRun.Outcome outcome = reconcile("--map", "Status=Outcome", "--out", out);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("mam: " + out + " ").contains(" input");
        assertThat(directory.resolve("ma.csv")).hasContent(HEADER + ROW + OTHER);
    }

    @Test
    void outputMayNotBeAFileNamedInTheSettings() throws IOException {
        write("groups.csv", "MPAN,GroupID\n");
        write("checks.json", "{\"groupIds\": \"groups.csv\"}");

        CommandLineRun.Outcome outcome =
                reconcile("--map", "Status=Outcome", "--checks", "checks.json", "--out", "groups.csv");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(directory.resolve("groups.csv")).hasContent("MPAN,GroupID\n");
    }

    @Test
    void inputThatIsNotARegularFileIsRefused() throws Exception {
        Path pipe = directory.resolve("pipe.csv");
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0) {
            CommandLineRun.Outcome outcome = CommandLineRun.in(directory).run("reconcile", "pipe.csv", "responses.csv");

            assertThat(outcome.status()).isEqualTo(3);
            assertThat(outcome.err())
                    .isEqualTo("mam: pipe.csv: this is not a regular file: 'mam reconcile' reads its files more than"
                            + " once\n");
        }
    }
}
