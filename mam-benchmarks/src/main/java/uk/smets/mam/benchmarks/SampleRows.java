package uk.smets.mam.benchmarks;

import java.util.SplittableRandom;

/** Creates the lines of a {@link SampleFile}, one after another. */
final class SampleRows {
    /** The maximum length of a line, in bytes. */
    static final int MAX_LINE = 1024;

    private static final long SEED = 20190805;
    private static final byte[] HEADER = DecimalBytes.ascii("70-B3-D5-1F-30-00-A0-01\nYES\nCGI\n");

    /** Monday 5 August 2019. */
    private static final int WEEK = 20190805;

    private final SampleFile file;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final SampleMeterPoints meterPoints = new SampleMeterPoints();
    private final SampleCertificates certificates = new SampleCertificates(random);
    private final long[] firstMpans;
    private long row;
    private boolean dualFuel = true;
    private int distributor = SampleCertificates.FIRST_DISTRIBUTOR;

    SampleRows(SampleFile file) {
        this.file = file;
        firstMpans = new long[file.duplicates()];
    }

    static int header(byte[] into) {
        System.arraycopy(HEADER, 0, into, 0, HEADER.length);
        return HEADER.length;
    }

    boolean hasNext() {
        return row < file.rows();
    }

    /** Writes the next line and returns the index after it. */
    int next(byte[] into, int from) {
        changeBatch();
        int at = DecimalBytes.put(mpan(), 13, into, from);
        into[at++] = ',';
        if (dualFuel) {
            at = DecimalBytes.put(meterPoints.mprn(row), 10, into, at);
        }
        into[at++] = ',';
        if (random.nextInt(20) == 0) {
            at = DecimalBytes.put(WEEK + random.nextInt(7), 8, into, at);
        }
        into[at++] = ',';
        at = DecimalBytes.put(WEEK, 8, into, at);
        into[at++] = ',';
        if (random.nextInt(50) == 0) {
            into[at++] = 'Y';
        }
        byte[] fields = file.changes() == CertificateChanges.ALL_DIFFERENT
                ? certificates.unique(dualFuel)
                : certificates.repeated(distributor, dualFuel);
        System.arraycopy(fields, 0, into, at, fields.length);
        row++;
        return at + fields.length;
    }

    private long mpan() {
        long left = file.rows() - row;
        if (left <= firstMpans.length) {
            return firstMpans[(int) (firstMpans.length - left)];
        }
        long mpan = meterPoints.mpan(row, distributor);
        if (row < firstMpans.length) {
            firstMpans[(int) row] = mpan;
        }
        return mpan;
    }

    /** Starts a new batch with another distributor after 25 rows on average, or on every row. */
    private void changeBatch() {
        if (file.changes() == CertificateChanges.UNSORTED) {
            distributor = SampleCertificates.FIRST_DISTRIBUTOR + random.nextInt(SampleCertificates.DISTRIBUTORS);
            dualFuel = random.nextInt(10) < 7;
        } else if (random.nextInt(25) == 0) {
            int next = distributor
                    - SampleCertificates.FIRST_DISTRIBUTOR
                    + 1
                    + random.nextInt(SampleCertificates.DISTRIBUTORS - 1);
            distributor = SampleCertificates.FIRST_DISTRIBUTOR + next % SampleCertificates.DISTRIBUTORS;
            dualFuel = random.nextInt(10) < 7;
        }
    }
}
