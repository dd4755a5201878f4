package uk.smets.mam.csv.internal.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.field.FieldText;

/** The positions of the fields of a record, relative to its first byte. */
public final class RecordFields {
    private static final int KEPT = RecordScanner.FIELDS_KEPT;

    private final int[] froms = new int[KEPT];
    private final int[] tos = new int[KEPT];
    /** The start of each field including its quote; the next element is its end including its delimiter. */
    private final int[] raws = new int[KEPT + 1];

    private int count;
    private int rawEnd;
    private long escaped;
    private long changed;
    private boolean comparable;
    private byte[] unescaped = new byte[0];
    private @Nullable EndlessRecord endless;
    private @Nullable IrregularRecord irregular;

    void clear() {
        count = 0;
        rawEnd = 0;
        escaped = 0;
        changed = 0;
        comparable = true;
        endless = null;
        irregular = null;
    }

    /** Adds a field. */
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

    /**
     * Copies the fields of another record from an index on, as long as they and their delimiters are within the first {@code equal} bytes.
     */
    int takeOver(RecordFields other, int index, int rawStart, int equal) {
        int shift = rawStart - other.raws[index];
        int last = other.raws[index] + equal;
        int end = other.count;
        while (end > index && other.raws[end] > last) {
            end--;
        }
        if (end > index) {
            copy(other.froms, froms, index, end, shift);
            copy(other.tos, tos, index, end, shift);
            copy(other.raws, raws, index + 1, end + 1, shift);
            count = end;
            rawEnd = raws[end];
            long taken = (1L << end) - (1L << index);
            escaped |= other.escaped & taken;
        }
        return end - index;
    }

    /** Copies the positions in a separate loop, the fastest form: nearly all fields of a file are copied here. */
    private static void copy(int[] from, int[] to, int start, int end, int shift) {
        for (int i = start; i < end; i++) {
            to[i] = from[i] + shift;
        }
    }

    /** Sets the irregular record that the fields belong to; the next record cannot reuse them. */
    void irregular(IrregularRecord record) {
        irregular = record;
        comparable = false;
    }

    public void endless(EndlessRecord record) {
        endless = record;
        comparable = false;
        count = (int) Math.min(record.fieldCount(), Integer.MAX_VALUE);
    }

    @Nullable
    public EndlessRecord endless() {
        return endless;
    }

    /** Returns the problems with the record's quotes, one message each. */
    public List<String> quotingProblems() {
        if (endless != null) {
            return endless.quotingProblems();
        }
        return irregular == null ? List.of() : irregular.quotingProblems();
    }

    /** Returns the fields whose value is ambiguous because of {@link #quotingProblems}, one bit each. */
    public long unreadable() {
        return irregular == null ? 0 : irregular.unreadable();
    }

    /** Returns whether the number of fields is wrong under any reading of the quotes. */
    public boolean isOfOtherCount(int wanted) {
        if (endless != null) {
            return endless.isOfOtherCount(wanted);
        }
        return irregular == null ? count != wanted : irregular.isOfOtherCount(wanted);
    }

    boolean isComparable() {
        return comparable && count > 1;
    }

    public int count() {
        return count;
    }

    /** Returns the fields that differ from the previous record, one bit each. */
    public long changed() {
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
