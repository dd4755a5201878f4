package uk.smets.mam.xlsx.internal.xml;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.primitive.Characters;

/** Writes text as XML for a sheet. */
public final class XmlText {
    private static final byte[] AMPERSAND = ascii("&amp;");
    private static final byte[] LESS = ascii("&lt;");
    private static final byte[] GREATER = ascii("&gt;");

    /** Workbooks store a character that XML does not allow as {@code _x000D_}; the underscore of text that looks like this is escaped. */
    private static final byte[] UNDERSCORE = ascii("_x005F_");

    private XmlText() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Writes text as the content of an element {@code t}.
     *
     * @param text contains the text in UTF-8
     * @param from the start of the text
     * @param to the end of the text, exclusive
     * @param out receives the content
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

    /** Returns the name of a character in a text that XML cannot represent, even escaped: an unpaired surrogate or a noncharacter. */
    public static Optional<String> unwritable(String text) {
        return text.codePoints()
                .filter(character -> character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE
                        || character == 0xFFFE
                        || character == 0xFFFF)
                .mapToObj(Characters::name)
                .findFirst();
    }

    /** Returns whether the text would lose white space without {@code xml:space="preserve"}. */
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
