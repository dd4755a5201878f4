package uk.smets.mam.secure.tests;

import java.security.SecureRandom;
import java.util.Arrays;

/** A generator that always returns the same bytes. */
final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    FixedRandom(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] into) {
        System.arraycopy(Arrays.copyOf(bytes, into.length), 0, into, 0, into.length);
    }
}
