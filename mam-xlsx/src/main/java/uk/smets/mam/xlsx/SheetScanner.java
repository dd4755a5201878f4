package uk.smets.mam.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import uk.smets.mam.model.internal.CellReference;

/**
 * Goes over the bytes of a sheet's XML, row by row, and hands on what it passes. Nothing is decoded that nobody asks for, so
 * that what stays as it is stays so byte by byte: prefixes, escapes, comments and extensions.
 */
final class SheetScanner {
    /** Takes the tags of a part of the sheet. */
    @FunctionalInterface
    interface TagListener {
        /**
         * Takes a tag.
         *
         * @param tag the tag, with its attributes to come
         * @param prefix the prefix of the sheet's elements with its colon, or nothing
         */
        void accept(TagAttributes tag, String prefix) throws IOException;
    }

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final SheetRow.Kind[] KINDS = SheetRow.Kind.values();

    private final MarkupBytes markup;
    private final TagAttributes attributes = new TagAttributes();
    private final PlainCell plain = new PlainCell();
    private final SheetRow row = new SheetRow();
    private final ColumnStyles columnStyles = new ColumnStyles();
    private String prefix = "";
    private byte[] sheetData = {};
    private byte[] rowTag = {};
    private byte[] cellTag = {};
    private byte[] cellEnd = {};
    private byte[] formulaTag = {};
    private byte[] rowEnd = {};
    private boolean atEnd;

    SheetScanner(InputStream in) {
        markup = new MarkupBytes(in);
    }

    /** The prefix of the sheet's elements with its colon; mostly there is none. */
    String prefix() {
        return prefix;
    }

    ColumnStyles columnStyles() {
        return columnStyles;
    }

    /** The current row, until the next question. */
    SheetRow row() {
        return row;
    }

    /** The bytes of the current row start here in {@link #array()}. */
    int rowStart() {
        return markup.start();
    }

    byte[] array() {
        return markup.array();
    }

    /** Passes everything before the first row. */
    void head(OutputStream out) throws IOException {
        root(out);
        while (true) {
            int at = nextMarkup(out);
            int behind = markup.behind(at);
            if (isStart(sheetData, at)) {
                atEnd = isSelfClosed(behind);
                markup.pass(behind, out);
                return;
            }
            if (markup.isTag(at)) {
                attributes.moveTo(markup.array(), markup.start() + at, markup.start() + behind);
                if (attributes.nameIs(prefix + "col")) {
                    columnStyles.add(attributes);
                }
            }
            markup.pass(behind, out);
        }
    }

    private int nextMarkup(OutputStream out) throws IOException {
        int at = markup.findMarkup(0);
        if (at < 0) {
            throw MarkupBytes.brokenOff();
        }
        markup.pass(at, out);
        return 0;
    }

    private void root(OutputStream out) throws IOException {
        requireUtf8();
        int at = nextMarkup(out);
        while (!markup.isTag(at)) {
            int behind = markup.behind(at);
            requireEncoding(new String(markup.array(), markup.start(), behind, StandardCharsets.ISO_8859_1));
            markup.pass(behind, out);
            at = nextMarkup(out);
        }
        int behind = markup.behind(at);
        attributes.moveTo(markup.array(), markup.start() + at, markup.start() + behind);
        String name = attributes.name();
        prefix = name.substring(0, name.indexOf(':') + 1);
        if (!name.equals(prefix + "worksheet") || !isBoundToMain()) {
            throw UnreadableWorkbookException.damaged("its XML is not that of a sheet");
        }
        sheetData = bytes("<" + prefix + "sheetData");
        rowTag = bytes("<" + prefix + "row");
        cellTag = bytes("<" + prefix + "c");
        cellEnd = bytes("</" + prefix + "c");
        formulaTag = bytes("<" + prefix + "f");
        rowEnd = bytes("</" + prefix + "row");
        markup.pass(behind, out);
    }

    private boolean isBoundToMain() throws IOException {
        String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix.substring(0, prefix.length() - 1);
        while (attributes.next()) {
            if (attributes.nameIs(declaration)) {
                return attributes.valueIs(MAIN);
            }
        }
        return false;
    }

    /** UTF-16 has a zero in one of its first two bytes or starts with its byte order mark. */
    private void requireUtf8() throws IOException {
        if (!markup.has(1)) {
            throw MarkupBytes.brokenOff();
        }
        int first = markup.at(0) & 0xFF;
        int second = markup.at(1) & 0xFF;
        if (first == 0 || second == 0 || first >= 0xFE) {
            throw otherEncoding();
        }
    }

    private static void requireEncoding(String declaration) throws IOException {
        int at = declaration.indexOf("encoding");
        if (!declaration.startsWith("<?xml ") || at < 0) {
            return;
        }
        String encoding = declaration.substring(at).toLowerCase(Locale.ROOT).replaceAll("[\\s'\"]", "");
        if (!encoding.startsWith("encoding=utf-8") && !encoding.startsWith("encoding=us-ascii")) {
            throw otherEncoding();
        }
    }

