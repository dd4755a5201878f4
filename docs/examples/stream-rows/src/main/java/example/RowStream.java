package example;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;

/** Reads a Migration Authorisation of any size row by row, in constant memory. */
public final class RowStream {
    private static final int PROGRESS_INTERVAL = 100_000;

    /** To find a repeated meter point, all earlier ones have to be kept in memory. */
    static final ValidationOptions CONSTANT_MEMORY =
            ValidationOptions.defaults().without(Rule.MPXN_DUPLICATE);

    private RowStream() {}

    /** The number of electricity meters of each distributor, in all valid rows, and the number of errors in the others. */
    public record Summary(Map<Integer, Long> metersOfDistributor, long errors) {}

    public static Summary summarise(Path file, LongConsumer progress) throws IOException {
        Map<Integer, Long> meters = new TreeMap<>();
        AtomicLong errors = new AtomicLong();
        Consumer<Finding> listener = finding -> {
            if (finding.severity() == Severity.ERROR) {
                errors.incrementAndGet();
            }
        };
        try (var reader = MigrationAuthorisation.open(file, CONSTANT_MEMORY, listener)) {
            long rows = 0;
            for (MigrationAuthorisationRow row : reader) {
                row.mpan().map(Mpan::distributorId).ifPresent(id -> meters.merge(id, 1L, Long::sum));
                if (++rows % PROGRESS_INTERVAL == 0) {
                    progress.accept(rows);
                }
            }
        }
        return new Summary(meters, errors.get());
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println(summarise(Path.of(arguments[0]), rows -> System.out.printf("%,d rows%n", rows)));
    }
}
