package uk.smets.mam.benchmarks;

/** Tells whoever waits what is being done; the figures themselves go to standard output. */
final class Progress {
    private Progress() {}

    static void say(String what) {
        System.err.println(what);
    }
}
