package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A Meter Point Reference Number, the up to 10 digits that name a gas meter point (clause 7.2.3). Real ones have 6 to 10
 * digits, the last two of which are check digits. One with wrong check digits or a leading zero is still one: see
 * {@link #hasCheckDigits()} and {@link #hasLeadingZero()}; its digits are kept as they were written.
 */
public final class Mprn implements Comparable<Mprn> {
    private static final int MAX_DIGITS = 10;

    private final long number;
    private final byte length;

    private Mprn(long number, int length) {
        this.number = number;
        this.length = (byte) length;
    }

    /**
     * Returns the MPRN of up to 10 digits.
     *
     * @param digits 1 to 10 digits
     * @return the MPRN
     * @throws IllegalArgumentException unless {@code digits} is 1 to 10 ASCII digits
     */
    public static Mprn of(String digits) {
        return find(requireNonNull(digits, "digits"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "an MPRN is 1 to 10 digits, 0 to 9; got " + Digits.describe(digits)));
    }

    /**
     * Returns the MPRN of {@code length} digits which, read as a number, are {@code number}.
     *
     * @param number not negative
     * @param length how many digits, leading zeros included: 1 to 10
     * @return the MPRN
     * @throws IllegalArgumentException if the number does not fit into that many digits
     */
    public static Mprn of(long number, int length) {
        if (length < 1 || length > MAX_DIGITS || number < 0 || number >= Digits.powerOfTen(length)) {
            throw new IllegalArgumentException("an MPRN is 1 to 10 digits, 0 to 9; got a number outside of that");
        }
        return new Mprn(number, length);
    }

    /**
     * Returns the MPRN that a text spells, if it spells one: the way in for data, where bad input is normal.
     *
     * @param text any text
     * @return the MPRN, or empty unless {@code text} is 1 to 10 ASCII digits
     */
    public static Optional<Mprn> find(String text) {
        requireNonNull(text, "text");
        return !text.isEmpty() && text.length() <= MAX_DIGITS && Digits.only(text)
                ? Optional.of(new Mprn(Long.parseLong(text), text.length()))
                : Optional.empty();
    }

    /**
     * Returns whether the first digit is a zero, which clauses 7.3.2 and 7.4.2 want trimmed.
     *
     * @return true if it is
     */
    public boolean hasLeadingZero() {
        return number < Digits.powerOfTen(length - 1);
    }

    /** {@return how many digits it has, leading zeros included} */
    public int length() {
        return length;
    }

    /**
     * Returns whether the last two digits are the check digits of the others. One of fewer than three digits has no others, and
     * so none.
     *
     * @return true if they are
     */
    public boolean hasCheckDigits() {
        return length > 2 && checkDigits() == (int) (number % 100);
    }

    /**
     * Returns the two digits that the others call for at the end: the sum of digit times position, counted from the right end of
     * the others, modulo 11.
     *
     * @return 0 to 10
     */
    public int checkDigits() {
        int sum = 0;
        int rest = (int) (number / 100);
        for (int position = 1; rest > 0; position++) {
            sum += rest % 10 * position;
            rest /= 10;
        }
        return sum % 11;
    }

    /** {@return the digits as a number: MPRNs that differ only in leading zeros are one meter point} */
    public long number() {
        return number;
    }

    @Override
    public int compareTo(Mprn other) {
        int byNumber = Long.compare(number, other.number);
        return byNumber != 0 ? byNumber : Integer.compare(length, other.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mprn that && that.number == number && that.length == length;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number) * 31 + length;
    }

    /** The digits, as they stand in a file. */
    @Override
    public String toString() {
        return Digits.padded(number, length);
    }
}
