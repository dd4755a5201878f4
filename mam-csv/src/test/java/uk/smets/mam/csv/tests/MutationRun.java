package uk.smets.mam.csv.tests;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs a mutation test: a few thousand cases from a fixed seed or, with {@code -Dmam.mutations=SECONDS}, as many as fit into that time.
 * Each case has its own seed, so that {@code -Dmam.mutations.seed=N} repeats a failure first.
 */
final class MutationRun {
    /** One case, which throws if it fails. */
    @FunctionalInterface
    interface Case {
        void run(long seed) throws Exception;
    }

    private static final int MOST_KINDS = 20;
    private static final int SHOWN = 150;

    private MutationRun() {}

    /**
     * Runs cases, and fails at the end if any of them failed.
     *
     * @param name the name of the test in its output
     * @param cases the number of cases in an ordinary build
     * @param test the case
     */
    static void of(String name, int cases, Case test) {
        long seconds = Long.getLong("mam.mutations", 0);
        long first = Long.getLong("mam.mutations.seed", 1);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long run = 0;
        long failed = 0;
        Map<String, String> kinds = new LinkedHashMap<>();
        while (seconds > 0 ? System.nanoTime() < end : run < cases) {
            long seed = first + run++;
            try {
                test.run(seed);
            } catch (Exception | AssertionError | StackOverflowError e) {
                failed++;
                String text = "seed " + seed + ": " + e + at(e.getStackTrace());
                String kind =
                        e.toString().replaceAll("Optional\\[.*?]|[0-9]+", "0").replaceAll("\\s+", " ");
                boolean isNew = kinds.size() < MOST_KINDS
                        && kinds.putIfAbsent(kind.substring(0, Math.min(kind.length(), SHOWN)), text) == null;
                if (isNew && seconds > 0) {
                    System.out.println(text);
                }
            }
        }
        String summary = name + ": " + run + " cases from seed " + first + ", " + failed + " failed";
        if (seconds > 0) {
            System.out.println(summary);
        }
        if (failed > 0) {
            throw new AssertionError(summary + "\n" + String.join("\n", kinds.values()));
        }
    }

    private static String at(StackTraceElement[] trace) {
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}
