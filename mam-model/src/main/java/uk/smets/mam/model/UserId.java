package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Optional;

/**
 * The User ID of a supplier: an EUI-64, written as 8 pairs of hexadecimal digits joined by hyphens, 23 characters in
 * all, such as {@code A1-B2-C3-D4-E5-F6-07-18} (clause 7.2.2).
 *
 * <p>It is only used to process files. The User ID that is put on a device is the one in the subject of the SMKI
 * certificate.
 *
 * <p>User IDs are ordered by their wire form.
 *
 * @param value the 64 bits, the first octet of the wire form in the highest 8 bits; every {@code long} is a User ID
 */
public record UserId(long value) implements Comparable<UserId>, Serializable {
    private static final String FORM =
            "a User ID is 8 pairs of hexadecimal digits joined by hyphens, such as A1-B2-C3-D4-E5-F6-07-18";

    /**
     * Returns the User ID in {@code text}, in upper or lower case.
     *
     * @param text the wire form, 23 characters
     * @return the User ID
     * @throws IllegalArgumentException if {@code text} is not 8 pairs of hexadecimal digits joined by hyphens
     */
    public static UserId of(String text) {
        String defect = Eui64.defectOfHyphenated(requireNonNull(text, "text"));
        if (defect != null) {
            throw new IllegalArgumentException(FORM + "; " + defect);
        }
        return new UserId(Eui64.decode(text));
    }

    /**
     * Returns the User ID in {@code text}, or empty if it is not valid.
     *
     * <p>Lower case is accepted. To detect it, compare {@code text} with the {@link #toString()} of the result.
     *
     * @param text the text
     * @return the User ID, or empty if {@code text} is not 8 pairs of hexadecimal digits joined by hyphens
     */
    public static Optional<UserId> find(String text) {
        return Eui64.defectOfHyphenated(requireNonNull(text, "text")) == null
                ? Optional.of(new UserId(Eui64.decode(text)))
                : Optional.empty();
    }

    /**
     * Returns the Organisational Number: the low four bits of the fifth octet followed by the sixth octet (clause
     * 7.2.2). For {@code A1-B2-C3-D4-E5-F6-A7-B8} it is {@code 0x5F6}.
     *
     * @return a number of 12 bits, 0 to 4095
     */
    public int organisationalNumber() {
        return (int) (value >>> 16) & 0xFFF;
    }

    /**
     * Returns whether a site with this User ID and another is an Active-Active split supply site, which it is if their
     * Organisational Numbers differ (clause 7.2.2).
     *
     * @param other the other User ID on the site
     * @return true if the {@linkplain #organisationalNumber() Organisational Numbers} differ
     */
    public boolean isSplitSiteWith(UserId other) {
        return organisationalNumber() != requireNonNull(other, "other").organisationalNumber();
    }

    /**
     * Returns whether this User ID and another are of the same organisation: their first six octets, the IEEE block and
     * the Organisational Number, are equal (clause 7.2.2).
     *
     * @param other the other User ID
     * @return true if they differ at most in the last two octets
     */
    public boolean isOfSameOrganisation(UserId other) {
        return value >>> 16 == requireNonNull(other, "other").value >>> 16;
    }

    /** {@return the order of the wire forms, which is the unsigned order of the values} */
    @Override
    public int compareTo(UserId other) {
        return Long.compareUnsigned(value, other.value);
    }

    /** {@return the wire form: 23 characters, hexadecimal digits in upper case} */
    @Override
    public String toString() {
        return Eui64.format(value);
    }
}
