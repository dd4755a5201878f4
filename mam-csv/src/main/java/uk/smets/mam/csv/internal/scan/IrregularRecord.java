package uk.smets.mam.csv.internal.scan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that does not follow RFC 4180 or the MAM. It is split into fields as far as possible, and its problems with quotes and line end
 * are noted. A line break always ends it, even inside quotes, so that one bad quote affects one row and not the rest of the file.
 */
public final class IrregularRecord {
    private record Field(int from, int to, int end, boolean escaped, boolean readable) {}

    private final byte[] bytes;
    private final int start;
    private final int end;
    private final LineEnds.Kind lineEnd;
    private final List<Field> kept = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int count;
    private boolean mayHideCommas;
    private boolean mayBareCommas;

    private IrregularRecord(byte[] bytes, int start, int end, LineEnds.Kind lineEnd) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.lineEnd = lineEnd;
        cut();
    }

    /** Returns the record that starts at a byte, or null if its end has not been read yet. */
    static @Nullable IrregularRecord find(byte[] bytes, int start, int limit, boolean atEnd) {
        int end = start;
        while (end < limit && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        if (end == limit) {
            return atEnd ? new IrregularRecord(bytes, start, end, LineEnds.Kind.NONE) : null;
        }
        if (bytes[end] == '\n') {
            return new IrregularRecord(bytes, start, end, LineEnds.Kind.LF);
        }
        if (end + 1 == limit && !atEnd) {
            return null;
        }
        boolean lineFeed = end + 1 < limit && bytes[end + 1] == '\n';
        return new IrregularRecord(bytes, start, end, lineFeed ? LineEnds.Kind.CR_LF : LineEnds.Kind.CR);
    }

    private void cut() {
        int at = start;
        while (at <= end) {
            at = at < end && bytes[at] == '"' ? quoted(at) : unquoted(at);
        }
    }

    /** Adds a field that starts with a quote. Returns the start of the next field. */
    private int quoted(int open) {
        boolean escaped = false;
        int close = open + 1;
        while (close < end && (bytes[close] != '"' || close + 1 < end && bytes[close + 1] == '"')) {
            escaped |= bytes[close] == '"';
            close += bytes[close] == '"' ? 2 : 1;
        }
        if (close >= end) {
            mayHideCommas = true;
            problem("is quoted, but not closed on its line: close the quotes, and double quotes within a value");
            return add(open + 1, end, end, escaped, false);
        }
        if (close + 1 == end || bytes[close + 1] == ',') {
            return add(open + 1, close, close + 1, escaped, true);
        }
        mayHideCommas = true;
        mayBareCommas = true;
        problem("has text after its closing quote: quote the whole value, and double the quotes within it");
        int comma = comma(close + 1);
        return add(open, comma, comma, false, false);
    }

    private int unquoted(int from) {
        int formula = endOfFormula(from);
        if (formula > 0) {
            return add(from, formula, formula, false, true);
        }
        int comma = comma(from);
        int quotes = 0;
        for (int i = from; i < comma; i++) {
            quotes += bytes[i] == '"' ? 1 : 0;
        }
        if (quotes > 0) {
            mayBareCommas |= quotes % 2 == 1;
            problem("has a quote in an unquoted value: quote the whole value, and double the quotes within it");
        }
        return add(from, comma, comma, false, quotes == 0);
    }

    /** Returns the end of a value such as {@code ="1312345678907"}, which the field reports, or 0 if it is not one. */
    private int endOfFormula(int from) {
        if (from + 2 >= end || bytes[from] != '=' || bytes[from + 1] != '"') {
            return 0;
        }
        int close = from + 2;
        while (close < end && bytes[close] != '"') {
            close++;
        }
        return close < end && (close + 1 == end || bytes[close + 1] == ',') ? close + 1 : 0;
    }

    private int comma(int from) {
        int at = from;
        while (at < end && bytes[at] != ',') {
            at++;
        }
        return at;
    }

    private void problem(String words) {
        if (problems.size() < RecordScanner.FIELDS_KEPT) {
            problems.add("field " + (count + 1) + " " + words);
        }
    }

    private int add(int from, int to, int delimiter, boolean escaped, boolean readable) {
        if (count < RecordScanner.FIELDS_KEPT) {
            kept.add(new Field(from, to, delimiter + 1, escaped, readable));
        }
        count++;
        return delimiter + 1;
    }

    /** Copies the fields. */
    void fields(RecordFields into) {
        into.clear();
        for (Field field : kept) {
            into.add(field.from - start, field.to - start, field.end - start, field.escaped);
        }
        for (int i = kept.size(); i < count; i++) {
            into.add(end - start, end - start, end + 1 - start, false);
        }
        into.irregular(this);
    }

    /**
     * Returns whether the number of fields is wrong under any reading of the quotes. An unclosed quote may hide commas, and a misplaced one
     * may expose commas of a value.
     */
    boolean isOfOtherCount(int wanted) {
        return count < wanted ? !mayHideCommas : count > wanted && !mayBareCommas;
    }

    List<String> quotingProblems() {
        return problems;
    }

    /** Returns the fields whose value is ambiguous, one bit each. */
    long unreadable() {
        long bits = 0;
        for (int i = 0; i < kept.size(); i++) {
            bits |= kept.get(i).readable ? 0 : 1L << i;
        }
        return bits;
    }

    LineEnds.Kind lineEnd() {
        return lineEnd;
    }

    /** Returns the start of the next record. */
    int next() {
        return switch (lineEnd) {
            case LF, CR -> end + 1;
            case CR_LF -> end + 2;
            case NONE -> end;
        };
    }
}
