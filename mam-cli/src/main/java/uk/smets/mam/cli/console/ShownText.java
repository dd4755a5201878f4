package uk.smets.mam.cli.console;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.HexFormat;
import java.util.Locale;

/** Escapes text from files and arguments, so that it cannot move the cursor, hide a line or change a colour of the terminal. */
public final class ShownText {
    private static final char EN_DASH = '\u2013';

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final CharsetEncoder encoder;

    ShownText(Charset charset) {
        encoder = charset.newEncoder();
    }

    /** Returns the text with every character escaped that is not visible as itself. */
    String of(String text) {
        return escape(text, false);
    }

    /** Returns the text in quotes, with its own quotes escaped. */
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
                // Field names of the MAM have it, and they must be readable on an ASCII terminal.
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

    /** Returns whether a character is visible as itself and does not change the text around it. */
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
