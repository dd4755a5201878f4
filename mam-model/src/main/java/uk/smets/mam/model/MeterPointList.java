package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * A list of meter points that only the caller has, such as its Active ones: what {@link Rule#METER_POINT_DORMANT} and
 * {@link Rule#METER_POINT_NOT_ACTIVE} compare with. It takes 8 bytes for each meter point.
 *
 * <p>Leading zeros make no other MPRN: {@code 0012345678} is on a list that has {@code 12345678}.
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

    /** {@return how many meter points were added, repeated ones included} */
    public int size() {
        return mpans.length + mprns.length;
    }

    /** {@return a description that names no meter point} */
    @Override
    public String toString() {
        return mpans.length + " MPANs and " + mprns.length + " MPRNs";
    }

    /** Collects the meter points of a list. Not for several threads at once. */
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

        /** {@return the list of what was added} */
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
