package uk.smets.mam.xlsx.internal.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.smets.mam.model.internal.field.FieldText;

/** The texts of a row to be compared, by the number of their column among those that both workbooks have. */
public final class ComparedRow {
    private final int[] starts;
    private final int[] ends;
    private byte[] bytes = new byte[1024];
    private SortedMap<Integer, String> withoutHeading = new TreeMap<>();
    private int size;
    private int number;
    private long ordinal;

    public ComparedRow(int columns) {
        starts = new int[columns];
        ends = new int[columns];
    }

    /** Clears the row. */
    public void clear(int rowNumber, long rowOrdinal) {
        Arrays.fill(starts, 0);
        Arrays.fill(ends, 0);
        size = 0;
        withoutHeading.clear();
        number = rowNumber;
        ordinal = rowOrdinal;
    }

    /** Sets the text of a column. */
    public void put(int column, FieldText text) {
        int length = text.length();
        if (bytes.length - size < length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
        }
        text.copyTo(bytes, size);
        starts[column] = size;
        size += length;
        ends[column] = size;
    }

    /** Sets the text of a cell in a column without a heading, identified by its position on the sheet. */
    public void putWithoutHeading(int column, String text) {
        withoutHeading.put(column, text);
    }

    /** Returns the texts in columns without a heading, by column. */
    public SortedMap<Integer, String> withoutHeading() {
        return withoutHeading;
    }

    public ComparedRow copy() {
        ComparedRow copy = new ComparedRow(starts.length);
        System.arraycopy(starts, 0, copy.starts, 0, starts.length);
        System.arraycopy(ends, 0, copy.ends, 0, ends.length);
        copy.bytes = Arrays.copyOf(bytes, size);
        copy.withoutHeading = new TreeMap<>(withoutHeading);
        copy.size = size;
        copy.number = number;
        copy.ordinal = ordinal;
        return copy;
    }

    /** Returns its number on the sheet, from 1. */
    public int number() {
        return number;
    }

    /** Returns its number among the rows of the body, from 1. */
    public long ordinal() {
        return ordinal;
    }

    public boolean isEmpty() {
        return size == 0 && withoutHeading.isEmpty();
    }

    /** Returns whether any of the first {@code fields} columns is not empty. */
    public boolean hasField(int fields) {
        for (int column = 0; column < fields; column++) {
            if (!isEmpty(column)) {
                return true;
            }
        }
        return false;
    }

    public boolean isEmpty(int column) {
        return starts[column] == ends[column];
    }

    public boolean isSame(int column, ComparedRow other) {
        return Arrays.equals(
                bytes, starts[column], ends[column], other.bytes, other.starts[column], other.ends[column]);
    }

    /** Moves to the text of a column. */
    public void moveTo(int column, FieldText text) {
        text.set(bytes, starts[column], ends[column]);
    }

    public String text(int column) {
        return new String(bytes, starts[column], ends[column] - starts[column], StandardCharsets.UTF_8);
    }
}
