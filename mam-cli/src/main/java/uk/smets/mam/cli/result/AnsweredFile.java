package uk.smets.mam.cli.result;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Formats;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.cli.report.FindingLine;
import uk.smets.mam.cli.report.JsonFindings;
import uk.smets.mam.cli.report.Masking;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.WrittenResponse;

/** A response that was written. */
public record AnsweredFile(
        String schedule,
        String answers,
        String out,
        Optional<Responsibility.Meters> responsibleFor,
        WrittenResponse written,
        Masking masking)
        implements Result {
    @Override
    public void text(Console console) {
        FindingLine line = new FindingLine(console, masking);
        written.report().findings().forEach(line::print);
        if (!written.report().findings().isEmpty()) {
            console.line("");
        }
        console.line(
                "%s: %s answered, %s changed; everything else is copied from %s. %s, %s.",
                console.shown(out),
                Formats.count(written.answeredRows(), "row"),
                Formats.count(written.changedFields(), "field"),
                console.shown(schedule),
                Formats.count(written.report().errors(), "error"),
                Formats.count(written.report().warnings(), "warning"));
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("schedule", schedule);
        json.writeStringProperty("answers", answers);
        json.writeStringProperty("out", out);
        JsonOutput.text(json, "responsibleFor", responsibleFor.map(Responsibility.Meters::title));
        json.writeNumberProperty("answeredRows", written.answeredRows());
        json.writeNumberProperty("changedFields", written.changedFields());
        JsonFindings.findings(json, Optional.of(written.report()), masking);
    }
}
