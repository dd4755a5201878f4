package uk.smets.mam.xlsx.internal.workbook;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import uk.smets.mam.xlsx.internal.xml.Utf8Text;
import uk.smets.mam.xlsx.internal.xml.XmlInput;

/** The text of a shared or an inline string: all its runs, in any format, without phonetic text. */
public final class RichText {
    private final Utf8Text value = new Utf8Text();

    /** Reads the element that starts at the current event, and moves to its end. */
    void read(XmlInput xml) throws IOException {
        value.clear();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.events().getLocalName();
                if (!SheetCursor.MAIN.equals(xml.events().getNamespaceURI())) {
                    xml.skipElement();
                } else if (name.equals("t")) {
                    xml.readText(value);
                } else if (name.equals("rPh")) {
                    xml.skipElement();
                } else {
                    depth++;
                }
            }
        }
        value.unescape();
    }

    Utf8Text value() {
        return value;
    }
}
