package uk.smets.mam.csv.internal.lenient;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins lines to records, so that a bad quote affects only its own line.
 *
 * <p>A line that ends within quotes is continued by the next lines only if the quotes balance and no record could be hidden: no line in
 * between has the width of a record, and neither have both the first and the last. Otherwise it is a record with a problem, and the lines
 * that were read ahead are read again as separate records. Every line is read at most twice: if a value cannot be closed from one line
 * on, it cannot be closed from the lines read ahead either.
 */
public final class RecordCutter {
    /** The reason that a record has no reliable fields. */
    public enum Problem {
        /** No problem. */
        NONE,
        /** An unclosed quote. */
        UNCLOSED_QUOTE,
        /** Text after a closing quote. */
        AFTER_QUOTE,
        /** A field or the record exceeds the limit. */
        TOO_LONG
    }

    /** The characters to read ahead for a closing quote; far more than a value has. */
    private static final long MOST_CHARACTERS_AHEAD = 1024 * 1024;
    /** The overhead of a line, so that empty lines are limited as well. */
    private static final int LINE_COST = 16;

    private final Lines lines;
    private final char delimiter;
    private final boolean lineIsRecord;
    private final LooseQuotes quotes;
    private final Deque<Lines.Line> again = new ArrayDeque<>();
    /** A value that is open before this line is not closed. */
    private long unclosedUntil;

    private int width;
    private long line;
    private long lastLine;
    private int quotedField;
    private Problem problem = Problem.NONE;

    /**
     * Creates a cutter at the first line.
     *
     * @param lines the lines
     * @param delimiter the delimiter of the fields
     * @param lineIsRecord whether a quote must be closed on its line
     */
    RecordCutter(Lines lines, char delimiter, boolean lineIsRecord) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.lineIsRecord = lineIsRecord;
        quotes = new LooseQuotes(delimiter);
    }

    /** Sets the minimum number of fields of a record; 0 if it is not known yet. */
    void width(int fields) {
        width = fields;
    }

    /** Moves to the next record; returns false after the last. */
    boolean next() throws IOException {
        Lines.Line first = take();
        if (first == null) {
            return false;
        }
        line = first.number();
        lastLine = line;
        if (first.isEndless()) {
            problem = Problem.TOO_LONG;
            return true;
        }
        quotes.start(first.text());
        quotedField = quotes.field() + 1;
        if (quotes.isBroken()) {
            problem = Problem.AFTER_QUOTE;
        } else if (quotes.isOpen() && (lineIsRecord || !readOn(first))) {
            problem = Problem.UNCLOSED_QUOTE;
        } else {
            problem = Problem.NONE;
        }
        return true;
    }

    private Lines.@Nullable Line take() throws IOException {
        Lines.Line next = again.poll();
        return next == null ? lines.next() : next;
    }

    /** Reads to the end of the record; if it has no end, the lines are read again as separate records. */
    private boolean readOn(Lines.Line first) throws IOException {
        if (first.number() < unclosedUntil) {
            return false;
        }
        List<Lines.Line> ahead = new ArrayList<>();
        if (readOn(first, ahead)) {
            return true;
        }
        for (int i = ahead.size() - 1; i >= 0; i--) {
            again.push(ahead.get(i));
        }
        unclosedUntil = line + ahead.size();
        return false;
    }

    private boolean readOn(Lines.Line first, List<Lines.Line> ahead) throws IOException {
        long characters = 0;
        int widest = 0;
        while (true) {
            Lines.Line next = take();
            if (next == null) {
                return false;
            }
            ahead.add(next);
            characters += next.text().length() + LINE_COST;
            if (next.isEndless() || characters > MOST_CHARACTERS_AHEAD) {
                return false;
            }
            quotes.goOn(next.text());
            if (quotes.isBroken()) {
                return false;
            }
            if (!quotes.isOpen()) {
                lastLine = next.number();
                return fits(widest, fields(first), fields(next));
            }
            widest = Math.max(widest, fields(next));
            if (width > 0 && widest >= width) {
                return false;
            }
        }
    }

    /** Returns whether several lines are one record and hide no other, by the number of fields that each would have. */
    private boolean fits(int between, int first, int last) {
        int joined = quotes.field() + 1;
        int record = width > 0 ? width : joined;
        return joined >= record && between < record && Math.min(first, last) < record;
    }

    private int fields(Lines.Line of) {
        return 1 + (int) of.text().chars().filter(c -> c == delimiter).count();
    }

    /** Returns the line in which the record starts. */
    long line() {
        return line;
    }

    /** Returns the line in which the record ends. */
    long lastLine() {
        return lastLine;
    }

    Problem problem() {
        return problem;
    }

    /** Returns the field with the quoting problem, from 1: the last one that was read on the first line. */
    int quotedField() {
        return quotedField;
    }

    /** Returns the normalised record and the notes on its quotes. */
    LooseQuotes quotes() {
        return quotes;
    }
}
