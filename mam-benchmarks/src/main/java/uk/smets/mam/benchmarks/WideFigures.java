package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long it takes to detect that a workbook with rows of 16,384 cells does not contain a notification, against the time for a
 * small schedule, and prints the table of {@code docs/performance.md}. All times are processor time and include the start of the JVM.
 */
public final class WideFigures {
    private static final int FEW = 4;
    private static final int MANY = 1_000;
    private static final double MAX_EXTRA_FOR_FEW = 1;
    private static final double MAX_FOR_MANY = 20;
    private static final String HEAP = "-Xmx256m";

    private WideFigures() {}

    /**
     * Measures everything and prints the table.
     *
     * @param arguments none
     * @throws IOException if a file cannot be written or a validation fails
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0) {
            System.err.println("usage: WideFigures");
            System.exit(2);
        }
        try (WorkFolder folder = WorkFolder.create()) {
            System.out.print(measure(folder.path().resolve("workbook.xlsx")));
        }
    }

    private static String measure(Path workbook) throws IOException, InterruptedException {
        new SampleWorkbook(FEW).write(workbook);
        double small = seconds(workbook);
        Report report = new Report(new Scores())
                .line("| cells | rows | bytes | seconds | target | reached |")
                .line("|---|---|---|---|---|---|")
                .line(String.format(Locale.ROOT, "| a small schedule | %d | | %.2f | | |", FEW, small));
        for (WideWorkbook.Content content : WideWorkbook.Content.values()) {
            line(report, workbook, content, FEW, small + MAX_EXTRA_FOR_FEW);
            line(report, workbook, content, MANY, MAX_FOR_MANY);
        }
        return report.toString();
    }

    private static void line(Report report, Path workbook, WideWorkbook.Content content, int rows, double target)
            throws IOException, InterruptedException {
        Progress.show(rows + " rows of " + content);
        WideWorkbook.write(workbook, rows, content);
        double seconds = seconds(workbook);
        report.line(String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %.2f | ≤ %.2f | %s |",
                content.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                rows,
                Files.size(workbook),
                seconds,
                target,
                seconds <= target ? "yes" : "**no**"));
    }

    private static double seconds(Path workbook) throws IOException, InterruptedException {
        String printed = ChildJvm.run(WideProbe.class, List.of("-XX:+UseSerialGC", HEAP), workbook.toString());
        return Long.parseLong(printed) / 1_000.0;
    }
}
