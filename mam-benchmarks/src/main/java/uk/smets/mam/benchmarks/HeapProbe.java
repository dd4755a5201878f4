package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.util.Locale;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** Runs one job in a heap whose size the caller sets, and fails if the result is wrong. */
final class HeapProbe {
    static final int DUPLICATES = 3;

    private HeapProbe() {}

    /**
     * Runs the job.
     *
     * @param arguments the job ({@code stream}, {@code validate} or {@code parse}) and the number of rows
     * @throws IOException never
     */
    public static void main(String[] arguments) throws IOException {
        long rows = Long.parseLong(arguments[1]);
        switch (arguments[0]) {
            case "stream" -> stream(rows);
            case "validate" -> validate(rows);
            case "parse" -> parse(rows);
            default -> throw new IllegalArgumentException("unknown job: " + arguments[0]);
        }
    }

    private static void stream(long rows) throws IOException {
        SampleFile file = new SampleFile(rows, CertificateChanges.BATCHED);
        long read = 0;
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                MigrationAuthorisation.open(
                        input(file), ValidationOptions.defaults().without(Rule.MPXN_DUPLICATE))) {
            for (MigrationAuthorisationRow row : reader) {
                read += row.mpan().isPresent() ? 1 : 0;
            }
        }
        require(read == rows, "rows: " + read);
    }

    private static Input input(SampleFile file) {
        return Input.of(file.stream(), "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv");
    }

    private static void validate(long rows) throws IOException {
        SampleFile file = new SampleFile(rows, CertificateChanges.BATCHED, DUPLICATES);
        ValidationReport report = MigrationAuthorisation.validate(input(file));
        require(report.rows() == rows, "rows: " + report.rows());
        require(report.count(Rule.MPXN_DUPLICATE) == DUPLICATES, "counts: " + report.counts());
        for (int i = 0; i < DUPLICATES; i++) {
            String message = report.findings().get(i).message();
            require(message.contains("line " + (4 + i) + ":"), message);
        }
    }

    /** Prints the heap that a row of a document retains, in bytes. */
    private static void parse(long rows) throws IOException {
        SampleFile file = new SampleFile(rows, CertificateChanges.BATCHED);
        MigrationAuthorisation.parse(input(new SampleFile(1_000, CertificateChanges.BATCHED)));
        long before = usedHeap();
        MigrationAuthorisation document = MigrationAuthorisation.parse(input(file));
        long after = usedHeap();
        // Uses the document after the measurement, so that it is reachable during it.
        require(document.rows().size() == rows, "rows: " + document.rows().size());
        System.out.printf(Locale.ROOT, "%.1f%n", (double) (after - before) / rows);
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void require(boolean right, String found) {
        if (!right) {
            throw new IllegalStateException("wrong result: " + found);
        }
    }
}
