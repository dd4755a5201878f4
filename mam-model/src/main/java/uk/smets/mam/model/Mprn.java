package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A Meter Point Reference Number, the 1 to 10 digits that identify a gas meter point (clause 7.2.3). Issued MPRNs have
 * 6 to 10 digits, of which the last two are check digits. The check digits may be wrong, and there may be leading
 * zeros, which are kept: see {@link #hasCheckDigits()} and {@link #hasLeadingZero()}.
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
     * Returns the MPRN with the given digits.
     *
     * @param digits 1 to 10 digits
     * @return the MPRN
     * @throws IllegalArgumentException if {@code digits} is not 1 to 10 ASCII digits
     */
    public static Mprn of(String digits) {
        return find(requireNonNull(digits, "digits"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "an MPRN is 1 to 10 digits, 0 to 9; got " + Digits.describe(digits)));
    }

    /**
     * Returns the MPRN with the given digits as a number.
     *
     * @param number not negative
     * @param length the number of digits with leading zeros, 1 to 10
     * @return the MPRN
     * @throws IllegalArgumentException if the number is negative or has more digits
     */
    public static Mprn of(long number, int length) {
        if (length < 1 || length > MAX_DIGITS || number < 0 || number >= Digits.powerOfTen(length)) {
            throw new IllegalArgumentException("an MPRN is 1 to 10 digits, 0 to 9; got a number outside that range");
        }
        return new Mprn(number, length);
    }

    /**
     * Returns the MPRN in a text, or empty if it is not valid.
     *
     * @param text the text
     * @return the MPRN, or empty if {@code text} is not 1 to 10 ASCII digits
     */
    public static Optional<Mprn> find(String text) {
        requireNonNull(text, "text");
        return !text.isEmpty() && text.length() <= MAX_DIGITS && Digits.only(text)
                ? Optional.of(new Mprn(Long.parseLong(text), text.length()))
                : Optional.empty();
    }

    /**
     * Returns whether the first digit is a zero. Clauses 7.3.2 and 7.4.2 require leading zeros to be trimmed.
     *
     * @return true if it is
     */
    public boolean hasLeadingZero() {
        return number < Digits.powerOfTen(length - 1);
    }

    /** {@return the number of digits with leading zeros} */
    public int length() {
        return length;
    }

    /**
     * Returns whether the last two digits are the check digits of the others. This is false if there are fewer than
     * three digits.
     *
     * @return true if they are
     */
    public boolean hasCheckDigits() {
        return length > 2 && checkDigits() == (int) (number % 100);
    }

    /**
     * Returns the check digits of the other digits: the sum of each digit times its position from the right, modulo 11.
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

    /** {@return the digits as a number; MPRNs that differ only in leading zeros identify the same meter point} */
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

    /** Returns the digits, as in a file. */
    @Override
    public String toString() {
        return Digits.padded(number, length);
    }
}
