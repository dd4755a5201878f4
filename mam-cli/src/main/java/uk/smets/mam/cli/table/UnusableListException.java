package uk.smets.mam.cli.table;

import java.io.IOException;
import java.util.List;

/** A list that the user named for a check cannot be used, and so the check cannot be done. */
public final class UnusableListException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it, each with its place. */
    private final String[] problems;

    UnusableListException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = problems.toArray(String[]::new);
    }

    public List<String> problems() {
        return List.of(problems);
    }
}
