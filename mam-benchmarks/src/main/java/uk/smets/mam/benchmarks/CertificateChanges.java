package uk.smets.mam.benchmarks;

/** How often the certificate fields of a sample differ from those of the row before. */
public enum CertificateChanges {
    /**
     * On about 4 % of the rows: a supplier's extract comes in batches of one kind of installation under one distributor,
     * 25 rows on average. The figures to reach are for this.
     */
    BATCHED,
    /**
     * On most of the rows: distributor and kind of installation are in no order, and the Network Operator's certificates
     * change with the distributor.
     */
    UNSORTED,
    /** On all rows, in every certificate: no file looks so, and nothing can be slower. */
    ALL_DIFFERENT
}
