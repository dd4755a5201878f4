package uk.smets.mam.csv.description;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.csv.internal.json.JsonOutput;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Documents;

/**
 * The fields of the documents as data, for other programs: as JSON, as CSVW metadata, as a Frictionless Data Package, or as SQL tables. All are
 * generated from the field tables that reading and writing use. They describe single fields; conditions between fields, check digits and
 * duplicates are rules, which only validation knows.
 */
public final class FormatDescription {
    private final List<DocumentDescription> documents;

    private FormatDescription(List<DocumentDescription> documents) {
        this.documents = documents;
    }

    /**
     * Returns the description of all documents that the installed modules read: the Migration Authorisation, and with {@code mam-xlsx} the
     * two notifications.
     *
     * @return the description
     */
    public static FormatDescription ofAll() {
        Set<DocumentKind> installed = Documents.kinds();
        return new FormatDescription(Arrays.stream(DocumentKind.values())
                .filter(installed::contains)
                .map(DocumentDescription::of)
                .toList());
    }

    /**
     * Returns the description of one document.
     *
     * @param kind the document
     * @return the description
     * @throws IllegalStateException if the module that reads the document is not installed
     */
    public static FormatDescription of(DocumentKind kind) {
        return new FormatDescription(List.of(DocumentDescription.of(requireNonNull(kind, "kind"))));
    }

    /**
     * Returns the described documents, in the order of {@link DocumentKind}.
     *
     * @return the documents
     */
    public List<DocumentDescription> documents() {
        return documents;
    }

    /**
     * Returns this description for a CSV file of another name. The default is the name of the document, such as {@code
     * migration-authorisation.csv}.
     *
     * @param name the name or the relative path of the file, with forward slashes
     * @return the description
     * @throws IllegalStateException unless it describes one document
     */
    public FormatDescription withFile(String name) {
        requireNonNull(name, "name");
        if (documents.size() != 1) {
            throw new IllegalStateException("a file has one document; this describes " + documents.size());
        }
        return new FormatDescription(List.of(documents.get(0).in(name)));
    }

    /**
     * Returns the fields as JSON, with the members {@code mechanism} and {@code documents} of the published {@code schema.schema.json}.
     *
     * @return an object, in lines that end in LF
     */
    public String toJson() {
        return json(json -> JsonFields.write(documents, json));
    }

    /**
     * Returns CSVW metadata: a table group of the W3C's Metadata Vocabulary for Tabular Data. The table of a Migration Authorisation is the
     * file itself, whose header lines are skipped; that of a workbook is the CSV that {@code mam convert} writes.
     *
     * @return an object, in lines that end in LF
     */
    public String toCsvw() {
        return json(json -> CsvwMetadata.write(documents, json));
    }

    /**
     * Returns a Frictionless Data Package with a Table Schema for each document, of the same tables as {@link #toCsvw()}.
     *
     * @return an object, in lines that end in LF
     */
    public String toFrictionless() {
        return json(json -> FrictionlessPackage.write(documents, json));
    }

    private static String json(Consumer<JsonGenerator> members) {
        return JsonOutput.text(json -> {
                    json.writeStartObject();
                    members.accept(json);
                    json.writeEndObject();
                })
                + '\n';
    }

    /**
     * Returns SQL statements that create two tables for each document: one for files with the fields of the header, one for rows. A column
     * has the JSON name of its field in lower case with underscores. Texts are {@code VARCHAR}, Serial Numbers {@code NUMERIC}, flags {@code
     * BOOLEAN}, lists {@code VARCHAR ARRAY}, as the values of a row are.
     *
     * @param dialect the database
     * @return the statements, each ending in a semicolon, in lines that end in LF
     */
    public String toSql(SqlDialect dialect) {
        return SqlTables.of(documents, requireNonNull(dialect, "dialect"));
    }

    /**
     * Returns the names of the documents, for messages.
     *
     * @return the names
     */
    @Override
    public String toString() {
        return "FormatDescription"
                + documents.stream().map(DocumentDescription::kind).toList();
    }
}
