package uk.smets.mam.model.internal;

/** Holds the package open, as a module cannot export an empty one, until its first class is merged. */
final class Placeholder {
    private Placeholder() {}
}
