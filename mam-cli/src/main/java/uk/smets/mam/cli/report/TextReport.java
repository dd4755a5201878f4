package uk.smets.mam.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Formats;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationReport;

/** Prints a line for each finding, then a summary of each file with a count for each rule, then a summary of all files. */
public final class TextReport implements Report {
    /** The length of most rule codes, so that most files have the same columns. */
    private static final int USUAL_CODE = 26;

    private final Console console;
    private final Masking masking;
    private final FindingLine line;
    private long files;
    private long filesWithErrors;
    private long errors;
    private long warnings;
    private long repairable;

    public TextReport(Console console, Masking masking) {
        this.console = console;
        this.masking = masking;
        line = new FindingLine(console, masking);
    }

    @Override
    public void file(String name, ValidationReport report) {
        files++;
        filesWithErrors += report.isSound() ? 0 : 1;
        errors += report.errors();
        warnings += report.warnings();
        repairable += report.repairable();
        report.findings().forEach(line::print);
        if (!report.findings().isEmpty()) {
            console.line("");
        }
        console.line("%s", console.shown(name));
        console.line(
                "  %s",
                report.header()
                        .map(header -> describe(report.document(), header))
                        .orElse("The header cannot be read."));
        console.line(
                "  %s, %s, %s",
                Formats.count(report.rows(), "row"),
                Formats.count(report.errors(), "error"),
                Formats.count(report.warnings(), "warning"));
        List<Count> counts = counts(report);
        int width =
                counts.stream().mapToInt(count -> count.rule().name().length()).reduce(USUAL_CODE, Math::max);
        counts.forEach(count ->
                console.line("  %-7s  %-" + width + "s  %,9d", count.severity(), count.rule(), count.number()));
        if (report.omitted() > 0) {
            console.line("  %s not listed above: see --max-findings", Formats.count(report.omitted(), "finding"));
        }
        console.line("");
        console.out().flush();
    }

    /** How often a rule was reported with a severity. */
    private record Count(Severity severity, Rule rule, long number) {}

    /** Returns errors first, then warnings, in the order of the catalogue. */
    private static List<Count> counts(ValidationReport report) {
        List<Count> counts = new ArrayList<>();
        report.tally()
                .forEach((rule, numbers) ->
                        numbers.forEach((severity, number) -> counts.add(new Count(severity, rule, number))));
        counts.sort(Comparator.comparing(Count::severity).thenComparing(Count::rule));
        return counts;
    }

    private String describe(DocumentKind document, DocumentHeader header) {
        if (header instanceof MigrationAuthorisationHeader authorisation) {
            return "Migration Authorisation of " + authorisation.userId() + ", SMSO " + authorisation.smso()
                    + ", commissioned by DCC: " + (authorisation.commissionedByDcc() ? "YES" : "NO");
        }
        if (header instanceof NotificationHeader notification) {
            return document.title() + " for " + console.shown(masking.ofName(notification.name())) + ", SMSO "
                    + notification.smso();
        }
        throw new IllegalStateException("unknown header: " + header);
    }

    @Override
    public void close() {
        if (files == 0) {
            return;
        }
        String of = files == 1 ? "1 file" : String.format(Locale.ROOT, "%,d of %,d files", filesWithErrors, files);
        String outcome = errors > 0
                ? Formats.count(errors, "error") + " in " + of
                : "No errors in " + Formats.count(files, "file");
        console.line(
                "%s%s%s.",
                outcome,
                warnings > 0 ? ", " + Formats.count(warnings, "warning") : "",
                errors + warnings > 0 ? "; 'mam rules CODE' explains a rule" : "");
        if (repairable > 0) {
            console.line("'mam repair' can repair %,d of these.", repairable);
        }
    }
}
