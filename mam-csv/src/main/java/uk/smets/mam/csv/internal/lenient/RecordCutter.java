package uk.smets.mam.csv.internal.lenient;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts lines into records, so that a bad quote costs its own line and no other.
 *
 * <p>A line that ends within quotes goes on in the next lines only where the quotes balance and no record could be lost in
 * it: no line in between has the width of a record, and not both the first line and the last. Otherwise it is a record
 * with a problem, and the lines that were read ahead are read again, each as a record of its own. Every line is read twice
 * at most: where a cell cannot be closed from one line on, it cannot from the lines up to where that was seen either.
 */
public final class RecordCutter {
    /** Why a record has no fields that could be trusted. */
    public enum Problem {
        /** Nothing is wrong. */
        NONE,
        /** A quote that is not closed. */
        UNCLOSED_QUOTE,
        /** Something follows a closing quote. */
        AFTER_QUOTE,
        /** A field, or all of them together, longer than the limit. */
        TOO_LONG
    }

    /** Characters that are read ahead in search of a closing quote; far more than a value has. */
    private static final long MOST_CHARACTERS_AHEAD = 1024 * 1024;
    /** What a line costs beside its characters, so that empty lines do not fill the memory either. */
    private static final int LINE_COST = 16;

    private final Lines lines;
    private final char delimiter;
    private final boolean lineIsRecord;
    private final LooseQuotes quotes;
    private final Deque<Lines.Line> again = new ArrayDeque<>();
    /** A cell that is open before this line, or an earlier one, is not closed. */
    private long unclosedUntil;

    private Lines.@Nullable Line first;
    private int width;
    private long line;
    private long lastLine;
    private int quotedField;
    private Problem problem = Problem.NONE;

    /**
     * Starts at the first line.
     *
     * @param lines the lines
     * @param delimiter what separates the fields
     * @param lineIsRecord whether a quote must be closed on its line
     */
    RecordCutter(Lines lines, char delimiter, boolean lineIsRecord) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.lineIsRecord = lineIsRecord;
        quotes = new LooseQuotes(delimiter);
    }

    /** Says how many fields a record has at least; 0, as at the start, where only the record itself shows it. */
    void width(int fields) {
        width = fields;
    }

    /** Goes to the next line, with which a record starts, and returns its text; null after the last. */
    @Nullable
    String start() throws IOException {
        first = take();
        return first == null ? null : first.text();
    }

    /** Reads the record that starts with the current line. */
    void read() throws IOException {
        Lines.Line first = requireNonNull(this.first);
        line = first.number();
        lastLine = line;
        if (first.isEndless()) {
            problem = Problem.TOO_LONG;
            return;
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
    }

    /** Takes the current line as a record with nothing wrong. */
    void skip() {
        Lines.Line whole = requireNonNull(first);
        quotes.startSound(whole.text());
        line = whole.number();
        lastLine = line;
        problem = Problem.NONE;
    }

    private Lines.@Nullable Line take() throws IOException {
        Lines.Line next = again.poll();
        return next == null ? lines.next() : next;
    }

    /** Reads on to the end of the record; where it has none, the lines are handed out again. */
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

    /** Whether several lines are a record that hides no other, by how many fields each would have by itself. */
    private boolean fits(int between, int first, int last) {
        int joined = quotes.field() + 1;
        int record = width > 0 ? width : joined;
        return joined >= record && between < record && Math.min(first, last) < record;
    }

    private int fields(Lines.Line of) {
        return 1 + (int) of.text().chars().filter(c -> c == delimiter).count();
    }

    /** The line that the record starts in. */
    long line() {
        return line;
    }

    /** The line that the record ends in. */
    long lastLine() {
        return lastLine;
    }

    Problem problem() {
        return problem;
    }

    /** The last field that was read on the first line, from 1: that of a problem with its quotes. */
    int quotedField() {
        return quotedField;
    }

    /** The record as Jackson is to read it, and what is loose about its quotes. */
    LooseQuotes quotes() {
        return quotes;
    }
}
