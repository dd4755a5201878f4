package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds the smallest heap, in MiB, in which a piece of work ends with the right answer. */
final class SmallestHeap {
    private static final int MOST = 1024;

    /** The JVM rounds up to this. */
    private static final int STEP = 2;

    /** A JVM that does little but collect garbage does not work. */
    private static final long SECONDS = 120;

    private SmallestHeap() {}

    /** A piece of work in a JVM with a heap of that many MiB: what it printed, or empty where it ran out of memory or time. */
    @FunctionalInterface
    interface Work {
        Optional<String> run(int mebibytes) throws IOException, InterruptedException;
    }

    /** The smallest heap for a piece of work of {@link HeapProbe}. */
    static int of(String work, long rows) throws IOException, InterruptedException {
        return of(mebibytes -> {
            Progress.say(work + ", " + rows + " rows, -Xmx" + mebibytes + "m");
            return ChildJvm.run(
                    SECONDS,
                    HeapProbe.class,
                    List.of("-XX:+UseSerialGC", "-Xmx" + mebibytes + "m"),
                    work,
                    Long.toString(rows));
        });
    }

    static int of(Work work) throws IOException, InterruptedException {
        int tooSmall = 0;
        int works = 16;
        while (work.run(works).isEmpty()) {
            if (works == MOST) {
                throw new IOException("it needs more than " + MOST + " MiB");
            }
            tooSmall = works;
            works *= 2;
        }
        while (works - tooSmall > STEP) {
            int middle = (tooSmall + works) / (2 * STEP) * STEP;
            if (work.run(middle).isPresent()) {
                works = middle;
            } else {
                tooSmall = middle;
            }
        }
        return works;
    }
}
