package uk.smets.mam.csv.reconcile;

/** What DCC's validation made of a meter point of a Migration Authorisation (clause 4). */
public enum ValidationOutcome {
    /** The meter point was validated, and is considered for migration. */
    ACCEPTED,
    /** The meter point was refused, for example because its meter is not Active. */
    REJECTED
}
