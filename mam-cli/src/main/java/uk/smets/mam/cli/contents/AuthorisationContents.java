package uk.smets.mam.cli.contents;

import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Formats;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.cli.report.JsonFindings;
import uk.smets.mam.cli.report.Masking;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationWeek;

/** The summary of a Migration Authorisation. */
public record AuthorisationContents(String name, Contents contents, int maxCertificates) implements Result {
    @Override
    public void text(Console console) {
        console.line("%s", console.shown(name));
        contents.header()
                .ifPresentOrElse(header -> header(console, header), () -> console.line("  The header cannot be read."));
        console.line("");
        console.line("  %-24s  %,9d", "Rows", contents.rows());
        for (Contents.Kind kind : Contents.Kind.values()) {
            row(console, kind.words(), contents.of(kind));
        }
        row(console, "with priority", contents.priority());
        row(console, "with Migrate on", contents.migrateOn());
        contents.weeks().forEach((week, number) -> week(console, week, number));
        new CertificatesPrinter(console, maxCertificates).print(contents.certificates());
    }

    private static void header(Console console, MigrationAuthorisationHeader header) {
        console.line("  %-20s  %s", "User ID", header.userId());
        console.line("  %-20s  %s (%s)", "SMSO", header.smso(), header.smso().fullName());
        console.line("  %-20s  %s", "Commissioned by DCC", header.commissionedByDcc() ? "YES" : "NO");
    }

    private static void row(Console console, String words, long number) {
        if (number > 0) {
            console.line("    %-22s  %,9d", words, number);
        }
    }

    private static void week(Console console, MigrationWeek week, long number) {
        console.line("  Migration Week %s  %,9d  from %s", week + " ", number, Formats.day(week.monday()));
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("file", name);
        json.writeStringProperty("document", DocumentKind.MIGRATION_AUTHORISATION.name());
        contents.header().ifPresent(header -> JsonFindings.header(json, header, Masking.METER_POINTS));
        json.writeNumberProperty("rows", contents.rows());
        Contents.installations(json, contents::of);
        json.writeNumberProperty("withPriority", contents.priority());
        json.writeNumberProperty("withMigrateOn", contents.migrateOn());
        json.writeArrayPropertyStart("migrationWeeks");
        contents.weeks().forEach((week, number) -> Contents.counted(json, "week", week.toString(), number));
        json.writeEndArray();
        CertificatesPrinter.json(json, contents.certificates(), maxCertificates);
    }
}
