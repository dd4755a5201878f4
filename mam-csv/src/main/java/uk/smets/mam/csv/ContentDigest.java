package uk.smets.mam.csv;

/**
 * Which digest of its bytes a writer makes while it writes. An MD5 takes several times as long as all the rest of writing a
 * row: who seals the file later, which reads it anyway, need not have it twice.
 */
public enum ContentDigest {
    /** The MD5 of the file, which is the password of its archive (clause 7.5.2). */
    MD5,
    /** No digest. */
    NONE
}
