package uk.smets.mam.cli.result;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Formats;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.cli.report.FindingLine;
import uk.smets.mam.cli.report.JsonFindings;
import uk.smets.mam.cli.report.Masking;
import uk.smets.mam.model.CellChange;
import uk.smets.mam.xlsx.ScheduleComparison;

/** The changes of a response. */
public record ComparedFiles(String schedule, String response, ScheduleComparison comparison, Masking masking)
        implements Result {
    private static final String NOTHING = "nothing";

    @Override
    public int status() {
        return comparison.isSound() ? ExitStatus.OK : ExitStatus.ERRORS_FOUND;
    }

    @Override
    public void text(Console console) {
        FindingLine line = new FindingLine(console, masking);
        for (CellChange change : comparison.changes()) {
            if (change.allowed()) {
                console.line(
                        "%s: %s -> %s",
                        line.place(change.at()),
                        shown(console, change, change.before()),
                        shown(console, change, change.after()));
            }
        }
        long left = comparison.changedCells() - comparison.changes().size();
        if (left > 0) {
            console.line("and %s: see --max-findings", Formats.count(left, "more cell"));
        }
        comparison.report().findings().forEach(line::print);
        if (comparison.changedCells() > 0 || !comparison.report().findings().isEmpty()) {
            console.line("");
        }
        console.line(
                "%s: %s changed, %s.",
                console.shown(response),
                Formats.count(comparison.changedCells(), "cell"),
                Formats.count(comparison.report().errors(), "error"));
    }

    private String shown(Console console, CellChange change, Optional<String> value) {
        return value.map(text -> console.quoted(masking.of(change.at(), text))).orElse(NOTHING);
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("schedule", schedule);
        json.writeStringProperty("response", response);
        json.writeNumberProperty("changedCells", comparison.changedCells());
        json.writeArrayPropertyStart("changes");
        for (CellChange change : comparison.changes()) {
            json.writeStartObject();
            JsonFindings.place(json, masking.of(change.at()));
            JsonOutput.text(json, "before", change.before().map(text -> masking.of(change.at(), text)));
            JsonOutput.text(json, "after", change.after().map(text -> masking.of(change.at(), text)));
            json.writeBooleanProperty("allowed", change.allowed());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("errors", comparison.report().errors());
        JsonFindings.findings(json, Optional.of(comparison.report()), masking);
    }
}
