package uk.smets.mam.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import uk.smets.mam.model.internal.CellReference;

/**
 * A rectangle of cells.
 *
 * @param firstColumn its first column, from 1
 * @param firstRow its first row, from 1
 * @param lastColumn its last column
 * @param lastRow its last row
 */
record CellArea(int firstColumn, int firstRow, int lastColumn, int lastRow) {
    /** The area that a text such as {@code A1:C9} names. */
    static Optional<CellArea> find(String text) {
        int colon = text.indexOf(':');
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long first = CellBytes.place(bytes, 0, colon < 0 ? bytes.length : colon);
        long last = colon < 0 ? first : CellBytes.place(bytes, colon + 1, bytes.length);
        return first == CellBytes.NOWHERE || last == CellBytes.NOWHERE
                ? Optional.empty()
                : Optional.of(new CellArea(
                        CellBytes.column(first), CellBytes.row(first), CellBytes.column(last), CellBytes.row(last)));
    }

    boolean contains(int column, int row) {
        return column >= firstColumn && column <= lastColumn && row >= firstRow && row <= lastRow;
    }

    boolean isOneCell() {
        return firstColumn == lastColumn && firstRow == lastRow;
    }

    /** The area as a formula names it. */
    @Override
    public String toString() {
        return CellReference.of(firstColumn, firstRow) + ":" + CellReference.of(lastColumn, lastRow);
    }
}
