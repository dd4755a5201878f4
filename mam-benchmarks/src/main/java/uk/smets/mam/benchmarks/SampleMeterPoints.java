package uk.smets.mam.benchmarks;

import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;

/** Distinct MPANs and MPRNs in no order, with sound check digits. */
final class SampleMeterPoints {
    private static final long MPANS_OF_A_DISTRIBUTOR = 10_000_000_000L;
    private static final long FIRST_MPRN = 10_000_000L;
    private static final long MPRNS = 90_000_000L;

    private final Permutation mpans = new Permutation(MPANS_OF_A_DISTRIBUTOR);
    private final Permutation mprns = new Permutation(MPRNS);

    /** The 13 digits of the MPAN of a row, as a number. */
    long mpan(long row, int distributor) {
        long digits = (distributor * MPANS_OF_A_DISTRIBUTOR + mpans.at(row)) * 10;
        return digits + Mpan.of(digits).checkDigit();
    }

    /** The 10 digits of the MPRN of a row, as a number. */
    long mprn(long row) {
        long digits = (FIRST_MPRN + mprns.at(row)) * 100;
        return digits + Mprn.of(digits, 10).checkDigits();
    }
}
