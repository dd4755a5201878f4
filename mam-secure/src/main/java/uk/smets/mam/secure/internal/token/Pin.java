package uk.smets.mam.secure.internal.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/** A PIN in memory, until it is closed. */
public final class Pin implements AutoCloseable {
    /** The maximum length of one {@code char} in UTF-8. */
    private static final int MAX_OCTETS = 3;

    private final char[] given;
    private final char[] octets;

    private Pin(char[] given, char[] octets) {
        this.given = given;
        this.octets = octets;
    }

    /** Takes ownership of an array, which {@link #close} overwrites. */
    public static Pin of(char[] given) {
        byte[] encoded = new byte[given.length * MAX_OCTETS];
        ByteBuffer buffer = ByteBuffer.wrap(encoded);
        UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE).encode(CharBuffer.wrap(given), buffer, true);
        char[] octets = new char[buffer.position()];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (char) (encoded[i] & 0xFF);
        }
        Arrays.fill(encoded, (byte) 0);
        return new Pin(given, octets);
    }

    /**
     * Returns the PIN as SunPKCS11 expects it: PKCS #11 uses octets of UTF-8, and the provider drops the upper half of each character.
     */
    char[] octets() {
        return octets;
    }

    @Override
    public void close() {
        Arrays.fill(octets, '\0');
        Arrays.fill(given, '\0');
    }
}
