package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** {@code mam repair} and {@code mam import}. */
class RepairAndImportTest {
    private static final String BRG = "MA_BRG_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv";
    private static final List<String> IMPORT = List.of(
            "import",
            "extract.csv",
            CommandLineRun.VALID_NAME,
            "--commissioned-by-dcc",
            "NO",
            "--map",
            "Gas meter=MPRN",
            "--map",
            "Electricity meter=mpan");

    @TempDir
    private Path directory;

    @BeforeEach
    void copySamples() throws IOException {
        for (String name : List.of("damaged.csv", "with-mistakes.csv", "extract.csv")) {
            Files.copy(CommandLineRun.SAMPLES.resolve(name), directory.resolve(name));
        }
    }

    private CommandLineRun.Outcome run(String... arguments) {
        return CommandLineRun.in(directory).run(arguments);
    }

    private CommandLineRun.Outcome runImport(String... more) {
        List<String> arguments = new ArrayList<>(IMPORT);
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private List<String> fileNames() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }

    @Test
    void repairedFileIsValidAndTheInputIsUnchanged() throws IOException {
        byte[] before = Files.readAllBytes(directory.resolve("damaged.csv"));
        CommandLineRun.Outcome outcome = run("repair", "damaged.csv", BRG);
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("damaged.csv:3: field 3 (SMSO): SMSO_SUPERSEDED: ")
                .contains(" [\"BTG\" -> \"BRG\"]\n")
                .contains("damaged.csv: LINE_END: ")
                .contains(" (9 times)\n")
                .contains(BRG + ": 6 rows written, ");
        assertThat(run("validate", BRG).out()).contains("6 rows, 0 errors, ");
        assertThat(directory.resolve("damaged.csv")).hasBinaryContent(before);
    }

    @Test
    void remainingWarningsAreShownAsTextAndAsJson() throws IOException {
        String damaged = Files.readString(directory.resolve("damaged.csv")).replace("\"CN=Z1,OU=07\"", "Z1");
        Files.writeString(directory.resolve("bare.csv"), damaged);
        assertThat(run("repair", "bare.csv", BRG).out())
                .contains("bare.csv:4: field 7 (ESME Supplier Certificate Id (Critical) \u2013 Issuer Name): WARNING"
                        + " CERTIFICATE_ISSUER_FORM: ")
                .containsPattern("6 rows written, [0-9]+ changes\\.");
        JsonNode json = new ObjectMapper()
                .readTree(run("repair", "--format", "json", "bare.csv", BRG).out());
        assertThat(json.get("findings").get(0).get("rule").asString()).isEqualTo("CERTIFICATE_ISSUER_FORM");
    }

    @Test
    void warningsBeyondTheLimitAreCounted() throws IOException {
        String damaged = Files.readString(directory.resolve("damaged.csv")).replace("\"CN=Z1,OU=07\"", "Z1");
        Files.writeString(directory.resolve("bare.csv"), damaged);
        assertThat(run("repair", "--max-findings", "1", "bare.csv", BRG).out())
                .containsPattern("and [0-9]+ more findings: see --max-findings\n");
    }

    @Test
    void mappedHeadingWithoutAColumnIsAnErrorWithASuggestion() throws IOException {
        List<String> before = fileNames();
        CommandLineRun.Outcome outcome = runImport("--map", "Prioritty=Priority");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .containsPattern("extract\\.csv:1: field 5 \\(Priority\\): ERROR COLUMN_MISSING: .*\"Priority\".*"
                        + " \\[found \"Prioritty\"]\n");
        assertThat(fileNames()).isEqualTo(before);
    }

    @Test
    void fileWithALostValueIsNotWritten() throws IOException {
        List<String> before = fileNames();
        CommandLineRun.Outcome outcome = run("repair", "with-mistakes.csv", BRG);
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("with-mistakes.csv:7: field 1 (MPAN): ERROR MPAN_FORMAT: ");
        assertThat(outcome.err()).isEqualTo("mam: " + BRG + " is not written\n");
        assertThat(fileNames()).isEqualTo(before);
    }

