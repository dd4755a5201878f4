package uk.smets.mam.xlsx.internal.write;

import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.layout.BodyColumns;

/** The layout of written sheets: header labels and values in columns A and B, an empty row, the headings, the body. */
final class StandardLayout {
    /** The row of the first header field; the other fields follow it. */
    static final int FIRST_HEADER_ROW = 1;

    static final int LABEL_COLUMN = 1;

    static final int VALUE_COLUMN = 2;

    static final int HEADING_ROW = 6;

    static final int FIRST_BODY_ROW = HEADING_ROW + 1;

    private StandardLayout() {}

    /**
     * Checks that the body fits on a sheet.
     *
     * @param rows the number of rows
     * @throws IllegalStateException if there are too many
     */
    static void requireRoom(long rows) {
        if (rows > CellReference.MAX_ROW - HEADING_ROW) {
            throw new IllegalStateException("a sheet has " + CellReference.MAX_ROW + " rows, and so room for "
                    + (CellReference.MAX_ROW - HEADING_ROW)
                    + " below the headings: write the others to another workbook");
        }
    }

    /** Returns the columns of a body: the fields in order, from column A. */
    static BodyColumns columns(Notification<?, ?> notification) {
        return BodyColumns.from(1, notification.columns().size());
    }
}
