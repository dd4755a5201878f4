package uk.smets.mam.csv.internal.scan;

import static uk.smets.mam.csv.internal.scan.ByteClass.COMMA;
import static uk.smets.mam.csv.internal.scan.ByteClass.LINE_FEED;
import static uk.smets.mam.csv.internal.scan.ByteClass.PLAIN;
import static uk.smets.mam.csv.internal.scan.ByteClass.QUOTE;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import uk.smets.mam.model.internal.field.FieldText;

/**
 * Splits bytes into records and fields as defined by the MAM (clause 7.1): ASCII, one line per record, LF line ends, RFC 4180 quotes.
 *
 * <p>A regular record is scanned here, each byte once; bytes that repeat the previous record are compared as a block. Any other record is
 * passed to {@link IrregularRecord}, which notes its problems; scanning continues after its line end.
 */
public final class RecordScanner implements Closeable {
    /** Fields beyond this number are counted, but not kept. */
    public static final int FIELDS_KEPT = 26;

    private static final int BUFFER = 128 * 1024;
    private static final int MISSES_TOLERATED = 8;
    private static final int RETRY_EVERY = 16;

    private final InputStream in;
    private final int fieldLimit;
    private final LineEnds lineEnds = new LineEnds();

    private byte[] buffer = new byte[BUFFER];
    private int limit;
    private boolean atEnd;

    private int start;
    private int next;
    private long line;
    private RecordFields fields = new RecordFields();
    private RecordFields previous = new RecordFields();
    private int previousStart;
    private final int[] misses = new int[FIELDS_KEPT];
    private boolean comparable;
    private boolean finalLineEndMissing;
    private long padding;

    /**
     * Creates a scanner at the first byte.
     *
     * @param head bytes that have been read already
     * @param headLength the number of bytes in {@code head}
     * @param in the remaining bytes
     * @param fieldLimit the longest field in bytes; a record longer than a row of such fields is not kept
     */
    public RecordScanner(byte[] head, int headLength, InputStream in, int fieldLimit) {
        this.in = in;
        this.fieldLimit = fieldLimit;
        System.arraycopy(head, 0, buffer, 0, headLength);
        limit = headLength;
        buffer[limit] = '\n';
    }

    /** Moves to the next record. Returns false after the last. */
    public boolean next() throws IOException {
        comparable = fields.isComparable();
        RecordFields swap = previous;
        previous = fields;
        fields = swap;
        previousStart = start;
        start = next;
        line++;
        while (true) {
            Outcome outcome = start == limit ? Outcome.CUT_OFF : scan();
            if (outcome == Outcome.IRREGULAR) {
                outcome = scanIrregular();
            }
            if (outcome == Outcome.COMPLETE) {
                return true;
            }
            if (start == limit && atEnd) {
                line--;
                // The buffer may have moved; a further call must still see the end.
                next = start;
                return false;
            }
            if (!atEnd && !fill()) {
                skipEndlessRecord();
                if (!isPaddingAtEnd()) {
                    return true;
                }
            }
        }
    }

    private enum Outcome {
        COMPLETE,
        CUT_OFF,
        IRREGULAR
    }

    /** Scans a regular record. The byte after the last one read is a line feed, so that no other check for the end is needed. */
    private Outcome scan() {
        byte[] bytes = buffer;
        RecordFields is = fields;
        is.clear();
        int at = start;
        while (true) {
            int index = is.count();
            if (comparable && mayRepeat(index)) {
                int skipped = skipRepeated(at, index);
                if (skipped < 0) {
                    return Outcome.COMPLETE;
                }
                at = skipped;
            }
            int from = at;
            boolean escaped = false;
            int to;
            if (bytes[at] == '"') {
                from++;
                int close = from;
                while (true) {
                    byte type = ByteClass.of(bytes[close]);
                    if (type == PLAIN || type == COMMA) {
                        close++;
                    } else if (type == QUOTE && bytes[close + 1] == '"') {
                        escaped = true;
                        close += 2;
                    } else if (type == QUOTE) {
                        break;
                    } else {
                        return type == LINE_FEED && close == limit && !atEnd ? Outcome.CUT_OFF : Outcome.IRREGULAR;
                    }
                }
                to = close;
                at = close + 1;
            } else {
                while (ByteClass.of(bytes[at]) == PLAIN) {
                    at++;
                }
                to = at;
            }
            byte delimiter = ByteClass.of(bytes[at]);
            if (delimiter == COMMA) {
                is.add(from - start, to - start, ++at - start, escaped);
            } else if (delimiter == LINE_FEED) {
                if (at == limit && !atEnd) {
                    return Outcome.CUT_OFF;
                }
                is.add(from - start, to - start, at + 1 - start, escaped);
                finish(at);
                return Outcome.COMPLETE;
            } else {
                return Outcome.IRREGULAR;
            }
        }
    }

    /** Returns whether comparing is worthwhile: a field that usually differs, such as the MPAN, is compared only occasionally. */
    private boolean mayRepeat(int index) {
        return index < previous.count() && (misses[index] < MISSES_TOLERATED || line % RETRY_EVERY == 0);
    }

