package uk.smets.mam.xlsx.internal.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A window on the bytes of an XML document. It only moves forward; bytes that leave it are skipped or copied unchanged. Places are offsets
 * from the start of the window, so they stay valid when its bytes are moved in memory.
 */
public final class MarkupBytes {
    /** A row has at most 16,384 cells; no sheet that can be opened in practice comes near this size. */
    public static final int LONGEST_WINDOW = 32 * 1024 * 1024;

    /** Zero bytes at the end of the array, more than are compared at once, so that a reader need not check the bounds at each place. */
    public static final int SPARE = 32;

    private static final int BUFFER = 64 * 1024 + SPARE;
    private static final byte[] COMMENT = {'<', '!', '-', '-'};
    private static final byte[] COMMENT_END = {'-', '-', '>'};
    private static final byte[] CDATA = {'<', '!', '[', 'C', 'D', 'A', 'T', 'A', '['};
    private static final byte[] CDATA_END = {']', ']', '>'};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] DECLARATION = {'<', '?', 'x', 'm', 'l', ' '};
    private static final Pattern ENCODING = Pattern.compile("\\sencoding\\s*=\\s*[\"']([^\"']*)");
    private static final byte[] INSTRUCTION = {'<', '?'};
    private static final byte[] INSTRUCTION_END = {'?', '>'};

    private final InputStream in;
    private byte[] bytes = new byte[BUFFER];
    private int start;
    private int end;

    public MarkupBytes(InputStream in) {
        this.in = in;
    }

    /** Returns the bytes; the window starts at {@link #start()}. The next method call with a place may replace the array. */
    public byte[] array() {
        return bytes;
    }

    public int start() {
        return start;
    }

    /** Returns the end of the window in {@link #array()}, exclusive. */
    public int end() {
        return end;
    }

    /** Checks, at the start of a document, that it is in UTF-8; one of the first two bytes of UTF-16 is zero. */
    public void requireUtf8() throws IOException {
        if (!has(1)) {
            throw brokenOff();
        }
        int first = at(0) & 0xFF;
        if (first == 0 || at(1) == 0 || first >= 0xFE || !declaresUtf8(startsWith(0, BYTE_ORDER_MARK) ? 3 : 0)) {
            throw UnreadableWorkbookException.damaged("its XML is not in UTF-8");
        }
    }

    private boolean declaresUtf8(int place) throws IOException {
        if (!startsWith(place, DECLARATION)) {
            return true;
        }
        String declaration = new String(bytes, start + place, endOf(place) - place, StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(declaration);
        return !encoding.find() || encoding.group(1).matches("(?i)utf-8|us-ascii");
    }

    /** Returns whether there is a byte at a place. */
    boolean has(int place) throws IOException {
        while (end - start <= place) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the byte at a place that has been read. */
    byte at(int place) {
        return bytes[start + place];
    }

    private boolean fill() throws IOException {
        if (end == bytes.length - SPARE) {
            int held = end - start;
            if (held >= LONGEST_WINDOW) {
                throw UnreadableWorkbookException.damaged(
                        "a row or a tag of it is longer than " + LONGEST_WINDOW + " bytes");
            }
            byte[] to = held > bytes.length / 2 ? new byte[bytes.length * 2] : bytes;
            System.arraycopy(bytes, start, to, 0, held);
            bytes = to;
            start = 0;
            end = held;
        }
        int read = in.read(bytes, end, bytes.length - SPARE - end);
        if (read <= 0) {
            return false;
        }
        end += read;
        return true;
    }

    /** Moves the window to a place, and copies the bytes before it to the output. */
    public void pass(int place, OutputStream out) throws IOException {
        out.write(bytes, start, place);
        start += place;
    }

    /** Moves the window to a place. */
    public void skip(int place) {
        start += place;
    }

    /** Copies all remaining bytes to the output. */
    public void passRest(OutputStream out) throws IOException {
        do {
            pass(end - start, out);
        } while (fill());
    }

    boolean startsWith(int place, byte[] text) throws IOException {
        return has(place + text.length - 1)
                && Arrays.equals(bytes, start + place, start + place + text.length, text, 0, text.length);
    }

    /** Returns the place of the next {@code <}, starting at a place, or -1 if there is none. */
    public int findMarkup(int place) throws IOException {
        int at = place;
        while (has(at)) {
            byte[] in = bytes;
            int from = start + at;
            int to = end;
            for (int i = from; i < to; i++) {
                if (in[i] == '<') {
                    return i - start;
                }
            }
            at = to - start;
        }
        return -1;
    }

    /** Returns the place of the next {@code <}, starting at a place; there must be one. */
    public int requireMarkup(int place) throws IOException {
        int at = findMarkup(place);
        if (at < 0) {
            throw brokenOff();
        }
        return at;
    }

    /** Returns whether there is only white space between two places that have been read. */
    public boolean isBlank(int from, int to) {
        for (int place = from; place < to; place++) {
            byte b = at(place);
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Moves the window to the next {@code <}, which must exist, and copies the bytes before it to the output. */
    public void passToMarkup(OutputStream out) throws IOException {
        pass(requireMarkup(0), out);
    }

    /** Returns whether the markup at a place is a tag that starts with the given bytes: {@code <} or {@code </}, and its name. */
    public boolean isTag(int place, byte[] start) throws IOException {
        if (!startsWith(place, start) || !has(place + start.length)) {
            return false;
        }
        byte next = at(place + start.length);
        return next == ' ' || next == '>' || next == '/' || next == '\n' || next == '\r' || next == '\t';
    }

    /** Returns whether a tag that ends at a place is an empty-element tag. */
    public boolean isSelfClosed(int tagEnd) {
        return at(tagEnd - 2) == '/';
    }

    /** Returns whether the tag at a place is an end tag. */
    public boolean isEndTag(int place) {
        return at(place + 1) == '/';
    }

    /**
     * Returns the end of the element whose start tag is at a place.
     *
     * @param place the start tag
     * @param tagEnd the end of the start tag
     */
    public int endOfElement(int place, int tagEnd) throws IOException {
        int depth = depthChange(place, tagEnd);
        int to = tagEnd;
        while (depth > 0) {
            int at = requireMarkup(to);
            to = endOf(at);
            depth += depthChange(at, to);
        }
        return to;
    }

    /** Returns the change of depth due to the markup between two places. */
    public int depthChange(int place, int tagEnd) throws IOException {
        if (!isTag(place)) {
            return 0;
        }
        return isEndTag(place) ? -1 : isSelfClosed(tagEnd) ? 0 : 1;
    }

    /** Returns whether the markup at a place is a start or an end tag, and not a comment, a CDATA section or the like. */
    public boolean isTag(int place) throws IOException {
        return has(place + 1) && at(place + 1) != '!' && at(place + 1) != '?';
    }

    /** Returns the end of the markup that starts at a place. */
    public int endOf(int place) throws IOException {
        if (isTag(place)) {
            return endOfTag(place);
        }
        if (startsWith(place, COMMENT)) {
            return endOf(COMMENT_END, place + COMMENT.length);
        }
        if (startsWith(place, CDATA)) {
            return endOf(CDATA_END, place + CDATA.length);
        }
        if (startsWith(place, INSTRUCTION)) {
            return endOf(INSTRUCTION_END, place + INSTRUCTION.length);
        }
        throw UnreadableWorkbookException.damaged("it has a document type, which no workbook has");
    }

    private int endOf(byte[] text, int place) throws IOException {
        int at = place;
        while (!startsWith(at, text)) {
            at++;
            if (!has(at)) {
                throw brokenOff();
            }
        }
        return at + text.length;
    }

    /** Returns the end of a tag; a {@code >} in a quoted value does not end it. */
    private int endOfTag(int place) throws IOException {
        byte quote = 0;
        int at = place + 1;
        while (has(at)) {
            byte[] in = bytes;
            int to = end;
            for (int i = start + at; i < to; i++) {
                byte b = in[i];
                if (quote != 0) {
                    quote = b == quote ? 0 : quote;
                } else if (b == '>') {
                    return i - start + 1;
                } else if (b == '"' || b == '\'') {
                    quote = b;
                }
            }
            at = to - start;
        }
        throw brokenOff();
    }

    static UnreadableWorkbookException brokenOff() {
        return UnreadableWorkbookException.damaged("its XML is incomplete");
    }
}
