package uk.smets.mam.xlsx.internal.write;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.xml.InlineText;

/**
 * Writes the cells of one column. Caches the encoded values of yellow columns, because rows often repeat them.
 *
 * @param <R> the type of the rows
 * @param <T> the type of the value
 */
public final class ColumnEncoder<R, T> {
    /** The maximum number of cached values, which bounds the memory used if every row has different certificates. */
    private static final int MOST_KEPT = 256;

    private final Column<R, ?, T> column;
    private final InlineText text;
    private final byte[] start;
    private final byte[] style;
    private final FieldOutput scratch = new FieldOutput(256);
    private final Map<T, byte[]> kept = new HashMap<>();
    private @Nullable T last;
    private byte[] content = {};

    ColumnEncoder(Column<R, ?, T> column, int style, InlineText text) {
        this.column = column;
        this.text = text;
        start = ascii("<c r=\"" + CellReference.columnName(column.field().number()));
        this.style = ascii("\" s=\"" + style + "\"");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Writes a cell.
     *
     * @param row the row
     * @param digits the digits of the row number
     * @param out receives the cell
     */
    void put(R row, byte[] digits, FieldOutput out) {
        out.put(start, 0, start.length);
        out.put(digits, 0, digits.length);
        out.put(style, 0, style.length);
        T value = column.get().apply(row);
        if (value == null) {
            text.put(scratch.array(), 0, 0, out);
        } else if (column.isResponse()) {
            if (value != last) {
                content = content(value);
                last = value;
            }
            out.put(content, 0, content.length);
        } else {
            scratch.truncate(0);
            column.type().encode(value, scratch);
            text.put(scratch.array(), 0, scratch.size(), out);
        }
    }

    private byte[] content(T value) {
        byte[] known = kept.get(value);
        if (known != null) {
            return known;
        }
        scratch.truncate(0);
        column.type().encode(value, scratch);
        int end = scratch.size();
        text.put(Arrays.copyOf(scratch.array(), end), 0, end, scratch);
        byte[] encoded = Arrays.copyOfRange(scratch.array(), end, scratch.size());
        if (kept.size() == MOST_KEPT) {
            kept.clear();
        }
        kept.put(value, encoded);
        return encoded;
    }
}
