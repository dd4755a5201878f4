package uk.smets.mam.cli.report;

import java.util.List;
import java.util.Locale;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Words;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationReport;

/** A line for each finding, then for each file what it is and how often each rule fired, then the outcome of all. */
public final class TextReport implements Report {
    /** As long as most codes of rules are at the most, so that the columns of most files are the same. */
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
                        .orElse("The header of the file can't be read."));
        console.line(
                "  %s, %s, %s",
                Words.count(report.rows(), "row"),
                Words.count(report.errors(), "error"),
                Words.count(report.warnings(), "warning"));
        List<RuleCounts> counts = RuleCounts.of(report);
        int width =
                counts.stream().mapToInt(count -> count.rule().name().length()).reduce(USUAL_CODE, Math::max);
        counts.forEach(count ->
                console.line("  %-7s  %-" + width + "s  %,9d", count.severity(), count.rule(), count.number()));
        if (report.omitted() > 0) {
            console.line(
                    "  %s above: see --max-findings",
                    report.omitted() == 1
                            ? "1 of these is not"
                            : String.format(Locale.ROOT, "%,d of these are not", report.omitted()));
        }
        console.line("");
        console.out().flush();
    }

    private String describe(DocumentKind document, DocumentHeader header) {
        if (header instanceof MigrationAuthorisationHeader authorisation) {
            return "Migration Authorisation of " + authorisation.userId() + ", SMSO " + authorisation.smso()
                    + ", commissioned by DCC: " + (authorisation.commissionedByDcc() ? "YES" : "NO");
        }
        if (header instanceof NotificationHeader notification) {
            return Words.document(document) + " for " + console.shown(masking.ofName(notification.name())) + ", SMSO "
                    + notification.smso();
        }
        throw new IllegalStateException("a header of another kind: " + header);
    }

    @Override
    public void close() {
        if (files == 0) {
            return;
        }
        String of = files == 1 ? "1 file" : String.format(Locale.ROOT, "%,d of %,d files", filesWithErrors, files);
        String outcome =
                errors > 0 ? Words.count(errors, "error") + " in " + of : "No errors in " + Words.count(files, "file");
        console.line(
                "%s%s%s.",
                outcome,
                warnings > 0 ? ", " + Words.count(warnings, "warning") : "",
                errors + warnings > 0 ? "; 'mam rules CODE' explains a rule" : "");
        if (repairable > 0) {
            console.line("%,d of these can be mended by `mam repair`.", repairable);
        }
    }
}
