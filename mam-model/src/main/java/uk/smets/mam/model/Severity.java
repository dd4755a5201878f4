package uk.smets.mam.model;

/** How much a {@link Finding} matters, heaviest first. */
public enum Severity {
    /** The MAM says "must", "shall" or "mandatory": the file does not go out, and reading it as a document refuses it. */
    ERROR,
    /** The MAM allows it, and it is nearly always a mistake. */
    WARNING,
    /** Worth knowing, and nothing to mend. */
    INFO
}
