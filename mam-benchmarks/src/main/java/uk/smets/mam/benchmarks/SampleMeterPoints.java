package uk.smets.mam.benchmarks;

import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;

/** Creates distinct MPANs and MPRNs in random order, with valid check digits. */
final class SampleMeterPoints {
    private static final long MPANS_PER_DISTRIBUTOR = 10_000_000_000L;
    private static final long FIRST_MPRN = 10_000_000L;
    private static final long MPRNS = 90_000_000L;

    private final Permutation mpans = new Permutation(MPANS_PER_DISTRIBUTOR);
    private final Permutation mprns = new Permutation(MPRNS);

    /** Returns the MPAN of a row, a number of 13 digits. */
    long mpan(long row, int distributor) {
        long digits = (distributor * MPANS_PER_DISTRIBUTOR + mpans.at(row)) * 10;
        return digits + Mpan.of(digits).checkDigit();
    }

    /** Returns the MPRN of a row, a number of 10 digits. */
    long mprn(long row) {
        long digits = (FIRST_MPRN + mprns.at(row)) * 100;
        return digits + Mprn.of(digits, 10).checkDigits();
    }
}
