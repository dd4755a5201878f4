package uk.smets.mam.csv.internal.lenient;

import java.util.BitSet;
import java.util.regex.Pattern;
import uk.smets.mam.csv.internal.scan.Blanks;

/**
 * Normalises the quotes of a record for Jackson, which hides deviations: with white space before an opening quote, it reads the field as
 * unquoted; it ignores white space and control characters after a closing quote, and quotes in an unquoted field; typographic quotes, which
 * mail programs and word processors write, are text. White space around quotes is removed and typographic quotes around a value are
 * replaced, and both are noted. Any other text after a closing quote breaks the record.
 */
public final class LooseQuotes {
    /**
     * The deviations of the quotes of a record, by the index of the field, from 0.
     *
     * @param padded fields with white space around their quotes
     * @param bare unquoted fields with quotes in them
     * @param unbalanced unquoted fields with an unpaired quote
     * @param typographic fields with typographic quotes around them
     */
    public record Notes(BitSet padded, BitSet bare, BitSet unbalanced, BitSet typographic) {
        /** The notes of a record without quotes, which never change. */
        private static final Notes NONE = new Notes();

        private Notes() {
            this(new BitSet(), new BitSet(), new BitSet(), new BitSet());
        }

        /** Returns whether there is no deviation. */
        boolean isSound() {
            return padded.isEmpty() && bare.isEmpty() && typographic.isEmpty();
        }

        /** Returns whether the quotes of a field deviate. */
        public boolean isLoose(int place) {
            return padded.get(place) || bare.get(place) || typographic.get(place);
        }
    }

    private static final String TYPOGRAPHIC = "\u201C\u201D\u201E\u201F";
    private static final int NOT_BROKEN = -1;

    private final char delimiter;
    private final Pattern formulas;
    private final StringBuilder out = new StringBuilder();
    private Notes notes = Notes.NONE;
    private int field;
    private boolean open;
    private int breaker = NOT_BROKEN;
    /** False after typographic quotes have been searched to the end of the line, so that each line is searched once. */
    private boolean typographicCloses;

    LooseQuotes(char delimiter) {
        this.delimiter = delimiter;
        String separator = Pattern.quote(Character.toString(delimiter));
        formulas = Pattern.compile("(^|" + separator + ")=\"([^\"]*+)\"(?=" + separator + "|$)");
    }

    /** Reads the first line of a record. */
    void start(String line) {
        out.setLength(0);
        field = 0;
        open = false;
        breaker = NOT_BROKEN;
        notes = Notes.NONE;
        if (hasQuotes(line)) {
            notes = new Notes();
            read(withoutFormulas(line));
        } else {
            out.append(line);
        }
    }

    /** Reads the next line of a record that {@link #isOpen}. */
    void goOn(String line) {
        out.append('\n');
        read(line);
    }

    /** Returns whether the last line ended within quotes. */
    boolean isOpen() {
        return open;
    }

    /** Returns whether text follows a closing quote; the rest of the record is not read. */
    boolean isBroken() {
        return breaker != NOT_BROKEN;
    }

    /** Returns the character after a closing quote. */
    int breaker() {
        return breaker;
    }

    /** Returns the field that was read last, from 0; only for a record with quotes. */
    int field() {
        return field;
    }

    /** Returns the notes on the record. */
    Notes notes() {
        return notes;
    }

    /** Returns the normalised record, ended by LF. */
    String text() {
        return out.append('\n').toString();
    }

    private void read(String line) {
        typographicCloses = true;
        int at = 0;
        while (true) {
            if (!open) {
                at = openQuote(line, at);
            }
            at = open ? quoted(line, at) : unquoted(line, at);
            if (isBroken() || at == line.length()) {
                return;
            }
            out.append(delimiter);
            at++;
            field++;
        }
    }

    /** Quotes a value such as {@code ="1312345678907"}, so that it is kept as it is. */
    private String withoutFormulas(String line) {
        return line.contains("=\"") ? formulas.matcher(line).replaceAll("$1\"=\"\"$2\"\"\"") : line;
    }

    /** Returns whether a text has any quotes, plain or typographic. */
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
     * Reads a field in typographic quotes as a quoted one; two of them represent one within the value. Returns its end, or its start if the
     * quotes are not closed.
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
            int after = isTypographic(c) ? skipBlanks(line, at + 1) : -1;
            if (after == line.length() || after >= 0 && line.charAt(after) == delimiter) {
                notes.typographic.set(field);
                if (quote > from || after > at + 1) {
                    notes.padded.set(field);
                }
                out.append('"').append(value).append('"');
                return after;
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

    /** Reads the rest of a quoted field. Returns the index of the delimiter. */
    private int quoted(String line, int from) {
        int at = from;
        while (at < line.length() && open) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                out.append(line, at, line.length());
                return line.length();
            }
            boolean isDoubled = quote + 1 < line.length() && line.charAt(quote + 1) == '"';
            int behind = quote + (isDoubled ? 2 : 1);
            out.append(line, at, behind);
            at = behind;
            open = isDoubled;
        }
        if (open) {
            return at;
        }
        int after = skipBlanks(line, at);
        if (after < line.length() && line.charAt(after) != delimiter) {
            breaker = line.codePointAt(after);
        } else if (after > at) {
            notes.padded.set(field);
        }
        return after;
    }

    private int unquoted(String line, int from) {
        int end = line.indexOf(delimiter, from);
        end = end < 0 ? line.length() : end;
        int quotes = 0;
        for (int i = from; i < end; i++) {
            quotes += line.charAt(i) == '"' ? 1 : 0;
        }
        if (quotes > 0) {
            notes.bare.set(field);
        }
        if (quotes % 2 == 1) {
            notes.unbalanced.set(field);
        }
        out.append(line, from, end);
        return end;
    }
}
