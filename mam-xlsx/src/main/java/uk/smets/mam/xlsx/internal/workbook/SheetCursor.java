package uk.smets.mam.xlsx.internal.workbook;

import java.io.IOException;
import java.util.BitSet;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.XMLStreamReader2;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.model.internal.primitive.ShownText;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;
import uk.smets.mam.xlsx.internal.xml.Utf8Text;
import uk.smets.mam.xlsx.internal.xml.XmlInput;

/**
 * Iterates over the rows and cells of a sheet, as a stream of XML events. The size stated in the sheet is ignored. A cell's
 * position is its reference or, if it has none, the position after the preceding cell.
 */
public final class SheetCursor implements CellCursor {
    /** The type of a cell's value. */
    public enum Type {
        /** A number, possibly in scientific notation. */
        NUMBER,
        /** The index of a shared string. */
        SHARED,
        /** A text. */
        TEXT,
        /** A Boolean, 0 or 1. */
        BOOLEAN,
        /** An error such as {@code #REF!}. */
        ERROR,
        /** A date in ISO 8601 format. */
        DATE
    }

    /** The namespace of SpreadsheetML; elements of other namespaces belong to other programs and are ignored. */
    public static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /** Returned by {@link #sharedIndex} if the cell has no shared string. */
    public static final int NOT_SHARED = XmlInput.NO_INDEX;

    private final XmlInput xml;
    private final SheetMarkup markup;
    private final XMLStreamReader2 events;
    private final RichText richText = new RichText();
    private final Utf8Text plainText = new Utf8Text();
    private Utf8Text value = plainText;
    private final BitSet columns = new BitSet();
    private int row;
    private char[] rowDigits = {};
    private int column;
    private int style;
    private Type type = Type.NUMBER;
    private int sharedIndex;
    private boolean formula;
    private boolean valued;
    private boolean inSheet;
    private boolean inRows;
    private boolean hadRows;
    private boolean inRow;
    private boolean inCell;
    private boolean atEnd;

    public SheetCursor(String sheet, String part, XmlInput xml) {
        this.xml = xml;
        markup = new SheetMarkup(sheet, part, xml);
        events = xml.events();
    }

