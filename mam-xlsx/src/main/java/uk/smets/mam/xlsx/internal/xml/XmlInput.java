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
 * A part of a workbook as a stream of XML events, without document types or custom entities, and with limits on depth and on the number of
 * unknown elements, to bound the memory.
 */
public final class XmlInput implements AutoCloseable {
    /** The elements of a workbook are nested about a dozen deep. */
    private static final int DEEPEST = 64;

    /** Limits skipped elements, because the parser keeps their names. */
    private static final long MOST_SKIPPED = 50_000_000;

    /** The maximum number of digits of an index. */
    private static final int MOST_DIGITS = 9;

    /** Returned by {@link #readIndex} if the element is empty. */
    public static final int NO_INDEX = -1;

    static final int MALFORMED_INDEX = -2;

    private final InputStream stream;
    private final String part;
    private final XMLStreamReader2 events;
    private long skipped;

    /**
     * Opens a part.
     *
     * @param stream the part's bytes, closed with this
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

    /** Returns the parser, for access to the current event. */
    public XMLStreamReader2 events() {
        return events;
    }

    /** Moves to the next event and returns its type. */
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

    /** Moves to the end of the element that starts at the current event. */
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

    /** Counts a skipped element. */
    public void countSkipped() throws UnreadableWorkbookException {
        if (++skipped > MOST_SKIPPED) {
            throw UnreadableWorkbookException.damaged("its part " + part + " consists mostly of unknown elements");
        }
    }

    /** Appends the text of the element that starts at the current event, and moves to its end. */
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
            // The parser completes a text only on access, and reports errors there with an unchecked exception.
            throw broken(e);
        }
    }

    /**
     * Reads the element that starts at the current event, and moves to its end. Returns the number in it, {@link #NO_INDEX} if it is
     * empty, or {@link #MALFORMED_INDEX} if its content is not a number of at most nine digits. Creates no String, because a sheet has
     * millions of indexes.
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

    /** Reads to the end, which checks that the whole part is well-formed and compares its checksum. */
    public void finish() throws IOException {
        int event = events.getEventType();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
        if (stream.read() >= 0) {
            throw UnreadableWorkbookException.damaged("its part " + part + " continues after its end");
        }
    }

    /** Returns an exception for XML that the parser rejected with a checked or an unchecked exception. */
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
