package uk.smets.mam.csv.internal.diagnosis;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.csv.internal.scan.Blanks;
import uk.smets.mam.csv.internal.scan.ByteOrderMark;
import uk.smets.mam.csv.internal.scan.Utf16Input;

/**
 * The first bytes of an input, in ASCII or UTF-8 even if the input is in UTF-16. No more is read than needed to recognise a header, so that
 * reading does not wait for the rows of a slow input.
 *
 * @param head the first bytes, after a byte order mark
 * @param rest the bytes after them
 * @param unmarked the encoding of UTF-16 without a byte order mark
 * @param document the findings about the document from these bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Instances are never compared, and the bytes are passed on at once.
public record SourceStart(byte[] head, InputStream rest, Optional<Charset> unmarked, DocumentStart document) {
    private static final DocumentStart SOUND = new DocumentStart(Optional.empty(), 0, true);
    private static final int MOST_BYTES = 8 * 1024;
    private static final int FIRST = 1024;
    private static final int MOST_LINES = 32;

    public static SourceStart of(ByteOrderMark mark, int fieldLimit) throws IOException {
        if (mark.isUtf16()) {
            return of(new byte[0], new Utf16Input(mark), Optional.empty(), fieldLimit);
        }
        SourceStart start = of(mark.head(), mark.rest(), Optional.empty(), fieldLimit);
        if (start.document.equals(SOUND) && isSound(start.head)) {
            return start;
        }
        byte[] first = Arrays.copyOf(start.head, Math.min(start.head.length, FIRST));
        Optional<Charset> unmarked = Utf16Input.detect(first);
        if (unmarked.isEmpty()) {
            return start;
        }
        InputStream again = new SequenceInputStream(new ByteArrayInputStream(start.head), start.rest);
        return of(new byte[0], new Utf16Input(again, unmarked.get()), unmarked, fieldLimit);
    }

    private static SourceStart of(byte[] read, InputStream in, Optional<Charset> unmarked, int fieldLimit)
            throws IOException {
        byte[] bytes = Arrays.copyOf(read, MOST_BYTES);
        int length = read.length;
        boolean whole = false;
        while (length < MOST_BYTES && !whole) {
            int more = in.read(bytes, length, MOST_BYTES - length);
            whole = more < 0;
            boolean lineEnd = hasLineFeed(bytes, length, length + more);
            length += Math.max(more, 0);
            if (lineEnd && isSound(Arrays.copyOf(bytes, length))) {
                return new SourceStart(Arrays.copyOf(bytes, length), in, unmarked, SOUND);
            }
        }
        byte[] head = Arrays.copyOf(bytes, length);
        Optional<String> binary = OtherKind.of(head);
        return new SourceStart(
                head,
                in,
                unmarked,
                binary.isPresent()
                        ? new DocumentStart(binary, 0, false)
                        : DocumentStart.of(lines(head, whole), fieldLimit));
    }

    private static boolean hasLineFeed(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    private static boolean isSound(byte[] head) {
        return DocumentStart.isSound(lines(head, false));
    }

    /** Returns the first lines that are not blank, without a last line that may be incomplete. */
    private static List<String> lines(byte[] head, boolean whole) {
        String text = new String(head, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(List.of(text.split("\r\n|[\r\n]", MOST_LINES + 1)));
        if ((!whole || lines.size() > MOST_LINES) && lines.size() > 1) {
            lines.remove(lines.size() - 1);
        }
        lines.removeIf(Blanks::isBlank);
        return lines;
    }
}
