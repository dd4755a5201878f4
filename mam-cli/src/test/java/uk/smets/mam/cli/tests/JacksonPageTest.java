package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.jackson.MamJackson2Module;
import uk.smets.mam.csv.jackson.MamJackson3Module;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.testing.DocumentationPage;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** The page on Jackson, and the documents of all modules with both versions of Jackson. */
class JacksonPageTest {
    private static final DocumentationPage PAGE = DocumentationPage.ofDocs("jackson.md");
    private static final Path AUTHORISATION =
            Path.of("..", "docs", "samples", "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv");

    private static final JsonMapper JACKSON_3 =
            JsonMapper.builder().addModule(new MamJackson3Module()).build();

    private static final com.fasterxml.jackson.databind.ObjectMapper JACKSON_2 =
            com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .addModule(new MamJackson2Module())
                    .build();

    private final JacksonSnippets snippets = new JacksonSnippets();

    @TempDir
    private Path folder;

    @Test
    void everyJavaBlockOfThePageIsCompiledAndRunHere() throws IOException {
        PAGE.showsTheSnippetsOf(JacksonSnippets.class);
        assertThat(snippets.withJackson3(AUTHORISATION))
                .isEqualTo(MigrationAuthorisationRow.electricity(Mpan.of("1312345678907"))
                        .migrationWeek(MigrationWeek.find("20190805").orElseThrow())
                        .priority(true)
                        .build());
        assertThat(snippets.printed).hasSize(22);
        SampleWorkbooks.writeTo(folder);
        Path schedule = folder.resolve(SampleWorkbooks.SCHEDULE);
        assertThat(snippets.withJackson2(schedule))
                .isEqualTo(MigrationSchedule.parse(schedule).rows().get(0));
        snippets.report(AUTHORISATION, JACKSON_3);
        assertThat(snippets.printed.get(22)).startsWith("{\"document\":\"MIGRATION_AUTHORISATION\"");
    }

    /** The JSON on the page is a document that Jackson writes. */
    @Test
    void pageShowsTheJsonOfASchedule() throws IOException {
        SampleWorkbooks.writeTo(folder);
        MigrationSchedule schedule = MigrationSchedule.parse(folder.resolve(SampleWorkbooks.SCHEDULE));
        String json = JACKSON_3
                .rebuild()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(schedule)
                .replace(System.lineSeparator(), "\n");
        assertThat(PAGE.text()).contains("```json\n" + json + "\n```");
    }

    @Test
    void workbooksAreReadBackEqualWithBothVersions() throws IOException {
        SampleWorkbooks.writeTo(folder);
        MigrationSchedule schedule = MigrationSchedule.parse(folder.resolve(SampleWorkbooks.SCHEDULE));
        FirmwareUpgradeNotification upgrades =
                FirmwareUpgradeNotification.parse(folder.resolve(SampleWorkbooks.UPGRADES));
        MigrationAuthorisation authorisation = MigrationAuthorisation.parse(AUTHORISATION);
        assertThat(JACKSON_3.readValue(JACKSON_3.writeValueAsString(schedule), MigrationSchedule.class))
                .isEqualTo(schedule);
        assertThat(JACKSON_3.readValue(JACKSON_3.writeValueAsString(upgrades), FirmwareUpgradeNotification.class))
                .isEqualTo(upgrades);
        assertThat(JACKSON_3.readValue(JACKSON_3.writeValueAsString(authorisation), MigrationAuthorisation.class))
                .isEqualTo(authorisation);
        assertThat(JACKSON_2.readValue(JACKSON_2.writeValueAsString(schedule), MigrationSchedule.class))
                .isEqualTo(schedule);
        assertThat(JACKSON_2.readValue(JACKSON_2.writeValueAsString(upgrades), FirmwareUpgradeNotification.class))
                .isEqualTo(upgrades);
        assertThat(JACKSON_2.writeValueAsString(schedule)).isEqualTo(JACKSON_3.writeValueAsString(schedule));
        assertThat(JACKSON_2.writeValueAsString(upgrades)).isEqualTo(JACKSON_3.writeValueAsString(upgrades));
    }

    @Test
    void jacksonFindsTheModulesOnTheClassPath() throws IOException {
        assertThat(JsonMapper.builder().findAndAddModules().build().writeValueAsString(Mpan.of("1312345678907")))
                .isEqualTo("\"1312345678907\"");
        assertThat(com.fasterxml.jackson.databind.json.JsonMapper.builder()
                        .findAndAddModules()
                        .build()
                        .writeValueAsString(Mpan.of("1312345678907")))
                .isEqualTo("\"1312345678907\"");
    }
}
