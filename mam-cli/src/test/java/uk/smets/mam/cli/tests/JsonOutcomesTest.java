package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code --format json}: a command prints one document, even if it fails. Each is checked against its schema. */
class JsonOutcomesTest {
    private static final String STEM = "CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000";
    private static final String MISTAKES = "MA_BRG_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv";
    private static final String SEAL = "seal %s --p12 key.p12 --pin-file pin --out outbox";
    private static final String OPEN = "open outbox/MA_" + STEM
            + ".zip --trust trust --out inbox --password-file outbox/MAPASSWORD_" + STEM + ".csv";

    private final ObjectMapper mapper = new ObjectMapper();

    @TempDir
    private Path directory;

    @BeforeEach
    void makeFiles() throws IOException {
        SampleKeys.writeTo(directory);
        SampleWorkbooks.writeTo(directory);
        MigrationAuthorisations.copyValid(directory);
        for (String sample : List.of("damaged.csv", "with-mistakes.csv")) {
            Files.copy(CommandLineRun.SAMPLES.resolve(sample), directory.resolve(sample));
        }
        Files.writeString(
                directory.resolve("extract.csv"),
                Files.readString(CommandLineRun.SAMPLES.resolve("extract.csv"))
                        .replace("Electricity meter", "MPAN")
                        .replace("Gas meter", "MPRN"));
        Files.copy(CommandLineRun.SAMPLES.resolve("with-mistakes.csv"), directory.resolve(MISTAKES));
        String responses = Files.readString(CommandLineRun.SAMPLES.resolve("validation-responses.csv"));
        Files.writeString(
                directory.resolve("responses.csv"), responses.replace("Validation status", "Validation_status"));
        Files.writeString(directory.resolve("accepted.csv"), accepted());
        Files.writeString(directory.resolve("pending.csv"), "MPxN,Outcome\n1000234567813,Pending\n");
        Files.createDirectory(directory.resolve("outbox"));
        Files.createDirectory(directory.resolve("inbox"));
        Files.writeString(directory.resolve("pin"), SampleKeys.PASSWORD);
        Files.writeString(directory.resolve("answers.csv"), "MPAN,Priority\n2012345678385,Y\n");
        Files.writeString(directory.resolve("no-row.csv"), "MPAN,Priority\n1000234567813,Y\n");
    }

    /** Returns responses that accept every meter point of the valid sample. */
    private static String accepted() throws IOException {
        StringBuilder responses = new StringBuilder("MPAN,MPRN,Outcome\n");
        List<String> lines = Files.readAllLines(CommandLineRun.VALID);
        for (String line : lines.subList(3, lines.size())) {
            String[] fields = line.split(",", 3);
            responses.append(fields[0]).append(',').append(fields[1]).append(",Accepted\n");
        }
        return responses.toString();
    }

    private CommandLineRun.Outcome run(String command) {
        String[] words = (command + " --format json").split(" ");
        return CommandLineRun.in(directory).run(words);
    }

    private JsonNode json(String command) {
        return mapper.readTree(run(command).out());
    }

