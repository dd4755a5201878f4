package uk.smets.mam.xlsx.internal.workbook;

import java.io.IOException;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.model.internal.primitive.ShownText;
import uk.smets.mam.xlsx.internal.xml.MarkupBytes;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;
import uk.smets.mam.xlsx.internal.xml.XmlInput;

/**
 * Reads the elements and attributes of a sheet: identifies those of SpreadsheetML, skips others, and records anything that may prevent an
 * answer.
 */
final class SheetMarkup {
    private final String sheet;
    private final String part;
    private final XmlInput xml;
    private final XMLStreamReader2 events;
    private final CellAttribute attribute = new CellAttribute();
    /** {@link SheetCursor#MAIN} as the parser's own instance, which makes comparisons faster. */
    private String main = SheetCursor.MAIN;

    private boolean unusual;
    private int lastMergedRow;
    private long rowStart;

    SheetMarkup(String sheet, String part, XmlInput xml) {
        this.sheet = sheet;
        this.part = part;
        this.xml = xml;
        events = xml.events();
    }

    /** Enters the root element. */
    void enterSheet() throws UnreadableWorkbookException {
        main = SheetCursor.MAIN.equals(events.getNamespaceURI()) ? events.getNamespaceURI() : SheetCursor.MAIN;
        if (!isMain("worksheet")) {
            throw damaged("it is not a worksheet");
        }
        unusual = IntStream.range(0, events.getNamespaceCount())
                        .filter(i -> SheetCursor.MAIN.equals(events.getNamespaceURI(i)))
                        .count()
                > 1;
    }

    boolean isMain() {
        return main.equals(events.getNamespaceURI());
    }

    boolean isMain(String name) {
        return name.equals(events.getLocalName()) && isMain();
    }

    /** Returns whether an attribute has no namespace; others belong to other programs. */
    boolean isOwn(int attributeIndex) {
        return events.getAttributeNamespace(attributeIndex).isEmpty();
    }

    CellAttribute readAttribute(int index) throws IOException {
        try {
            events.getAttributeAs(index, attribute);
            return attribute;
        } catch (XMLStreamException | RuntimeException e) {
            throw xml.broken(e);
        }
    }

    void noteDeclaration() {
        unusual |= events.getNamespaceCount() > 0;
    }

    void noteUnusual() {
        unusual = true;
    }

    /** Records whether a row has more than half the size that {@link MarkupBytes} can hold. */
    void measureRow() {
        long at = events.getLocationInfo().getStartingByteOffset();
        unusual |= at - rowStart > MarkupBytes.LONGEST_WINDOW / 2;
        rowStart = at;
    }

    /** Skips an element after the rows, which may merge cells. */
    void skipTail() throws IOException {
        String name = events.getLocalName();
        unusual |= name.equals("row") || name.equals("sheetData") || name.equals("worksheet");
        noteMerging();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                xml.countSkipped();
                noteMerging();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void noteMerging() {
        if (events.getLocalName().equals("mergeCell")) {
            String cells = events.getAttributeValue("", "ref");
            int last = CellArea.find(cells == null ? "" : cells)
                    .map(CellArea::lastRow)
                    .orElse(CellReference.MAX_ROW);
            lastMergedRow = Math.max(lastMergedRow, last);
        }
    }

    /** Skips an unexpected element between rows or cells, which must not contain rows or cells. */
    void skipForeign() throws IOException {
        unusual = true;
        String name = events.getLocalName();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                xml.countSkipped();
                if (isMain("row") || isMain("c")) {
                    throw damaged("it has cells inside an element <" + ShownText.shorten(name) + ">");
                }
            }
        }
    }

    boolean isUnusual() {
        return unusual;
    }

    int lastMergedRow() {
        return lastMergedRow;
    }

    UnreadableWorkbookException damaged(String how) {
        return UnreadableWorkbookException.damaged(
                "its part " + part + " (sheet " + ShownText.shorten(sheet) + ") is invalid: " + how);
    }
}
