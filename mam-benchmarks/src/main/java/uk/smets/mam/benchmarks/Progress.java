package uk.smets.mam.benchmarks;

/** Shows the current step on standard error. The figures are printed to standard output. */
final class Progress {
    private Progress() {}

    static void show(String step) {
        System.err.println(step);
    }
}
