package uk.smets.mam.cli.report;

import uk.smets.mam.cli.console.Console;
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
        String found = finding.found()
                .map(text -> " [found " + console.quoted(masking.of(finding.at(), text)) + "]")
                .orElse("");
        console.line(
                "%s: %s %s: %s%s%s",
                place(finding.at()),
                finding.severity(),
                finding.rule(),
                console.shown(finding.message()),
                finding.repairable() ? " ('mam repair' repairs it)" : "",
                found);
    }

    /** Returns {@code file:line: field 4 (Migration Week)} or {@code file: Sheet!F12 (MPAN)}, without the parts that are absent. */
    public String place(Location location) {
        Place place = Place.of(location);
        StringBuilder text = new StringBuilder(location.file());
        place.line().ifPresent(line -> text.append(':').append(line));
        place.sheet().ifPresent(sheet -> text.append(": ").append(sheet));
        place.cell().ifPresent(cell -> text.append('!').append(cell));
        if (place.cell().isEmpty()) {
            place.field().ifPresent(field -> text.append(": field ").append(field));
        }
        place.fieldName().ifPresent(name -> text.append(" (").append(name).append(')'));
        return console.shown(text.toString());
    }
}
