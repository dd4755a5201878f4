package uk.smets.mam.cli.report;

import java.util.Locale;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Formats;
import uk.smets.mam.csv.report.ReportText;
import uk.smets.mam.model.ValidationReport;

/** Prints a line for each finding, then a summary of each file with a count for each rule, then a summary of all files. */
public final class TextReport implements Report {
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
        ReportText.summary(name, masking.of(report)).lines().forEach(each -> console.line("%s", console.shown(each)));
        if (report.omitted() > 0) {
            console.line("  %s not listed above: see --max-findings", Formats.count(report.omitted(), "finding"));
        }
        console.line("");
        console.out().flush();
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
