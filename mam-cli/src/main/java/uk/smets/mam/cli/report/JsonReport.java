package uk.smets.mam.cli.report;

import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.csv.report.ReportJson;
import uk.smets.mam.model.ValidationReport;

/** Writes {@code files}, as described in docs/json.md. */
public final class JsonReport implements Report {
    private final JsonGenerator json;
    private final Masking masking;

    public JsonReport(Console console, Masking masking) {
        this.masking = masking;
        json = console.json();
        json.writeArrayPropertyStart("files");
    }

    @Override
    public void file(String name, ValidationReport report) {
        JsonOutput.raw(json, ReportJson.of(name, masking.of(report)));
        json.flush();
    }

    @Override
    public void close() {
        json.writeEndArray();
    }
}
