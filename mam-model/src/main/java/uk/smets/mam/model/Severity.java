package uk.smets.mam.model;

/** How serious a {@link Finding} is, from the most to the least serious. */
public enum Severity {
    /** The MAM says "must", "shall" or "mandatory". The file cannot be sent, and cannot be read as a document. */
    ERROR,
    /** The MAM allows it, but it is nearly always a mistake. */
    WARNING,
    /** Good to know; nothing needs to be corrected. */
    INFO
}
