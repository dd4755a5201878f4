package uk.smets.mam.cli.report;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.csv.report.ReportJson;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.ValidationReport;

/** Writes findings, their places and the headers of documents as JSON. */
public final class JsonFindings {
    private JsonFindings() {}

    /** Writes the parts of a place that are present. */
    public static void place(JsonGenerator json, Location at) {
        at.line().ifPresent(line -> json.writeNumberProperty("line", line));
        JsonOutput.text(json, "sheet", at.sheet());
        JsonOutput.text(json, "cell", at.cell());
        at.field().ifPresent(field -> json.writeNumberProperty("field", field));
        JsonOutput.text(json, "fieldName", at.fieldName());
    }

    /** Writes {@code header} of any document. */
    public static void header(JsonGenerator json, DocumentHeader header, Masking masking) {
        json.writeName("header");
        JsonOutput.raw(json, ReportJson.of(masking.of(header)));
    }

    /** Writes {@code findings}, which are empty if there is no report. */
    public static void findings(JsonGenerator json, Optional<ValidationReport> report, Masking masking) {
        json.writeArrayPropertyStart("findings");
        report.ifPresent(checked -> checked.findings().forEach(finding -> finding(json, finding, masking)));
        json.writeEndArray();
    }

    public static void finding(JsonGenerator json, Finding finding, Masking masking) {
        JsonOutput.raw(json, ReportJson.of(masking.of(finding)));
    }
}
