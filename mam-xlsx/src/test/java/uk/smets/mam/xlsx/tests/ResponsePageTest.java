package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.WrittenResponse;
import uk.smets.mam.testing.DocumentationPage;
import uk.smets.mam.xlsx.MigrationSchedule;

class ResponsePageTest {
    private static final DocumentationPage PAGE = DocumentationPage.ofDocs("response.md");

    private final ResponseSnippets snippets = new ResponseSnippets();

    @TempDir
    Path folder;

    private Path schedule;
    private Path response;

    @BeforeEach
    void writeSchedule() throws IOException {
        schedule = folder.resolve("schedule.xlsx");
        response = folder.resolve("response.xlsx");
        Schedules.schedule(40).write(schedule);
    }

    @Test
    void everyJavaBlockOfThePageIsCompiledAndRunHere() throws IOException {
        PAGE.showsTheSnippetsOf(ResponseSnippets.class);
    }

    @Test
    void pageNamesExistingRulesAndMethods() throws IOException {
        String page = PAGE.text();
        Matcher code = Pattern.compile("`([A-Z]{3,}(?:_[A-Z]+)+)`").matcher(page);
        Set<String> rules = Arrays.stream(Rule.values()).map(Rule::name).collect(Collectors.toSet());
        while (code.find()) {
            assertThat(rules).contains(code.group(1));
        }
        Matcher method = Pattern.compile("`(?:ScheduleAnswer\\.)?(\\w+)\\((?:pair|ids|slot)?\\)`")
                .matcher(page);
        Set<String> methods = Arrays.stream(ScheduleAnswer.class.getMethods())
                .map(Method::getName)
                .collect(Collectors.toSet());
        methods.addAll(Set.of("check", "breakSignature"));
        while (method.find()) {
            assertThat(methods).contains(method.group(1));
        }
    }

    @Test
    void respondAnswersAllRowsAndOverridesSome() throws IOException {
        WrittenResponse written =
                snippets.respond(schedule, response, Schedules.OURS, Schedules.DUAL_FUEL, Schedules.THEIRS);
        assertThat(written.answeredRows()).isEqualTo(40);
        MigrationSchedule answered = MigrationSchedule.parse(response);
        assertThat(answered.rows().get(0).priority()).isTrue();
        assertThat(answered.rows().get(0).certificateIds())
                .isEqualTo(CertificateIds.ofSupplier(Schedules.OURS).withEsmeNetworkOperator(Schedules.THEIRS));
        assertThat(answered.rows().get(35)).isEqualTo(Schedules.row(35));
    }

    @Test
    void certificatesAreWrittenForOurMetersOnly() throws IOException {
        WrittenResponse written = snippets.respondForOurMeters(schedule, response, Schedules.OURS, Schedules.DUAL_FUEL);
        assertThat(written.report().findings()).isEmpty();
        MigrationSchedule answered = MigrationSchedule.parse(response);
        assertThat(answered.rows().get(0).certificateIds())
                .isEqualTo(CertificateIds.ofElectricitySupplier(Schedules.OURS));
        assertThat(answered.rows().get(2).certificateIds()).isEqualTo(CertificateIds.ofSupplier(Schedules.OURS));
    }

    @Test
    void receiveAcceptsAnswersOfASoundResponseOnly() throws IOException {
        snippets.respond(schedule, response, Schedules.OURS, Schedules.DUAL_FUEL, Schedules.THEIRS);
        assertThat(snippets.receive(schedule, response)).containsExactly(7);
        Schedules.schedule(39).write(response);
        assertThat(new ResponseSnippets().receive(schedule, response)).isEmpty();
    }
}
