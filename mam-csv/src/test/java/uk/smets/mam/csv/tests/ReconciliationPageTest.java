package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.reconcile.ReconciledMeterPoint.Status;
import uk.smets.mam.csv.reconcile.Reconciliation;
import uk.smets.mam.csv.reconcile.ValidationResponses;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.testing.DocumentationPage;

class ReconciliationPageTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final DocumentationPage PAGE = DocumentationPage.ofDocs("reconciliation.md");
    private static final Path SENT = DOCS.resolve("samples/MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv");
    private static final Path RESPONSES = DOCS.resolve("samples/validation-responses.csv");

    private final ReconciliationSnippets snippets = new ReconciliationSnippets();

    @TempDir
    Path folder;

    @Test
    void everyJavaBlockOfThePageIsACompiledSnippet() throws IOException {
        PAGE.showsTheSnippetsOf(ReconciliationSnippets.class);
    }

    @Test
    void pageListsEveryFieldAndEveryStatus() throws IOException {
        String page = PAGE.text();
        assertThat(ValidationResponses.fields())
                .extracting(DocumentField::name, DocumentField::jsonName)
                .allSatisfy(names -> assertThat(page)
                        .contains("\n| " + names.toList().get(0) + " | `"
                                + names.toList().get(1) + "` | "));
        assertThat(Arrays.stream(Status.values()).map(status -> "\n| `" + status + "` | "))
                .allSatisfy(row -> assertThat(page).contains(row));
    }

    @Test
    void wordsOfThePageHaveTheMeaningThatItGives() throws IOException {
        String page = PAGE.text();
        Matcher words = Pattern.compile("(?m)^\\| ([a-z, ]+) \\| (accepted|rejected) \\|$")
                .matcher(page);
        int seen = 0;
        while (words.find()) {
            for (String word : words.group(1).split(", ", -1)) {
                Path responses =
                        Files.writeString(folder.resolve("r.csv"), "MPxN,Outcome\n1000234567813," + word + "\n");
                Reconciliation found = ValidationResponses.defaults().reconcile(List.of(SENT), responses);
                Status expected = words.group(2).equals("accepted") ? Status.ACCEPTED : Status.REJECTED;
                assertThat(found.count(expected)).as(word).isOne();
                seen++;
            }
        }
        assertThat(seen).isEqualTo(13);
    }

    @Test
    void snippetsReconcileTheSampleAndWriteTheRowsToSendAgain() throws IOException {
        Reconciliation found = snippets.reconcile(SENT, RESPONSES);
        assertThat(found.count(Status.ACCEPTED)).isEqualTo(31);
        assertThat(found.count(Status.REJECTED)).isEqualTo(2);
        assertThat(found.count(Status.UNANSWERED)).isOne();
        assertThat(found.count(Status.CONTRADICTORY)).isOne();
        assertThat(found.count(Status.UNKNOWN)).isOne();

        snippets.again(found, folder, Clock.fixed(Instant.parse("2019-08-07T09:00:00Z"), ZoneOffset.UTC));

        assertThat(MigrationAuthorisation.parse(folder.resolve("MA_CGI_70-B3-D5-1F-30-00-A0-01_20190807_090000.csv"))
                        .rows())
                .hasSize(3);
    }
}
