package uk.smets.mam.csv;

import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.FieldText;

/** Where the fields of a record are, relative to its first byte. */
final class RecordFields {
    private static final int KEPT = RecordScanner.FIELDS_KEPT;

    private final int[] froms = new int[KEPT];
    private final int[] tos = new int[KEPT];
    /** Where a field starts with its quote, and, one further on, where it ends with its delimiter. */
    private final int[] raws = new int[KEPT + 1];

    private int count;
    private int rawEnd;
    private long escaped;
    private long changed;
    private boolean comparable;
    private byte[] unescaped = new byte[0];
    private @Nullable EndlessRecord endless;

    void clear() {
        count = 0;
        rawEnd = 0;
        escaped = 0;
        changed = 0;
        comparable = true;
        endless = null;
    }

    /** Adds a field that was scanned. */
    void add(int from, int to, int end, boolean isEscaped) {
        if (count < KEPT) {
            froms[count] = from;
            tos[count] = to;
            raws[count + 1] = end;
            changed |= 1L << count;
            if (isEscaped) {
                escaped |= 1L << count;
            }
        } else {
            comparable = false;
        }
        rawEnd = end;
        count++;
    }

    /** Takes over the fields of another record, from one on, whose bytes with their delimiters are all within the first {@code equal}. */
    int takeOver(RecordFields other, int index, int rawStart, int equal) {
        int shift = rawStart - other.raws[index];
        int last = other.raws[index] + equal;
        int i = index;
        while (i < other.count && other.raws[i + 1] <= last) {
            froms[i] = other.froms[i] + shift;
            tos[i] = other.tos[i] + shift;
            raws[i + 1] = other.raws[i + 1] + shift;
            i++;
        }
        if (i > index) {
            count = i;
            rawEnd = raws[i];
            long taken = (1L << i) - (1L << index);
            escaped |= other.escaped & taken;
        }
        return i - index;
    }

    /** Says that the fields can't be taken over by the next record. */
    void notComparable() {
        comparable = false;
    }

    void endless(EndlessRecord record) {
        endless = record;
        comparable = false;
        count = (int) Math.min(record.fieldCount(), Integer.MAX_VALUE);
    }

    @Nullable
    EndlessRecord endless() {
        return endless;
    }

    boolean isComparable() {
        return comparable && count > 1;
    }

    int count() {
        return count;
    }

    /** The fields that are not the same as in the record before, a bit each. */
    long changed() {
        return changed;
    }

    int rawStart(int index) {
        return raws[index];
    }

    int rawEnd() {
        return rawEnd;
    }

    void text(byte[] bytes, int start, int index, FieldText into) {
        int from = start + froms[index];
        int to = start + tos[index];
        if ((escaped & 1L << index) == 0) {
            into.set(bytes, from, to);
            return;
        }
        if (unescaped.length < to - from) {
            unescaped = new byte[to - from];
        }
        int size = 0;
        for (int i = from; i < to; i++) {
            unescaped[size++] = bytes[i];
            if (bytes[i] == '"') {
                i++;
            }
        }
        into.set(unescaped, 0, size);
    }
}
