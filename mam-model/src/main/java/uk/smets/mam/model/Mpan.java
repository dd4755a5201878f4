package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A Meter Point Administration Number, the 13 digits that identify an electricity meter point (clause 7.2.3): two
 * digits of the distributor, ten of the meter point and a check digit. The check digit may be wrong: see
 * {@link #hasCheckDigit()}.
 *
 * <p>The digits are stored as a number, which takes 24 bytes of memory; a text would take 72.
 */
public final class Mpan implements Comparable<Mpan> {
    private static final int DIGITS = 13;
    private static final long BOUND = 10_000_000_000_000L;
    private static final int[] PRIMES = {3, 5, 7, 13, 17, 19, 23, 29, 31, 37, 41, 43};

    private final long number;

    private Mpan(long number) {
        this.number = number;
    }

    /**
     * Returns the MPAN with the given digits.
     *
     * @param digits the 13 digits
     * @return the MPAN
     * @throws IllegalArgumentException if {@code digits} is not 13 ASCII digits
     */
    public static Mpan of(String digits) {
        return find(requireNonNull(digits, "digits"))
                .orElseThrow(() ->
                        new IllegalArgumentException("an MPAN is 13 digits, 0 to 9; got " + Digits.describe(digits)));
    }

    /**
     * Returns the MPAN with the given digits as a number.
     *
     * @param number from 0 to 9,999,999,999,999
     * @return the MPAN
     * @throws IllegalArgumentException if the number is negative or has more than 13 digits
     */
    public static Mpan of(long number) {
        if (number < 0 || number >= BOUND) {
            throw new IllegalArgumentException("an MPAN is 13 digits, 0 to 9; got a number outside that range");
        }
        return new Mpan(number);
    }

    /**
     * Returns the MPAN in a text, or empty if it is not valid.
     *
     * @param text the text
     * @return the MPAN, or empty if {@code text} is not 13 ASCII digits
     */
    public static Optional<Mpan> find(String text) {
        requireNonNull(text, "text");
        return text.length() == DIGITS && Digits.only(text)
                ? Optional.of(new Mpan(Long.parseLong(text)))
                : Optional.empty();
    }

    /**
     * Returns the distributor, the first two digits: 10 to 23 for the distribution areas of Great Britain, 24 or more
     * for independent networks.
     *
     * @return 0 to 99
     */
    public int distributorId() {
        return (int) (number / 100_000_000_000L);
    }

    /** {@return whether the thirteenth digit is the check digit of the first twelve} */
    public boolean hasCheckDigit() {
        return checkDigit() == (int) (number % 10);
    }

    /**
     * Returns the check digit of the first twelve digits: the sum of each digit times a prime from 3 to 43 (without
     * 11), modulo 11, modulo 10.
     *
     * @return 0 to 9
     */
    public int checkDigit() {
        // Computed in two halves whose divisions can run in parallel, because every row needs it.
        int high = (int) (number / 10_000_000L);
        int low = (int) (number % 10_000_000L) / 10;
        int sum = 0;
        for (int i = 5; i >= 0; i--) {
            sum += high % 10 * PRIMES[i] + low % 10 * PRIMES[i + 6];
            high /= 10;
            low /= 10;
        }
        return sum % 11 % 10;
    }

    /** {@return the digits as a number} */
    public long number() {
        return number;
    }

    @Override
    public int compareTo(Mpan other) {
        return Long.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mpan that && that.number == number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    /** Returns the 13 digits, as in a file. */
    @Override
    public String toString() {
        return Digits.padded(number, DIGITS);
    }
}
