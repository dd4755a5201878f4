package uk.smets.mam.secure.internal.zip;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * AES in the counter mode of the AE scheme. Its counter starts at one and is little-endian, unlike that of the JDK's CTR mode, so
 * blocks of counters are encrypted here, many at a time, and combined with the data.
 */
public final class CounterMode implements AutoCloseable {
    private static final int BLOCK = 16;
    private static final int AT_A_TIME = 4096;

    private final Cipher aes;
    private final byte[] counters = new byte[AT_A_TIME];
    private final byte[] keystream = new byte[AT_A_TIME];
    private long counter;
    private int used = AT_A_TIME;

    CounterMode(Cipher aes) {
        this.aes = aes;
    }

    /** Encrypts or decrypts the next bytes of the data in place. */
    void apply(byte[] bytes, int offset, int length) {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            if (used == AT_A_TIME) {
                refill();
            }
            int part = Math.min(end - from, AT_A_TIME - used);
            for (int i = 0; i < part; i++) {
                bytes[from + i] ^= keystream[used + i];
            }
            from += part;
            used += part;
        }
    }

    private void refill() {
        for (int at = 0; at < AT_A_TIME; at += BLOCK) {
            counter++;
            for (int i = 0; i < Long.BYTES; i++) {
                counters[at + i] = (byte) (counter >>> i * Byte.SIZE);
            }
        }
        try {
            aes.doFinal(counters, 0, AT_A_TIME, keystream, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("whole blocks fit into a buffer of their size", e);
        }
        used = 0;
    }

    /** Wipes the rest of the keystream. */
    @Override
    public void close() {
        Arrays.fill(keystream, (byte) 0);
        used = AT_A_TIME;
    }
}
