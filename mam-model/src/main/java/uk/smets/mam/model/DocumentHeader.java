package uk.smets.mam.model;

/** The header of a document of the MAM. */
public sealed interface DocumentHeader permits MigrationAuthorisationHeader, NotificationHeader {}