    @Test
    void outputNameWithAnotherSmsoIsRefusedAndTheOldFileIsKept() throws IOException {
        Path out = directory.resolve(CommandLineRun.VALID_NAME);
        Files.writeString(out, "old");
        CommandLineRun.Outcome outcome = run("repair", "damaged.csv", CommandLineRun.VALID_NAME);
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("ERROR FILE_NAME_MISMATCH: ");
        assertThat(out).hasContent("old");
    }

    @Test
    void inputIsNeverReplaced() throws IOException {
        byte[] before = Files.readAllBytes(directory.resolve("damaged.csv"));
        Files.createSymbolicLink(directory.resolve("link.csv"), Path.of("damaged.csv"));
        for (String out : List.of("damaged.csv", "./damaged.csv", "link.csv")) {
            CommandLineRun.Outcome outcome = run("repair", "damaged.csv", out);
            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err())
                    .startsWith("mam: " + out + " ")
                    .contains(" input")
                    .endsWith("\nTry 'mam repair --help'.\n");
        }
        assertThat(directory.resolve("damaged.csv")).hasBinaryContent(before);
        assertThat(run("repair", "missing.csv", "./missing.csv").status()).isEqualTo(2);
    }

    @Test
    void changesBeyondTheLimitAreCounted() {
        assertThat(run("repair", "--max-changes", "1", "damaged.csv", BRG).out())
                .contains("and 4 more changes: see --max-changes\n")
                .doesNotContain("SMSO_SUPERSEDED");
    }

    @Test
    void standardInputIsRepaired() throws IOException {
        CommandLineRun run =
                CommandLineRun.in(directory).withInput(Files.readAllBytes(directory.resolve("damaged.csv")));
        assertThat(run.run("repair", "-", BRG).status()).isZero();
        assertThat(directory.resolve(BRG)).exists();
    }

    @Test
    void jsonOfChangesHasPlaceAndValues() {
        JsonNode json = new ObjectMapper()
                .readTree(run("repair", "--format", "json", "damaged.csv", BRG).out());
        assertThat(json.get("in").asString()).isEqualTo("damaged.csv");
        assertThat(json.get("out").asString()).isEqualTo(BRG);
        assertThat(json.get("rows").asInt()).isEqualTo(6);
        JsonNode smso = json.get("changes")
                .valueStream()
                .filter(change -> change.get("rule").asString().equals("SMSO_SUPERSEDED"))
                .findFirst()
                .orElseThrow();
        assertThat(smso.get("line").asInt()).isEqualTo(3);
        assertThat(smso.get("from").asString()).isEqualTo("BTG");
        assertThat(smso.get("to").asString()).isEqualTo("BRG");
    }

    @ParameterizedTest
    @CsvSource({"text", "json"})
    void changedMeterPointsAreMasked(String format) {
        assertThat(run("repair", "--format", format, "damaged.csv", BRG).out()).contains("1000234569909");
        assertThat(run("repair", "--mask", "--format", format, "damaged.csv", BRG)
                        .out())
                .contains("\" ************* \"")
                .doesNotContain("1000234569909");
    }

    @Test
    void unreadableInputOrUnwritableOutputIsStatusThree() {
        assertThat(run("repair", "missing.csv", BRG).status()).isEqualTo(3);
        CommandLineRun.Outcome outcome = run("repair", "damaged.csv", "no/such/folder.csv");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("mam: no/such/folder.csv is not written: ");
    }

    @Test
    void importTakesTheHeaderFromTheOutputName() throws IOException {
        CommandLineRun.Outcome outcome = runImport();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("extract.csv:1: WARNING COLUMN_UNKNOWN: ")
                .endsWith(CommandLineRun.VALID_NAME + ": 6 rows written, nothing changed.\n");
        assertThat(Files.readAllLines(directory.resolve(CommandLineRun.VALID_NAME), StandardCharsets.US_ASCII))
                .startsWith("70-B3-D5-1F-30-00-A0-01", "NO", "CGI")
                .hasSize(9)
                .anyMatch(line -> line.startsWith("1000234567813,2468101207,,20190805,,"));
        assertThat(run("validate", CommandLineRun.VALID_NAME).status()).isZero();
    }

    @Test
    void importTakesTheHeaderFromOptionsIfTheNameHasNone() throws IOException {
        CommandLineRun.Outcome outcome = run(
                "import",
                "extract.csv",
                "ma.csv",
                "--user-id",
                "70-b3-d5-1f-30-00-a0-02",
                "--smso",
                "TRL",
                "--commissioned-by-dcc",
                "yes",
                "--map",
                "Gas meter=MPRN",
                "--map",
                "Electricity meter=MPAN");
        assertThat(outcome.status()).isZero();
        assertThat(Files.readAllLines(directory.resolve("ma.csv"))).startsWith("70-B3-D5-1F-30-00-A0-02", "YES", "TRL");
    }

    @Test
    void errorsOfAnExtractAreReportedAtItsLinesAndNothingIsWritten() throws IOException {
        Path extract = directory.resolve("extract.csv");
        Files.writeString(extract, Files.readString(extract).replaceFirst("20190805", "20190806"));
        CommandLineRun.Outcome outcome = runImport();
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("extract.csv:2: field 4 (Migration Week): ERROR MIGRATION_WEEK_NOT_MONDAY: ");
        assertThat(directory.resolve(CommandLineRun.VALID_NAME)).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ma.csv | the header of the file needs --user-id ID and --smso CODE and --commissioned-by-dcc YES or"
                        + " NO",
                "ma.csv --smso CGI --commissioned-by-dcc NO | the header of the file needs --user-id ID (the name of"
                        + " OUT",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv | needs --commissioned-by-dcc YES or NO",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv --smso TRL --commissioned-by-dcc NO | the name of"
                        + " OUT has SMSO CGI",
                "ma.csv --smso BTG | --smso",
                "ma.csv --user-id 70-B3 | '--user-id'",
                "ma.csv --commissioned-by-dcc MAYBE | expected one of [YES, NO]",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv --commissioned-by-dcc NO --map Gas=MPRM | did you"
                        + " mean MPRN or MPAN?",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv --commissioned-by-dcc NO --map Gas | --map 'Gas'"
                        + " is not of the form HEADING=FIELD",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv --commissioned-by-dcc NO --map a=mpan --map A=mprn"
                        + " | is mapped to two fields"
            })
    void missingOrInvalidOptionOfImportIsWrongUsage(String arguments, String message) throws IOException {
        List<String> commandLine = new ArrayList<>(List.of("import", "extract.csv"));
        commandLine.addAll(List.of(arguments.strip().split(" ")));
        CommandLineRun.Outcome outcome = run(commandLine.toArray(String[]::new));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(message.stripTrailing());
        assertThat(fileNames()).containsExactly("damaged.csv", "extract.csv", "with-mistakes.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repair in.csv out.csv",
                "import in.csv out.csv --user-id 70-B3-D5-1F-30-00-A0-01 --smso CGI --commissioned-by-dcc YES",
                "convert in.xlsx out.csv",
                "respond in.xlsx --answers in.csv --out out.xlsx",
                "seal in.csv --p12 key.p12 --pin-file pin --out ."
            })
    void essentialRuleCannotBeSkippedByCommandsThatWriteOrSendRows(String line) throws IOException {
        for (String name : List.of("in.csv", "in.xlsx", "key.p12", "pin")) {
            Files.writeString(directory.resolve(name), "x");
        }
        List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
        arguments.addAll(List.of("--off", "FILE_NAME_FORMAT,MPAN_FORMAT"));

        CommandLineRun.Outcome outcome = CommandLineRun.in(directory).run(arguments.toArray(String[]::new));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--off MPAN_FORMAT: this command cannot skip an essential rule");
    }
}
