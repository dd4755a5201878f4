package uk.smets.mam.csv.internal.scan;

import uk.smets.mam.model.internal.primitive.Characters;

/** Recognises blank characters: spaces of all kinds, tabs, zero-width characters. */
public final class Blanks {
    private Blanks() {}

    public static boolean isBlank(char character) {
        if (character <= 0x7F) {
            return character == ' ' || character == '\t';
        }
        return Characters.asciiFor(character).filter(String::isBlank).isPresent();
    }

    public static boolean isBlank(String text) {
        return text.chars().allMatch(character -> isBlank((char) character));
    }
}
