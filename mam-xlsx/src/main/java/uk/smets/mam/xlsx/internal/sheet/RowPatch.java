package uk.smets.mam.xlsx.internal.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.xml.InlineText;
import uk.smets.mam.xlsx.internal.xml.TagAttributes;

/**
 * Writes a row of a sheet anew with other contents in some of its cells. Of a cell that is there its place, its style and whatever
 * else does not belong to its old value stay; one that is not there is put in between its neighbours.
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

    /** The row as it is to be, once {@link #finish} was called. */
    public FieldOutput out() {
        return out;
    }

    /** Starts with the row that a scanner stands at. */
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
     * Puts a content into a cell; columns come in ascending order.
     *
     * @param column the cell's column, from 1
     * @param style the style of a cell that is not there yet, -1 for none
     * @param content the rest of the cell from its attribute {@code t} on, as {@link InlineText} makes it
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

    /** The start tag without what belongs to the value: its type, and its metadata. */
    private void putStart() throws IOException {
        int from = start + row.from(cell);
        attributes.moveTo(bytes, from, start + row.contentFrom(cell));
        int behind = from + 1 + prefix.length() + 1;
        out.put(bytes, from, behind - from);
        while (attributes.next()) {
            if (!attributes.nameIs('t') && !attributes.nameIs("cm") && !attributes.nameIs("vm")) {
                out.put(bytes, behind, attributes.attributeTo() - behind);
            }
            behind = attributes.attributeTo();
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