    @ParameterizedTest
    @CsvSource({
        "0, validate " + CommandLineRun.VALID_NAME,
        "1, validate with-mistakes.csv",
        "3, validate missing.csv",
        "3, validate inbox",
        "2, validate --at never " + CommandLineRun.VALID_NAME,
        "2, validate --no-such-option x",
        "0, repair damaged.csv repaired.csv",
        "1, repair with-mistakes.csv repaired.csv",
        "2, repair damaged.csv damaged.csv",
        "3, repair missing.csv repaired.csv",
        "3, repair damaged.csv no-such-folder/repaired.csv",
        "0, import extract.csv ma.csv --user-id 70-B3-D5-1F-30-00-A0-01 --smso CGI --commissioned-by-dcc NO",
        "1, import with-mistakes.csv ma.csv --user-id 70-B3-D5-1F-30-00-A0-01 --smso CGI --commissioned-by-dcc NO",
        "2, import extract.csv ma.csv",
        "0, reconcile " + CommandLineRun.VALID_NAME + " accepted.csv",
        "1, reconcile " + CommandLineRun.VALID_NAME + " responses.csv --map Validation_status=Outcome --out again.csv",
        "1, reconcile " + CommandLineRun.VALID_NAME + " responses.csv",
        "1, reconcile " + MISTAKES + " accepted.csv",
        "1, reconcile " + CommandLineRun.VALID_NAME + " pending.csv --out again.csv",
        "2, reconcile " + CommandLineRun.VALID_NAME + " responses.csv --map Validation_status=Outcum",
        "2, reconcile " + CommandLineRun.VALID_NAME,
        "3, reconcile " + CommandLineRun.VALID_NAME + " missing.csv",
        "3, reconcile missing.csv accepted.csv",
        "3, reconcile " + CommandLineRun.VALID_NAME
                + " responses.csv --map Validation_status=Outcome --out no-such-folder/again.csv",
        "0, show " + CommandLineRun.VALID_NAME,
        "0, show Migration-Schedule.xlsx",
        "0, show Firmware-Notification.xlsx",
        "1, show with-mistakes.csv",
        "3, show missing.csv",
        "0, answers Migration-Schedule.xlsx --out out.csv",
        "2, answers Migration-Schedule.xlsx",
        "1, answers Firmware-Notification.xlsx --out out.csv",
        "3, answers missing.xlsx --out out.csv",
        "0, respond Migration-Schedule.xlsx --answers answers.csv --out outbox/Migration-Schedule.xlsx",
        "1, respond Migration-Schedule.xlsx --answers no-row.csv --out outbox/Migration-Schedule.xlsx",
        "3, respond Migration-Schedule.xlsx --answers missing.csv --out outbox/Migration-Schedule.xlsx",
        "0, compare Migration-Schedule.xlsx Migration-Schedule.xlsx",
        "1, compare Migration-Schedule.xlsx Firmware-Notification.xlsx",
        "3, compare Migration-Schedule.xlsx missing.xlsx",
        "0, convert Migration-Schedule.xlsx out.csv",
        "2, convert Migration-Schedule.xlsx out.txt",
        "3, convert missing.xlsx out.csv",
        "3, convert Migration-Schedule.xlsx no-such-folder/out.csv",
        "0, seal " + CommandLineRun.VALID_NAME + " --p12 key.p12 --pin-file pin --out outbox --eml",
        "1, seal " + MISTAKES + " --p12 key.p12 --pin-file pin --out outbox",
        "2, seal Migration-Schedule.xlsx --p12 key.p12 --pin-file pin --out outbox",
        "3, seal " + CommandLineRun.VALID_NAME + " --p12 missing.p12 --pin-file pin --out outbox",
        "0, seal " + CommandLineRun.VALID_NAME + " --unsigned --out outbox",
        "1, mail with-mistakes.csv --out draft.eml",
        "2, mail key.p12 --out draft.eml",
        "3, mail missing.csv --out draft.eml",
        "0, password " + CommandLineRun.VALID_NAME + " --user-id 70-B3-D5-1F-30-00-A0-01",
        "2, password " + CommandLineRun.VALID_NAME + " --user-id 70-B3-D5-1F-30-00-A0-02",
        "3, password missing.csv --user-id 70-B3-D5-1F-30-00-A0-01",
        "1, verify with-mistakes.csv --trust trust",
        "3, verify missing.csv --trust trust",
        "0, cert certificates",
        "3, cert certificates missing.pem",
        "3, cert inbox",
        "0, week",
        "0, week 2035-06-04",
        "2, week tomorrow",
        "0, rules",
        "0, rules MPAN_FORMAT",
        "2, rules NO_SUCH_RULE",
    })
    void everyOutcomeIsOneDocumentThatConformsToTheSchema(int status, String command) {
        CommandLineRun.Outcome outcome = run(command);
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(status);
    }

    @Test
    void sealedFileOpensAndVerifies() {
        assertThat(run(SEAL.formatted(CommandLineRun.VALID_NAME)).status()).isZero();
        JsonNode opened = json(OPEN);
        assertThat(opened.get("out").asString()).isEqualTo("inbox/" + CommandLineRun.VALID_NAME);
        assertThat(opened.at("/passwordFile/verdict").asString()).isEqualTo("VALID");
        assertThat(json("verify outbox/MAPASSWORD_" + STEM + ".csv --trust trust")
                        .get("verdict")
                        .asString())
                .isEqualTo("VALID");
    }

