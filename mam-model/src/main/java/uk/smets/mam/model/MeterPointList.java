package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * A list of the caller's meter points, such as the Active ones, for {@link Rule#METER_POINT_DORMANT} and
 * {@link Rule#METER_POINT_NOT_ACTIVE}. It needs 8 bytes of memory for each meter point.
 *
 * <p>Leading zeros of an MPRN are ignored: {@code 0012345678} is on a list that has {@code 12345678}.
 */
public final class MeterPointList {
    private final long[] mpans;
    private final long[] mprns;

    private MeterPointList(long[] mpans, long[] mprns) {
        this.mpans = mpans;
        this.mprns = mprns;
    }

    /** {@return a builder of an empty list} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns whether a meter point is on the list.
     *
     * @param mpan the meter point
     * @return true if it is
     */
    public boolean contains(Mpan mpan) {
        return Arrays.binarySearch(mpans, requireNonNull(mpan, "mpan").number()) >= 0;
    }

    /**
     * Returns whether a meter point is on the list.
     *
     * @param mprn the meter point
     * @return true if it is
     */
    public boolean contains(Mprn mprn) {
        return Arrays.binarySearch(mprns, requireNonNull(mprn, "mprn").number()) >= 0;
    }

    /** {@return the number of meter points that were added, including duplicates} */
    public int size() {
        return mpans.length + mprns.length;
    }

    /** {@return a description without meter points} */
    @Override
    public String toString() {
        return mpans.length + " MPANs and " + mprns.length + " MPRNs";
    }

    /** Builds a list. Not thread-safe. */
    public static final class Builder {
        private final Numbers mpans = new Numbers();
        private final Numbers mprns = new Numbers();

        private Builder() {}

        /**
         * Adds a meter point.
         *
         * @param mpan the meter point
         * @return this builder
         */
        public Builder add(Mpan mpan) {
            mpans.add(requireNonNull(mpan, "mpan").number());
            return this;
        }

        /**
         * Adds a meter point.
         *
         * @param mprn the meter point
         * @return this builder
         */
        public Builder add(Mprn mprn) {
            mprns.add(requireNonNull(mprn, "mprn").number());
            return this;
        }

        /** {@return a list of the meter points that were added} */
        public MeterPointList build() {
            return new MeterPointList(mpans.sorted(), mprns.sorted());
        }
    }

    private static final class Numbers {
        private long[] numbers = new long[16];
        private int size;

        void add(long number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(numbers, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
