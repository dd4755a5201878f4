package uk.smets.mam.cli.report;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationReport;

/** Writes findings, their places and the headers of documents as JSON. */
public final class JsonFindings {
    private JsonFindings() {}

    /** Writes the parts of a place that are present. */
    public static void place(JsonGenerator json, Location at) {
        Place place = Place.of(at);
        place.line().ifPresent(line -> json.writeNumberProperty("line", line));
        JsonOutput.text(json, "sheet", place.sheet());
        JsonOutput.text(json, "cell", place.cell());
        place.field().ifPresent(field -> json.writeNumberProperty("field", field));
        JsonOutput.text(json, "fieldName", place.fieldName());
    }

    /** Writes {@code header} of any document. */
    public static void header(JsonGenerator json, DocumentHeader header, Masking masking) {
        json.writeObjectPropertyStart("header");
        if (header instanceof MigrationAuthorisationHeader authorisation) {
            json.writeStringProperty("userId", authorisation.userId().toString());
            json.writeBooleanProperty("commissionedByDcc", authorisation.commissionedByDcc());
            json.writeStringProperty("smso", authorisation.smso().name());
        } else if (header instanceof NotificationHeader notification) {
            notification(json, notification, masking);
        }
        json.writeEndObject();
    }

    private static void notification(JsonGenerator json, NotificationHeader header, Masking masking) {
        json.writeStringProperty("name", masking.ofName(header.name()));
        json.writeArrayPropertyStart("secPartySignifiers");
        header.secPartySignifiers().forEach(signifier -> json.writeString(signifier.value()));
        json.writeEndArray();
        json.writeArrayPropertyStart("marketParticipantIds");
        header.marketParticipantIds().forEach(id -> json.writeString(id.value()));
        json.writeEndArray();
        json.writeStringProperty("smso", header.smso().name());
    }

    /** Writes {@code findings}, which are empty if there is no report. */
    public static void findings(JsonGenerator json, Optional<ValidationReport> report, Masking masking) {
        json.writeArrayPropertyStart("findings");
        report.ifPresent(checked -> checked.findings().forEach(finding -> finding(json, finding, masking)));
        json.writeEndArray();
    }

    public static void finding(JsonGenerator json, Finding finding, Masking masking) {
        json.writeStartObject();
        json.writeStringProperty("rule", finding.rule().name());
        json.writeStringProperty("severity", finding.severity().name());
        place(json, finding.at());
        JsonOutput.text(json, "found", finding.found().map(text -> masking.of(finding.at(), text)));
        json.writeStringProperty("message", finding.message());
        if (finding.repairable()) {
            json.writeBooleanProperty("repairable", true);
        }
        json.writeEndObject();
    }
}
