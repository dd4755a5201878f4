package uk.smets.mam.csv;

import java.util.BitSet;

/**
 * Looks at the quotes of a line before Jackson does, which hides what is loose about them: white space in front of an
 * opening quote would make the field an unquoted one, white space behind a closing quote would go without a word, and
 * so would a quote in an unquoted field; and typographic quotes, which a mail or a word processor makes of plain ones, are
 * none to it. The white space is left out, typographic quotes around a value become plain ones, the rest is noted.
 */
final class LooseQuotes {
    /**
     * What is loose about the quotes of a record, by the place of a field, from 0.
     *
     * @param padded fields with white space around their quotes
     * @param bare unquoted fields with quotes in them
     * @param unbalanced unquoted fields in which a quote has no second one
     * @param typographic fields with typographic quotes around them
     */
    record Notes(BitSet padded, BitSet bare, BitSet unbalanced, BitSet typographic) {
        /** Of a record without quotes. Nothing is ever noted here. */
        private static final Notes NONE = new Notes();

        private Notes() {
            this(new BitSet(), new BitSet(), new BitSet(), new BitSet());
        }
    }

    private static final String TYPOGRAPHIC = "\u201C\u201D\u201E\u201F";

    private final char delimiter;
    private final StringBuilder out = new StringBuilder();
    private Notes notes = Notes.NONE;
    private int field;
    private boolean open;
    /** False once typographic quotes were looked through to the end of the line, so that it is done once a line. */
    private boolean typographicCloses;

    LooseQuotes(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Forgets a quote that is open, so that the next line starts a record. */
    void restart() {
        open = false;
    }

    /** Whether the line ended within quotes. */
    boolean isOpen() {
        return open;
    }

    /** The notes on the record that the last line belongs to. */
    Notes notes() {
        return notes;
    }

    /** The line as Jackson is to read it; good until the next call. */
    CharSequence tidy(String line) {
        if (!open) {
            field = 0;
            // A new one: Jackson asks for the next line before it gives the end of this record.
            boolean anyQuotes = hasQuotes(line);
            notes = anyQuotes ? new Notes() : Notes.NONE;
            if (!anyQuotes) {
                return line;
            }
        }
        out.setLength(0);
        typographicCloses = true;
        int at = 0;
        while (true) {
            if (!open) {
                at = openQuote(line, at);
            }
            at = open ? quoted(line, at) : unquoted(line, at);
            if (at == line.length()) {
                return out;
            }
            out.append(delimiter);
            at++;
            field++;
        }
    }

    private static boolean hasQuotes(String line) {
        if (line.indexOf('"') >= 0) {
            return true;
        }
        for (int i = 0; i < TYPOGRAPHIC.length(); i++) {
            if (line.indexOf(TYPOGRAPHIC.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private int openQuote(String line, int from) {
        int at = skipBlanks(line, from);
        if (at < line.length() && typographicCloses && isTypographic(line.charAt(at))) {
            return typographic(line, from, at);
        }
        if (at == line.length() || line.charAt(at) != '"') {
            return from;
        }
        if (at > from) {
            notes.padded.set(field);
        }
        open = true;
        out.append('"');
        return at + 1;
    }

    private static boolean isTypographic(char character) {
        return TYPOGRAPHIC.indexOf(character) >= 0;
    }

    /**
     * Takes a field in typographic quotes as a quoted one, in which two of them are one that belongs to the value; answers
     * with its end, or with its start where they do not close.
     */
    private int typographic(String line, int from, int quote) {
        StringBuilder value = new StringBuilder();
        for (int at = quote + 1; at < line.length(); at++) {
            char c = line.charAt(at);
            boolean doubled = isTypographic(c) && at + 1 < line.length() && isTypographic(line.charAt(at + 1));
            if (c == '"' || doubled) {
                value.append("\"\"");
                at += doubled ? 1 : 0;
                continue;
            }
            int behind = isTypographic(c) ? skipBlanks(line, at + 1) : -1;
            if (behind == line.length() || behind >= 0 && line.charAt(behind) == delimiter) {
                notes.typographic.set(field);
                if (quote > from || behind > at + 1) {
                    notes.padded.set(field);
                }
                out.append('"').append(value).append('"');
                return behind;
            }
            value.append(c);
        }
        typographicCloses = false;
        return from;
    }

    private int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) != delimiter && Blanks.isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Takes what is left of a quoted field; answers with the place of the delimiter. */
    private int quoted(String line, int from) {
        int at = from;
        while (at < line.length() && open) {
            char c = line.charAt(at++);
            out.append(c);
            if (c == '"') {
                if (at < line.length() && line.charAt(at) == '"') {
                    out.append('"');
                    at++;
                } else {
                    open = false;
                }
            }
        }
        if (open) {
            return at;
        }
        int behind = skipBlanks(line, at);
        if (behind == line.length() || line.charAt(behind) == delimiter) {
            if (behind > at) {
                notes.padded.set(field);
            }
            return behind;
        }
        // Text behind a closing quote: Jackson refuses the record.
        return copy(line, at);
    }

    private int unquoted(String line, int from) {
        int start = out.length();
        int at = copy(line, from);
        int quotes = 0;
        for (int i = start; i < out.length(); i++) {
            quotes += out.charAt(i) == '"' ? 1 : 0;
        }
        if (quotes > 0) {
            notes.bare.set(field);
        }
        if (quotes % 2 == 1) {
            notes.unbalanced.set(field);
        }
        return at;
    }

    private int copy(String line, int from) {
        int end = line.indexOf(delimiter, from);
        end = end < 0 ? line.length() : end;
        out.append(line, from, end);
        return end;
    }
}
