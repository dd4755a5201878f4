package uk.smets.mam.model.internal.primitive;

import java.util.HexFormat;
import java.util.Locale;

/** Escapes text from files, so that it cannot move the cursor of a terminal, hide a line of a log or change the direction of text. */
public final class VisibleText {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private VisibleText() {}

    /**
     * Returns a text with every character escaped that is not visible as itself.
     *
     * @param text the text
     * @return the text in one line
     */
    public static String of(String text) {
        return escape(text, false);
    }

    /**
     * Returns a text in quotes, with every character escaped that is not visible as itself, and with its own quotes escaped.
     *
     * @param text the text
     * @return the text in quotes and in one line
     */
    public static String quoted(String text) {
        return '"' + escape(text, true) + '"';
    }

    private static String escape(String text, boolean inQuotes) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (inQuotes && (codePoint == '"' || codePoint == '\\')) {
                shown.append('\\').append((char) codePoint);
            } else if (isVisible(codePoint)) {
                shown.appendCodePoint(codePoint);
            } else {
                shown.append(escaped(codePoint));
            }
        });
        return shown.toString();
    }

    /**
     * Returns whether a character is visible as itself and does not change the text around it.
     *
     * @param codePoint the character
     * @return false for control characters, marks that change the direction of text, and invisible characters
     */
    public static boolean isVisible(int codePoint) {
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

    /**
     * Returns the escape of a character.
     *
     * @param codePoint the character
     * @return an escape in ASCII, such as {@code \t} or {@code \x1B}
     */
    public static String escaped(int codePoint) {
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
