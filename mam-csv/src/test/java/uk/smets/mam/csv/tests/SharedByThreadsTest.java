package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** Documents and options may be shared by any number of threads. */
class SharedByThreadsTest {
    private static final int THREADS = 32;

    private record Outcome(List<ValidationReport> reports, MigrationAuthorisation document, List<Byte> bytes) {}

    @Test
    void threadsThatShareOptionsAndDocumentsGetTheSameResultsAsASingleThread() throws Exception {
        ValidationOptions options = ValidationOptions.defaults().with(Rule.MPXN_DUPLICATE, Severity.ERROR);
        byte[] sound = Lines.file(
                Lines.dualFuel(), Lines.electricity().with(1, Lines.OTHER_MPAN).with(7, "CN=\"a\"\"\""));
        MigrationAuthorisation shared = Unnamed.parse(sound);
        Callable<Outcome> work = () -> {
            List<ValidationReport> reports = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                reports.add(Unnamed.validate(RecordList.file(Lines.HEADER, RecordList.of(i, 40)), options));
                reports.add(shared.check(options));
            }
            List<Byte> bytes = new ArrayList<>();
            for (byte b : shared.toBytes()) {
                bytes.add(b);
            }
            return new Outcome(reports, Unnamed.parse(sound, options), bytes);
        };
        Outcome alone = work.call();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Outcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                outcomes.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            for (Future<Outcome> outcome : outcomes) {
                assertThat(outcome.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(alone.reports).anyMatch(report -> !report.isSound()).anyMatch(ValidationReport::isSound);
    }
}
