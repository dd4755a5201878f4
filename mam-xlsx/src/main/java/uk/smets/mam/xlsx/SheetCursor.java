package uk.smets.mam.xlsx;

import java.io.Closeable;
import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import uk.smets.mam.model.internal.CellReference;
import uk.smets.mam.model.internal.ShownText;

/**
 * Goes over the rows and cells of a sheet, as a stream of XML events. It believes nothing that the sheet says of its own size;
 * where a cell is, it takes from the cell's reference, or from the cell before it where that is left out.
 */
final class SheetCursor implements Closeable {
    /** What a cell's value is. */
    enum Type {
        /** A number, in the form of a programming language's. */
        NUMBER,
        /** The index of a shared string. */
        SHARED,
        /** A text. */
        TEXT,
        /** A truth value, 0 or 1. */
        BOOLEAN,
        /** An error such as {@code #REF!}. */
        ERROR,
        /** A date as ISO 8601 has it. */
        DATE
    }

    private static final int NOT_SHARED = -1;

    private final String sheet;
    private final XmlInput xml;
    private final XMLStreamReader2 events;
    private final CellAttribute attribute = new CellAttribute();
    private final RichText richText = new RichText();
    private final Utf8Text plainText = new Utf8Text();
    private Utf8Text value = plainText;
    private int row;
    private char[] rowDigits = {};
    private int column;
    private int style;
    private Type type = Type.NUMBER;
    private int sharedIndex;
    private boolean formula;
    private boolean inRow;
    private boolean inCell;
    private boolean atEnd;

    SheetCursor(String sheet, XmlInput xml) {
        this.sheet = sheet;
        this.xml = xml;
        events = xml.events();
    }

    /** Goes to the next row; false behind the last. */
    boolean nextRow() throws IOException {
        while (inRow) {
            nextCell();
        }
        while (!atEnd) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_DOCUMENT) {
                atEnd = true;
                xml.finish();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = events.getLocalName();
                if (name.equals("row")) {
                    startRow();
                    return true;
                }
                if (!name.equals("sheetData") && !name.equals("worksheet")) {
                    xml.skipElement();
                }
            }
        }
        return false;
    }

    private void startRow() throws IOException {
        int number = row + 1;
        for (int i = 0; i < events.getAttributeCount(); i++) {
            if (events.getAttributeLocalName(i).equals("r")) {
                number = readAttribute(i).number();
            }
        }
        if (number <= row || number > CellReference.MAX_ROW) {
            throw damaged("a row of it has the number " + (number < 0 ? "of none" : number) + " behind row " + row);
        }
        row = number;
        rowDigits = Integer.toString(number).toCharArray();
        column = 0;
        inRow = true;
        inCell = false;
    }

    /** The number of the row, from 1. */
    int row() {
        return row;
    }

    /** Goes to the next cell of the row; false behind the last. */
    boolean nextCell() throws IOException {
        if (inCell) {
            xml.skipElement();
            inCell = false;
        }
        while (inRow) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                inRow = false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (events.getLocalName().equals("c")) {
                    startCell();
                    return true;
                }
                xml.skipElement();
            }
        }
        return false;
    }

    private void startCell() throws IOException {
        type = Type.NUMBER;
        style = 0;
        column++;
        int styleAttribute = -1;
        int count = events.getAttributeCount();
        for (int i = 0; i < count; i++) {
            String name = events.getAttributeLocalName(i);
            if (name.length() == 1) {
                switch (name.charAt(0)) {
                    case 'r' -> place(readAttribute(i));
                    case 't' -> type = readAttribute(i).type();
                    case 's' -> styleAttribute = i;
                    default -> {
                        // Whether to show how it is pronounced, and indexes of metadata.
                    }
                }
            }
        }
        if (styleAttribute >= 0 && type == Type.NUMBER) {
            // Only of a number does it matter how it is shown: a date may be one.
            style = readAttribute(styleAttribute).number();
        }
        if (column > CellReference.MAX_COLUMN) {
            throw damaged("row " + row + " has more cells than there are columns");
        }
        inCell = true;
    }

    private void place(CellAttribute reference) throws UnreadableWorkbookException {
        column = reference.columnIn(row, rowDigits);
        if (column == 0) {
            throw damaged("a cell in row " + row + " is called " + ShownText.shorten(reference.text())
                    + ", which is none of that row");
        }
    }

    private CellAttribute readAttribute(int index) throws IOException {
        try {
            events.getAttributeAs(index, attribute);
            return attribute;
        } catch (XMLStreamException | RuntimeException e) {
            throw xml.broken(e);
        }
    }

    /** The column of the cell, from 1. */
    int column() {
        return column;
    }

    /** The index of the style of a number, or 0. */
    int style() {
        return style;
    }

    /** What the cell's value is. */
    Type type() {
        return type;
    }

    /** Reads what is in the cell. */
    void read() throws IOException {
        formula = false;
        sharedIndex = NOT_SHARED;
        value = plainText;
        value.clear();
        inCell = false;
        int event = xml.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                readElement(events.getLocalName());
            }
            event = xml.next();
        }
    }

    private void readElement(String name) throws IOException {
        if (name.equals("v")) {
            if (type == Type.SHARED) {
                sharedIndex = xml.readIndex();
            } else {
                xml.readText(plainText);
            }
            if (type == Type.TEXT) {
                plainText.unescape();
            }
        } else if (name.equals("is")) {
            richText.read(xml);
            value = richText.value();
        } else {
            formula |= name.equals("f");
            xml.skipElement();
        }
    }

    /** Whether the cell that was read holds a formula. */
    boolean hasFormula() {
        return formula;
    }

    /** The index of the cell's shared string, or -1 where it is none. */
    int sharedIndex() {
        return sharedIndex;
    }

    /** The value of the cell that was read, unless it is a shared string: that of its formula when it was last calculated, where it has one. */
    Utf8Text value() {
        return value;
    }

    /** The sheet is damaged. */
    UnreadableWorkbookException damaged(String how) {
        return UnreadableWorkbookException.damaged("the sheet " + sheet + " is broken, " + how);
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
