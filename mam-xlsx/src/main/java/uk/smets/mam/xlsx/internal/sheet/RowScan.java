package uk.smets.mam.xlsx.internal.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.workbook.SheetForm;
import uk.smets.mam.xlsx.internal.xml.MarkupBytes;
import uk.smets.mam.xlsx.internal.xml.TagAttributes;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/** Finds the cells of a row in the bytes of a sheet. */
public final class RowScan {
    private static final SheetRow.Kind[] KINDS = SheetRow.Kind.values();

    private final MarkupBytes markup;
    private final String prefix;
    private final TagAttributes attributes = new TagAttributes();
    private final PlainCell plain = new PlainCell();
    private final SheetRow row = new SheetRow();
    private final byte[] rowStart;
    private final byte[] rowEnd;
    private final byte[] cellStart;
    private final byte[] cellEnd;
    private final byte[] formulaStart;
    private final byte[] valueStart;
    private final byte[] textStart;

    /**
     * Creates a scan.
     *
     * @param markup the sheet
     * @param prefix the prefix of its elements with the colon, or an empty string
     */
    RowScan(MarkupBytes markup, String prefix) {
        this.markup = markup;
        this.prefix = prefix;
        rowStart = bytes("<" + prefix + "row");
        rowEnd = bytes("</" + prefix + "row");
        cellStart = bytes("<" + prefix + "c");
        cellEnd = bytes("</" + prefix + "c");
        formulaStart = bytes("<" + prefix + "f");
        valueStart = bytes("<" + prefix + "v");
        textStart = bytes("<" + prefix + "is");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the last row found. */
    SheetRow row() {
        return row;
    }

    /** Returns whether a row is at the start of the window. */
    boolean isAtRow() throws IOException {
        return markup.isTag(0, rowStart);
    }

    /** Finds the cells of the row at the start of the window. */
    void run() throws IOException {
        int tagEnd = markup.endOf(0);
        startRow(tagEnd);
        if (markup.isSelfClosed(tagEnd)) {
            row.to = tagEnd;
            return;
        }
        int at = tagEnd;
        while (true) {
            int cellsEnd = scanPlainCells(at);
            at = markup.requireMarkup(cellsEnd);
            if (!markup.isBlank(cellsEnd, at)) {
                row.unusual();
            }
            int end = markup.endOf(at);
            if (markup.isTag(at, cellStart)) {
                at = scanPossiblyPlainCell(at, end);
            } else if (markup.isTag(at, rowEnd)) {
                row.to = end;
                if (!row.sort()) {
                    throw UnreadableWorkbookException.damaged("two cells of row " + row.number + " have one reference");
                }
                return;
            } else {
                row.unusual();
                at = endOfOther(at, end, "c");
            }
        }
    }

    /** Returns the end of foreign markup in a row or cell; its elements must not have any of the given names. */
    private int endOfOther(int at, int tagEnd, String... names) throws IOException {
        if (!markup.isTag(at)) {
            return tagEnd;
        }
        if (markup.isEndTag(at)) {
            throw UnreadableWorkbookException.damaged("an element of row " + row.number + " ends in another");
        }
        attributes.moveTo(markup.array(), markup.start() + at, markup.start() + tagEnd);
        SheetForm.requireForeign(attributes, names);
        return markup.endOfElement(at, tagEnd);
    }

    private void startRow(int tagEnd) throws IOException {
        int before = row.number;
        row.clear();
        row.number = before + 1;
        row.contentFrom = tagEnd;
        attributes.moveTo(markup.array(), markup.start(), markup.start() + tagEnd);
        int style = -1;
        boolean styled = false;
        while (attributes.next()) {
            if (attributes.nameIs('r')) {
                row.number = attributes.number();
            } else if (attributes.nameIs('s')) {
                style = attributes.number();
            } else if (attributes.nameIs("customFormat")) {
                styled = attributes.valueIs("1") || attributes.valueIs("true");
            } else {
                SheetForm.requireMeaningKept(attributes, prefix);
            }
        }
        row.style = styled ? style : -1;
        if (row.number <= before || row.number > CellReference.MAX_ROW) {
            throw UnreadableWorkbookException.damaged("the row after row " + before + " does not have a higher number");
        }
    }

    /** Reads the plain cells from an offset on and returns their end. */
    private int scanPlainCells(int from) {
        if (!prefix.isEmpty()) {
            return from;
        }
        byte[] bytes = markup.array();
        int start = markup.start();
        int end = markup.end();
        int at = start + from;
        while (plain.read(bytes, at, end, row.number) && plain.column >= row.nextColumn()) {
            row.add(plain, at, start);
            at = plain.to;
        }
        return at - start;
    }

    /** Reads a cell and returns its end. The cell may be a plain one that was not yet completely in the window. */
    private int scanPossiblyPlainCell(int from, int tagEnd) throws IOException {
        int to = scanCell(from, tagEnd);
        int start = markup.start();
        if (!prefix.isEmpty() || !plain.read(markup.array(), start + from, start + to, row.number)) {
            row.unusual();
        }
        return to;
    }

    private int scanCell(int from, int tagEnd) throws IOException {
        int column = row.nextColumn();
        int style = -1;
        SheetRow.Kind kind = SheetRow.Kind.NUMBER;
        attributes.moveTo(markup.array(), markup.start() + from, markup.start() + tagEnd);
        while (attributes.next()) {
            if (attributes.nameIs('r')) {
                column = column();
            } else if (attributes.nameIs('s')) {
                style = attributes.number();
            } else if (attributes.nameIs('t')) {
                kind = kind();
            } else {
                SheetForm.requireMeaningKept(attributes, prefix);
            }
        }
        row.add(column, style, kind, from);
        if (markup.isSelfClosed(tagEnd)) {
            row.end(tagEnd, tagEnd, tagEnd);
            return tagEnd;
        }
        int at = tagEnd;
        while (true) {
            at = markup.requireMarkup(at);
            int end = markup.endOf(at);
            if (markup.isTag(at, cellEnd)) {
                row.end(tagEnd, at, end);
                return end;
            }
            at = scanContent(at, end);
        }
    }

    /** Reads an element of a cell and returns its end. */
    private int scanContent(int at, int tagEnd) throws IOException {
        if (markup.isTag(at, formulaStart)) {
            row.formula(at, tagEnd);
        } else if (markup.isTag(at, valueStart)) {
            if (row.hasValue(row.size() - 1)) {
                throw SheetForm.unusual("a cell of row " + row.number + " holds two values");
            }
            if (!markup.isSelfClosed(tagEnd)) {
                row.value(tagEnd);
            }
        } else if (!markup.isTag(at, textStart)) {
            return endOfOther(at, tagEnd, "f", "v", "is");
        }
        return markup.endOfElement(at, tagEnd);
    }

    private int column() throws IOException {
        long place = CellReference.parse(attributes.array(), attributes.valueFrom(), attributes.valueTo());
        int column = CellReference.columnOf(place);
        if (place == CellReference.NOWHERE || CellReference.rowOf(place) != row.number) {
            throw UnreadableWorkbookException.damaged(
                    "a cell of row " + row.number + " has a reference that is out of its place");
        }
        return column;
    }

    private SheetRow.Kind kind() {
        for (SheetRow.Kind kind : KINDS) {
            if (attributes.valueIs(kind.code)) {
                return kind;
            }
        }
        return SheetRow.Kind.NUMBER;
    }
}
