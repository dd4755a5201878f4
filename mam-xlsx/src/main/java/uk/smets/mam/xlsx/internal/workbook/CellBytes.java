package uk.smets.mam.xlsx.internal.workbook;

import static uk.smets.mam.model.internal.primitive.CellReference.MAX_COLUMN;
import static uk.smets.mam.model.internal.primitive.CellReference.MAX_ROW;

/** The name of a cell, as the bytes of a sheet spell it. */
public final class CellBytes {
    /** What {@link #place} answers with where the bytes name no cell. */
    public static final long NOWHERE = -1;

    private CellBytes() {}

    /**
     * Reads the name of a cell.
     *
     * @param bytes hold it
     * @param from its first letter
     * @param to behind its last digit
     * @return the cell's {@linkplain #column column} and {@linkplain #row row} in one number, or {@link #NOWHERE}
     */
    public static long place(byte[] bytes, int from, int to) {
        int at = from;
        int column = 0;
        while (at < to && bytes[at] >= 'A' && bytes[at] <= 'Z' && column <= MAX_COLUMN) {
            column = column * 26 + bytes[at++] - 'A' + 1;
        }
        int row = 0;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9' && row <= MAX_ROW) {
            row = row * 10 + bytes[at++] - '0';
        }
        boolean sound = at == to && column >= 1 && column <= MAX_COLUMN && row >= 1 && row <= MAX_ROW;
        return sound ? (long) column << 32 | row : NOWHERE;
    }

    /** The column of a place, from 1. */
    public static int column(long place) {
        return (int) (place >> 32);
    }

    /** The row of a place, from 1. */
    public static int row(long place) {
        return (int) place;
    }
}
