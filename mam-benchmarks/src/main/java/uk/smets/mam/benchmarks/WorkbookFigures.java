package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures how long it takes to read, write and answer a schedule of 100,000 rows, and prints the table of {@code docs/performance.md}.
 * Every round measures everything, one after another, each in a separate JVM; ratios are computed within a round.
 */
public final class WorkbookFigures {
    private static final int ROWS = 100_000;
    private static final long SECONDS = 900;

    /** The target for the response is 1/12. */
    private static final int DECIMALS = 3;

    private static final String MAM = "mam";
    private static final String POI = "poiEvents";
    private static final String FASTEXCEL = "fastexcel";
    private static final int READ_HEAP_LIMIT = 64;
    private static final int RESPONSE_HEAP_LIMIT = 16;

    /** For POI, which reads the whole workbook into memory. */
    private static final int PEER_HEAP = 8 * 1024;

    private static final int HEAP = 1024;

    /** The iterations, of one read each at least: a read takes seconds, so that a few are enough to warm up. */
    private static final int READS = 4;

    private final int rounds;
    private final Path schedule;
    private final Scores scores = new Scores();

    private WorkbookFigures(int rounds, Path folder) {
        this.rounds = rounds;
        schedule = folder.resolve("schedule.xlsx");
    }

    /**
     * Measures everything and prints the tables.
     *
     * @param arguments {@code --quick} for one round (default: three)
     * @throws IOException if a file cannot be written or a probe fails
     * @throws RunnerException if a benchmark fails
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws IOException, RunnerException, InterruptedException {
        boolean quick = List.of(arguments).equals(List.of("--quick"));
        if (arguments.length > 0 && !quick) {
            System.err.println("usage: WorkbookFigures [--quick]");
            System.exit(2);
        }
        try (WorkFolder folder = WorkFolder.create()) {
            System.out.print(
                    new WorkbookFigures((quick ? Effort.QUICK : Effort.FULL).rounds(), folder.path()).measure());
        }
    }

    private String measure() throws IOException, RunnerException, InterruptedException {
        JmhRounds reading = new JmhRounds(new Effort(rounds, READS, READS), scores);
        Progress.show("creating a schedule of " + ROWS + " rows");
        new SampleWorkbook(ROWS).write(schedule);
        for (int round = 1; round <= rounds; round++) {
            Progress.show("round " + round);
            reading.readWorkbook();
            time(WorkbookProbe.WRITE, HEAP, 2);
            time(WorkbookProbe.WRITE_SXSSF, 2 * HEAP, 2);
            time(WorkbookProbe.WRITE_FASTEXCEL, 2 * HEAP, 2);
            time(WorkbookProbe.RESPOND, HEAP, 2);
            time(WorkbookProbe.RESPOND_POI, PEER_HEAP, 0);
        }
        return report();
    }

    private String report() throws IOException, InterruptedException {
        Report report = new Report(scores);
        report.line(Machine.describe())
                .line(String.format(Locale.ROOT, "- schedule: %,d rows, %,d bytes%n", ROWS, Files.size(schedule)))
                .line("| work | measure | target | measured | reached |")
                .line("|---|---|---|---|---|");
        readRatio(report, "POI's event reader, `XSSFSheetXMLHandler`", POI, 0.25);
        readRatio(report, "fastexcel-reader, strings", FASTEXCEL, 0.90);
        heap(report, WorkbookProbe.READ, READ_HEAP_LIMIT);
        ratio(report, WorkbookProbe.WRITE, WorkbookProbe.WRITE_SXSSF, 0.60);
        ratio(report, WorkbookProbe.WRITE, WorkbookProbe.WRITE_FASTEXCEL, 1.00);
        ratio(report, WorkbookProbe.RESPOND, WorkbookProbe.RESPOND_POI, 1 / 12.0);
        heap(report, WorkbookProbe.RESPOND, RESPONSE_HEAP_LIMIT);
        report.line("").line("| nanoseconds per row, read | median |").line("|---|---|");
        for (String method : List.of(MAM, POI, FASTEXCEL)) {
            String time =
                    scores.time(Scores.key(WorkbookReadBenchmark.class, method)).print(0);
            report.line("| `" + method + "` | " + time + " |");
        }
        report.line("").line("| seconds | median |").line("|---|---|");
        for (String work : List.of(
                WorkbookProbe.WRITE,
                WorkbookProbe.WRITE_SXSSF,
                WorkbookProbe.WRITE_FASTEXCEL,
                WorkbookProbe.RESPOND,
                WorkbookProbe.RESPOND_POI)) {
            report.line("| " + work + " | " + scores.time(work).print(2) + " |");
        }
        return report.toString();
    }

    private void readRatio(Report report, String peer, String method, double target) {
        Spread ratio = scores.ratio(
                Scores.key(WorkbookReadBenchmark.class, MAM), Scores.key(WorkbookReadBenchmark.class, method));
        report.ratio(WorkbookProbe.READ, peer, ratio, target, DECIMALS);
    }

    private void heap(Report report, String work, int limit) throws IOException, InterruptedException {
        int mebibytes = SmallestHeap.of(heap -> run(work, heap, 0));
        report.row(work, "smallest heap that works", "≤ " + limit + " MiB", mebibytes + " MiB", mebibytes <= limit);
    }

    private void ratio(Report report, String ours, String peer, double target) {
        report.ratio(ours, peer, scores.ratio(ours, peer), target, DECIMALS);
    }

    private void time(String work, int mebibytes, int warmUps) throws IOException, InterruptedException {
        Progress.show(work);
        String printed =
                run(work, mebibytes, warmUps).orElseThrow(() -> new IOException(work + " ran out of memory or time"));
        String[] lines = printed.split("\n", -1);
        scores.add(work, Long.parseLong(lines[lines.length - 1]) / 1e9, 0);
    }

    private Optional<String> run(String work, int mebibytes, int warmUps) throws IOException, InterruptedException {
        return ChildJvm.run(
                SECONDS,
                WorkbookProbe.class,
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx" + mebibytes + "m",
                        "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                        "-Dlog4j2.simplelogLevel=OFF"),
                work,
                schedule.toString(),
                Integer.toString(warmUps));
    }
}
