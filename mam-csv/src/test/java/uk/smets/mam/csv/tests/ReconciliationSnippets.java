package uk.smets.mam.csv.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.smets.mam.csv.reconcile.ReconciledMeterPoint;
import uk.smets.mam.csv.reconcile.Reconciliation;
import uk.smets.mam.csv.reconcile.ValidationResponses;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.WrittenFile;

/** The Java code of {@code docs/reconciliation.md}, compiled and run here; {@link ReconciliationPageTest} compares the page with it. */
final class ReconciliationSnippets {
    Reconciliation reconcile(Path sent, Path responses) throws IOException {
        // snippet: reconcile
        Reconciliation reconciliation = ValidationResponses.defaults()
                .mapping(Map.of("Validation status", "Outcome", "Comment", "Reason"))
                .rejected(Set.of("Not active"))
                .reconcile(List.of(sent), responses);
        reconciliation.report().findings().forEach(System.out::println);
        for (ReconciledMeterPoint meterPoint : reconciliation.meterPoints()) {
            System.out.println(meterPoint.mpxn() + " " + meterPoint.status()
                    + meterPoint.reason().map(reason -> ": " + reason).orElse(""));
        }
        // end
        return reconciliation;
    }

    void again(Reconciliation reconciliation, Path folder, Clock clock) throws IOException {
        // snippet: again
        if (reconciliation.report().isSound() && reconciliation.needsSendingAgain()) {
            MigrationAuthorisationHeader header = reconciliation.header().orElseThrow();
            Path again = folder.resolve(header.fileName(clock).toString());
            WrittenFile written = reconciliation.writeAgain(again, header);
            System.out.println(again.getFileName() + ": " + written.rows() + " rows");
        }
        // end
    }
}
