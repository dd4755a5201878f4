package uk.smets.mam.benchmarks;

/**
 * The number of rounds and the length of each measurement.
 *
 * @param rounds the number of rounds, each of which measures everything; the result is the median
 * @param warmUps warm-up time of each benchmark in a round, in seconds
 * @param iterations measurement time of each benchmark in a round, in seconds
 */
record Effort(int rounds, int warmUps, int iterations) {
    /** Takes about 15 minutes. */
    static final Effort FULL = new Effort(3, 12, 4);

    /** Takes a few minutes. */
    static final Effort QUICK = new Effort(1, 10, 3);
}
