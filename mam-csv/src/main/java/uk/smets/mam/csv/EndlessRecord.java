package uk.smets.mam.csv;

/** A record that is longer than any row may be: its fields are counted, and the longest noted, but nothing is kept. */
final class EndlessRecord {
    private final int fieldLimit;
    private long fieldCount = 1;
    private long length;
    private boolean quoted;
    private int longField = -1;

    EndlessRecord(int fieldLimit) {
        this.fieldLimit = fieldLimit;
    }

    /** Takes the next byte; true where it is a line end. */
    boolean endsAt(byte b) {
        if (b == '\n' || b == '\r') {
            return true;
        }
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

    long fieldCount() {
        return fieldCount;
    }

    /** The first field that is longer than any may be, from 0, or -1. */
    int longField() {
        return longField;
    }
}
