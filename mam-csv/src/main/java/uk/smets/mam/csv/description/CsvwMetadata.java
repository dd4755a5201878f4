package uk.smets.mam.csv.description;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.FieldForm.Kind;

/**
 * The fields as metadata by the W3C's "Metadata Vocabulary for Tabular Data". A table is a sequence of rows; the header lines of the Migration
 * Authorisation are skipped and described in notes.
 */
final class CsvwMetadata {
    private CsvwMetadata() {}

    static void write(List<DocumentDescription> documents, JsonGenerator json) {
        json.writeArrayPropertyStart("@context");
        json.writeString("http://www.w3.org/ns/csvw");
        json.writeStartObject();
        json.writeStringProperty("@language", "en");
        json.writeEndObject();
        json.writeEndArray();
        json.writeArrayPropertyStart("tables");
        documents.forEach(document -> write(document, json));
        json.writeEndArray();
    }

    private static void write(DocumentDescription document, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("url", document.file());
        json.writeStringProperty("dc:title", document.kind().title());
        if (document.isCsv()) {
            writeNotes(document, json);
            writeDialect(document, json);
        }
        json.writeObjectPropertyStart("tableSchema");
        json.writeArrayPropertyStart("columns");
        document.row().forEach(field -> writeColumn(document, field, json));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeNotes(DocumentDescription document, JsonGenerator json) {
        json.writeArrayPropertyStart("notes");
        for (DocumentField field : document.header()) {
            json.writeStartObject();
            json.writeStringProperty("dc:title", "Line " + field.number() + ": " + field.name());
            json.writeStringProperty("dc:description", FieldTexts.description(field));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeDialect(DocumentDescription document, JsonGenerator json) {
        json.writeObjectPropertyStart("dialect");
        json.writeStringProperty("encoding", "us-ascii");
        json.writeStringProperty("lineTerminators", "\n");
        json.writeNumberProperty("skipRows", document.header().size());
        json.writeBooleanProperty("header", false);
        json.writeNumberProperty("headerRowCount", 0);
        json.writeEndObject();
    }

    private static void writeColumn(DocumentDescription document, DocumentField field, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", field.jsonName());
        if (document.isCsv()) {
            json.writeStringProperty("titles", field.name());
        } else {
            // One of the titles must be the heading in the file.
            json.writeArrayPropertyStart("titles");
            json.writeString(field.jsonName());
            json.writeString(field.name());
            json.writeEndArray();
        }
        json.writeStringProperty("dc:description", FieldTexts.description(field));
        if (field.isMandatory()) {
            json.writeBooleanProperty("required", true);
        }
        json.writeObjectPropertyStart("datatype");
        if (field.form().kind() == Kind.DATE) {
            json.writeStringProperty("base", "date");
            // The vocabulary writes the year of the era, which is the year in these dates.
            FieldTexts.datePattern(document, field)
                    .ifPresent(pattern -> json.writeStringProperty("format", pattern.replace('u', 'y')));
        } else {
            // A Serial Number too: few programs support integers of 44 digits.
            json.writeStringProperty("base", "string");
            FieldTexts.anchoredPattern(field).ifPresent(pattern -> json.writeStringProperty("format", pattern));
            field.maxLength().ifPresent(length -> json.writeNumberProperty("maxLength", length));
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
