package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Documents and options may be shared by any number of threads. */
class SharedByThreadsTest {
    private static final int THREADS = 32;

    private record Outcome(ValidationReport report, MigrationSchedule document, ValidationReport check) {}

    @Test
    void threadsThatShareOptionsAndDocumentsAllGetTheResultOfOneThread() throws Exception {
        ValidationOptions options = ValidationOptions.defaults().with(Rule.MPXN_DUPLICATE, Severity.ERROR);
        byte[] twice = GridWorkbook.of(Notices.schedule(BodyRow.ofResponse(), BodyRow.ofSchedule()))
                .bytes();
        byte[] dates = GridWorkbook.of(Notices.schedule(
                        BodyRow.ofResponse().with("Not before", CellXml.number("43710", GridWorkbook.DATE))))
                .bytes();
        MigrationSchedule shared = MigrationSchedule.parse(Input.of(dates, "stream"));
        Callable<Outcome> work = () -> new Outcome(
                MigrationSchedule.validate(Input.of(twice, "stream"), options),
                MigrationSchedule.parse(Input.of(dates, "stream")),
                shared.check(options));
        Outcome alone = work.call();
        assertThat(alone.report().isSound()).isFalse();
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
    }
}
