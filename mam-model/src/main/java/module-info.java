/**
 * Values, header, rows, certificate IDs, findings and the rule catalogue of the Migration Authorisation.
 */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // those to which the insides are opened are compiled after this module
module uk.smets.mam.model {
    requires static transitive org.jspecify;

    exports uk.smets.mam.model;
    exports uk.smets.mam.model.internal to
            uk.smets.mam.csv,
            uk.smets.mam.xlsx,
            uk.smets.mam.secure;
    exports uk.smets.mam.model.internal.file to
            uk.smets.mam.csv,
            uk.smets.mam.xlsx,
            uk.smets.mam.secure,
            uk.smets.mam.cli;
}
