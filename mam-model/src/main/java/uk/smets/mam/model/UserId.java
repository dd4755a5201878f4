package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The User ID of a supplier: an EUI-64, written as 8 pairs of hexadecimal digits joined by hyphens, 23 characters in all, such as
 * {@code A1-B2-C3-D4-E5-F6-07-18} (clause 7.2.2).
 *
 * <p>It serves the handling of files only. The User ID that is put on a device is the one in the subject of the SMKI certificate.
 *
 * <p>User IDs are ordered as their wire forms are.
 *
 * @param value the 64 bits, the first octet of the wire form in the highest 8 bits; every {@code long} is a User ID
 */
public record UserId(long value) implements Comparable<UserId> {
    private static final String FORM =
            "a User ID is 8 pairs of hexadecimal digits joined by hyphens, such as A1-B2-C3-D4-E5-F6-07-18";

    private static final int OCTETS = 8;

    /** Two digits for each octet, and a hyphen between octets. */
    private static final int LENGTH = 3 * OCTETS - 1;

    /**
     * The User ID that {@code text} spells, in upper case as the library writes it or in lower case.
     *
     * @param text the wire form, 23 characters
     * @return the User ID
     * @throws IllegalArgumentException if {@code text} is not 8 pairs of hexadecimal digits joined by hyphens
     */
    public static UserId of(String text) {
        String defect = defectOf(requireNonNull(text, "text"));
        if (defect != null) {
            throw new IllegalArgumentException(FORM + "; " + defect);
        }
        return decode(text);
    }

    /**
     * The User ID that {@code text} spells, if it spells one: the way in for data.
     *
     * <p>Lower case is taken. Whoever has to report it compares {@code text} with the {@link #toString()} of the answer.
     *
     * @param text any text
     * @return the User ID, or empty if {@code text} is not 8 pairs of hexadecimal digits joined by hyphens
     */
    public static Optional<UserId> find(String text) {
        return defectOf(requireNonNull(text, "text")) == null ? Optional.of(decode(text)) : Optional.empty();
    }

    /**
     * The Organisational Number: the low four bits of the fifth octet followed by the sixth octet (clause 7.2.2). Of
     * {@code A1-B2-C3-D4-E5-F6-A7-B8} it is {@code 0x5F6}.
     *
     * @return a number of 12 bits, 0 to 4095
     */
    public int organisationalNumber() {
        return (int) (value >>> 16) & 0xFFF;
    }

    /**
     * Whether a site on which this and {@code other} both stand is an Active-Active split supply site: it is where their
     * Organisational Numbers differ. Two User IDs of one number are one organisation's, and the site is not split (clause 7.2.2).
     *
     * @param other the other User ID on the site
     * @return whether the {@linkplain #organisationalNumber() Organisational Numbers} differ
     */
    public boolean isSplitSiteWith(UserId other) {
        return organisationalNumber() != requireNonNull(other, "other").organisationalNumber();
    }

    /** {@return the order of the wire forms, which is that of the 64 bits without sign} */
    @Override
    public int compareTo(UserId other) {
        return Long.compareUnsigned(value, other.value);
    }

    /** {@return the wire form: 23 characters, hexadecimal digits in upper case} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
            text.append("0123456789ABCDEF".charAt((int) (value >>> shift) & 0xF));
            if (shift % Byte.SIZE == 0 && shift > 0) {
                text.append('-');
            }
        }
        return text.toString();
    }

    /** What keeps {@code text} from being a User ID, or null where nothing does. */
    private static @Nullable String defectOf(String text) {
        if (text.length() != LENGTH) {
            return Wording.got(text);
        }
        for (int at = 0; at < LENGTH; at++) {
            char character = text.charAt(at);
            boolean hyphenStandsHere = at % 3 == 2;
            if (hyphenStandsHere ? character != '-' : digit(character) < 0) {
                return "character " + (at + 1) + " is " + Wording.character(character) + " where a "
                        + (hyphenStandsHere ? "hyphen" : "hexadecimal digit") + " belongs";
            }
        }
        return null;
    }

    private static UserId decode(String text) {
        long value = 0;
        for (int at = 0; at < LENGTH; at++) {
            if (at % 3 != 2) {
                value = value << 4 | digit(text.charAt(at));
            }
        }
        return new UserId(value);
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
