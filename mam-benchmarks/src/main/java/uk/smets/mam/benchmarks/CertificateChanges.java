package uk.smets.mam.benchmarks;

/** How often the certificate fields of a sample differ from the row before. */
public enum CertificateChanges {
    /**
     * On about 4 % of the rows: a supplier's extract has batches of one kind of installation and one distributor, with
     * an average of 25 rows. The targets apply to this kind.
     */
    BATCHED,
    /**
     * On most rows: distributor and kind of installation are in random order, and the Network Operator's certificates
     * change with the distributor.
     */
    UNSORTED,
    /** On all rows, in every certificate: the worst case, which does not occur in real files. */
    ALL_DIFFERENT
}
