package uk.smets.mam.cli.result;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Formats;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.cli.report.FindingLine;
import uk.smets.mam.cli.report.JsonFindings;
import uk.smets.mam.cli.report.Masking;
import uk.smets.mam.csv.repair.Change;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenFile;

/**
 * The result of {@code mam repair} or {@code mam import}.
 *
 * @param in the name of the file that was read
 * @param out the name of the file that was written
 * @param changes the changes
 * @param report the findings in the file that was read
 * @param written the file that was written
 * @param masking the masking of meter points
 * @param maxChanges the maximum number of changes to print as text
 */
public record ChangeReport(
        String in,
        String out,
        List<Change> changes,
        ValidationReport report,
        WrittenFile written,
        Masking masking,
        int maxChanges)
        implements Result {
    private static final String NOTHING = "nothing";

    @Override
    public void text(Console console) {
        FindingLine line = new FindingLine(console, masking);
        int shown = Math.min(changes.size(), maxChanges);
        changes.subList(0, shown).forEach(change -> change(console, line, change));
        if (shown < changes.size()) {
            console.line("and %s: see --max-changes", Formats.count(changes.size() - shown, "more change"));
        }
        report.findings().forEach(line::print);
        if (report.omitted() > 0) {
            console.line("and %s: see --max-findings", Formats.count(report.omitted(), "more finding"));
        }
        if (!changes.isEmpty() || report.omitted() + report.findings().size() > 0) {
            console.line("");
        }
        console.line(
                "%s: %s written, %s.",
                console.shown(out),
                Formats.count(written.rows(), "row"),
                changes.isEmpty()
                        ? "nothing changed"
                        : Formats.count(
                                changes.stream().mapToLong(Change::occurrences).sum(), "change"));
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
                change.occurrences() == 1 ? "" : " (" + Formats.count(change.occurrences(), "time") + ")",
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
        changes.forEach(change -> change(json, change));
        json.writeEndArray();
        json.writeArrayPropertyStart("findings");
        report.findings().forEach(finding -> JsonFindings.finding(json, finding, masking));
        json.writeEndArray();
    }

    private void change(JsonGenerator json, Change change) {
        json.writeStartObject();
        json.writeStringProperty("rule", change.rule().name());
        JsonFindings.place(json, masking.of(change.at()));
        JsonOutput.text(json, "from", change.from().map(text -> masking.of(change.at(), text)));
        JsonOutput.text(json, "to", change.to().map(text -> masking.of(change.at(), text)));
        json.writeNumberProperty("occurrences", change.occurrences());
        json.writeStringProperty("description", change.description());
        json.writeEndObject();
    }
}
