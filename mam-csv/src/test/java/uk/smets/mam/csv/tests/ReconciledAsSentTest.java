package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.reconcile.ReconciledMeterPoint.Status;
import uk.smets.mam.csv.reconcile.Reconciliation;
import uk.smets.mam.csv.reconcile.ValidationResponses;
import uk.smets.mam.model.MigrationAuthorisationRow;

/** For any answers of DCC, every meter point has one status, and exactly the rejected and unanswered rows are written again. */
class ReconciledAsSentTest {
    @Provide
    Arbitrary<MigrationAuthorisation> documents() {
        return Documents.usual();
    }

    /** The outcomes of a meter point, in the order of the lines. */
    @Provide
    Arbitrary<List<String>> answers() {
        return Arbitraries.of("Accepted", "Rejected").list().ofMaxSize(3);
    }

    @Property(tries = 200)
    void statusesAndRowsFollowFromTheAnswers(
            @ForAll("documents") MigrationAuthorisation document,
            @ForAll @Size(max = 30) List<@From("answers") List<String>> drawn)
            throws IOException {
        Map<String, Status> expected = new HashMap<>();
        StringBuilder responses = new StringBuilder("MPAN,MPRN,Outcome\n");
        for (MigrationAuthorisationRow row : document.rows()) {
            row.mpan().ifPresent(mpan -> answer("A" + mpan.number(), mpan + ",", drawn, expected, responses));
            row.mprn().ifPresent(mprn -> answer("R" + mprn.number(), "," + mprn, drawn, expected, responses));
        }

        Path folder = Files.createTempDirectory("reconciled");
        Path sent = folder.resolve("sent.csv");
        Path answered = Files.writeString(folder.resolve("responses.csv"), responses);
        document.write(sent);
        Reconciliation found = ValidationResponses.defaults().reconcile(List.of(sent), answered);

        for (Status status : Status.values()) {
            assertThat(found.count(status))
                    .as(status.name())
                    .isEqualTo(expected.values().stream().filter(status::equals).count());
        }
        List<MigrationAuthorisationRow> open = document.rows().stream()
                .filter(row -> row.mpan()
                                .filter(mpan -> isOpen(expected.get("A" + mpan.number())))
                                .isPresent()
                        || row.mprn()
                                .filter(mprn -> isOpen(expected.get("R" + mprn.number())))
                                .isPresent())
                .toList();
        assertThat(found.needsSendingAgain()).isEqualTo(!open.isEmpty());
        if (!open.isEmpty()) {
            Path again = folder.resolve("again.csv");
            assertThat(found.writeAgain(again, document.header()).rows()).isEqualTo(open.size());
            assertThat(MigrationAuthorisation.parse(again))
                    .isEqualTo(new MigrationAuthorisation(document.header(), open));
        }
        delete(folder);
    }

    private static void answer(
            String key,
            String meterPoint,
            List<List<String>> drawn,
            Map<String, Status> expected,
            StringBuilder responses) {
        if (expected.containsKey(key)) {
            return;
        }
        List<String> outcomes = expected.size() < drawn.size() ? drawn.get(expected.size()) : new ArrayList<>();
        outcomes.forEach(outcome ->
                responses.append(meterPoint).append(',').append(outcome).append('\n'));
        boolean accepted = outcomes.contains("Accepted");
        boolean rejected = outcomes.contains("Rejected");
        expected.put(
                key,
                accepted && rejected
                        ? Status.CONTRADICTORY
                        : accepted ? Status.ACCEPTED : rejected ? Status.REJECTED : Status.UNANSWERED);
    }

    private static boolean isOpen(Status status) {
        return status == Status.REJECTED || status == Status.UNANSWERED;
    }

    private static void delete(Path folder) {
        for (String name : List.of("sent.csv", "responses.csv", "again.csv", "")) {
            try {
                Files.deleteIfExists(name.isEmpty() ? folder : folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
