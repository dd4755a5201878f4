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
 * Streams files of more and more rows, and prints the nanoseconds for a row of each, a line for each round. The files
 * are made while they are read, and the time of that is taken off: so neither disk nor page cache is measured.
 */
final class PaceProbe {
    static final List<Long> SIZES = List.of(10_000L, 100_000L, 1_000_000L, 10_000_000L);

    /** Smaller files are read as often as this many rows need. */
    private static final long LEAST_ROWS = 1_000_000;

    private PaceProbe() {}

    /**
     * Runs it.
     *
     * @param arguments whether to look for duplicates, and how many rounds
     * @throws IOException never
     */
    public static void main(String[] arguments) throws IOException {
        ValidationOptions options = Boolean.parseBoolean(arguments[0])
                ? ValidationOptions.defaults()
                : ValidationOptions.defaults().without(Rule.MPXN_DUPLICATE);
        int rounds = Integer.parseInt(arguments[1]);
        for (int i = 0; i < 3; i++) {
            pace(100_000, options);
        }
        for (int round = 0; round < rounds; round++) {
            List<String> paces = new ArrayList<>();
            for (long size : SIZES) {
                paces.add(String.format(Locale.ROOT, "%.1f", pace(size, options)));
            }
            System.out.println(String.join(" ", paces));
        }
    }

    private static double pace(long size, ValidationOptions options) throws IOException {
        SampleFile file = new SampleFile(size, CertificateChanges.BATCHED);
        long passes = Math.max(1, LEAST_ROWS / size);
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
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader = MigrationAuthorisation.open(Input.of(stream, "sample.csv"), options)) {
            for (MigrationAuthorisationRow row : reader) {
                rows += row.mpan().isPresent() ? 1 : 0;
            }
        }
        if (rows != file.rows()) {
            throw new IllegalStateException("a wrong answer; rows: " + rows);
        }
        return System.nanoTime() - start - stream.nanoseconds();
    }
}
