/**
 * The values, headers, rows, findings and rules of the MAM's documents, and the shape that reading and writing them has for every format.
 */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the modules named below are compiled after this one
module uk.smets.mam.model {
    requires static transitive org.jspecify;

    uses uk.smets.mam.model.DocumentFormat;

    exports uk.smets.mam.model;
    exports uk.smets.mam.model.internal.document to
            uk.smets.mam.csv,
            uk.smets.mam.xlsx;
    exports uk.smets.mam.model.internal.field to
            uk.smets.mam.csv,
            uk.smets.mam.xlsx;
    exports uk.smets.mam.model.internal.file to
            uk.smets.mam.csv,
            uk.smets.mam.xlsx,
            uk.smets.mam.secure,
            uk.smets.mam.cli;
    exports uk.smets.mam.model.internal.finding to
            uk.smets.mam.csv,
            uk.smets.mam.xlsx;
    exports uk.smets.mam.model.internal.json to
            uk.smets.mam.csv,
            uk.smets.mam.xlsx;
    exports uk.smets.mam.model.internal.primitive to
            uk.smets.mam.csv,
            uk.smets.mam.xlsx,
            uk.smets.mam.secure,
            uk.smets.mam.cli;
    exports uk.smets.mam.model.internal.rule to
            uk.smets.mam.csv,
            uk.smets.mam.xlsx;

    uses uk.smets.mam.model.internal.json.DocumentForms;
}
