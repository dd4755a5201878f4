package uk.smets.mam.csv.internal.lenient;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.scan.Blanks;
import uk.smets.mam.csv.internal.scan.ByteOrderMark;
import uk.smets.mam.csv.internal.scan.LineEnds;
import uk.smets.mam.csv.internal.scan.RecordScanner;
import uk.smets.mam.csv.internal.scan.Utf16Input;

/**
 * The lines of a file in any form: ended by LF, CR LF or CR; in ASCII, UTF-8, UTF-16 or, if a line is not UTF-8, Windows-1252. Each form
 * is noted for the list of changes.
 */
public final class LenientLines implements Lines, Closeable {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** Replaces bytes that are not UTF-8. */
    private static final char UNKNOWN = '\uFFFD';

    private static final int BUFFER = 64 * 1024;
    /** The number of bytes by which UTF-16 is detected. */
    private static final int START = 1024;

    /** Lines to read ahead: enough for the first rows after a header. */
    private static final int MOST_AHEAD = 32;

    private static final int MOST_CHARACTERS_AHEAD = 1024 * 1024;

    private final InputStream in;
    private final long longest;
    private final @Nullable Charset marked;
    private final @Nullable Charset unmarked;
    private final LineEnds lineEnds = new LineEnds();
    private final Deque<Line> ahead = new ArrayDeque<>();

    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int limit;
    private byte[] bytes = new byte[1024];
    private int size;
    private long number;
    private long windowsLines;
    private boolean finalLineEndMissing;
    private long padding;
    private final byte[] first;

    public LenientLines(InputStream stream, int fieldLimit) throws IOException {
        longest = RecordScanner.longestRecord(fieldLimit);
        ByteOrderMark mark = ByteOrderMark.of(stream);
        marked = mark.charset().orElse(null);
        if (mark.isUtf16()) {
            unmarked = null;
            first = new byte[0];
            in = new Utf16Input(mark);
            return;
        }
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(mark.head()), mark.rest());
        byte[] start = all.readNBytes(START);
        first = start;
        all = new SequenceInputStream(new ByteArrayInputStream(start), all);
        unmarked = marked == null ? Utf16Input.detect(start).orElse(null) : null;
        in = unmarked == null ? all : new Utf16Input(all, unmarked);
    }

    @Override
    public @Nullable Line next() throws IOException {
        Line line = ahead.poll();
        return line == null ? read() : line;
    }

    /** Returns the first lines that are not blank, without consuming them. */
    public List<String> peek() throws IOException {
        List<String> texts = new ArrayList<>();
        int characters = 0;
        while (texts.size() < MOST_AHEAD && characters < MOST_CHARACTERS_AHEAD) {
            Line line = read();
            if (line == null) {
                break;
            }
            ahead.add(line);
            characters += line.text().length() + 16;
            if (!Blanks.isBlank(line.text())) {
                texts.add(line.text());
            }
        }
        return texts;
    }

    private @Nullable Line read() throws IOException {
        size = 0;
        boolean endless = false;
        boolean any = false;
        while (true) {
            if (at == limit && !fill()) {
                if (!any) {
                    return null;
                }
                finalLineEndMissing = true;
                break;
            }
            any = true;
            int end = lineEnd();
            endless |= size + (long) (end - at) > longest;
            if (!endless) {
                append(end);
            }
            at = end;
            if (at < limit) {
                lineEnds.note(takeLineEnd(), number + 1);
                break;
            }
        }
        if (!endless && trimPadding() && size == 0 && finalLineEndMissing) {
            finalLineEndMissing = false;
            return null;
        }
        number++;
        return new Line(number, endless ? "" : text(), endless);
    }

    /** Removes NULs and Ctrl-Zs after the last line, and those of a line that contains only these. */
    private boolean trimPadding() {
        int end = size;
        while (end > 0 && RecordScanner.isPadding(bytes[end - 1])) {
            end--;
        }
        if (end == size || end > 0 && !finalLineEndMissing) {
            return false;
        }
        padding += size - end;
        size = end;
        return true;
    }

    private int lineEnd() {
        int end = at;
        while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        return end;
    }

    private void append(int end) {
        int length = end - at;
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, bytes.length * 2));
        }
        System.arraycopy(buffer, at, bytes, size, length);
        size += length;
    }

    private LineEnds.Kind takeLineEnd() throws IOException {
        if (buffer[at++] == '\n') {
            return LineEnds.Kind.LF;
        }
        if ((at < limit || fill()) && buffer[at] == '\n') {
            at++;
            return LineEnds.Kind.CR_LF;
        }
        return LineEnds.Kind.CR;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, buffer.length);
        at = 0;
        limit = Math.max(read, 0);
        return read > 0;
    }

    private String text() {
        String text = new String(bytes, 0, size, StandardCharsets.UTF_8);
        // The JDK has the fastest check for ASCII.
        return text.length() == size && text.indexOf(UNKNOWN) < 0 ? text : foreignText();
    }

    private String foreignText() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, size))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            windowsLines++;
            return new String(bytes, 0, size, WINDOWS);
        }
    }

    public LineEnds lineEnds() {
        return lineEnds;
    }

    /** Returns the encoding that a byte order mark indicates. */
    public Optional<Charset> marked() {
        return Optional.ofNullable(marked);
    }

    /** Returns the encoding of UTF-16 without a byte order mark. */
    public Optional<Charset> unmarked() {
        return Optional.ofNullable(unmarked);
    }

    /** Returns the number of lines that were not UTF-8 and were read as Windows-1252. */
    public long windowsLines() {
        return windowsLines;
    }

    /** Returns the number of NULs and Ctrl-Zs that were removed. */
    public long padding() {
        return padding;
    }

    /** Returns the first bytes, used to recognise a file that is not text. */
    public byte[] first() {
        return first.clone();
    }

    public boolean isFinalLineEndMissing() {
        return finalLineEndMissing;
    }

    /** Returns the number of lines that were read. */
    public long count() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
