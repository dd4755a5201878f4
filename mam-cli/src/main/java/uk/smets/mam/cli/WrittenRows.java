package uk.smets.mam.cli;

import tools.jackson.core.JsonGenerator;

/** A file with the rows of another. */
record WrittenRows(String in, String out, long rows) implements Result {
    @Override
    public void text(Console console) {
        console.line("%s: %s written.", console.shown(out), Words.count(rows, "row"));
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("in", in);
        json.writeStringProperty("out", out);
        json.writeNumberProperty("rows", rows);
    }
}
