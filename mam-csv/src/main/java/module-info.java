/** Reads, writes, validates, imports and repairs the CSV of the Migration Authorisation. */
@org.jspecify.annotations.NullMarked
module uk.smets.mam.csv {
    requires static transitive org.jspecify;
    requires transitive uk.smets.mam.model;
    requires tools.jackson.core;
    requires tools.jackson.dataformat.csv;

    exports uk.smets.mam.csv;
    exports uk.smets.mam.csv.reconcile;
    exports uk.smets.mam.csv.repair;

    provides uk.smets.mam.model.DocumentFormat with
            uk.smets.mam.csv.internal.document.AuthorisationFormat;
}