    /**
     * Compares the rest of this record with the previous one from the same field on, and reuses the fields that are equal.
     *
     * @return the start of the first field that differs, or -1 if the record is complete
     */
    private int skipRepeated(int at, int index) {
        int other = previousStart + previous.rawStart(index);
        int length = Math.min(previousStart + previous.rawEnd() - other, limit - at);
        int same = Arrays.mismatch(buffer, at, at + length, buffer, other, other + length);
        int equal = same < 0 ? length : same;
        int reused = fields.takeOver(previous, index, at - start, equal);
        misses[index] = reused > 0 ? 0 : misses[index] + 1;
        int end = at + previous.rawStart(index + reused) - previous.rawStart(index);
        if (index + reused < previous.count()) {
            return end;
        }
        finish(end - 1);
        return -1;
    }

    private void finish(int lineFeed) {
        if (lineFeed == limit) {
            finalLineEndMissing = true;
            next = limit;
        } else {
            next = lineFeed + 1;
        }
    }

    private Outcome scanIrregular() {
        IrregularRecord record = IrregularRecord.find(buffer, start, limit, atEnd);
        if (record == null) {
            return Outcome.CUT_OFF;
        }
        if (record.lineEnd() == LineEnds.Kind.NONE && trimPadding()) {
            // Without its padding the record may be regular, or empty.
            return start == limit ? Outcome.CUT_OFF : scan();
        }
        record.fields(fields);
        next = record.next();
        lineEnds.note(record.lineEnd(), line);
        finalLineEndMissing |= record.lineEnd() == LineEnds.Kind.NONE;
        return Outcome.COMPLETE;
    }

    /** Removes the padding after the last record: NULs, or the Ctrl-Z with which old programs end a file. */
    private boolean trimPadding() {
        int end = limit;
        while (end > start && isPadding(buffer[end - 1])) {
            end--;
        }
        padding += limit - end;
        boolean any = end < limit;
        limit = end;
        buffer[limit] = '\n';
        return any;
    }

    public static boolean isPadding(byte b) {
        return b == 0 || b == 0x1A;
    }

    /** Returns whether the record that was too long to be kept was only padding. */
    private boolean isPaddingAtEnd() {
        EndlessRecord record = fields.endless();
        if (record == null || !atEnd || start < limit || !record.isPadding()) {
            return false;
        }
        padding += record.length();
        fields.clear();
        finalLineEndMissing = false;
        return true;
    }

    /** Returns the number of NULs and Ctrl-Zs after the last line. */
    public long padding() {
        return padding;
    }

    /** Reads more bytes. Returns false if the record is longer than the longest valid row. */
    private boolean fill() throws IOException {
        int keepFrom = comparable ? previousStart : start;
        if (limit - keepFrom == buffer.length - 1 && comparable) {
            comparable = false;
            keepFrom = start;
        }
        if (keepFrom > 0) {
            System.arraycopy(buffer, keepFrom, buffer, 0, limit - keepFrom);
            limit -= keepFrom;
            start -= keepFrom;
            previousStart -= keepFrom;
        }
        if (limit == buffer.length - 1) {
            if (limit >= longestRecord(fieldLimit)) {
                return false;
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, limit, buffer.length - 1 - limit);
        if (read < 0) {
            atEnd = true;
        } else {
            limit += read;
        }
        buffer[limit] = '\n';
        return true;
    }

    /** Returns the length of a row of the longest fields, each quoted, with all quotes in them doubled. */
    public static long longestRecord(int fieldLimit) {
        return FIELDS_KEPT * (2L * fieldLimit + 3);
    }

    /** Counts the fields of a record that is too long to be kept. */
    private void skipEndlessRecord() throws IOException {
        EndlessRecord record = new EndlessRecord(fieldLimit);
        while (start < limit && !record.endsAt(buffer[start])) {
            start++;
            if (start == limit) {
                refill();
            }
        }
        fields.clear();
        fields.endless(record);
        if (start == limit) {
            finalLineEndMissing = true;
        } else if (buffer[start++] == '\r') {
            if (start == limit) {
                refill();
            }
            boolean lineFeed = start < limit && buffer[start] == '\n';
            lineEnds.note(lineFeed ? LineEnds.Kind.CR_LF : LineEnds.Kind.CR, line);
            start += lineFeed ? 1 : 0;
        }
        next = start;
    }

    /** Replaces the consumed bytes with more. */
    private void refill() throws IOException {
        int read = atEnd ? -1 : in.read(buffer, 0, buffer.length - 1);
        atEnd = read < 0;
        limit = Math.max(read, 0);
        start = 0;
        buffer[limit] = '\n';
    }

    public long line() {
        return line;
    }

    public RecordFields fields() {
        return fields;
    }

    /** Returns whether the record is an empty line. */
    public boolean isBlank() {
        return fields.count() == 1 && fields.rawEnd() <= 1 && fields.endless() == null;
    }

    public LineEnds lineEnds() {
        return lineEnds;
    }

    /** Returns whether the last record had no line end. */
    public boolean isFinalLineEndMissing() {
        return finalLineEndMissing;
    }

    /** Sets a text to the value of a field, without its quotes. */
    public void text(int index, FieldText into) {
        fields.text(buffer, start, index, into);
    }

    /** Sets a text to the whole record with its quotes, without its line end; not for an {@link EndlessRecord}. */
    public void line(FieldText into) {
        into.set(buffer, start, start + fields.rawEnd() - 1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
