package uk.smets.mam.model;

/**
 * The digest that a writer computes while it writes. An MD5 takes several times as long as the rest of writing a row, and is not needed if
 * the file is sealed later, which computes the MD5 again.
 */
public enum ContentDigest {
    /** The MD5 of the file, which is the password of its archive (clause 7.5.2). */
    MD5,
    /** No digest. */
    NONE
}
