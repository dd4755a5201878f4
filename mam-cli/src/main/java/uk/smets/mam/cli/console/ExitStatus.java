package uk.smets.mam.cli.console;

/** What the program answers to the shell. */
public final class ExitStatus {
    public static final int OK = 0;
    public static final int ERRORS_FOUND = 1;
    public static final int WRONG_USAGE = 2;
    public static final int NOT_READ_OR_WRITTEN = 3;

    private ExitStatus() {}

    /** The status of both together: what could not be read or written wins over errors found. */
    public static int worse(int one, int other) {
        return Math.max(one, other);
    }
}
