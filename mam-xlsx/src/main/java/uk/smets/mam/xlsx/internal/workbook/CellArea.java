package uk.smets.mam.xlsx.internal.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import uk.smets.mam.model.internal.primitive.CellReference;

/**
 * A rectangle of cells.
 *
 * @param firstColumn its first column, from 1
 * @param firstRow its first row, from 1
 * @param lastColumn its last column
 * @param lastRow its last row
 */
public record CellArea(int firstColumn, int firstRow, int lastColumn, int lastRow) {
    /** Returns the area of a reference such as {@code A1:C9}, also with absolute references or with the corners in another order. */
    public static Optional<CellArea> find(String text) {
        int colon = text.indexOf(':');
        long one = place(colon < 0 ? text : text.substring(0, colon));
        long other = colon < 0 ? one : place(text.substring(colon + 1));
        return one == CellReference.NOWHERE || other == CellReference.NOWHERE
                ? Optional.empty()
                : Optional.of(of(
                        CellReference.columnOf(one),
                        CellReference.rowOf(one),
                        CellReference.columnOf(other),
                        CellReference.rowOf(other)));
    }

    /** Returns the area between two corners. */
    public static CellArea of(int column, int row, int otherColumn, int otherRow) {
        return new CellArea(
                Math.min(column, otherColumn),
                Math.min(row, otherRow),
                Math.max(column, otherColumn),
                Math.max(row, otherRow));
    }

    private static long place(String cell) {
        byte[] bytes = cell.replace("$", "").strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return CellReference.parse(bytes, 0, bytes.length);
    }

    public boolean contains(int column, int row) {
        return column >= firstColumn && column <= lastColumn && row >= firstRow && row <= lastRow;
    }

    public boolean isOneCell() {
        return firstColumn == lastColumn && firstRow == lastRow;
    }

    /** Returns the area as written in a formula. */
    @Override
    public String toString() {
        return CellReference.of(firstColumn, firstRow) + ":" + CellReference.of(lastColumn, lastRow);
    }
}
