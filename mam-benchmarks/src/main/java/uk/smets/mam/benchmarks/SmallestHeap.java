package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.util.List;

/** Finds the smallest heap, in MiB, in which a piece of work of {@link HeapProbe} ends with the right answer. */
final class SmallestHeap {
    private static final int MOST = 1024;

    /** The JVM rounds up to this. */
    private static final int STEP = 2;

    /** A JVM that does little but collect garbage does not work. */
    private static final long SECONDS = 120;

    private SmallestHeap() {}

    static int of(String work, long rows) throws IOException, InterruptedException {
        int tooSmall = 0;
        int works = 16;
        while (!works(work, rows, works)) {
            if (works == MOST) {
                throw new IOException(work + " of " + rows + " rows needs more than " + MOST + " MiB");
            }
            tooSmall = works;
            works *= 2;
        }
        while (works - tooSmall > STEP) {
            int middle = (tooSmall + works) / (2 * STEP) * STEP;
            if (works(work, rows, middle)) {
                works = middle;
            } else {
                tooSmall = middle;
            }
        }
        return works;
    }

    private static boolean works(String work, long rows, int mebibytes) throws IOException, InterruptedException {
        Progress.say(work + ", " + rows + " rows, -Xmx" + mebibytes + "m");
        return ChildJvm.run(
                        SECONDS,
                        HeapProbe.class,
                        List.of("-XX:+UseSerialGC", "-Xmx" + mebibytes + "m"),
                        work,
                        Long.toString(rows))
                .isPresent();
    }
}
