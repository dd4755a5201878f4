package uk.smets.mam.xlsx.internal.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.xlsx.internal.workbook.SheetForm;
import uk.smets.mam.xlsx.internal.xml.MarkupBytes;
import uk.smets.mam.xlsx.internal.xml.TagAttributes;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/**
 * Reads the bytes of a sheet's XML row by row and copies them. Only requested data is decoded, so everything else is copied unchanged:
 * prefixes, escapes, comments and extensions.
 */
public final class SheetScanner {
    /** Receives the tags of a part of the sheet. */
    @FunctionalInterface
    interface TagListener {
        /**
         * Receives a tag.
         *
         * @param tag the tag, before its first attribute
         */
        void accept(TagAttributes tag) throws IOException;
    }

    /** The index for a cell with an empty value. */
    static final int NO_STRING = -1;

    /** The index for a cell whose value has escapes, CDATA sections or comments. */
    static final int HIDDEN_STRING = -2;

    private final MarkupBytes markup;
    private final SheetHead head;
    private final RowScan scan;
    private final TagAttributes attributes = new TagAttributes();
    private final byte[] rowsEnd;
    private boolean atEnd;
    private boolean isPlain = true;

    private SheetScanner(MarkupBytes markup, SheetHead head) {
        this.markup = markup;
        this.head = head;
        scan = new RowScan(markup, head.prefix());
        rowsEnd = ("</" + head.prefix() + "sheetData").getBytes(StandardCharsets.UTF_8);
        atEnd = !head.hasRows();
    }

    /**
     * Opens a sheet and copies everything before its first row.
     *
     * @param sheet the sheet
     * @param out receives the bytes
     */
    public static SheetScanner open(InputStream sheet, OutputStream out) throws IOException {
        MarkupBytes markup = new MarkupBytes(sheet);
        return new SheetScanner(markup, SheetHead.pass(markup, out));
    }

    /** Returns the prefix of the sheet's elements with the colon, or an empty string. */
    public String prefix() {
        return head.prefix();
    }

    public ColumnStyles columnStyles() {
        return head.columnStyles();
    }

    /** Returns the current row. The object is reused for the next row. */
    public SheetRow row() {
        return scan.row();
    }

    /** Returns whether all rows so far are {@linkplain SheetRow#isPlain plain}, with nothing between them. */
    public boolean isPlain() {
        return isPlain;
    }

    /** Returns the start of the current row in {@link #array()}. */
    int rowStart() {
        return markup.start();
    }

    public byte[] array() {
        return markup.array();
    }

    /**
     * Moves to the next row and copies the bytes before it.
     *
     * @return false if there are no more rows
     */
    public boolean nextRow(OutputStream out) throws IOException {
        while (!atEnd) {
            markup.passToMarkup(out);
            if (scan.isAtRow()) {
                scan.run();
                isPlain &= row().isPlain();
                return true;
            }
            if (markup.isTag(0, rowsEnd)) {
                atEnd = true;
            } else {
                isPlain = false;
                passOther(out, "row", SheetHead.ROWS, SheetHead.ROOT);
            }
        }
        return false;
    }

    /** Copies markup that is not a row; its elements must not have any of the given names. */
    private void passOther(OutputStream out, String... names) throws IOException {
        int tagEnd = markup.endOf(0);
        if (markup.depthChange(0, tagEnd) < 0) {
            throw UnreadableWorkbookException.damaged("an element ends among its rows that did not start there");
        }
        if (markup.isTag(0)) {
            attributes.moveTo(markup.array(), markup.start(), markup.start() + tagEnd);
            SheetForm.requireForeign(attributes, names);
        }
        int depth = markup.depthChange(0, tagEnd);
        markup.pass(tagEnd, out);
        while (depth > 0) {
            markup.passToMarkup(out);
            tagEnd = markup.endOf(0);
            depth += markup.depthChange(0, tagEnd);
            markup.pass(tagEnd, out);
        }
    }

    /** Copies the current row unchanged. */
    public void passRow(OutputStream out) throws IOException {
        markup.pass(row().to, out);
    }

    /** Skips the current row. */
    public void skipRow() {
        markup.skip(row().to);
    }

    /** Copies everything after the last row. */
    public void tail(OutputStream out) throws IOException {
        markup.passRest(out);
    }

    /** Copies everything after the last row and reports its start tags. */
    public void tail(OutputStream out, TagListener tags) throws IOException {
        // The end tag of the rows comes first, unless their element is empty.
        int depth = head.hasRows() ? 1 : 0;
        int at = markup.findMarkup(0);
        while (at >= 0) {
            markup.pass(at, out);
            int tagEnd = markup.endOf(0);
            if (markup.isTag(0) && !markup.isEndTag(0)) {
                attributes.moveTo(markup.array(), markup.start(), markup.start() + tagEnd);
                if (depth == 0) {
                    SheetForm.requireForeign(attributes, "row", SheetHead.ROWS, SheetHead.ROOT);
                }
                tags.accept(attributes);
            }
            depth += markup.depthChange(0, tagEnd);
            markup.pass(tagEnd, out);
            at = markup.findMarkup(0);
        }
        markup.passRest(out);
    }

    /** Moves to the raw content of a cell of a plain row. */
    public void moveTo(int cell, FieldText text) {
        SheetRow row = row();
        int start = markup.start();
        boolean inline = row.kind(cell) == SheetRow.Kind.INLINE_STRING;
        PlainCell.moveTo(markup.array(), start + row.contentFrom(cell), start + row.contentTo(cell), inline, text);
    }

    /** Returns the start tag of the formula of a cell that has one. */
    TagAttributes formula(int cell) {
        int start = markup.start();
        attributes.moveTo(markup.array(), start + row().formulaFrom(cell), start + row().formulaTo(cell));
        return attributes;
    }

    /** Returns the shared string index of a cell, {@link #NO_STRING} or {@link #HIDDEN_STRING}. */
    public int sharedString(int cell) {
        byte[] bytes = markup.array();
        int to = markup.start() + row().contentTo(cell);
        int at = skipBlanks(bytes, markup.start() + row().valueFrom(cell), to);
        int digits = at;
        int index = 0;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9' && at - digits < 9) {
            index = index * 10 + bytes[at++] - '0';
        }
        boolean any = at > digits;
        at = skipBlanks(bytes, at, to);
        boolean plain = at + 1 < to && bytes[at] == '<' && bytes[at + 1] == '/';
        return plain ? any ? index : NO_STRING : HIDDEN_STRING;
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] <= ' ' && bytes[at] > 0) {
            at++;
        }
        return at;
    }
}
