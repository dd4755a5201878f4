package uk.smets.mam.benchmarks;

/** A pseudorandom permutation of the numbers below a bound: creates distinct meter points without storing them. */
final class Permutation {
    private static final long FIRST_FACTOR = 0x2545F4914F6CDD1DL;
    private static final long SECOND_FACTOR = 0x369DEA0F31A53F85L;

    private final long bound;
    private final long mask;
    private final int half;

    Permutation(long bound) {
        this.bound = bound;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(bound - 1);
        mask = (1L << bits) - 1;
        half = bits / 2;
    }

    /** Returns the number at an index. Repeats the mixing until the result is below the bound (cycle walking). */
    long at(long index) {
        long number = index;
        do {
            number = mix(number);
        } while (number >= bound);
        return number;
    }

    /** Mixes the bits of a number. Each step is invertible, so that distinct numbers stay distinct. */
    private long mix(long number) {
        long mixed = number * FIRST_FACTOR + 1 & mask;
        mixed ^= mixed >>> half;
        mixed = mixed * SECOND_FACTOR & mask;
        return mixed ^ mixed >>> half;
    }
}
