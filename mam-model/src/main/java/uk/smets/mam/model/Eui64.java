package uk.smets.mam.model;

import org.jspecify.annotations.Nullable;

/** The format of an EUI-64: 8 octets as pairs of hexadecimal digits, with or without hyphens between them. */
final class Eui64 {
    private static final int OCTETS = 8;
    private static final String DIGITS = "0123456789ABCDEF";

    /** Two digits for each octet, and a hyphen between octets. */
    static final int HYPHENATED_LENGTH = 3 * OCTETS - 1;

    /** Two digits for each octet. */
    static final int PLAIN_LENGTH = 2 * OCTETS;

    private Eui64() {}

    /** Describes why a text is not hyphenated pairs of hexadecimal digits, or returns null if it is. */
    static @Nullable String defectOfHyphenated(String text) {
        return text.length() == HYPHENATED_LENGTH ? defectOf(text, 3) : Wording.got(text);
    }

    /** Describes why a text is not pairs of hexadecimal digits with or without hyphens, or returns null if it is. */
    static @Nullable String defectOf(String text) {
        return text.length() == PLAIN_LENGTH ? defectOf(text, PLAIN_LENGTH + 1) : defectOfHyphenated(text);
    }

    /** Expects a hyphen at every {@code hyphens}th character. */
    private static @Nullable String defectOf(String text, int hyphens) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean hyphenExpected = at % hyphens == hyphens - 1;
            if (hyphenExpected ? character != '-' : digit(character) < 0) {
                return "character " + (at + 1) + " is " + Wording.character(character) + " where a "
                        + (hyphenExpected ? "hyphen" : "hexadecimal digit") + " belongs";
            }
        }
        return null;
    }

    /** Returns the 64 bits of a valid text. */
    static long decode(String text) {
        long value = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character != '-') {
                value = value << 4 | digit(character);
            }
        }
        return value;
    }

    /** Returns hyphenated pairs in upper case. */
    static String format(long value) {
        StringBuilder text = new StringBuilder(HYPHENATED_LENGTH);
        for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
            text.append(DIGITS.charAt((int) (value >>> shift) & 0xF));
            if (shift % Byte.SIZE == 0 && shift > 0) {
                text.append('-');
            }
        }
        return text.toString();
    }

    /**
     * Returns the value of a digit, or -1. {@link Character#digit} is not used, because it accepts the digits of every
     * script.
     */
    private static int digit(char character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        if (character >= 'A' && character <= 'F') {
            return character - 'A' + 10;
        }
        if (character >= 'a' && character <= 'f') {
            return character - 'a' + 10;
        }
        return -1;
    }
}
