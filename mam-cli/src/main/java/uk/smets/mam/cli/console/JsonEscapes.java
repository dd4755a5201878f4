package uk.smets.mam.cli.console;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes in JSON whatever does not show as itself: control characters, also those above 0x7F, which a terminal obeys, marks that turn
 * the direction of text, and invisible characters. To a program that reads JSON the text is the same.
 */
public final class JsonEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] escapes = standardAsciiEscapesForJSON();
        escapes[DELETE] = ESCAPE_STANDARD;
        return escapes;
    }

    /** A character beyond the Basic Multilingual Plane comes as its two halves. */
    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return ShownText.isVisible(character) ? null : new SerializedString(String.format("\\u%04X", character));
    }
}
