package uk.smets.mam.cli.option;

import picocli.CommandLine.Option;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.report.JsonReport;
import uk.smets.mam.cli.report.Masking;
import uk.smets.mam.cli.report.Report;
import uk.smets.mam.cli.report.TextReport;
import uk.smets.mam.model.ValidationReport;

/** The options of the report. */
public final class ReportOptions {
    @Option(names = "--mask", description = "Hide the digits of MPANs and MPRNs.")
    private boolean mask;

    public Masking masking() {
        return mask ? Masking.METER_POINTS : Masking.NONE;
    }

    /** Reports the findings of one file. */
    public void report(Console console, String name, ValidationReport findings) {
        try (Report report = open(console)) {
            report.file(name, findings);
        }
    }

    public Report open(Console console) {
        return console.isJson() ? new JsonReport(console, masking()) : new TextReport(console, masking());
    }
}
