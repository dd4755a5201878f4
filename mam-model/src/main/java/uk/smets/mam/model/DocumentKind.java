package uk.smets.mam.model;

/** The documents of the MAM that this library reads and writes. */
public enum DocumentKind {
    /** The weekly CSV by which a supplier authorises the migration of its Active Meters (clauses 4, 7.2). */
    MIGRATION_AUTHORISATION
}
