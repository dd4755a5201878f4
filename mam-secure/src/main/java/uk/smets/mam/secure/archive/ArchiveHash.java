package uk.smets.mam.secure.archive;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 of an archive. A signature over the password file may contain it as a signed attribute, if both parties agree on it. It
 * binds the archive to the signature; without it, two files with the same MD5 can be exchanged.
 *
 * <p>The attribute has the OID {@value #OBJECT_IDENTIFIER} and one value, an OCTET STRING of 32 octets. The OID is in the arc 2.25,
 * which needs no registration (ITU-T X.667).
 */
public final class ArchiveHash {
    /** The type of the signed attribute. */
    public static final String OBJECT_IDENTIFIER = "2.25.50213748648479765576802370827760971378";

    private static final int OCTETS = 32;

    private final byte[] sha256;

    private ArchiveHash(byte[] sha256) {
        this.sha256 = sha256;
    }

    /**
     * {@return the hash with the given octets}
     *
     * @param sha256 the 32 octets of a SHA-256
     * @throws IllegalArgumentException if there are not exactly 32
     */
    public static ArchiveHash of(byte[] sha256) {
        if (requireNonNull(sha256, "sha256").length != OCTETS) {
            throw new IllegalArgumentException("sha256: 32 octets; got " + sha256.length);
        }
        return new ArchiveHash(sha256.clone());
    }

    /** {@return a copy of the 32 octets} */
    public byte[] sha256() {
        return sha256.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArchiveHash that && MessageDigest.isEqual(sha256, that.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    /** Returns the hash in 64 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(sha256);
    }
}
