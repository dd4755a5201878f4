package uk.smets.mam.cli;

import tools.jackson.core.JsonGenerator;
import uk.smets.mam.csv.repair.Change;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenFile;

/**
 * What was changed between the file that was read and the one that was written.
 *
 * @param in the file that was read, as the user named it
 * @param out the file that was written, as the user named it
 * @param outcome what came of the reading
 * @param written what was written
 * @param masking what is shown of meter points
 * @param maxChanges how many changes are printed as text
 */
record ChangeReport(
        String in, String out, Rewriting.Outcome outcome, WrittenFile written, Masking masking, int maxChanges)
        implements Result {
    private static final String NOTHING = "nothing";

    @Override
    public void text(Console console) {
        FindingLine line = new FindingLine(console, masking);
        int shown = Math.min(outcome.changes().size(), maxChanges);
        outcome.changes().subList(0, shown).forEach(change -> change(console, line, change));
        if (shown < outcome.changes().size()) {
            console.line(
                    "and %s: see --max-changes", Words.count(outcome.changes().size() - shown, "more change"));
        }
        ValidationReport report = outcome.report();
        report.findings().forEach(line::print);
        if (report.omitted() > 0) {
            console.line("and %s: see --max-findings", Words.count(report.omitted(), "more finding"));
        }
        if (!outcome.changes().isEmpty() || report.omitted() + report.findings().size() > 0) {
            console.line("");
        }
        console.line(
                "%s: %s written, %s.",
                console.shown(out),
                Words.count(written.rows(), "row"),
                outcome.changes().isEmpty()
                        ? "nothing changed"
                        : Words.count(
                                outcome.changes().stream()
                                        .mapToLong(Change::occurrences)
                                        .sum(),
                                "change"));
    }

    private void change(Console console, FindingLine line, Change change) {
        String from = change.from().map(text -> quoted(console, change, text)).orElse(NOTHING);
        String to = change.to().map(text -> quoted(console, change, text)).orElse(NOTHING);
        String values = from.equals(to) ? "" : " [" + from + " -> " + to + "]";
        console.line(
                "%s: %s: %s%s%s",
                line.place(change.at()),
                change.rule(),
                console.shown(change.description()),
                change.occurrences() == 1 ? "" : " (" + Words.count(change.occurrences(), "time") + ")",
                values);
    }

    private String quoted(Console console, Change change, String text) {
        return console.quoted(masking.of(change.at(), text));
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("in", in);
        json.writeStringProperty("out", out);
        json.writeNumberProperty("rows", written.rows());
        json.writeArrayPropertyStart("changes");
        outcome.changes().forEach(change -> change(json, change));
        json.writeEndArray();
        json.writeArrayPropertyStart("findings");
        outcome.report().findings().forEach(finding -> JsonOutput.finding(json, finding, masking));
        json.writeEndArray();
    }

    private void change(JsonGenerator json, Change change) {
        json.writeStartObject();
        json.writeStringProperty("rule", change.rule().name());
        JsonOutput.place(json, change.at());
        JsonOutput.text(json, "from", change.from().map(text -> masking.of(change.at(), text)));
        JsonOutput.text(json, "to", change.to().map(text -> masking.of(change.at(), text)));
        json.writeNumberProperty("occurrences", change.occurrences());
        json.writeStringProperty("description", change.description());
        json.writeEndObject();
    }
}
