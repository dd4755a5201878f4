package uk.smets.mam.xlsx.internal.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.workbook.SheetForm;
import uk.smets.mam.xlsx.internal.xml.MarkupBytes;
import uk.smets.mam.xlsx.internal.xml.TagAttributes;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/** Finds the cells of a row by their bytes. */
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
     * Prepares it.
     *
     * @param markup the sheet
     * @param prefix the prefix of its elements with its colon, or nothing
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

    /** The row that was found last. */
    SheetRow row() {
        return row;
    }

    /** Whether the window starts with a row. */
    boolean isAtRow() throws IOException {
        return markup.isTag(0, rowStart);
    }

    /** Finds the cells of the row that the window starts with. */
    void run() throws IOException {
        int behind = markup.behind(0);
        startRow(behind);
        if (markup.isSelfClosed(behind)) {
            row.to = behind;
            return;
        }
        int at = behind;
        while (true) {
            int behindCells = scanPlainCells(at);
            at = markup.requireMarkup(behindCells);
            if (!markup.isBlank(behindCells, at)) {
                row.unusual();
            }
            int end = markup.behind(at);
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
                at = behindOther(at, end, "c");
            }
        }
    }

    /** The place behind what is none of the row's or cell's own; its element may not be called as one of those is. */
    private int behindOther(int at, int behind, String... names) throws IOException {
        if (!markup.isTag(at)) {
            return behind;
        }
        if (markup.isEndTag(at)) {
            throw UnreadableWorkbookException.damaged("an element of row " + row.number + " ends in another");
        }
        attributes.moveTo(markup.array(), markup.start() + at, markup.start() + behind);
        SheetForm.requireForeign(attributes, names);
        return markup.behindElement(at, behind);
    }

    private void startRow(int behind) throws IOException {
        int before = row.number;
        row.clear();
        row.number = before + 1;
        row.contentFrom = behind;
        attributes.moveTo(markup.array(), markup.start(), markup.start() + behind);
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
            throw UnreadableWorkbookException.damaged(
                    "the row behind row " + before + " has a number that is not above it");
        }
    }

    /** Answers with the place behind those cells that were of the plain form. */
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

    /** Answers with the place behind the cell, which may be a plain one too: of a part of it that was not read yet. */
    private int scanPossiblyPlainCell(int from, int behind) throws IOException {
        int to = scanCell(from, behind);
        int start = markup.start();
        if (!prefix.isEmpty() || !plain.read(markup.array(), start + from, start + to, row.number)) {
            row.unusual();
        }
        return to;
    }

    private int scanCell(int from, int behind) throws IOException {
        int column = row.nextColumn();
        int style = -1;
        SheetRow.Kind kind = SheetRow.Kind.NUMBER;
        attributes.moveTo(markup.array(), markup.start() + from, markup.start() + behind);
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
        if (markup.isSelfClosed(behind)) {
            row.end(behind, behind, behind);
            return behind;
        }
        int at = behind;
        while (true) {
            at = markup.requireMarkup(at);
            int end = markup.behind(at);
            if (markup.isTag(at, cellEnd)) {
                row.end(behind, at, end);
                return end;
            }
            at = scanContent(at, end);
        }
    }

    /** Answers with the place behind an element of the cell. */
    private int scanContent(int at, int behind) throws IOException {
        if (markup.isTag(at, formulaStart)) {
            row.formula(at, behind);
        } else if (markup.isTag(at, valueStart)) {
            if (row.hasValue(row.size() - 1)) {
                throw SheetForm.unusual("a cell of row " + row.number + " holds two values");
            }
            if (!markup.isSelfClosed(behind)) {
                row.value(behind);
            }
        } else if (!markup.isTag(at, textStart)) {
            return behindOther(at, behind, "f", "v", "is");
        }
        return markup.behindElement(at, behind);
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
