package uk.smets.mam.benchmarks;

import java.nio.charset.StandardCharsets;

/** Writes ASCII text and decimal numbers as bytes. */
final class DecimalBytes {
    private DecimalBytes() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes the last {@code digits} digits of a number and returns the index after them. */
    static int put(long number, int digits, byte[] into, int at) {
        long rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + digits;
    }
}
