package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds the smallest heap, in MiB, in which a job completes with the correct result. */
final class SmallestHeap {
    private static final int MAX = 1024;

    /** The JVM rounds heap sizes up to a multiple of this. */
    private static final int STEP = 2;

    /** The timeout: a JVM that does little but collect garbage counts as out of memory. */
    private static final long SECONDS = 120;

    private SmallestHeap() {}

    /** Runs a job in a JVM with a heap of the given size. Returns its output, or empty if it runs out of memory or time. */
    @FunctionalInterface
    interface Job {
        Optional<String> run(int mebibytes) throws IOException, InterruptedException;
    }

    /** Returns the smallest heap for a job of {@link HeapProbe}. */
    static int of(String job, long rows) throws IOException, InterruptedException {
        return of(mebibytes -> {
            Progress.show(job + ", " + rows + " rows, -Xmx" + mebibytes + "m");
            return ChildJvm.run(
                    SECONDS,
                    HeapProbe.class,
                    List.of("-XX:+UseSerialGC", "-Xmx" + mebibytes + "m"),
                    job,
                    Long.toString(rows));
        });
    }

    static int of(Job job) throws IOException, InterruptedException {
        int tooSmall = 0;
        int works = 16;
        while (job.run(works).isEmpty()) {
            if (works == MAX) {
                throw new IOException("the job needs more than " + MAX + " MiB");
            }
            tooSmall = works;
            works *= 2;
        }
        while (works - tooSmall > STEP) {
            int middle = (tooSmall + works) / (2 * STEP) * STEP;
            if (job.run(middle).isPresent()) {
                works = middle;
            } else {
                tooSmall = middle;
            }
        }
        return works;
    }
}
