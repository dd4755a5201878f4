package uk.smets.mam.csv.internal.scan;

import java.util.List;

/** A record that is longer than the longest valid row. Its fields are counted and checked for length, but not kept. */
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

    /** Consumes the next byte. Returns true if it is a line end. */
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

    /** Returns the problems with the record's quotes, one message each. */
    List<String> quotingProblems() {
        return quoted
                ? List.of("a quoted value is not closed on its line: close the quotes, and double quotes within "
                        + "a value")
                : List.of();
    }

    /** Returns whether the number of fields is wrong; false if a quote is open, since the number is then unknown. */
    boolean isOfOtherCount(int wanted) {
        return !quoted && fieldCount != wanted;
    }

    /** Returns whether the record consists only of NULs and Ctrl-Zs. */
    boolean isPadding() {
        return padding;
    }

    /** Returns the length in bytes. */
    long length() {
        return size;
    }

    long fieldCount() {
        return fieldCount;
    }

    /** Returns the index of the first field that exceeds the limit, from 0, or -1 if there is none. */
    public int longField() {
        return longField;
    }
}
