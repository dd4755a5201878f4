package uk.smets.mam.cli.console;

/** The exit statuses of the program. */
public final class ExitStatus {
    public static final int OK = 0;
    public static final int ERRORS_FOUND = 1;
    public static final int WRONG_USAGE = 2;
    public static final int NOT_READ_OR_WRITTEN = 3;

    private ExitStatus() {}

    /** Returns the more serious of two statuses. */
    public static int worse(int one, int other) {
        return Math.max(one, other);
    }
}
