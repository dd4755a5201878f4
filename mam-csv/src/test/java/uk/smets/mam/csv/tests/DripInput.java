package uk.smets.mam.csv.tests;

import java.io.InputStream;
import java.util.Random;

/** A stream that returns its bytes in pieces of random size, as a network does. */
final class DripInput extends InputStream {
    private final byte[] bytes;
    private final int largest;
    private final Random random;
    private int at;

    DripInput(byte[] bytes, int largest, long seed) {
        this.bytes = bytes;
        this.largest = largest;
        random = new Random(seed);
    }

    @Override
    public int read() {
        return at == bytes.length ? -1 : bytes[at++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (at == bytes.length) {
            return -1;
        }
        int count = Math.min(Math.min(length, 1 + random.nextInt(largest)), bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }
}
