package uk.smets.mam.cli.report;

import uk.smets.mam.cli.console.Console;
import uk.smets.mam.csv.report.ReportText;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;

/** Prints findings in the form of a compiler, so that editors and build logs link the place. */
public final class FindingLine {
    private final Console console;
    private final Masking masking;

    public FindingLine(Console console, Masking masking) {
        this.console = console;
        this.masking = masking;
    }

    public void print(Finding finding) {
        console.line("%s", console.shown(ReportText.of(masking.of(finding))));
    }

    /** Returns {@code file:line: field 4 (Migration Week)} or {@code file: Sheet!F12 (MPAN)}, without the parts that are absent. */
    public String place(Location location) {
        return console.shown(masking.of(location).toString());
    }
}
