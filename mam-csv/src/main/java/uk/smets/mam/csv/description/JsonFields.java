package uk.smets.mam.csv.description;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.model.DocumentField;

/** The fields of documents as plain JSON. */
final class JsonFields {
    private JsonFields() {}

    static void write(List<DocumentDescription> documents, JsonGenerator json) {
        json.writeStringProperty("mechanism", "Migration Authorisation Mechanism v2.1b");
        json.writeArrayPropertyStart("documents");
        for (DocumentDescription document : documents) {
            json.writeStartObject();
            json.writeStringProperty("document", document.kind().name());
            write("header", document.header(), json);
            write("row", document.row(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(String part, List<DocumentField> fields, JsonGenerator json) {
        json.writeArrayPropertyStart(part);
        fields.forEach(field -> write(field, json));
        json.writeEndArray();
    }

    private static void write(DocumentField field, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("number", field.number());
        json.writeStringProperty("name", field.name());
        json.writeStringProperty("jsonName", field.jsonName());
        json.writeBooleanProperty("mandatory", field.isMandatory());
        json.writeStringProperty("optionality", field.optionality());
        json.writeStringProperty("kind", field.form().kind().name());
        json.writeStringProperty("type", field.type());
        field.form().pattern().ifPresent(pattern -> json.writeStringProperty("pattern", pattern));
        field.form().datePattern().ifPresent(pattern -> json.writeStringProperty("datePattern", pattern));
        if (!field.form().values().isEmpty()) {
            json.writeArrayPropertyStart("values");
            field.form().values().forEach(json::writeString);
            json.writeEndArray();
        }
        field.maxLength().ifPresent(length -> json.writeNumberProperty("maxLength", length));
        json.writeStringProperty("clause", field.clause());
        json.writeEndObject();
    }
}
