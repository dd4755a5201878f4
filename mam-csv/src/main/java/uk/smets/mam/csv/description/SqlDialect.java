package uk.smets.mam.csv.description;

/** A database for which {@link FormatDescription#toSql} defines tables. */
public enum SqlDialect {
    /** PostgreSQL. */
    POSTGRESQL,
    /** H2. */
    H2
}
