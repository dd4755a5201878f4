package uk.smets.mam.secure.internal.zip;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that WinZip's AE scheme derives from a password and a salt: one for AES-256, one for HMAC-SHA1, and two bytes that detect
 * most wrong passwords at once.
 *
 * <p>zip4j implements the scheme too, but it always returns plaintext before it has checked the authentication code; its AES and HMAC
 * work in steps of 16 bytes and take longer than inflating; and it does not accept a salt.
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

    /** Returns the two bytes before the ciphertext. */
    byte[] verifier() {
        return Arrays.copyOfRange(derived, 2 * KEY, 2 * KEY + VERIFIER);
    }

    /** Returns a cipher that encrypts or decrypts from the start of the data. */
    CounterMode cipher() {
        try {
            Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(derived, 0, KEY, "AES"));
            return new CounterMode(aes);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** Returns the computation of the authentication code over the ciphertext; {@link #CODE} bytes of it follow the ciphertext. */
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
        return new IllegalStateException("this Java platform lacks an algorithm that every Java platform must have", e);
    }

    /** Wipes the keys. */
    @Override
    public void close() {
        Arrays.fill(derived, (byte) 0);
    }
}
