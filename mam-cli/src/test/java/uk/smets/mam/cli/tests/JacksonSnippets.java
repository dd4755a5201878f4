package uk.smets.mam.cli.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.jackson.MamJackson2Module;
import uk.smets.mam.csv.jackson.MamJackson3Module;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.MigrationSchedule;

/** The Java of {@code docs/jackson.md}, compiled and run here; {@link JacksonPageTest} compares the page with it. */
final class JacksonSnippets {
    final List<String> printed = new ArrayList<>();

    MigrationAuthorisationRow withJackson3(Path file) throws IOException {
        // snippet: jackson-3
        JsonMapper mapper =
                JsonMapper.builder().addModule(new MamJackson3Module()).build();
        for (MigrationAuthorisationRow row : MigrationAuthorisation.parse(file).rows()) {
            print(mapper.writeValueAsString(row));
        }
        MigrationAuthorisationRow row = mapper.readValue(
                "{\"mpan\": \"1312345678907\", \"migrationWeek\": \"20190805\", \"priority\": true}",
                MigrationAuthorisationRow.class);
        // end
        return row;
    }

    MigrationScheduleRow withJackson2(Path schedule) throws IOException {
        // snippet: jackson-2
        var mapper = com.fasterxml.jackson.databind.json.JsonMapper.builder()
                .addModule(new MamJackson2Module())
                .build();
        String json = mapper.writeValueAsString(MigrationSchedule.parse(schedule));
        MigrationSchedule same = mapper.readValue(json, MigrationSchedule.class);
        // end
        return same.rows().get(0);
    }

    void report(Path file, JsonMapper mapper) throws IOException {
        // snippet: report
        ValidationReport report = MigrationAuthorisation.validate(file);
        print(mapper.writeValueAsString(report.masked()));
        // end
    }

    private void print(String json) {
        printed.add(json);
    }
}
