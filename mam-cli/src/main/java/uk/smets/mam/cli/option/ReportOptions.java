package uk.smets.mam.cli.option;

import picocli.CommandLine.Option;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.report.JsonReport;
import uk.smets.mam.cli.report.Masking;
import uk.smets.mam.cli.report.Report;
import uk.smets.mam.cli.report.TextReport;

/** How the outcome is shown. */
public final class ReportOptions {
    @Option(names = "--mask", description = "Show no digits of MPANs and MPRNs.")
    private boolean mask;

    public Masking masking() {
        return mask ? Masking.METER_POINTS : Masking.NONE;
    }

    public Report open(Console console) {
        return console.isJson() ? new JsonReport(console, masking()) : new TextReport(console, masking());
    }
}
