package uk.smets.mam.cli.result;

import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Formats;
import uk.smets.mam.cli.console.Result;

/** A file that was written with the rows of another. */
public record WrittenRows(String in, String out, long rows) implements Result {
    @Override
    public void text(Console console) {
        console.line("%s: %s written.", console.shown(out), Formats.count(rows, "row"));
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("in", in);
        json.writeStringProperty("out", out);
        json.writeNumberProperty("rows", rows);
    }
}
