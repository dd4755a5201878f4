package uk.smets.mam.benchmarks;

/** The numbers below a bound, each once, in no visible order: meter points that are distinct without remembering them. */
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

    /** The number in a place; walks on through the numbers of as many bits until one is below the bound. */
    long at(long index) {
        long number = index;
        do {
            number = mix(number);
        } while (number >= bound);
        return number;
    }

    /** Every step can be undone, so no two numbers become one. */
    private long mix(long number) {
        long mixed = number * FIRST_FACTOR + 1 & mask;
        mixed ^= mixed >>> half;
        mixed = mixed * SECOND_FACTOR & mask;
        return mixed ^ mixed >>> half;
    }
}
