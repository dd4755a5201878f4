package uk.smets.mam.secure.internal.zip;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the AE scheme of WinZip derives from a password and a salt: a key that encrypts with AES-256, one that authenticates with
 * HMAC-SHA1, and two bytes by which most wrong passwords are noticed at once.
 *
 * <p>zip4j has this scheme too. It hands out plaintext before the authentication code has passed, and cannot be told to do otherwise;
 * its AES and its HMAC, both in steps of 16 bytes, cost more than inflating does; and its salt cannot be given to it.
 */
public final class ArchiveKeys implements AutoCloseable {
    static final int SALT = 16;
    static final int VERIFIER = 2;
    static final int CODE = 10;

    private static final int KEY = 32;
    private static final int ITERATIONS = 1_000;
    private static final String AUTHENTICATION = "HmacSHA1";

    private final byte[] derived;

    private ArchiveKeys(byte[] derived) {
        this.derived = derived;
    }

    /** Derives the keys, and wipes the password. */
    static ArchiveKeys derive(char[] password, byte[] salt) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, ITERATIONS, (2 * KEY + VERIFIER) * Byte.SIZE);
        Arrays.fill(password, '\0');
        try {
            return new ArchiveKeys(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                    .generateSecret(spec)
                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw missing(e);
        } finally {
            spec.clearPassword();
        }
    }

    /** Returns the two bytes that stand before the ciphertext. */
    byte[] verifier() {
        return Arrays.copyOfRange(derived, 2 * KEY, 2 * KEY + VERIFIER);
    }

    /** Encrypts and decrypts, from the start of the data. */
    CounterMode cipher() {
        try {
            Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(derived, 0, KEY, "AES"));
            return new CounterMode(aes);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** Computes the code, of which {@link #CODE} bytes stand behind the ciphertext, over that ciphertext. */
    Mac authentication() {
        try {
            Mac mac = Mac.getInstance(AUTHENTICATION);
            mac.init(new SecretKeySpec(derived, KEY, KEY, AUTHENTICATION));
            return mac;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static byte[] code(Mac mac) {
        return Arrays.copyOf(mac.doFinal(), CODE);
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("this Java platform lacks an algorithm that each has", e);
    }

    /** Wipes the keys. */
    @Override
    public void close() {
        Arrays.fill(derived, (byte) 0);
    }
}
