package uk.smets.mam.secure.smki;

/** A permitted use of a certificate's key: a bit of the key usage extension (RFC 5280, 4.2.1.3), in that order. */
public enum KeyUse {
    /** To sign data. */
    DIGITAL_SIGNATURE("digital signature"),
    /** To sign data that the signer cannot later deny; also called non-repudiation. */
    CONTENT_COMMITMENT("content commitment"),
    /** To encrypt keys. */
    KEY_ENCIPHERMENT("key encipherment"),
    /** To encrypt data. */
    DATA_ENCIPHERMENT("data encipherment"),
    /** To agree on keys. */
    KEY_AGREEMENT("key agreement"),
    /** To sign certificates. */
    CERTIFICATE_SIGNING("certificate signing"),
    /** To sign revocation lists. */
    REVOCATION_LIST_SIGNING("revocation list signing"),
    /** To encrypt only, in a key agreement. */
    ENCIPHER_ONLY("encipher only"),
    /** To decrypt only, in a key agreement. */
    DECIPHER_ONLY("decipher only");

    private final String words;

    KeyUse(String words) {
        this.words = words;
    }

    /** Returns the use as text, {@code digital signature}. */
    @Override
    public String toString() {
        return words;
    }
}
