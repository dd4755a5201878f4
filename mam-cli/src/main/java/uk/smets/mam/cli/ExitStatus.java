package uk.smets.mam.cli;

/** What the program answers to the shell. */
final class ExitStatus {
    static final int OK = 0;
    static final int ERRORS_FOUND = 1;
    static final int WRONG_USAGE = 2;
    static final int NOT_READ_OR_WRITTEN = 3;

    private ExitStatus() {}

    /** The status of both together: what could not be read or written wins over errors found. */
    static int worse(int one, int other) {
        return Math.max(one, other);
    }
}
