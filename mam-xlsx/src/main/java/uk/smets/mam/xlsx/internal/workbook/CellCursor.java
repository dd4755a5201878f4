package uk.smets.mam.xlsx.internal.workbook;

import java.io.Closeable;
import java.io.IOException;
import uk.smets.mam.xlsx.internal.xml.Utf8Text;

/** Iterates over the rows and cells of a sheet. The properties of a cell are valid until the cursor moves to the next one. */
public interface CellCursor extends Closeable {
    /** Moves to the next row; returns false after the last. */
    boolean nextRow() throws IOException;

    /** Returns the number of the row, from 1. */
    int row();

    /** Moves to the next cell of the row; returns false after the last. */
    boolean nextCell() throws IOException;

    /** Returns the column of the cell, from 1. */
    int column();

    /** Reads the content of the cell, which the methods below return. May be called once per cell. */
    void read() throws IOException;

    /** Returns the type of the cell's value. */
    SheetCursor.Type type();

    /** Returns the style index of a number, or 0. */
    int style();

    /** Returns whether the cell holds a text or is empty, and has no formula. */
    boolean isText();

    /** Returns whether the cell holds a formula. */
    boolean hasFormula();

    /**
     * Returns whether the cell holds a formula without its last calculated value. The empty text is such a value if the cell's type is
     * text.
     */
    boolean hasUnknownValue();

    /**
     * Returns the index of the cell's shared string, {@link SheetCursor#NOT_SHARED} if it has none, or another negative number if the
     * index is not valid.
     */
    int sharedIndex();

    /** Returns the cell's value, unless it is a shared string; for a formula, the last calculated value. */
    Utf8Text value();
}
