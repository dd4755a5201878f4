package uk.smets.mam.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Creates the twenty certificate fields of rows, as bytes. */
final class SampleCertificates {
    /** The first of the distributor IDs of Great Britain, 10 to 23, each of which has a Network Operator. */
    static final int FIRST_DISTRIBUTOR = 10;

    static final int DISTRIBUTORS = 14;

    private static final int GAS_CERTIFICATES = 6;
    private static final byte[] ISSUER = DecimalBytes.ascii(",\"CN=Z1,OU=07\"");

    /** Most serial numbers of 16 octets, as in SMKI, have 38 or 39 digits. */
    private static final int SERIAL_DIGITS = 39;

    private final SplittableRandom random;
    private final byte[][] dualFuel = new byte[DISTRIBUTORS][];
    private final byte[][] electricityOnly = new byte[DISTRIBUTORS][];

    SampleCertificates(SplittableRandom random) {
        this.random = random;
        byte[] supplier = pair();
        for (int i = 0; i < DISTRIBUTORS; i++) {
            byte[] esme = concat(supplier, pair());
            dualFuel[i] = withLineEnd(concat(esme, concat(concat(supplier, pair()), supplier)));
            electricityOnly[i] = withLineEnd(concat(esme, DecimalBytes.ascii(",".repeat(2 * GAS_CERTIFICATES))));
        }
    }

    /** Returns the fields shared by all rows of one kind of installation and one distributor: a comma before each, and a line end. */
    byte[] repeated(int distributor, boolean isDualFuel) {
        return (isDualFuel ? dualFuel : electricityOnly)[distributor - FIRST_DISTRIBUTOR];
    }

    /** Returns fields that no other row has. */
    byte[] unique(boolean isDualFuel) {
        byte[] esme = concat(pair(), pair());
        return withLineEnd(
                isDualFuel
                        ? concat(esme, concat(concat(pair(), pair()), pair()))
                        : concat(esme, DecimalBytes.ascii(",".repeat(2 * GAS_CERTIFICATES))));
    }

    /** Returns Serial Number and Issuer Name of a Critical and a Non-Critical certificate. */
    private byte[] pair() {
        return concat(certificate(), certificate());
    }

    private byte[] certificate() {
        byte[] bytes = new byte[1 + SERIAL_DIGITS + ISSUER.length];
        int digits = random.nextInt(3) == 0 ? SERIAL_DIGITS - 1 : SERIAL_DIGITS;
        bytes[0] = ',';
        // The largest 16-octet number is about 3.4 * 10^38, so a first digit of 1 or 2 is valid for both 38 and 39
        // digits.
        bytes[1] = (byte) ('1' + random.nextInt(2));
        for (int at = 2; at <= digits; at++) {
            bytes[at] = (byte) ('0' + random.nextInt(10));
        }
        System.arraycopy(ISSUER, 0, bytes, 1 + digits, ISSUER.length);
        return Arrays.copyOf(bytes, 1 + digits + ISSUER.length);
    }

    private static byte[] withLineEnd(byte[] fields) {
        return concat(fields, new byte[] {'\n'});
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
