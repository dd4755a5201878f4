/** Reads, writes, validates, imports and repairs the CSV of the Migration Authorisation. */
@org.jspecify.annotations.NullMarked
module uk.smets.mam.csv {
    requires static transitive org.jspecify;
    requires transitive uk.smets.mam.model;
    requires tools.jackson.core;
    requires tools.jackson.dataformat.csv;
    requires static tools.jackson.databind;
    requires static com.fasterxml.jackson.core;
    requires static com.fasterxml.jackson.databind;

    exports uk.smets.mam.csv;
    exports uk.smets.mam.csv.description;
    exports uk.smets.mam.csv.jackson;
    exports uk.smets.mam.csv.reconcile;
    exports uk.smets.mam.csv.repair;
    exports uk.smets.mam.csv.report;

    provides uk.smets.mam.model.DocumentFormat with
            uk.smets.mam.csv.internal.document.AuthorisationFormat;
    provides tools.jackson.databind.JacksonModule with
            uk.smets.mam.csv.jackson.MamJackson3Module;
    provides uk.smets.mam.model.internal.json.DocumentForms with
            uk.smets.mam.csv.internal.table.AuthorisationForms;
}
