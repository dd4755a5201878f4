package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures the CSV codec and prints the tables of {@code docs/performance.md} for the Migration Authorisation. Targets apply to
 * ratios within the same run, to bytes and to heap sizes, not to times.
 */
public final class Figures {
    private static final int KEPT_LIMIT = 160;
    private static final int ALLOCATED_LIMIT = 250;
    private static final int STREAM_HEAP_LIMIT = 32;
    private static final int VALIDATE_HEAP_LIMIT = 128;
    private static final double CHANGE_LIMIT = 0.25;
    private static final double CRAFTED_LIMIT = 1.25;
    private static final double STRAY_QUOTES_LIMIT = 4;
    private static final long MILLION = 1_000_000;

    private final Effort effort;

    private Figures(Effort effort) {
        this.effort = effort;
    }

    /**
     * Measures everything and prints the tables.
     *
     * @param arguments {@code --quick} for one short round (default: three rounds, about 15 minutes)
     * @throws IOException if a JVM cannot be started or a probe fails
     * @throws RunnerException if a benchmark fails
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws IOException, RunnerException, InterruptedException {
        boolean quick = List.of(arguments).equals(List.of("--quick"));
        if (arguments.length > 0 && !quick) {
            System.err.println("usage: Figures [--quick]");
            System.exit(2);
        }
        System.out.print(new Figures(quick ? Effort.QUICK : Effort.FULL).measure());
    }

    private String measure() throws IOException, RunnerException, InterruptedException {
        Scores scores = new Scores();
        new JmhRounds(effort, scores).run();
        Report report = new Report(scores);
        report.line(Machine.describe())
                .line("| work | measure | target | measured | reached |")
                .line("|---|---|---|---|---|");
        speed(report);
        report.ratio(
                "validate, 300,000 MPANs that collide under a common hash",
                "the same with ordinary MPANs",
                scores.ratio(
                        Scores.key(CraftedMeterPointsBenchmark.class, "crafted"),
                        Scores.key(CraftedMeterPointsBenchmark.class, "ordinary")),
                CRAFTED_LIMIT,
                2);
        strayQuotes(report);
        memory(report);
        RowTimes with = RowTimes.measure(true, effort.rounds());
        RowTimes without = RowTimes.measure(false, effort.rounds());
        rowTimes(report, "duplicates on", with);
        rowTimes(report, "duplicates off", without);
        details(report);
        report.line("")
                .line("| nanoseconds per row | 10^4 rows | 10^5 | 10^6 | 10^7 |")
                .line("|---|---|---|---|---|")
                .line("| duplicates on | " + cells(with) + " |")
                .line("| duplicates off | " + cells(without) + " |");
        return report.toString();
    }

    private static void strayQuotes(Report report) {
        for (String kind : List.of("unclosed", "reopened")) {
            report.ratio(
                    "import, 100,000 rows, each with a stray quote (`" + kind + "`)",
                    "the same without",
                    report.scores()
                            .ratio(
                                    Scores.key(StrayQuoteBenchmark.class, kind),
                                    Scores.key(StrayQuoteBenchmark.class, "clean")),
                    STRAY_QUOTES_LIMIT,
                    2);
        }
    }

    private static void speed(Report report) {
        report.ratio(
                        "typed, validated streaming read",
                        ReadBenchmark.class,
                        "Jackson CSV, tokens and their text",
                        "jacksonTokens",
                        0.40)
                .ratio("same", ReadBenchmark.class, "FastCSV, `CsvRecord`", "fastCsvRecords", 1.00)
                .ratio("same", ReadBenchmark.class, "Jackson databind, record of 25 strings", "jacksonDatabind", 0.25)
                .ratio("typed, checked write", WriteBenchmark.class, "Jackson generator", "jacksonGenerator", 0.45);
    }

    private void memory(Report report) throws IOException, InterruptedException {
        Spread allocated = report.scores().bytes(Scores.key(ReadBenchmark.class, "mam", CertificateChanges.BATCHED));
        report.row(
                "streaming read",
                "bytes allocated per row",
                "≤ " + ALLOCATED_LIMIT,
                allocated.print(0),
                allocated.median() <= ALLOCATED_LIMIT);
        Progress.show("heap kept by parse");
        double kept = Double.parseDouble(ChildJvm.run(
                HeapProbe.class, List.of("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"), "parse", Long.toString(MILLION)));
        report.row(
                "`parse` of 1,000,000 rows",
                "heap kept per row, bytes",
                "≤ " + KEPT_LIMIT,
                String.format(Locale.ROOT, "%.0f", kept),
                kept <= KEPT_LIMIT);
        for (long rows : List.of(MILLION / 10, MILLION, 3 * MILLION)) {
            heap(report, "streaming read, MPXN_DUPLICATE off", "stream", rows, STREAM_HEAP_LIMIT);
        }
        heap(report, "validate, duplicates found and the earlier row named", "validate", MILLION, VALIDATE_HEAP_LIMIT);
    }

    private static void heap(Report report, String work, String probe, long rows, int limit)
            throws IOException, InterruptedException {
        int mebibytes = SmallestHeap.of(probe, rows);
        report.row(
                work + String.format(Locale.ROOT, ", %,d rows", rows),
                "smallest heap that works",
                "≤ " + limit + " MiB",
                mebibytes + " MiB",
                mebibytes <= limit);
    }

    private static void rowTimes(Report report, String mode, RowTimes times) {
        report.row(
                "time per row from 10^4 to 10^7 rows, " + mode,
                "largest deviation from the time at 10^4",
                "0.75 to 1.25",
                times.change().print(2),
                Math.abs(times.change().median() - 1) <= CHANGE_LIMIT);
    }

    private static void details(Report report) {
        List<CertificateChanges> hard = List.of(CertificateChanges.UNSORTED, CertificateChanges.ALL_DIFFERENT);
        List<CertificateChanges> batched = List.of(CertificateChanges.BATCHED);
        report.line("")
                .line("| work | certificates | program | ns per row | bytes allocated per row | time of `mam`"
                        + " relative to it |")
                .line("|---|---|---|---|---|---|")
                .details(
                        ReadBenchmark.class,
                        List.of(
                                "mam",
                                "jacksonTokens",
                                "jacksonTokensWithoutText",
                                "fastCsvRecords",
                                "jacksonDatabind"),
                        batched)
                .details(
                        WriteBenchmark.class,
                        List.of("mam", "jacksonGenerator", "mamWithMd5", "jacksonGeneratorWithMd5"),
                        batched)
                .details(ReadBenchmark.class, List.of("mam", "jacksonTokens", "fastCsvRecords"), hard)
                .details(WriteBenchmark.class, List.of("mam", "jacksonGenerator"), hard);
    }

    private static String cells(RowTimes times) {
        return times.bySize().stream().map(spread -> spread.print(0)).collect(Collectors.joining(" | "));
    }
}
