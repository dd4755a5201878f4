package uk.smets.mam.xlsx.internal.respond;

import java.util.zip.CRC32;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.xlsx.internal.document.CellGuard;

/** A digest of all meter points and yellow fields of a sheet, and of their row numbers. */
final class YellowDigest {
    private static final long PRIME = 0x100000001B3L;

    private final CRC32 checksum = new CRC32();
    private long value;
    private long rowValue;
    private boolean any;

    /** Starts a row. */
    void startRow(int row) {
        rowValue = (value ^ row) * PRIME;
        any = false;
    }

    /** Adds the text of the next field; white space alone counts as no text. */
    void put(FieldText text) {
        checksum.reset();
        if (!CellGuard.isBlank(text)) {
            any = true;
            text.addTo(checksum);
            rowValue ^= (long) text.length() << Integer.SIZE;
        }
        rowValue = (rowValue ^ checksum.getValue()) * PRIME;
    }

    /** Ends a row; a row without any text does not change the digest. */
    void endRow() {
        if (any) {
            value = rowValue;
        }
    }

    long value() {
        return value;
    }
}
