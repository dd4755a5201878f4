package uk.smets.mam.xlsx.internal.xml;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import uk.smets.mam.model.internal.primitive.ShownText;

/**
 * A part of a workbook as a stream of XML events: no document type, no entity of its own, no depth or variety that could fill
 * the memory.
 */
public final class XmlInput implements AutoCloseable {
    /** The elements of a workbook nest a dozen deep. */
    private static final int DEEPEST = 64;

    /** Elements that are not looked at: their names, which the parser keeps, must not become too many. */
    private static final long MOST_SKIPPED = 50_000_000;

    /** An index has at most as many digits. */
    private static final int MOST_DIGITS = 9;

    /** What {@link #readIndex} returns where the element holds nothing, or something else than an index. */
    public static final int NO_INDEX = -1;

    static final int MALFORMED_INDEX = -2;

    private final InputStream stream;
    private final String part;
    private final XMLStreamReader2 events;
    private long skipped;

    /**
     * Starts to read a part.
     *
     * @param stream the part's bytes, which are closed with this
     * @param part its name, for messages
     */
    public XmlInput(InputStream stream, String part) throws IOException {
        this.stream = stream;
        this.part = part;
        try {
            events = (XMLStreamReader2) factory().createXMLStreamReader(stream);
        } catch (XMLStreamException | RuntimeException e) {
            stream.close();
            throw broken(e);
        }
    }

    private static InputFactoryImpl factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Returns the parser, for what the current event has. */
    public XMLStreamReader2 events() {
        return events;
    }

    /** Moves to the next event, and returns its type. */
    public int next() throws IOException {
        try {
            int event = events.next();
            if (event == XMLStreamConstants.START_ELEMENT && events.getDepth() > DEEPEST) {
                throw UnreadableWorkbookException.damaged(
                        "the elements of its part " + part + " are nested too deeply");
            }
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableWorkbookException("its part " + part
                        + " declares a document type (DTD) or uses an entity of one, which no spreadsheet program"
                        + " writes: ask for the file again");
            }
            return event;
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
    }

    /** Goes after the element that the parser is at the start of. */
    public void skipElement() throws IOException {
        int depth = 1;
        while (depth > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                countSkipped();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** Counts an element that is not looked at. */
    public void countSkipped() throws UnreadableWorkbookException {
        if (++skipped > MOST_SKIPPED) {
            throw UnreadableWorkbookException.damaged("its part " + part + " consists mostly of unknown elements");
        }
    }

    /** Appends the text of the element that the parser is at the start of, and moves to its end. */
    public void readText(Utf8Text text) throws IOException {
        try {
            int event = next();
            while (event != XMLStreamConstants.END_ELEMENT) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    throw elementInValue();
                } else if (event == XMLStreamConstants.CHARACTERS
                        || event == XMLStreamConstants.CDATA
                        || event == XMLStreamConstants.SPACE) {
                    text.append(events.getTextCharacters(), events.getTextStart(), events.getTextLength());
                }
                event = next();
            }
        } catch (RuntimeException e) {
            // The parser finishes a text when it is asked for, and says so with an unchecked exception where it cannot.
            throw broken(e);
        }
    }

    /**
     * The number that the text of the element spells which the parser is at the start of, {@link #NO_INDEX} where the element
     * is empty, or {@link #MALFORMED_INDEX} unless the text is nine digits or fewer; the parser goes to the element's end. Not by
     * way of a text: a sheet has millions of them.
     */
    public int readIndex() throws IOException {
        int digits = 0;
        int index = 0;
        boolean ended = false;
        try {
            int event = next();
            while (event != XMLStreamConstants.END_ELEMENT) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    throw elementInValue();
                } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    char[] text = events.getTextCharacters();
                    int end = events.getTextStart() + events.getTextLength();
                    for (int i = events.getTextStart(); i < end; i++) {
                        int digit = text[i] - '0';
                        if (digit >= 0 && digit <= 9 && !ended && digits < MOST_DIGITS) {
                            digits++;
                            index = index * 10 + digit;
                        } else if (isBlank(text[i])) {
                            ended = digits > 0;
                        } else {
                            digits = MOST_DIGITS + 1;
                        }
                    }
                }
                event = next();
            }
        } catch (RuntimeException e) {
            throw broken(e);
        }
        return digits > MOST_DIGITS ? MALFORMED_INDEX : digits == 0 ? NO_INDEX : index;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }

    private UnreadableWorkbookException elementInValue() {
        return UnreadableWorkbookException.damaged("its part " + part + " has an element <"
                + ShownText.shorten(events.getLocalName()) + "> inside a value");
    }

    /** Reads to the end, so that all of the part was well-formed, and its checksum is compared. */
    public void finish() throws IOException {
        int event = events.getEventType();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
        if (stream.read() >= 0) {
            throw UnreadableWorkbookException.damaged("its part " + part + " continues after its end");
        }
    }

    /** What is wrong with XML that the parser refuses, with checked exceptions and others. */
    public UnreadableWorkbookException broken(Exception failure) {
        Location at = failure instanceof XMLStreamException malformed ? malformed.getLocation() : null;
        String place = at == null ? "" : " (line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ")";
        return UnreadableWorkbookException.in(failure, "its part " + part + " is not well-formed XML" + place);
    }

    @Override
    public void close() throws IOException {
        try (stream) {
            events.close();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }
}
