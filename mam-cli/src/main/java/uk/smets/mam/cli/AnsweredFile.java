package uk.smets.mam.cli;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.xlsx.WrittenResponse;

/** A response that was written, by the names that the user has for the files. */
record AnsweredFile(String schedule, String answers, String out, WrittenResponse written, Masking masking)
        implements Result {
    @Override
    public void text(Console console) {
        FindingLine line = new FindingLine(console, masking);
        written.report().findings().forEach(line::print);
        console.line(
                "%s: %s answered, %s filled or emptied; everything else is as in %s.",
                console.shown(out),
                Words.count(written.answeredRows(), "row"),
                Words.count(written.answeredFields(), "field"),
                console.shown(schedule));
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("schedule", schedule);
        json.writeStringProperty("answers", answers);
        json.writeStringProperty("out", out);
        json.writeNumberProperty("answeredRows", written.answeredRows());
        json.writeNumberProperty("answeredFields", written.answeredFields());
        JsonOutput.findings(json, Optional.of(written.report()), masking);
    }
}
