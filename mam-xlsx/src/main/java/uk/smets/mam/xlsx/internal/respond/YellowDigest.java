package uk.smets.mam.xlsx.internal.respond;

import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.xlsx.internal.document.CellGuard;

/** A number that stands for all meter points and yellow fields of a sheet, with the rows that they are in. */
public final class YellowDigest {
    private static final long START = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;
    private static final int FIELD_END = 0x100;

    private long value = START;
    private long rowValue;
    private boolean any;

    /** Starts a row. */
    void startRow(int row) {
        rowValue = (value ^ row) * PRIME;
        any = false;
    }

    /** Takes the text of the next field; white space and nothing else is none. */
    void put(FieldText text) {
        int length = CellGuard.isBlank(text) ? 0 : text.length();
        any |= length > 0;
        long taken = rowValue;
        for (int i = 0; i < length; i++) {
            taken = (taken ^ text.at(i)) * PRIME;
        }
        rowValue = (taken ^ FIELD_END) * PRIME;
    }

    /** Ends a row; one without any text leaves the number as it was. */
    void endRow() {
        if (any) {
            value = rowValue;
        }
    }

    long value() {
        return value;
    }
}
