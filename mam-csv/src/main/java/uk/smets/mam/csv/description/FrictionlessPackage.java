package uk.smets.mam.csv.description;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.FieldForm.Kind;

/**
 * The fields as a Data Package (version 2) with a Table Schema for each document. A resource is a sequence of rows; the header lines of the
 * Migration Authorisation are comment rows in its dialect.
 */
final class FrictionlessPackage {
    private FrictionlessPackage() {}

    static void write(List<DocumentDescription> documents, JsonGenerator json) {
        json.writeStringProperty("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        json.writeStringProperty("name", "mam");
        json.writeStringProperty("title", "Migration Authorisation Mechanism v2.1b");
        json.writeArrayPropertyStart("resources");
        documents.forEach(document -> write(document, json));
        json.writeEndArray();
    }

    private static void write(DocumentDescription document, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", document.name());
        json.writeStringProperty("title", document.kind().title());
        json.writeStringProperty("type", "table");
        json.writeStringProperty("profile", "tabular-data-resource");
        json.writeStringProperty("path", document.file());
        json.writeStringProperty("format", "csv");
        json.writeStringProperty("mediatype", "text/csv");
        json.writeStringProperty("encoding", document.isCsv() ? "ascii" : "utf-8");
        if (document.isCsv()) {
            writeDialect(document, json);
        }
        json.writeObjectPropertyStart("schema");
        json.writeArrayPropertyStart("fields");
        document.row().forEach(field -> writeField(document, field, json));
        json.writeEndArray();
        json.writeArrayPropertyStart("missingValues");
        json.writeString("");
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeDialect(DocumentDescription document, JsonGenerator json) {
        json.writeObjectPropertyStart("dialect");
        json.writeBooleanProperty("header", false);
        json.writeArrayPropertyStart("commentRows");
        document.header().forEach(field -> json.writeNumber(field.number()));
        json.writeEndArray();
        json.writeStringProperty("delimiter", ",");
        json.writeStringProperty("lineTerminator", "\n");
        json.writeStringProperty("quoteChar", "\"");
        json.writeBooleanProperty("doubleQuote", true);
        json.writeEndObject();
    }

    private static void writeField(DocumentDescription document, DocumentField field, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", field.jsonName());
        json.writeStringProperty("title", field.name());
        json.writeStringProperty("description", FieldTexts.description(field));
        boolean date = field.form().kind() == Kind.DATE;
        // A Serial Number is a string: few programs support integers of 44 digits.
        json.writeStringProperty("type", date ? "date" : "string");
        FieldTexts.datePattern(document, field)
                .ifPresent(pattern -> json.writeStringProperty("format", strftime(pattern)));
        Optional<String> pattern =
                date || !field.form().values().isEmpty() ? Optional.empty() : FieldTexts.anchoredPattern(field);
        boolean limited = !date && field.maxLength().isPresent();
        List<String> values = field.form().values();
        if (field.isMandatory() || pattern.isPresent() || limited || !values.isEmpty()) {
            json.writeObjectPropertyStart("constraints");
            if (field.isMandatory()) {
                json.writeBooleanProperty("required", true);
            }
            pattern.ifPresent(each -> json.writeStringProperty("pattern", each));
            if (limited) {
                json.writeNumberProperty("maxLength", field.maxLength().getAsInt());
            }
            if (!values.isEmpty()) {
                json.writeArrayPropertyStart("enum");
                values.forEach(json::writeString);
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static String strftime(String datePattern) {
        return datePattern.replace("uuuu", "%Y").replace("MM", "%m").replace("dd", "%d");
    }
}
