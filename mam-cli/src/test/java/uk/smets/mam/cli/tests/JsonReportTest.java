package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Smso;

/** {@code mam validate --format json}, checked against the published schema. */
class JsonReportTest {
    private static final Path SCHEMA = JsonSchemas.FOLDER.resolve("common.schema.json");

    private final ObjectMapper mapper = new ObjectMapper();

    @TempDir
    private Path directory;

    private String report(byte[] content, String... options) {
        String[] arguments = Stream.concat(Stream.of("validate", "--format", "json", "-"), Arrays.stream(options))
                .toArray(String[]::new);
        return CommandLineRun.in(directory).withInput(content).run(arguments).out();
    }

    @Test
    void reportOfTheSamplesConformsToTheSchema() throws IOException {
        String json = CommandLineRun.in(CommandLineRun.SAMPLES)
                .run("validate", "--format", "json", ".")
                .out();
        assertThat(JsonSchemas.problems(json)).isEmpty();
        JsonNode files = mapper.readTree(json).get("files");
        assertThat(files.valueStream().map(file -> file.get("file").asString()))
                .contains("./" + CommandLineRun.VALID_NAME, "./with-mistakes.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "x", "\u00e9\n\"", "70-B3-D5-1F-30-00-A0-01\nYES\nCGI\n", "a\nb\nc\nd,e\n"})
    void reportOfAnyInputConformsToTheSchema(String content) throws IOException {
        assertThat(JsonSchemas.problems(report(content.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void schemaRejectsInvalidReports() throws IOException {
        String json = report(MigrationAuthorisations.withFirstRow(5, "y"));
        assertThat(JsonSchemas.problems(json)).isEmpty();
        assertThat(JsonSchemas.problems(json.replace("\"ERROR\"", "\"FATAL\""))).isNotEmpty();
        assertThat(JsonSchemas.problems(json.replace("\"rows\"", "\"lines\""))).isNotEmpty();
        assertThat(JsonSchemas.problems(json.replace("\"line\" : 4,", ""))).isNotEmpty();
    }

    @Test
    void schemaAllowsEveryRuleAndEverySmso() throws IOException {
        JsonNode definitions = mapper.readTree(Files.readString(SCHEMA)).get("$defs");
        assertThat(Rule.values())
                .allSatisfy(rule -> assertThat(rule.name())
                        .matches(definitions.at("/rule/pattern").asString()));
        assertThat(definitions.at("/header/properties/smso/enum").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(
                        Arrays.stream(Smso.values()).map(Smso::name).toList());
    }

    @Test
    void fileIsOneObjectWithItsHeaderCountsAndFindings() throws IOException {
        JsonNode file = mapper.readTree(report(MigrationAuthorisations.withFirstRow(4, "20190806")))
                .at("/files/0");
        assertThat(file.get("file").asString()).isEqualTo("-");
        assertThat(file.get("document").asString()).isEqualTo("MIGRATION_AUTHORISATION");
        assertThat(file.get("header"))
                .isEqualTo(mapper.readTree(
                        "{\"userId\":\"70-B3-D5-1F-30-00-A0-01\",\"commissionedByDcc\":true,\"smso\":\"CGI\"}"));
        assertThat(file.get("rows").asInt()).isEqualTo(22);
        assertThat(file.get("errors").asInt()).isEqualTo(1);
        assertThat(file.get("warnings").asInt()).isZero();
        assertThat(file.get("counts")).isEqualTo(mapper.readTree("{\"MIGRATION_WEEK_NOT_MONDAY\":1}"));
        JsonNode finding = file.at("/findings/0");
        assertThat(finding.get("line").asInt()).isEqualTo(4);
        assertThat(finding.get("field").asInt()).isEqualTo(4);
        assertThat(finding.get("fieldName").asString()).isEqualTo("Migration Week");
        assertThat(finding.get("found").asString()).isEqualTo("20190806");
    }

    @Test
    void placeIsAbsentIfTheFindingIsAboutTheFile() throws IOException {
        JsonNode file = mapper.readTree(report(new byte[0])).at("/files/0");
        assertThat(file.has("header")).isFalse();
        assertThat(file.at("/findings/0").propertyNames()).containsExactlyInAnyOrder("rule", "severity", "message");
    }

    @Test
    void meterPointsAreMasked() throws IOException {
        byte[] content = MigrationAuthorisations.withFirstRow(1, "100023456781");
        assertThat(report(content)).contains("100023456781");
        assertThat(report(content, "--mask")).contains("\"************\"").doesNotContain("100023456781");
    }

    @Test
    void jsonIsUtf8RegardlessOfTheLocale() throws IOException {
        CommandLineRun.Outcome outcome = CommandLineRun.in(directory)
                .withInput(MigrationAuthorisations.withFirstRow(6, "\u0661"))
                .withCharset(StandardCharsets.ISO_8859_1)
                .run("validate", "--format", "json", "-");
        String json = new String(outcome.out().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        assertThat(mapper.readTree(json).at("/files/0/findings/0/found").asString())
                .isEqualTo("\u0661");
    }

    @Test
    void jsonIsCompleteIfAFileCannotBeRead() {
        CommandLineRun.Outcome outcome =
                CommandLineRun.in(directory).run("validate", "--format", "json", "missing.csv");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(mapper.readTree(outcome.out()).get("files")).isEmpty();
    }
}
