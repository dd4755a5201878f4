package uk.smets.mam.benchmarks;

/**
 * How long to measure.
 *
 * @param rounds how often everything is measured beside everything else; the median counts
 * @param warmUps seconds of warm-up for each benchmark of a round
 * @param iterations seconds of measuring for each benchmark of a round
 */
record Effort(int rounds, int warmUps, int iterations) {
    /** About a quarter of an hour. */
    static final Effort FULL = new Effort(3, 12, 4);

    /** A few minutes. */
    static final Effort QUICK = new Effort(1, 10, 3);
}
