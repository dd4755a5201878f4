package uk.smets.mam.csv.repair;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.internal.lenient.Headings;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * Converts a supplier's own extract to a Migration Authorisation. An extract is a table with column headings, as saved by databases and
 * spreadsheets.
 *
 * <pre>{@code
 * ConvertedDocument imported = ExtractImport.of(header)
 *         .mapping(Map.of("Electricity meter point", "MPAN", "Week commencing", "Migration Week"))
 *         .read(extract);
 * }</pre>
 *
 * <p>The first non-empty line contains the headings, in any order: the names of {@link MigrationAuthorisation#fields()} in the MAM or in
 * JSON, or those of the {@linkplain #mapping mapping}. Case, runs of white space, the kind of dash and spaces around it are ignored. The
 * delimiter is the comma, semicolon or tab with which the most headings are known; the text is UTF-8, UTF-16 or, if it is not UTF-8,
 * Windows-1252; the lines end with LF, CR LF or CR.
 *
 * <p>Values are quoted according to RFC 4180, or with white space around the quotes, or in typographic quotes. A quoted value may contain
 * line breaks if its quotes balance and no line in it has as many fields as a row; it is reported as information. Any other stray quote, or
 * a control character after a closing quote, is an error in its own row.
 *
 * <p>Unambiguous values are converted to the MAM's form, as in {@link MigrationAuthorisationRepair}; the changes are listed. All other
 * rules are the same as for a file; problems are reported at the lines of the extract, with the MAM's names and numbers of the fields.
 *
 * <p>Immutable and thread-safe; it can be used for many extracts.
 */
public final class ExtractImport {
    private final MigrationAuthorisationHeader header;
    private final Headings headings;
    private final ValidationOptions options;

    private ExtractImport(MigrationAuthorisationHeader header, Headings headings, ValidationOptions options) {
        this.header = header;
        this.headings = headings;
        this.options = options;
    }

    /**
     * Returns an import that recognises the names of the fields in the MAM and in JSON.
     *
     * @param header the header of the documents, which extracts do not have
     * @return the import
     */
    public static ExtractImport of(MigrationAuthorisationHeader header) {
        return new ExtractImport(requireNonNull(header, "header"), Headings.OF_THE_MAM, ValidationOptions.defaults());
    }

    /**
     * Returns a copy with the caller's headings, in place of those of an earlier call. They take precedence over the default names. A
     * heading that matches no column of an extract is an error, whose message lists the extract's headings and the nearest one.
     *
     * @param headingToField the field of each heading, by its {@link uk.smets.mam.model.DocumentField#name() name} or {@link
     *     uk.smets.mam.model.DocumentField#jsonName() JSON name}
     * @return the new import
     * @throws IllegalArgumentException if a heading is empty or is mapped to an unknown field, or if two equal headings are mapped to
     *     different fields
     */
    public ExtractImport mapping(Map<String, String> headingToField) {
        return new ExtractImport(
                header, Headings.OF_THE_MAM.with(Arguments.requireEntries(headingToField, "headingToField")), options);
    }

    /**
     * Returns a copy with other options.
     *
     * @param newOptions the options for checking
     * @return the new import
     */
    public ExtractImport options(ValidationOptions newOptions) {
        return new ExtractImport(header, headings, requireNonNull(newOptions, "newOptions"));
    }

    /**
     * Imports a file.
     *
     * @param file the extract
     * @return the document, the changes and the warnings
     * @throws InvalidDocumentException if the extract has errors; the exception contains all findings
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public ConvertedDocument read(Path file) throws IOException {
        return read(Input.of(file));
    }

    /**
     * Imports an input.
     *
     * @param input the extract; its name is not checked
     * @return the document, the changes and the warnings
     * @throws InvalidDocumentException if the extract has errors; the exception contains all findings
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public ConvertedDocument read(Input input) throws IOException {
        return ImportReading.read(requireNonNull(input, "input"), header, headings, options);
    }

    /** {@return the header and the options} */
    @Override
    public String toString() {
        return "ExtractImport[" + header + ", " + options + "]";
    }
}
