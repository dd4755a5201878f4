package uk.smets.mam.xlsx.internal.layout;

import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.document.Notification;

/** Where the library writes what: the header's labels and values in columns A and B, then the headings, then the body. */
public final class StandardLayout {
    /** The row of the header's first field; the others follow it. */
    public static final int FIRST_HEADER_ROW = 1;

    public static final int LABEL_COLUMN = 1;

    public static final int VALUE_COLUMN = 2;

    /** The row of the headings, behind one that is empty. */
    public static final int HEADING_ROW = 6;

    public static final int FIRST_BODY_ROW = HEADING_ROW + 1;

    private StandardLayout() {}

    /**
     * Makes sure that a sheet has room for a body.
     *
     * @param rows how many rows the body has
     * @throws IllegalStateException where they are too many
     */
    public static void requireRoom(long rows) {
        if (rows > CellReference.MAX_ROW - HEADING_ROW) {
            throw new IllegalStateException("a sheet has " + CellReference.MAX_ROW + " rows, and so room for "
                    + (CellReference.MAX_ROW - HEADING_ROW)
                    + " below the headings: write the others to another workbook");
        }
    }

    /** The columns of a body: the fields in their order, from column A on. */
    public static BodyColumns columns(Notification<?, ?> notification) {
        return BodyColumns.from(1, notification.columns().size());
    }
}
