package uk.smets.mam.csv.reconcile;

/** The outcome of DCC's validation of a meter point (clause 4). */
public enum ValidationOutcome {
    /** The meter point is valid, and is considered for migration. */
    ACCEPTED,
    /** The meter point is rejected, for example because its meter is not Active. */
    REJECTED
}
