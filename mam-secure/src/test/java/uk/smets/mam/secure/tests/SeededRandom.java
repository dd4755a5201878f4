package uk.smets.mam.secure.tests;

import java.security.SecureRandom;
import java.util.Random;

/** A generator that returns the same bytes for the same seed, so that tests have the same keys and signatures each time. */
final class SeededRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final Random random;

    SeededRandom(long seed) {
        random = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] into) {
        random.nextBytes(into);
    }
}
