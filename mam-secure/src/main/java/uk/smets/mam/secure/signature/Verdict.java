package uk.smets.mam.secure.signature;

/** The result of a verification. Only a {@link #VALID} file may be used. */
public enum Verdict {
    /** The signature is over exactly these bytes, and the signer is trusted. */
    VALID,
    /** The signature is not valid, or its signer was not allowed to create it. */
    INVALID,
    /**
     * The signature is valid, but it cannot be decided whether the signer is trusted: no path leads to a trust anchor, or a required
     * revocation list is missing or out of date. Or the layout of the signature is unknown and nothing was verified. With other trust
     * anchors, lists or layouts the same file may be valid.
     */
    INDETERMINATE
}
