/**
 * The command line {@code mam}; a program and not a library, so it exports nothing.
 */
@org.jspecify.annotations.NullMarked
module uk.smets.mam.cli {
    requires static org.jspecify;
    requires uk.smets.mam.csv;
    requires uk.smets.mam.secure;
    requires uk.smets.mam.xlsx;
    requires info.picocli;
    requires tools.jackson.core;
    requires tools.jackson.dataformat.csv;

    opens uk.smets.mam.cli to
            info.picocli;
}
