package uk.smets.mam.cli.console;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Text of others as a terminal may see it: a file's content and its name must not move the cursor, hide a line or change
 * a colour, and what the terminal can't show is named by its code point.
 */
public final class ShownText {
    private static final char EN_DASH = '\u2013';

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final CharsetEncoder encoder;

    ShownText(Charset charset) {
        encoder = charset.newEncoder();
    }

    /** The text with everything escaped that is not plainly seen. */
    String of(String text) {
        return escape(text, false);
    }

    /** The text in quotes, its own quotes escaped. */
    String quoted(String text) {
        return '"' + escape(text, true) + '"';
    }

    private String escape(String text, boolean inQuotes) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (inQuotes && (codePoint == '"' || codePoint == '\\')) {
                shown.append('\\').append((char) codePoint);
            } else if (isPlain(codePoint)) {
                shown.appendCodePoint(codePoint);
            } else if (codePoint == EN_DASH) {
                // The MAM's own field names have it; a terminal of ASCII shows them all the same.
                shown.append('-');
            } else {
                shown.append(escaped(codePoint));
            }
        });
        return shown.toString();
    }

    private boolean isPlain(int codePoint) {
        return isVisible(codePoint) && (codePoint < 0x7F || encoder.canEncode(Character.toString(codePoint)));
    }

    /** Whether a character shows as itself, and changes nothing of what is around it. */
    static boolean isVisible(int codePoint) {
        if (codePoint < 0x7F) {
            return codePoint >= ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }

    private static String escaped(int codePoint) {
        return switch (codePoint) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default ->
                codePoint <= 0xFF
                        ? "\\x" + HEX.toHexDigits((byte) codePoint)
                        : "\\u{" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + '}';
        };
    }
}
