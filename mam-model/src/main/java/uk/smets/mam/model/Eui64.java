package uk.smets.mam.model;

import org.jspecify.annotations.Nullable;

/** The form of an EUI-64: 8 octets as pairs of hexadecimal digits, joined by hyphens or by nothing. */
final class Eui64 {
    private static final int OCTETS = 8;
    private static final String DIGITS = "0123456789ABCDEF";

    /** Two digits for each octet, and a hyphen between octets. */
    static final int HYPHENATED_LENGTH = 3 * OCTETS - 1;

    /** Two digits for each octet. */
    static final int PLAIN_LENGTH = 2 * OCTETS;

    private Eui64() {}

    /** What keeps a text from being hyphenated pairs of hexadecimal digits, or null where nothing does. */
    static @Nullable String defectOfHyphenated(String text) {
        return text.length() == HYPHENATED_LENGTH ? defectOf(text, 3) : Wording.got(text);
    }

    /** What keeps a text from being hexadecimal digits, with or without hyphens, or null where nothing does. */
    static @Nullable String defectOf(String text) {
        return text.length() == PLAIN_LENGTH ? defectOf(text, PLAIN_LENGTH + 1) : defectOfHyphenated(text);
    }

    /** The place of every so manieth character is a hyphen's. */
    private static @Nullable String defectOf(String text, int hyphens) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean hyphenStandsHere = at % hyphens == hyphens - 1;
            if (hyphenStandsHere ? character != '-' : digit(character) < 0) {
                return "character " + (at + 1) + " is " + Wording.character(character) + " where a "
                        + (hyphenStandsHere ? "hyphen" : "hexadecimal digit") + " belongs";
            }
        }
        return null;
    }

    /** The 64 bits of a text without defect. */
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

    /** Hyphenated pairs, their digits in upper case. */
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

    /** The digit's number, or -1. Not {@link Character#digit}, which takes the digits of every script. */
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
