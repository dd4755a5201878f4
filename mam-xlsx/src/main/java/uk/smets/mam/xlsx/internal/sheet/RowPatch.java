package uk.smets.mam.xlsx.internal.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.xml.InlineText;
import uk.smets.mam.xlsx.internal.xml.TagAttributes;

/**
 * Rewrites a row of a sheet with new content in some of its cells. An existing cell keeps its reference, its style and everything else
 * that is not part of its old value; a missing cell is inserted between its neighbours.
 */
public final class RowPatch {
    private final String prefix;
    private final TagAttributes attributes = new TagAttributes();
    private final FieldOutput out = new FieldOutput(16 * 1024);
    private byte[] bytes = {};
    private SheetRow row = new SheetRow();
    private int start;
    private int done;
    private int cell;

    public RowPatch(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the new row, after {@link #finish}. */
    public FieldOutput out() {
        return out;
    }

    /** Starts with the current row of a scanner. */
    public void start(SheetScanner scanner) {
        row = scanner.row();
        bytes = scanner.array();
        start = scanner.rowStart();
        if (row.isOutOfOrder()) {
            bytes = row.rewrite(bytes, start);
            start = 0;
        }
        out.truncate(0);
        done = 0;
        cell = 0;
    }

    /**
     * Sets the content of a cell. Columns must come in ascending order.
     *
     * @param column the cell's column, from 1
     * @param style the style of a new cell, or -1
     * @param content the rest of the cell from its attribute {@code t} on, as encoded by {@link InlineText}
     */
    public void put(int column, int style, byte[] content) throws IOException {
        cell = row.firstFrom(column, cell);
        boolean isThere = cell < row.size() && row.column(cell) == column;
        if (!isThere && InlineText.isNothing(content)) {
            return;
        }
        if (isThere && row.keptTo(cell) > 0) {
            copyTo(row.keptTo(cell));
            done = row.to(cell);
            out.put(content, 0, content.length);
            return;
        }
        copyTo(cell < row.size() ? row.from(cell) : row.cellsTo());
        if (isThere) {
            putStart();
            done = row.to(cell);
        } else {
            putNewStart(column, style);
        }
        out.put(content, 0, content.length);
    }

    /** Ends the row. */
    public void finish() {
        copyTo(row.to);
    }

    private void copyTo(int place) {
        out.put(bytes, start + done, place - done);
        done = place;
    }

    /** Copies the start tag without the attributes that belong to the value: type and metadata. */
    private void putStart() throws IOException {
        int from = start + row.from(cell);
        attributes.moveTo(bytes, from, start + row.contentFrom(cell));
        int copied = from + 1 + prefix.length() + 1;
        out.put(bytes, from, copied - from);
        while (attributes.next()) {
            if (!attributes.nameIs('t') && !attributes.nameIs("cm") && !attributes.nameIs("vm")) {
                out.put(bytes, copied, attributes.attributeTo() - copied);
            }
            copied = attributes.attributeTo();
        }
    }

    private void putNewStart(int column, int style) {
        StringBuilder tag = new StringBuilder(32)
                .append('<')
                .append(prefix)
                .append("c r=\"")
                .append(CellReference.of(column, row.number))
                .append('"');
        if (style >= 0) {
            tag.append(" s=\"").append(style).append('"');
        }
        byte[] start = tag.toString().getBytes(StandardCharsets.UTF_8);
        out.put(start, 0, start.length);
    }
}
