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

/**
 * Makes a Migration Authorisation of a supplier's own extract: a table with column headings, as databases and spreadsheets
 * save it.
 *
 * <pre>{@code
 * ConvertedDocument imported = ExtractImport.of(header)
 *         .mapping(Map.of("Electricity meter point", "MPAN", "Week commencing", "Migration Week"))
 *         .read(extract);
 * }</pre>
 *
 * <p>The first line that is not empty holds the headings, in any order: the names of {@link
 * MigrationAuthorisation#fields()} as the MAM writes them or as JSON does, or those of the {@linkplain #mapping mapping}.
 * Case, runs of white space, the kind of a dash and spaces around it do not matter. The fields are separated by comma,
 * semicolon or tab, whichever makes the most of the headings; the text is UTF-8, UTF-16 or, where it is not UTF-8,
 * Windows-1252; the lines end in LF, CR LF or CR.
 *
 * <p>Values are quoted as RFC 4180 has it, or with white space around the quotes, or in typographic quotes. A quoted value
 * may have line breaks where its quotes balance and no line in it has as many fields as a row; it is reported as
 * information. Any other stray quote, or a control character after a closing quote, is an error of its own row.
 *
 * <p>Values that have one meaning only are put in the MAM's form, as {@link MigrationAuthorisationRepair} does; the changes
 * are listed. All other rules are those of a file, at the lines of the extract and with the MAM's names and numbers of
 * the fields.
 *
 * <p>Immutable; it may be used for many extracts, and from any thread.
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
     * An import that knows the MAM's own names and the JSON names of the fields.
     *
     * @param header the header of the documents to be made, which an extract does not have
     * @return the import
     */
    public static ExtractImport of(MigrationAuthorisationHeader header) {
        return new ExtractImport(requireNonNull(header, "header"), Headings.OF_THE_MAM, ValidationOptions.defaults());
    }

    /**
     * The same with headings of the caller's own, in place of those of an earlier call. They come before the names that
     * are known anyway. A heading that no column of an extract has is an error of the extract, which lists its headings
     * and the nearest one.
     *
     * @param headingToField for each heading the field that it stands for: its {@link
     *     uk.smets.mam.model.DocumentField#name() name} or {@link uk.smets.mam.model.DocumentField#jsonName() JSON name}
     * @return the new import
     * @throws IllegalArgumentException where one names no field of {@link MigrationAuthorisation#fields()}, is empty, or
     *     means the same as another and names another field
     */
    public ExtractImport mapping(Map<String, String> headingToField) {
        return new ExtractImport(
                header, Headings.OF_THE_MAM.with(requireNonNull(headingToField, "headingToField")), options);
    }

    /**
     * The same with other options.
     *
     * @param newOptions how to check
     * @return the new import
     */
    public ExtractImport options(ValidationOptions newOptions) {
        return new ExtractImport(header, headings, requireNonNull(newOptions, "newOptions"));
    }

    /**
     * Imports a file.
     *
     * @param file the extract
     * @return the document, what was changed, and the warnings
     * @throws InvalidDocumentException if the extract has errors; the exception holds all findings
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public ConvertedDocument read(Path file) throws IOException {
        return read(Input.of(file));
    }

    /**
     * Imports an input.
     *
     * @param input the extract; its name is not checked
     * @return the document, what was changed, and the warnings
     * @throws InvalidDocumentException if the extract has errors; the exception holds all findings
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public ConvertedDocument read(Input input) throws IOException {
        return ImportReading.read(requireNonNull(input, "input"), header, headings, options);
    }
}