    @Test
    void deliveriesHaveFileAndDestination() {
        JsonNode sealed = json(SEAL.formatted(CommandLineRun.VALID_NAME) + " --eml");
        assertThat(sealed.at("/deliveries/0"))
                .isEqualTo(mapper.readTree("{\"file\":\"outbox/MA_" + STEM
                        + ".zip\",\"by\":\"SHAREPOINT\",\"to\":\"Migration Authorisation\"}"));
        assertThat(sealed.at("/deliveries/2/by").asString()).isEqualTo("MAIL");
        assertThat(sealed.get("mailDraft").asString()).isEqualTo("outbox/MAPASSWORD_" + STEM + ".eml");
    }

    @Test
    void refusalHasARuleCode() throws IOException {
        run(SEAL.formatted(CommandLineRun.VALID_NAME));
        Files.write(directory.resolve("outbox/MA_" + STEM + ".zip"), new byte[] {1, 2, 3});
        CommandLineRun.Outcome outcome = run(OPEN);
        assertThat(outcome.status()).isEqualTo(1);
        JsonNode message = mapper.readTree(outcome.out()).at("/messages/0");
        assertThat(message.get("rule").asString()).isEqualTo("ARCHIVE_CORRUPT");
        assertThat(outcome.err())
                .isEqualTo("mam: ARCHIVE_CORRUPT: " + message.get("message").asString() + "\n");
    }

    @Test
    void failureIsAMessageThatNamesTheFile() {
        assertThat(json("show missing.csv").get("messages"))
                .isEqualTo(mapper.readTree("[{\"file\":\"missing.csv\",\"message\":\"no such file or directory\"}]"));
    }

    @Test
    void wrongUsageIsAMessageWhereverTheFormatOptionIs() {
        for (String[] command :
                new String[][] {{"week", "--format", "json", "tomorrow"}, {"week", "tomorrow", "--format=json"}}) {
            CommandLineRun.Outcome outcome = CommandLineRun.in(directory).run(command);
            assertThat(outcome.status()).isEqualTo(2);
            JsonSchemas.check(outcome.out(), 2);
            assertThat(mapper.readTree(outcome.out()).at("/messages/0/message").asString())
                    .contains("'tomorrow' is not a date");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u009b31m",
                "\u202e\u2066",
                "\u200b\u00a0",
                "\ufeff",
                "\u0007",
                "\u007f",
                "\udb40\udc41",
                "\u2028"
            })
    void invisibleCharactersAreEscapedWithoutLoss(String text) throws IOException {
        CommandLineRun.Outcome outcome = CommandLineRun.in(directory)
                .withInput(MigrationAuthorisations.withFirstRow(1, "x" + text))
                .run("validate", "--format", "json", "-");
        assertThat(outcome.out()).matches("[^\\p{Cc}\\p{Cf}\\p{Z}&&[^\\n ]]*");
        assertThat(mapper.readTree(outcome.out())
                        .at("/files/0/findings")
                        .valueStream()
                        .map(finding -> finding.path("found").asString("")))
                .contains("x" + text);
    }

    @Test
    void everyCommandExceptCompletionAndHelpHasJsonOutputAndASchema() throws IOException {
        Set<String> commands = new TreeSet<>();
        for (String line : CommandLineRun.in(directory).run("--help").lines()) {
            Arrays.stream(line.split("\\s+", 3))
                    .skip(1)
                    .findFirst()
                    .filter(word -> line.matches("  [a-z]+ +[A-Z].*"))
                    .filter(word -> CommandLineRun.in(directory)
                            .run(word, "--help")
                            .out()
                            .contains("--format"))
                    .ifPresent(commands::add);
        }
        try (Stream<Path> schemas = Files.list(JsonSchemas.FOLDER)) {
            assertThat(commands)
                    .hasSize(18)
                    .isEqualTo(schemas.map(
                                    schema -> schema.getFileName().toString().replace(".schema.json", ""))
                            .filter(name -> !Set.of("common", "checks", "rejection-notice")
                                    .contains(name))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        String page = Files.readString(Path.of("..", "docs", "json.md"), StandardCharsets.UTF_8);
        assertThat(commands).allSatisfy(name -> assertThat(page).contains("schemas/" + name + ".schema.json"));
    }
}
