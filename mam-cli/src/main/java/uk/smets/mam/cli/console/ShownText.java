package uk.smets.mam.cli.console;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import uk.smets.mam.model.internal.primitive.VisibleText;

/** Escapes text from files and arguments, so that it cannot move the cursor, hide a line or change a colour of the terminal. */
public final class ShownText {
    private static final char EN_DASH = '\u2013';

    private final CharsetEncoder encoder;

    ShownText(Charset charset) {
        encoder = charset.newEncoder();
    }

    /** Returns the text with every character escaped that is not visible as itself, or that the terminal cannot show. */
    String of(String text) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (isPlain(codePoint)) {
                shown.appendCodePoint(codePoint);
            } else if (codePoint == EN_DASH) {
                // Field names of the MAM have it, and they must be readable on an ASCII terminal.
                shown.append('-');
            } else {
                shown.append(VisibleText.escaped(codePoint));
            }
        });
        return shown.toString();
    }

    /** Returns the text in quotes, with its own quotes escaped. */
    String quoted(String text) {
        return of(VisibleText.quoted(text));
    }

    private boolean isPlain(int codePoint) {
        return VisibleText.isVisible(codePoint)
                && (codePoint < 0x7F || encoder.canEncode(Character.toString(codePoint)));
    }
}
