package uk.smets.mam.xlsx.internal.workbook;

import java.io.Closeable;
import java.io.IOException;
import uk.smets.mam.xlsx.internal.xml.Utf8Text;

/** Goes over the rows and cells of a sheet. What it reports about a cell is valid until it moves to the next one. */
public interface CellCursor extends Closeable {
    /** Goes to the next row; returns false after the last. */
    boolean nextRow() throws IOException;

    /** Returns the number of the row, from 1. */
    int row();

    /** Goes to the next cell of the row; returns false after the last. */
    boolean nextCell() throws IOException;

    /** Returns the column of the cell, from 1. */
    int column();

    /** Reads the content of the cell, once; the methods below report it. */
    void read() throws IOException;

    /** Returns the kind of the cell's value. */
    SheetCursor.Type type();

    /** Returns the index of the style of a number, or 0. */
    int style();

    /** Whether the cell holds a text or nothing, and no formula. */
    boolean isText();

    /** Whether the cell holds a formula. */
    boolean hasFormula();

    /**
     * Whether the cell holds a formula without the value that it had when it was last calculated. The empty text is such a value, if
     * the cell's type is text.
     */
    boolean hasUnknownValue();

    /**
     * Returns the index of the cell's shared string, {@link SheetCursor#NOT_SHARED} if it has none, or another negative number if what
     * it has is not an index.
     */
    int sharedIndex();

    /** Returns the cell's value, unless it is a shared string; of a formula, the value that was last calculated. */
    Utf8Text value();
}
