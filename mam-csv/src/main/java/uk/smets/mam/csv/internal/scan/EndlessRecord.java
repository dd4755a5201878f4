package uk.smets.mam.csv.internal.scan;

import java.util.List;

/** A record that is longer than any row may be: its fields are counted, and the longest noted, but nothing is kept. */
public final class EndlessRecord {
    private final int fieldLimit;
    private long fieldCount = 1;
    private long length;
    private boolean quoted;
    private int longField = -1;
    private long size;
    private boolean padding = true;

    EndlessRecord(int fieldLimit) {
        this.fieldLimit = fieldLimit;
    }

    /** Takes the next byte; true where it is a line end. */
    boolean endsAt(byte b) {
        if (b == '\n' || b == '\r') {
            return true;
        }
        size++;
        padding &= RecordScanner.isPadding(b);
        if (b == '"') {
            quoted = !quoted;
        }
        if (b == ',' && !quoted) {
            fieldCount++;
            length = 0;
        } else if (++length > fieldLimit && longField < 0) {
            longField = (int) Math.min(fieldCount - 1, Integer.MAX_VALUE);
        }
        return false;
    }

    /** What is wrong with its quotes, a sentence each. */
    List<String> quotingProblems() {
        return quoted
                ? List.of("a quote is not closed on its line: close it, and double quotes that belong to the value")
                : List.of();
    }

    /** Whether it has too few or too many fields; where a quote is open, nobody knows. */
    boolean isOfOtherCount(int wanted) {
        return !quoted && fieldCount != wanted;
    }

    /** Whether it is NULs and Ctrl-Zs alone. */
    boolean isPadding() {
        return padding;
    }

    /** How many bytes it has. */
    long length() {
        return size;
    }

    long fieldCount() {
        return fieldCount;
    }

    /** The first field that is longer than any may be, from 0, or -1. */
    public int longField() {
        return longField;
    }
}
