/**
 * The command {@code mam}. It is a program, not a library, so it exports nothing. picocli sets the fields of commands and options.
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

    opens uk.smets.mam.cli.command to
            info.picocli;
    opens uk.smets.mam.cli.option to
            info.picocli;
}
