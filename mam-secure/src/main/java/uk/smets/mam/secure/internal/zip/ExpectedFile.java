package uk.smets.mam.secure.internal.zip;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The one file of an archive, as its password file describes it.
 *
 * @param name its name, without folders
 * @param md5 its MD5 in 32 hexadecimal digits, which is the password of the archive
 */
public record ExpectedFile(String name, String md5) {
    /** Returns the password, for the caller to wipe after use. */
    char[] password() {
        return md5.toCharArray();
    }

    /** Returns whether a digest is the expected one, in digits of either case. */
    public boolean hasMd5(byte[] digest) {
        return MessageDigest.isEqual(digest, HexFormat.of().parseHex(md5));
    }

    /** Returns the name; never the MD5, which is a password. */
    @Override
    public String toString() {
        return name;
    }
}
