package uk.smets.mam.secure.signature;

/** What a verification came to. Only {@link #VALID} lets a file through. */
public enum Verdict {
    /** The signature is over exactly these bytes, and the signer is trusted for all that the caller gave to check it with. */
    VALID,
    /** The signature does not hold, or its signer may not have made it. */
    INVALID,
    /**
     * The signature is sound, and what the caller gave does not tell whose it is: no path leads to a trust anchor, or a revocation
     * list that is needed is missing or out of date. Or the signature is in a layout that is not known, and nothing was verified. With
     * other trust anchors, lists or another layout the same file may be valid.
     */
    INDETERMINATE
}
