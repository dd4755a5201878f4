package uk.smets.mam.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs benchmarks in rounds, each benchmark in a separate JVM. A disturbance of the machine affects all benchmarks of a round alike. */
final class JmhRounds {
    private static final String BYTES = "gc.alloc.rate.norm";
    private static final String CHANGES = "changes";

    private final Effort effort;
    private final Scores scores;

    JmhRounds(Effort effort, Scores scores) {
        this.effort = effort;
        this.scores = scores;
    }

    /** Runs all rounds of the CSV benchmarks. */
    void run() throws RunnerException {
        for (int round = 1; round <= effort.rounds(); round++) {
            Progress.show("JMH, round " + round + " of " + effort.rounds());
            add(new Runner(options()
                            .include("\\.(Read|Write)Benchmark\\.")
                            .param(CHANGES, CertificateChanges.BATCHED.name())
                            .build())
                    .run());
            add(new Runner(options()
                            .include("\\.(Read|Write)Benchmark\\.(mam|jacksonTokens|fastCsvRecords|jacksonGenerator)$")
                            .param(CHANGES, CertificateChanges.UNSORTED.name(), CertificateChanges.ALL_DIFFERENT.name())
                            .build())
                    .run());
            add(new Runner(options()
                            .include("\\.(CraftedMeterPoints|StrayQuote)Benchmark\\.")
                            .build())
                    .run());
        }
    }

    /** Runs one round of the workbook benchmark. Every iteration reads the workbook at least once. */
    void readWorkbook() throws RunnerException {
        add(new Runner(options().include("\\.WorkbookReadBenchmark\\.").build()).run());
    }

    private ChainedOptionsBuilder options() {
        return new OptionsBuilder()
                .forks(1)
                .warmupIterations(effort.warmUps())
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xms1g", "-Xmx1g")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private void add(Collection<RunResult> results) {
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            String withClass = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
            boolean changes = result.getParams().getParamsKeys().contains(CHANGES);
            scores.add(
                    changes ? withClass + "/" + result.getParams().getParam(CHANGES) : withClass,
                    result.getPrimaryResult().getScore(),
                    requireNonNull(result.getSecondaryResults().get(BYTES), BYTES)
                            .getScore());
        }
    }
}
