package uk.smets.mam.cli;

import java.io.OutputStream;
import java.util.Optional;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationReport;

/** JSON: UTF-8, indented, its lines ended in LF on every system. */
final class JsonOutput {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new JsonEscapes())
            .build();

    private JsonOutput() {}

    static JsonGenerator on(OutputStream stream) {
        return JSON.createGenerator(new Indented(), stream, JsonEncoding.UTF8);
    }

    /** Writes the parts of a place that it has. */
    static void place(JsonGenerator json, Location at) {
        Place place = Place.of(at);
        place.line().ifPresent(line -> json.writeNumberProperty("line", line));
        text(json, "sheet", place.sheet());
        text(json, "cell", place.cell());
        place.field().ifPresent(field -> json.writeNumberProperty("field", field));
        text(json, "fieldName", place.fieldName());
    }

    static void text(JsonGenerator json, String name, Optional<String> text) {
        text.ifPresent(present -> json.writeStringProperty(name, present));
    }

    /** Writes {@code header}, of any document. */
    static void header(JsonGenerator json, DocumentHeader header, Masking masking) {
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

    /** Writes {@code installations}: how many rows there are of each kind. */
    static void installations(JsonGenerator json, ToLongFunction<Contents.Kind> rows) {
        json.writeObjectPropertyStart("installations");
        for (Contents.Kind kind : Contents.Kind.values()) {
            json.writeNumberProperty(kind.name(), rows.applyAsLong(kind));
        }
        json.writeEndObject();
    }

    /** Writes an object with a value and the number of rows that have it. */
    static void counted(JsonGenerator json, String name, String value, long rows) {
        json.writeStartObject();
        json.writeStringProperty(name, value);
        json.writeNumberProperty("rows", rows);
        json.writeEndObject();
    }

    /** Writes the findings of a report, none where there is no report. */
    static void findings(JsonGenerator json, Optional<ValidationReport> report, Masking masking) {
        json.writeArrayPropertyStart("findings");
        report.ifPresent(checked -> checked.findings().forEach(finding -> finding(json, finding, masking)));
        json.writeEndArray();
    }

    static void finding(JsonGenerator json, Finding finding, Masking masking) {
        json.writeStartObject();
        json.writeStringProperty("rule", finding.rule().name());
        json.writeStringProperty("severity", finding.severity().name());
        place(json, finding.at());
        text(json, "found", finding.found().map(text -> masking.of(finding.at(), text)));
        json.writeStringProperty("message", finding.message());
        if (finding.repairable()) {
            json.writeBooleanProperty("repairable", true);
        }
        json.writeEndObject();
    }

    private static final class Indented extends ObjectWriteContext.Base {
        private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
