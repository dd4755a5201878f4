package uk.smets.mam.cli;

import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationWeek;

/** Prints what a file comes to, in columns. */
final class ContentsPrinter {
    private final Console console;
    private final int maxCertificates;

    ContentsPrinter(Console console, int maxCertificates) {
        this.console = console;
        this.maxCertificates = maxCertificates;
    }

    void print(String name, Contents contents) {
        console.line("%s", console.shown(name));
        contents.header().ifPresentOrElse(this::header, () -> console.line("  The header of the file can't be read."));
        console.line("");
        console.line("  %-24s  %,9d", "Rows", contents.rows());
        for (Contents.Kind kind : Contents.Kind.values()) {
            row(kind.words(), contents.of(kind));
        }
        row("with priority", contents.priority());
        row("with Migrate on", contents.migrateOn());
        contents.weeks().forEach(this::week);
        new CertificatesPrinter(console, maxCertificates).print(contents.certificates());
    }

    private void header(MigrationAuthorisationHeader header) {
        console.line("  %-20s  %s", "User ID", header.userId());
        console.line("  %-20s  %s (%s)", "SMSO", header.smso(), header.smso().fullName());
        console.line("  %-20s  %s", "Commissioned by DCC", header.commissionedByDcc() ? "YES" : "NO");
    }

    private void row(String words, long number) {
        if (number > 0) {
            console.line("    %-22s  %,9d", words, number);
        }
    }

    private void week(MigrationWeek week, long number) {
        console.line("  Migration Week %s  %,9d  from %s", week + " ", number, Words.day(week.monday()));
    }
}