    private static UnreadableWorkbookException otherEncoding() {
        return UnreadableWorkbookException.damaged("its XML is not in UTF-8");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private boolean isStart(byte[] tag, int at) throws IOException {
        if (!markup.startsWith(at, tag) || !markup.has(at + tag.length)) {
            return false;
        }
        byte next = markup.at(at + tag.length);
        return next == ' ' || next == '>' || next == '/' || next == '\n' || next == '\r' || next == '\t';
    }

    private boolean isSelfClosed(int behind) {
        return markup.at(behind - 2) == '/';
    }

    /**
     * Goes to the next row, passing what stands before it.
     *
     * @return false where there is none
     */
    boolean nextRow(OutputStream out) throws IOException {
        while (!atEnd) {
            int at = nextMarkup(out);
            if (isStart(rowTag, at)) {
                scanRow();
                return true;
            }
            if (markup.isTag(at)) {
                // The end of the rows.
                atEnd = true;
            } else {
                markup.pass(markup.behind(at), out);
            }
        }
        return false;
    }

    /** Passes the current row as it stands. */
    void passRow(OutputStream out) throws IOException {
        markup.pass(row.to, out);
    }

    /** Leaves the current row out: something else was written for it. */
    void skipRow() {
        markup.skip(row.to);
    }

    /** Passes everything behind the last row. */
    void tail(OutputStream out) throws IOException {
        markup.passRest(out);
    }

    /** Passes everything behind the last row, and shows the tags in it. */
    void tail(OutputStream out, TagListener tags) throws IOException {
        int at = markup.findMarkup(0);
        while (at >= 0) {
            markup.pass(at, out);
            int behind = markup.behind(0);
            if (markup.isTag(0)) {
                attributes.moveTo(markup.array(), markup.start(), markup.start() + behind);
                tags.accept(attributes, prefix);
            }
            markup.pass(behind, out);
            at = markup.findMarkup(0);
        }
        markup.passRest(out);
    }

    /** The start tag of the formula of a cell that has one. */
    TagAttributes formula(int cell) {
        int start = markup.start();
        attributes.moveTo(markup.array(), start + row.formulaFrom(cell), start + row.formulaTo(cell));
        return attributes;
    }

    /** The index in the table of shared strings that a cell holds, or -1 where it is not plain to see. */
    int sharedString(int cell) {
        byte[] bytes = markup.array();
        int at = markup.start() + row.contentFrom(cell);
        int to = markup.start() + row.contentTo(cell);
        while (at < to && bytes[at] != '>') {
            at++;
        }
        at = behindBlanks(bytes, at + 1, to);
        int digits = at;
        int index = 0;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9' && at - digits < 9) {
            index = index * 10 + bytes[at++] - '0';
        }
        boolean any = at > digits;
        at = behindBlanks(bytes, at, to);
        return any && at < to && bytes[at] == '<' ? index : -1;
    }

    private static int behindBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] <= ' ' && bytes[at] > 0) {
            at++;
        }
        return at;
    }

    private void scanRow() throws IOException {
        int behind = markup.behind(0);
        int before = row.number;
        row.clear();
        row.number = before + 1;
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
            }
        }
        if (row.number <= before || row.number > CellReference.MAX_ROW) {
            throw UnreadableWorkbookException.damaged(
                    "the row behind row " + before + " has a number that is not above it");
        }
        row.style = styled ? style : -1;
        row.contentFrom = behind;
        if (isSelfClosed(behind)) {
            row.to = behind;
            return;
        }
        byte[] digits = bytes(Integer.toString(row.number));
        int at = behind;
        while (true) {
            at = scanPlainCells(at, digits);
            at = find(at);
            int end = markup.behind(at);
            if (isStart(cellTag, at)) {
                end = scanCell(at, end);
            } else if (isStart(rowEnd, at)) {
                row.to = end;
                return;
            }
            at = end;
        }
    }

    /** Answers with the place behind those cells that were of the plain form. */
    private int scanPlainCells(int from, byte[] digits) {
        int at = from;
        int start = markup.start();
        while (prefix.isEmpty()
                && plain.read(markup.array(), start + at, markup.end(), digits)
                && plain.column() >= row.nextColumn()) {
            row.add(plain.column(), at);
            row.describe(plain.style(), plain.kind());
            at = plain.to() - start;
            row.end(plain.contentFrom() - start, plain.contentTo() - start, at);
        }
        return at;
    }

    private int find(int place) throws IOException {
        int at = markup.findMarkup(place);
        if (at < 0) {
            throw MarkupBytes.brokenOff();
        }
        return at;
    }

    /** Answers with the place behind the cell. */
    private int scanCell(int from, int behind) throws IOException {
        int column = row.nextColumn();
        int style = -1;
        SheetRow.Kind kind = SheetRow.Kind.NUMBER;
        attributes.moveTo(markup.array(), markup.start() + from, markup.start() + behind);
        while (attributes.next()) {
            if (attributes.nameIs('r')) {
                column = column(column);
            } else if (attributes.nameIs('s')) {
                style = attributes.number();
            } else if (attributes.nameIs('t')) {
                kind = kind();
            }
        }
        row.add(column, from);
        row.describe(style, kind);
        if (isSelfClosed(behind)) {
            row.end(behind, behind, behind);
            return behind;
        }
        int at = behind;
        while (true) {
            at = find(at);
            int end = markup.behind(at);
            if (isStart(cellEnd, at)) {
                row.end(behind, at, end);
                return end;
            }
            if (isStart(formulaTag, at)) {
                row.formula(at, end);
            }
            at = end;
        }
    }

    private int column(int least) throws IOException {
        long place = CellBytes.place(attributes.array(), attributes.valueFrom(), attributes.valueTo());
        int column = CellBytes.column(place);
        if (place == CellBytes.NOWHERE || CellBytes.row(place) != row.number || column < least) {
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