    @Override
    public boolean nextRow() throws IOException {
        while (inRow) {
            nextCell();
        }
        while (!atEnd) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_DOCUMENT) {
                atEnd = true;
                xml.finish();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inRows = false;
                markup.measureRow();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (inRows && markup.isMain("row")) {
                    startRow();
                    return true;
                }
                enter();
            }
        }
        return false;
    }

    /** Enters the sheet and its rows; skips other elements. */
    private void enter() throws IOException {
        if (!inSheet) {
            markup.enterSheet();
            inSheet = true;
        } else if (inRows) {
            markup.skipForeign();
        } else if (markup.isMain("sheetData")) {
            if (hadRows) {
                throw markup.damaged("it has two elements <sheetData>");
            }
            hadRows = true;
            inRows = true;
            markup.noteDeclaration();
        } else if (hadRows) {
            markup.skipTail();
        } else {
            xml.skipElement();
        }
    }

    private void startRow() throws IOException {
        markup.noteDeclaration();
        markup.measureRow();
        int number = row + 1;
        for (int i = 0; i < events.getAttributeCount(); i++) {
            if (events.getAttributeLocalName(i).equals("r") && markup.isOwn(i)) {
                number = markup.readAttribute(i).number();
            }
        }
        if (number < 1 || number > CellReference.MAX_ROW) {
            throw markup.damaged("a row after row " + row + " has an impossible row number");
        }
        if (number <= row) {
            throw markup.damaged("row " + number + " comes after row " + row);
        }
        row = number;
        rowDigits = Integer.toString(number).toCharArray();
        columns.clear();
        column = 0;
        inRow = true;
        inCell = false;
    }

    @Override
    public int row() {
        return row;
    }

    @Override
    public boolean nextCell() throws IOException {
        if (inCell) {
            // The caller skips this value, but a comparison or a preview would read it: it must be valid in all cases.
            read();
        }
        while (inRow) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                inRow = false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (markup.isMain("c")) {
                    startCell();
                    return true;
                }
                if (markup.isMain("row")) {
                    throw markup.damaged("it has a row inside row " + row);
                }
                markup.skipForeign();
            }
        }
        return false;
    }

    private void startCell() throws IOException {
        markup.noteDeclaration();
        type = Type.NUMBER;
        style = 0;
        column++;
        int styleAttribute = -1;
        int count = events.getAttributeCount();
        for (int i = 0; i < count; i++) {
            String name = events.getAttributeLocalName(i);
            if (name.length() == 1 && markup.isOwn(i)) {
                switch (name.charAt(0)) {
                    case 'r' -> place(markup.readAttribute(i));
                    case 't' -> type = markup.readAttribute(i).type();
                    case 's' -> styleAttribute = i;
                    default -> {
                        // Phonetic display and metadata indexes are not needed.
                    }
                }
            }
        }
        if (styleAttribute >= 0 && type == Type.NUMBER) {
            // The style matters only for numbers, which may be dates.
            style = markup.readAttribute(styleAttribute).number();
        }
        if (column > CellReference.MAX_COLUMN) {
            throw markup.damaged("row " + row + " has more cells than there are columns");
        }
        if (columns.get(column)) {
            throw markup.damaged("it has two cells " + CellReference.of(column, row));
        }
        columns.set(column);
        inCell = true;
    }

    private void place(CellAttribute reference) throws UnreadableWorkbookException {
        column = reference.columnIn(row, rowDigits);
        if (column == 0) {
            throw markup.damaged("a cell in row " + row + " has the reference " + ShownText.shorten(reference.text())
                    + ", which is not in that row");
        }
    }

    @Override
    public int column() {
        return column;
    }

    @Override
    public int style() {
        return style;
    }

    @Override
    public Type type() {
        return type;
    }

    @Override
    public void read() throws IOException {
        formula = false;
        valued = false;
        sharedIndex = NOT_SHARED;
        value = plainText;
        value.clear();
        inCell = false;
        int event = xml.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (markup.isMain()) {
                    readElement(events.getLocalName());
                } else {
                    markup.skipForeign();
                }
            }
            event = xml.next();
        }
    }

    private void readElement(String name) throws IOException {
        markup.noteDeclaration();
        switch (name) {
            case "v" -> readValue();
            case "is" -> {
                requireOneValue();
                richText.read(xml);
                value = richText.value();
            }
            case "f" -> {
                formula = true;
                markup.noteUnusual();
                xml.skipElement();
            }
            default -> markup.skipForeign();
        }
    }

    private void readValue() throws IOException {
        requireOneValue();
        if (type == Type.SHARED) {
            sharedIndex = xml.readIndex();
        } else {
            xml.readText(plainText);
        }
        if (type == Type.TEXT) {
            plainText.unescape();
        }
    }

    private void requireOneValue() throws UnreadableWorkbookException {
        if (valued) {
            throw markup.damaged("its cell " + CellReference.of(column, row) + " has two values");
        }
        valued = true;
    }

    @Override
    public boolean isText() {
        return !formula && (type == Type.TEXT || type == Type.SHARED || value.length() == 0);
    }

    @Override
    public boolean hasFormula() {
        return formula;
    }

    @Override
    public boolean hasUnknownValue() {
        if (!formula) {
            return false;
        }
        return switch (type) {
            case TEXT -> !valued;
            case SHARED -> sharedIndex == NOT_SHARED;
            default -> value.length() == 0;
        };
    }

    @Override
    public int sharedIndex() {
        return sharedIndex;
    }

    @Override
    public Utf8Text value() {
        return value;
    }

    /**
     * Returns whether the rows, all of which have been read, have anything unusual that may prevent an answer: formulas, elements or
     * namespaces of other programs, or very long rows.
     */
    public boolean isUnusual() {
        return markup.isUnusual();
    }

    /** Returns the last row that is, or may be, part of a merged area. */
    public int lastMergedRow() {
        return markup.lastMergedRow();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
