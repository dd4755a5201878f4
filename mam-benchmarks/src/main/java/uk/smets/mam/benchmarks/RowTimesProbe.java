package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;

/**
 * Reads files of increasing size and prints the nanoseconds per row, one line for each round. The files are generated
 * while they are read, and the time for this is subtracted. Neither the disk nor the page cache is measured.
 */
final class RowTimesProbe {
    static final List<Long> SIZES = List.of(10_000L, 100_000L, 1_000_000L, 10_000_000L);

    /** The minimum number of rows in a measurement; smaller files are read several times. */
    private static final long MIN_ROWS = 1_000_000;

    private RowTimesProbe() {}

    /**
     * Runs all rounds.
     *
     * @param arguments whether to check for duplicates, and the number of rounds
     * @throws IOException never
     */
    public static void main(String[] arguments) throws IOException {
        ValidationOptions options = Boolean.parseBoolean(arguments[0])
                ? ValidationOptions.defaults()
                : ValidationOptions.defaults().without(Rule.MPXN_DUPLICATE);
        int rounds = Integer.parseInt(arguments[1]);
        for (int i = 0; i < 3; i++) {
            nanosecondsPerRow(100_000, options);
        }
        for (int round = 0; round < rounds; round++) {
            List<String> times = new ArrayList<>();
            for (long size : SIZES) {
                times.add(String.format(Locale.ROOT, "%.1f", nanosecondsPerRow(size, options)));
            }
            System.out.println(String.join(" ", times));
        }
    }

    private static double nanosecondsPerRow(long size, ValidationOptions options) throws IOException {
        SampleFile file = new SampleFile(size, CertificateChanges.BATCHED);
        long passes = Math.max(1, MIN_ROWS / size);
        long nanoseconds = 0;
        for (long pass = 0; pass < passes; pass++) {
            nanoseconds += read(file, options);
        }
        return (double) nanoseconds / (passes * size);
    }

    private static long read(SampleFile file, ValidationOptions options) throws IOException {
        long start = System.nanoTime();
        TimedStream stream = new TimedStream(file.stream());
        long rows = 0;
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                MigrationAuthorisation.open(Input.of(stream, "sample.csv"), options)) {
            for (MigrationAuthorisationRow row : reader) {
                rows += row.mpan().isPresent() ? 1 : 0;
            }
        }
        if (rows != file.rows()) {
            throw new IllegalStateException("wrong result: rows: " + rows);
        }
        return System.nanoTime() - start - stream.nanoseconds();
    }
}
