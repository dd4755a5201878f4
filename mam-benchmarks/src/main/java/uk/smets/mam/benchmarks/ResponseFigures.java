package uk.smets.mam.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures {@code mam respond} with 200,000 answers against {@code mam validate} of the same schedule, each in a separate JVM with a heap
 * of 128 MiB, and prints the table of {@code docs/performance.md}. Every round runs all commands one after another; ratios are computed
 * within a round.
 */
public final class ResponseFigures {
    private static final int ROWS = 200_000;
    private static final double TARGET = 2;
    private static final int ROUNDS = 5;

    /** The interval at which the processor time of a command is polled, in milliseconds. */
    private static final long POLL_INTERVAL = 10;

    private static final String CLOCK = " elapsed";
    private static final String PROCESSOR = " processor";

    /** The options with which {@code bin/mam} starts the JVM. */
    private static final List<String> JVM = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
            "--add-exports=jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED",
            "-cp");

    /**
     * Answers to all rows of a schedule.
     *
     * @param what a description of the answers
     * @param schedule the schedule
     * @param file the file of answers
     */
    private record Answers(String what, Path schedule, Path file) {}

    private final Scores scores = new Scores();
    private final String jars;
    private final Path folder;

    private ResponseFigures(String jars, Path folder) {
        this.jars = jars;
        this.folder = folder;
    }

    /**
     * Measures everything and prints the table.
     *
     * @param arguments the directory of the distribution and the number of rounds (default: 5)
     * @throws IOException if a file cannot be written or a command fails
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: ResponseFigures DIRECTORY [ROUNDS]");
            System.exit(2);
        }
        int rounds = arguments.length == 1 ? ROUNDS : Integer.parseInt(arguments[1]);
        String jars = Path.of(arguments[0], "lib") + "/*";
        try (WorkFolder folder = WorkFolder.create()) {
            System.out.print(new ResponseFigures(jars, folder.path()).measure(rounds));
        }
    }

    private String measure(int rounds) throws IOException, InterruptedException {
        List<Answers> all = answers();
        for (int round = 1; round <= rounds; round++) {
            for (Answers answers : all) {
                Progress.show("round " + round + ", " + answers.what);
                time("validate " + answers.what, "validate", answers.schedule.toString());
                time(
                        "respond " + answers.what,
                        "respond",
                        answers.schedule.toString(),
                        "--answers",
                        answers.file.toString(),
                        "--out",
                        folder.resolve("response.xlsx").toString());
            }
        }
        Report report = new Report(scores)
                .line(Machine.describe())
                .line("| answers | measure | `validate` | `respond` | target | ratio | reached |")
                .line("|---|---|---|---|---|---|---|");
        for (Answers answers : all) {
            line(report, answers.what, CLOCK);
            line(report, answers.what, PROCESSOR);
        }
        return report.toString();
    }

    private List<Answers> answers() throws IOException, InterruptedException {
        Path answered = folder.resolve("answered.xlsx");
        Path empty = folder.resolve("empty.xlsx");
        Path repeated = folder.resolve("repeated.csv");
        Path filling = folder.resolve("filling.csv");
        Path alone = folder.resolve("priority.csv");
        Progress.show("two schedules of " + ROWS + " rows and their answers");
        new SampleWorkbook(ROWS, true).write(answered);
        new SampleWorkbook(ROWS, false).write(empty);
        run("answers", answered.toString(), "--out", repeated.toString());
        try (BufferedReader lines = Files.newBufferedReader(repeated, StandardCharsets.US_ASCII);
                PrintWriter all = new PrintWriter(Files.newBufferedWriter(filling, StandardCharsets.US_ASCII));
                PrintWriter one = new PrintWriter(Files.newBufferedWriter(alone, StandardCharsets.US_ASCII))) {
            String line = requireNonNull(lines.readLine());
            List<String> headings = List.of(line.split(",", -1));
            int mpan = headings.indexOf("MPAN");
            int priority = headings.indexOf("Priority");
            while (line != null) {
                // Only the certificates, which come after Priority, are quoted.
                String[] fields = line.split(",", priority + 2);
                one.println(fields[mpan] + "," + fields[priority]);
                all.println(fields[mpan] + "," + fields[priority] + "," + fields[priority + 1]);
                line = lines.readLine();
            }
        }
        return List.of(
                new Answers("repeat the values of 4,200,000 cells", answered, repeated),
                new Answers("fill 4,200,000 empty cells", empty, filling),
                new Answers("fill 200,000 empty cells, only Priority", empty, alone));
    }

    private void time(String work, String... command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Duration processor = run(command);
        scores.add(work + CLOCK, (System.nanoTime() - start) / 1e9, 0);
        scores.add(work + PROCESSOR, processor.toMillis() / 1e3, 0);
    }

    /** Returns the processor time of a command as of the last poll. */
    private Duration run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(JVM);
        command.add(jars);
        command.add("uk.smets.mam.cli.Mam");
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Duration processor = Duration.ZERO;
        do {
            processor = process.info().totalCpuDuration().orElse(processor);
        } while (!process.waitFor(POLL_INTERVAL, TimeUnit.MILLISECONDS));
        if (process.exitValue() != 0) {
            throw new IOException("mam " + arguments[0] + " exited with status " + process.exitValue());
        }
        return processor;
    }

    private void line(Report report, String what, String measure) {
        Spread ratio = scores.ratio("respond " + what + measure, "validate " + what + measure);
        report.line(String.format(
                Locale.ROOT,
                "| %s |%s | %.2f | %.2f | ≤ %.1f | %s | %s |",
                what,
                measure,
                scores.time("validate " + what + measure).median(),
                scores.time("respond " + what + measure).median(),
                TARGET,
                ratio.print(2),
                ratio.median() <= TARGET ? "yes" : "**no**"));
    }
}
