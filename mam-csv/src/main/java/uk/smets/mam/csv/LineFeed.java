package uk.smets.mam.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands lines to Jackson one at a time and never ahead, so that the line of a record is known exactly, and reading can go
 * on with the next line where Jackson gives up: also behind a quote that was never closed, whose record is all lines up to
 * the next quote.
 */
final class LineFeed extends Reader {
    /** Far more than Jackson takes for one field before it gives up; lines behind these are not read again. */
    private static final int MOST_CHARACTERS_KEPT = 1024 * 1024;

    private final Lines lines;
    private final LooseQuotes quotes;
    private final boolean lineIsRecord;
    private final StringBuilder text = new StringBuilder();
    /** The lines of the record that is being read, but the first. */
    private final List<Lines.Line> continued = new ArrayList<>();

    private int charactersKept;
    private final Deque<Lines.Line> again = new ArrayDeque<>();
    private int at;
    private long line;
    private boolean paused;
    private boolean endless;
    private boolean exhausted;

    /**
     * Makes the feed.
     *
     * @param lines where the lines come from
     * @param quotes looks at them first
     * @param lineIsRecord whether a line break within quotes is an unclosed quote, and not a part of the value
     */
    LineFeed(Lines lines, LooseQuotes quotes, boolean lineIsRecord) {
        this.lines = lines;
        this.quotes = quotes;
        this.lineIsRecord = lineIsRecord;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (at == text.length() && (paused || !load())) {
            return -1;
        }
        int count = Math.min(length, text.length() - at);
        text.getChars(at, at + count, into, offset);
        at += count;
        return count;
    }

    private boolean load() throws IOException {
        Lines.Line next = nextLine();
        if (next == null) {
            exhausted = true;
            return false;
        }
        if (!quotes.isOpen()) {
            continued.clear();
            charactersKept = 0;
        }
        line = next.number();
        text.setLength(0);
        at = 0;
        if (next.isEndless()) {
            endless = true;
            paused = true;
            return false;
        }
        if (quotes.isOpen() && charactersKept < MOST_CHARACTERS_KEPT) {
            continued.add(next);
            charactersKept += next.text().length() + 16;
        }
        text.append(quotes.tidy(next.text())).append('\n');
        paused = lineIsRecord && quotes.isOpen();
        return true;
    }

    private Lines.@Nullable Line nextLine() throws IOException {
        Lines.Line next = again.poll();
        return next == null ? lines.next() : next;
    }

    /** Hands on the lines of the record that is being read once more, but the first: it can't be read. */
    void giveUp() {
        for (int i = continued.size() - 1; i >= 0; i--) {
            again.push(continued.get(i));
        }
        exhausted &= continued.isEmpty();
        continued.clear();
    }

    /** Starts anew with the next line; false where there is none. */
    boolean resume() {
        text.setLength(0);
        at = 0;
        paused = false;
        quotes.restart();
        return !exhausted;
    }

    /** Whether the last line was too long to be handed on; true once. */
    boolean takeEndless() {
        boolean was = endless;
        endless = false;
        return was;
    }

    /** The line that was handed on last. */
    long line() {
        return line;
    }

    @Override
    public void close() {
        // The lines are closed by whom they belong to; Jackson opens one parser after the other on them.
    }
}
