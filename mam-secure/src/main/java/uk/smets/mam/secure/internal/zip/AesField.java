package uk.smets.mam.secure.internal.zip;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The field by which a header tells how an entry is encrypted with AES.
 *
 * @param version 1 (AE-1, with the CRC of the plaintext) or 2 (AE-2, without)
 * @param strength 1 for a key of 128 bits, 2 for 192, 3 for 256
 * @param method how the entry is compressed inside
 */
public record AesField(int version, int strength, int method) {
    static final int AE_1 = 1;
    static final int AE_2 = 2;
    static final int AES_256 = 3;

    private static final int LENGTH = 7;

    /** "AE", its lowest byte first. */
    private static final int VENDOR = 'A' | 'E' << Byte.SIZE;

    /** Returns the field, or empty if its bytes are of another form. */
    static Optional<AesField> read(ByteBuffer bytes) {
        if (bytes.remaining() != LENGTH) {
            return Optional.empty();
        }
        int version = Short.toUnsignedInt(bytes.getShort());
        int vendor = Short.toUnsignedInt(bytes.getShort());
        int strength = Byte.toUnsignedInt(bytes.get());
        int method = Short.toUnsignedInt(bytes.getShort());
        boolean known = vendor == VENDOR && version >= AE_1 && version <= AE_2 && strength >= 1 && strength <= AES_256;
        return known ? Optional.of(new AesField(version, strength, method)) : Optional.empty();
    }

    int bits() {
        return 64 + 64 * strength;
    }
}
