package uk.smets.mam.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The twenty certificate fields of rows, as bytes. */
final class SampleCertificates {
    /** The distribution areas of Great Britain, 10 to 23, each with a Network Operator. */
    static final int FIRST_DISTRIBUTOR = 10;

    static final int DISTRIBUTORS = 14;

    private static final int PAIRS_OF_GAS = 6;
    private static final byte[] ISSUER = DecimalBytes.ascii(",\"CN=Z1,OU=07\"");

    /** SMKI serial numbers have 16 octets, of which most have 38 or 39 digits. */
    private static final int SERIAL_DIGITS = 39;

    private final SplittableRandom random;
    private final byte[][] dualFuel = new byte[DISTRIBUTORS][];
    private final byte[][] electricityOnly = new byte[DISTRIBUTORS][];

    SampleCertificates(SplittableRandom random) {
        this.random = random;
        byte[] supplier = pair();
        for (int i = 0; i < DISTRIBUTORS; i++) {
            byte[] esme = joined(supplier, pair());
            dualFuel[i] = lineEnded(joined(esme, joined(joined(supplier, pair()), supplier)));
            electricityOnly[i] = lineEnded(joined(esme, DecimalBytes.ascii(",".repeat(2 * PAIRS_OF_GAS))));
        }
    }

    /** The fields that all rows of a kind of installation under a distributor have, each behind a comma, up to the line's end. */
    byte[] usual(int distributor, boolean isDualFuel) {
        return (isDualFuel ? dualFuel : electricityOnly)[distributor - FIRST_DISTRIBUTOR];
    }

    /** Fields that no other row has. */
    byte[] unusual(boolean isDualFuel) {
        byte[] esme = joined(pair(), pair());
        return lineEnded(
                isDualFuel
                        ? joined(esme, joined(joined(pair(), pair()), pair()))
                        : joined(esme, DecimalBytes.ascii(",".repeat(2 * PAIRS_OF_GAS))));
    }

    /** A Critical and a Non-Critical certificate: Serial Number and Issuer Name of each. */
    private byte[] pair() {
        return joined(certificate(), certificate());
    }

    private byte[] certificate() {
        byte[] bytes = new byte[1 + SERIAL_DIGITS + ISSUER.length];
        int digits = random.nextInt(3) == 0 ? SERIAL_DIGITS - 1 : SERIAL_DIGITS;
        bytes[0] = ',';
        // 16 octets spell at most 3.4 * 10^38, so the first of 39 digits is at most a 3; 10^37 is a number of 38.
        bytes[1] = (byte) ('1' + random.nextInt(2));
        for (int at = 2; at <= digits; at++) {
            bytes[at] = (byte) ('0' + random.nextInt(10));
        }
        System.arraycopy(ISSUER, 0, bytes, 1 + digits, ISSUER.length);
        return Arrays.copyOf(bytes, 1 + digits + ISSUER.length);
    }

    private static byte[] lineEnded(byte[] fields) {
        return joined(fields, new byte[] {'\n'});
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
