package uk.smets.mam.csv.description;

import static java.util.Objects.requireNonNull;
import static uk.smets.mam.model.internal.primitive.Arguments.listOf;

import java.util.List;
import java.util.Locale;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Documents;

/**
 * The fields of one document.
 *
 * @param kind the document
 * @param file the name of the CSV file that CSVW metadata and the Data Package refer to, relative to themselves
 * @param header the fields of its header, in order
 * @param row the fields of a row, in order
 */
public record DocumentDescription(DocumentKind kind, String file, List<DocumentField> header, List<DocumentField> row) {
    /**
     * Creates the description.
     *
     * @param kind the document
     * @param file the name of its CSV file
     * @param header the fields of its header
     * @param row the fields of a row
     */
    public DocumentDescription {
        requireNonNull(kind, "kind");
        requireNonNull(file, "file");
        header = listOf(header, "header");
        row = listOf(row, "row");
    }

    /** Describes a document with the default name of its CSV file. */
    static DocumentDescription of(DocumentKind kind) {
        return new DocumentDescription(
                kind, name(kind, '-') + ".csv", Documents.headerFields(kind), Documents.fields(kind));
    }

    /** Returns the same document in another CSV file. */
    DocumentDescription in(String otherFile) {
        return new DocumentDescription(kind, otherFile, header, row);
    }

    /** Returns {@code migration-authorisation}. */
    String name() {
        return name(kind, '-');
    }

    /** Returns {@code migration_authorisation}. */
    String table() {
        return name(kind, '_');
    }

    /**
     * Returns whether the CSV is the document itself, with the header in its first lines and without headings. The CSV of a workbook is
     * what {@code mam convert} writes: the rows below the JSON names of the fields, with ISO dates.
     */
    boolean isCsv() {
        return kind == DocumentKind.MIGRATION_AUTHORISATION;
    }

    private static String name(DocumentKind kind, char joint) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', joint);
    }
}
