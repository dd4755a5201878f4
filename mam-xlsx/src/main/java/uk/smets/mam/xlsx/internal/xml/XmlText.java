package uk.smets.mam.xlsx.internal.xml;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.primitive.Characters;

/** Text as the XML of a sheet holds it. */
public final class XmlText {
    private static final byte[] AMPERSAND = ascii("&amp;");
    private static final byte[] LESS = ascii("&lt;");
    private static final byte[] GREATER = ascii("&gt;");

    /** Workbooks spell a character that XML has no place for as {@code _x000D_}; so what looks like that is no such thing. */
    private static final byte[] UNDERSCORE = ascii("_x005F_");

    private XmlText() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Writes text as the content of an element {@code t}.
     *
     * @param text holds it, in UTF-8
     * @param from its first byte
     * @param to after its last byte
     * @param out receives it
     */
    static void put(byte[] text, int from, int to, FieldOutput out) {
        int done = from;
        for (int i = from; i < to; i++) {
            byte b = text[i];
            byte[] escape = b > '>' && b != '_' ? null : escape(text, i, to);
            if (escape != null) {
                out.put(text, done, i - done);
                out.put(escape, 0, escape.length);
                done = i + 1;
            }
        }
        out.put(text, done, to - done);
    }

    private static byte @Nullable [] escape(byte[] text, int at, int to) {
        byte b = text[at];
        return switch (b) {
            case '&' -> AMPERSAND;
            case '<' -> LESS;
            case '>' -> GREATER;
            case '_' -> looksLikeEscape(text, at, to) ? UNDERSCORE : null;
            case '\t', '\n' -> null;
            default -> b >= 0 && b < ' ' ? ascii(String.format(Locale.ROOT, "_x%04X_", b)) : null;
        };
    }

    private static boolean looksLikeEscape(byte[] text, int at, int to) {
        if (to - at < UNDERSCORE.length || text[at + 1] != 'x' || text[at + UNDERSCORE.length - 1] != '_') {
            return false;
        }
        for (int i = at + 2; i < at + UNDERSCORE.length - 1; i++) {
            if (Character.digit(text[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the name of a character of a text that no XML can hold, not even escaped: half a character, or none. */
    public static Optional<String> unwritable(String text) {
        return text.codePoints()
                .filter(character -> character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE
                        || character == 0xFFFE
                        || character == 0xFFFF)
                .mapToObj(Characters::name)
                .findFirst();
    }

    /** Returns whether the text loses white space where it is not said to be preserved. */
    static boolean isToBePreserved(byte[] text, int from, int to) {
        boolean blankBefore = true;
        for (int i = from; i < to; i++) {
            boolean blank = text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
            if (blank && (blankBefore || text[i] != ' ')) {
                return true;
            }
            blankBefore = blank;
        }
        return blankBefore && from < to;
    }
}
