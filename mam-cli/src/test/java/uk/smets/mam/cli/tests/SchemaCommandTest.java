package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import uk.smets.mam.csv.description.FormatDescription;
import uk.smets.mam.csv.description.SqlDialect;
import uk.smets.mam.model.DocumentKind;

/** {@code mam schema}. */
class SchemaCommandTest {
    private final CommandLineRun here = CommandLineRun.in(Path.of(""));
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void fieldsAreListedWithNamesAndForms() {
        CommandLineRun.Outcome outcome = here.run("schema", "authorisation");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("""
            Migration Authorisation
              header (clause 7.2.2)
                 1  User ID
                    userId
                    mandatory; text, 8 hexadecimal pairs joined by hyphens
                 2  Commissioned by DCC
                    commissionedByDcc
                    mandatory; text, YES or NO
                 3  SMSO
                    smso
                    mandatory; text, one of BRG, CGI, EDM, MDS, NPW, SCM, TRL
              row (clause 7.2.3)
                 1  MPAN
                    mpan
                    mandatory for an Active ESME; text, 13 digits
            """).endsWith("""
                        mandatory if Serial Number is specified; text

                Clauses are those of MAM v2.1b.
                """);
    }

    @Test
    void everyLineFitsInATerminal() {
        assertThat(here.run("schema").lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void allDocumentsAreDescribedUnlessOneIsNamed() {
        assertThat(here.run("schema").lines())
                .contains("Migration Authorisation", "Firmware notification", "Migration Schedule");
        assertThat(here.run("schema", "schedule").lines())
                .contains("Migration Schedule")
                .doesNotContain("Migration Authorisation", "Firmware notification");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorisation", "schedule", "firmware"})
    void jsonConformsToThePublishedSchema(String document) {
        CommandLineRun.Outcome outcome = here.run("schema", document, "--format", "json");
        assertThat(outcome.status()).isZero();
        JsonSchemas.check(outcome.out(), 0);
        assertThat(mapper.readTree(outcome.out()).get("documents")).hasSize(1);
    }

    @Test
    void jsonHasEverythingThatIsKnownAboutAField() {
        JsonNode documents =
                mapper.readTree(here.run("schema", "--format", "json").out()).get("documents");
        assertThat(documents).hasSize(3);
        assertThat(documents.get(0).get("document").asString()).isEqualTo("MIGRATION_AUTHORISATION");
        assertThat(documents.get(0).get("row")).hasSize(25);
        assertThat(documents.get(0).get("header").get(1)).isEqualTo(mapper.readTree("""
            {"number": 2, "name": "Commissioned by DCC", "jsonName": "commissionedByDcc", "mandatory": true,
             "optionality": "mandatory", "kind": "FLAG", "type": "text, YES or NO", "values": ["YES", "NO"],
             "maxLength": 3, "clause": "7.2.2"}
            """));
        assertThat(documents.get(0).get("row").get(3)).isEqualTo(mapper.readTree("""
            {"number": 4, "name": "Migration Week", "jsonName": "migrationWeek", "mandatory": false,
             "optionality": "mandatory except where Migrate on is given", "kind": "DATE",
             "type": "date YYYYMMDD, UTC, a Monday", "pattern": "[0-9]{4}[0-9]{2}[0-9]{2}",
             "datePattern": "uuuuMMdd", "maxLength": 8, "clause": "7.2.3"}
            """));
        assertThat(documents.get(1).get("document").asString()).isEqualTo("FIRMWARE_UPGRADE_NOTIFICATION");
        assertThat(documents.get(1).get("row")).hasSize(24);
        assertThat(documents.get(2).get("row")).hasSize(37);
        assertThat(documents.get(2).get("header").get(1)).isEqualTo(mapper.readTree("""
            {"number": 2, "name": "SEC Party Signifier", "jsonName": "secPartySignifiers", "mandatory": true,
             "optionality": "mandatory", "kind": "LIST",
             "type": "list of texts of 6 characters, joined by commas or in several cells",
             "pattern": "[!-+.-~-]{6}", "clause": "7.4.1"}
            """));
    }

    @Test
    void otherFormatsEqualThoseOfTheLibrary() {
        FormatDescription schedule = FormatDescription.of(DocumentKind.MIGRATION_SCHEDULE);
        assertThat(here.run("schema", "schedule", "--format", "csvw").out()).isEqualTo(schedule.toCsvw());
        assertThat(here.run("schema", "schedule", "--format", "frictionless").out())
                .isEqualTo(schedule.toFrictionless());
        assertThat(here.run("schema", "schedule", "--format", "sql-h2").out()).isEqualTo(schedule.toSql(SqlDialect.H2));
        assertThat(here.run("schema", "--format", "sql-postgresql").out())
                .isEqualTo(FormatDescription.ofAll().toSql(SqlDialect.POSTGRESQL));
    }

    @Test
    void columnsOfAConvertedWorkbookHaveItsHeadingsAndIsoDates() {
        JsonNode table = mapper.readTree(here.run("schema", "schedule", "--format=csvw", "--file", "s.csv")
                        .out())
                .get("tables")
                .get(0);
        assertThat(table.get("url").asString()).isEqualTo("s.csv");
        assertThat(table.has("dialect")).isFalse();
        JsonNode notBefore = table.get("tableSchema").get("columns").get(2);
        assertThat(notBefore.get("titles").get(0).asString()).isEqualTo("notBefore");
        assertThat(notBefore.get("required").asBoolean()).isTrue();
        assertThat(notBefore.get("datatype")).isEqualTo(mapper.readTree("""
            {"base": "date", "format": "yyyy-MM-dd"}
            """));

        JsonNode resource = mapper.readTree(here.run("schema", "schedule", "--format=frictionless", "--file", "s.csv")
                        .out())
                .get("resources")
                .get(0);
        assertThat(resource.get("path").asString()).isEqualTo("s.csv");
        assertThat(resource.has("dialect")).isFalse();
        assertThat(resource.get("schema").get("fields").get(2).get("format").asString())
                .isEqualTo("%Y-%m-%d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "schedule --file s.csv | --file needs a document and --format csvw or frictionless",
                "--format csvw --file s.csv | --file needs a document and --format csvw or frictionless",
                "schedule --format sql-h2 --file s.csv | --file needs a document and --format csvw or frictionless",
                "password | 'password' is not a document: give authorisation, schedule or firmware",
                "schedule --format xml | 'xml' is none of text, json, csvw, frictionless, sql-postgresql, sql-h2"
            })
    void wrongUsageIsExplained(String arguments, String message) {
        CommandLineRun.Outcome outcome = here.run(("schema " + arguments).split(" ", -1));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message);
    }

    @Test
    void wrongUsageIsJsonIfJsonIsRequested() {
        CommandLineRun.Outcome outcome = here.run("schema", "password", "--format", "json");
        assertThat(outcome.status()).isEqualTo(2);
        JsonSchemas.check(outcome.out(), 2);
    }
}
