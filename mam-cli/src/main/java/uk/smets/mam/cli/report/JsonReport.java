package uk.smets.mam.cli.report;

import java.util.Map;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
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
        json.writeStartObject();
        json.writeStringProperty("file", name);
        json.writeStringProperty("document", report.document().name());
        report.header().ifPresent(header -> JsonFindings.header(json, header, masking));
        json.writeNumberProperty("rows", report.rows());
        json.writeNumberProperty("errors", report.errors());
        json.writeNumberProperty("warnings", report.warnings());
        json.writeObjectPropertyStart("counts");
        report.counts().forEach((rule, count) -> json.writeNumberProperty(rule.name(), count));
        json.writeEndObject();
        json.writeObjectPropertyStart("severities");
        report.tally().forEach(this::severities);
        json.writeEndObject();
        json.writeNumberProperty("repairable", report.repairable());
        json.writeArrayPropertyStart("findings");
        report.findings().forEach(finding -> JsonFindings.finding(json, finding, masking));
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private void severities(Rule rule, Map<Severity, Long> numbers) {
        json.writeObjectPropertyStart(rule.name());
        numbers.forEach((severity, number) -> json.writeNumberProperty(severity.name(), number));
        json.writeEndObject();
    }

    @Override
    public void close() {
        json.writeEndArray();
    }
}
