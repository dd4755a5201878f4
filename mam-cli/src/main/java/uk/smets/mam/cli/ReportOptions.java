package uk.smets.mam.cli;

import picocli.CommandLine.Option;

/** How the outcome is shown. */
final class ReportOptions {
    @Option(names = "--mask", description = "Show no digits of MPANs and MPRNs.")
    private boolean mask;

    Masking masking() {
        return mask ? Masking.METER_POINTS : Masking.NONE;
    }

    Report open(Console console) {
        return console.isJson() ? new JsonReport(console, masking()) : new TextReport(console, masking());
    }
}
