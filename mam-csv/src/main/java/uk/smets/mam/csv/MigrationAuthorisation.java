package uk.smets.mam.csv;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import uk.smets.mam.csv.internal.document.AuthorisationWriter;
import uk.smets.mam.csv.internal.document.MigrationAuthorisationScan;
import uk.smets.mam.csv.internal.document.RowCheck;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.model.Document;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenFile;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * A Migration Authorisation: the CSV file in which a supplier authorises, week by week, the migration of its Active Meters (MAM v2.1b,
 * clauses 4, 7.1 and 7.2). The name of every input is checked too. All methods are thread-safe.
 *
 * @param header the three header lines (clause 7.2.2)
 * @param rows the body, one row for each installation (clause 7.2.3)
 */
public record MigrationAuthorisation(MigrationAuthorisationHeader header, List<MigrationAuthorisationRow> rows)
        implements Document<MigrationAuthorisationHeader, MigrationAuthorisationRow> {
    /**
     * Creates a document in memory, without checking it.
     *
     * @param header the header
     * @param rows the rows, which are copied
     */
    public MigrationAuthorisation {
        requireNonNull(header, "header");
        rows = Arguments.listOf(rows, "rows");
    }

    /**
     * {@return the document that a file contains}
     *
     * @param file the file
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static MigrationAuthorisation parse(Path file) throws IOException {
        return parse(Input.of(file));
    }

    /**
     * {@return the document that a file contains}
     *
     * @param file the file
     * @param options the options for checking
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static MigrationAuthorisation parse(Path file, ValidationOptions options) throws IOException {
        return parse(Input.of(file), options);
    }

    /**
     * {@return the document that an input contains}
     *
     * @param input the input
     * @throws InvalidDocumentException if the content has errors; the exception contains all findings
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static MigrationAuthorisation parse(Input input) throws IOException {
        return parse(input, ValidationOptions.defaults());
    }

    /**
     * {@return the document that an input contains}
     *
     * @param input the input
     * @param options the options for checking
     * @throws InvalidDocumentException if the content has errors; the exception contains all findings
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static MigrationAuthorisation parse(Input input, ValidationOptions options) throws IOException {
        return MigrationAuthorisationScan.READING.parse(input, options, MigrationAuthorisation::new);
    }

    /**
     * {@return every problem of a file}
     *
     * @param file the file
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static ValidationReport validate(Path file) throws IOException {
        return validate(Input.of(file));
    }

    /**
     * {@return every problem of a file}
     *
     * @param file the file
     * @param options the options for checking
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static ValidationReport validate(Path file, ValidationOptions options) throws IOException {
        return validate(Input.of(file), options);
    }

    /**
     * {@return every problem of an input}
     *
     * @param input the input
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static ValidationReport validate(Input input) throws IOException {
        return validate(input, ValidationOptions.defaults());
    }

    /**
     * {@return every problem of an input}
     *
     * @param input the input
     * @param options the options for checking
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static ValidationReport validate(Input input, ValidationOptions options) throws IOException {
        return MigrationAuthorisationScan.READING.validate(input, options);
    }

    /**
     * {@return every problem of an input, which is hashed in the same pass: its MD5 is a password (clause 7.5.2)}
     *
     * @param input the input
     * @param options the options for checking
     * @param digest the digest, which is updated with every byte of the input
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static ValidationReport validate(Input input, ValidationOptions options, MessageDigest digest)
            throws IOException {
        requireNonNull(digest, "digest");
        return MigrationAuthorisationScan.reading(digest).validate(input, options);
    }

    /**
     * {@return a reader of a file, which has read the header; it throws {@link InvalidDocumentException} at the first error}
     *
     * @param file the file
     * @throws IOException if the file cannot be read
     */
    public static DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> open(Path file)
            throws IOException {
        return open(Input.of(file));
    }

    /**
     * {@return a reader of a file, which has read the header; it throws {@link InvalidDocumentException} at the first error}
     *
     * @param file the file
     * @param options the options for checking
     * @throws IOException if the file cannot be read
     */
    public static DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> open(
            Path file, ValidationOptions options) throws IOException {
        return open(Input.of(file), options);
    }

    /**
     * {@return a reader of a file, which has read the header; it skips rows with errors}
     *
     * @param file the file
     * @param options the options for checking
     * @param listener receives every finding, in the order of discovery
     * @throws IOException if the file cannot be read
     */
    public static DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> open(
            Path file, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        return open(Input.of(file), options, listener);
    }

    /**
     * {@return a reader of an input, which has read the header; it throws {@link InvalidDocumentException} at the first error}
     *
     * @param input the input
     * @throws IOException if the input cannot be read
     */
    public static DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> open(Input input)
            throws IOException {
        return open(input, ValidationOptions.defaults());
    }

    /**
     * {@return a reader of an input, which has read the header; it throws {@link InvalidDocumentException} at the first error}
     *
     * @param input the input
     * @param options the options for checking
     * @throws IOException if the input cannot be read
     */
    public static DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> open(
            Input input, ValidationOptions options) throws IOException {
        return MigrationAuthorisationScan.READING.open(input, options);
    }

    /**
     * {@return a reader of an input, which has read the header; it skips rows with errors}
     *
     * @param input the input
     * @param options the options for checking
     * @param listener receives every finding, in the order of discovery
     * @throws IOException if the input cannot be read
     */
    public static DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> open(
            Input input, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        return MigrationAuthorisationScan.READING.open(input, options, listener);
    }

    /**
     * {@return a writer of a file}
     *
     * @param file the file, preferably named by {@link MigrationAuthorisationHeader#fileName}
     * @param header the header
     * @throws IOException if the file cannot be created
     */
    public static DocumentWriter<MigrationAuthorisationRow> create(Path file, MigrationAuthorisationHeader header)
            throws IOException {
        return create(file, header, ValidationOptions.defaults());
    }

    /**
     * {@return a writer of a file}
     *
     * @param file the file, preferably named by {@link MigrationAuthorisationHeader#fileName}
     * @param header the header
     * @param options the options for checking
     * @throws InvalidDocumentException if the file name has a different SMSO or User ID than the header
     * @throws IOException if the file cannot be created
     */
    public static DocumentWriter<MigrationAuthorisationRow> create(
            Path file, MigrationAuthorisationHeader header, ValidationOptions options) throws IOException {
        return create(file, header, options, finding -> {});
    }

    /**
     * {@return a writer of a file}
     *
     * @param file the file, preferably named by {@link MigrationAuthorisationHeader#fileName}
     * @param header the header
     * @param options the options for checking
     * @param listener receives warnings and information
     * @throws InvalidDocumentException if the file name has a different SMSO or User ID than the header
     * @throws IOException if the file cannot be created
     */
    public static DocumentWriter<MigrationAuthorisationRow> create(
            Path file, MigrationAuthorisationHeader header, ValidationOptions options, Consumer<Finding> listener)
            throws IOException {
        return AuthorisationWriter.create(file, List.of(), header, options, listener);
    }

    /**
     * {@return a writer of a stream}
     *
     * @param stream the stream, which is left open
     * @param header the header
     */
    public static DocumentWriter<MigrationAuthorisationRow> create(
            OutputStream stream, MigrationAuthorisationHeader header) {
        return create(stream, header, ValidationOptions.defaults());
    }

    /**
     * {@return a writer of a stream}
     *
     * @param stream the stream, which is left open
     * @param header the header
     * @param options the options for checking
     */
    public static DocumentWriter<MigrationAuthorisationRow> create(
            OutputStream stream, MigrationAuthorisationHeader header, ValidationOptions options) {
        return create(stream, header, options, finding -> {});
    }

    /**
     * {@return a writer of a stream}
     *
     * @param stream the stream, which is left open
     * @param header the header
     * @param options the options for checking
     * @param listener receives warnings and information
     */
    public static DocumentWriter<MigrationAuthorisationRow> create(
            OutputStream stream,
            MigrationAuthorisationHeader header,
            ValidationOptions options,
            Consumer<Finding> listener) {
        return AuthorisationWriter.create(stream, header, options, listener);
    }

    @Override
    public ValidationReport check(ValidationOptions options) {
        return RowCheck.check(header, rows, options);
    }

    @Override
    public WrittenFile write(Path file, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        return AuthorisationWriter.write(file, header, rows, options, listener);
    }

    @Override
    public WrittenFile write(OutputStream stream, ValidationOptions options, Consumer<Finding> listener)
            throws IOException {
        return AuthorisationWriter.write(stream, header, rows, options, listener);
    }

    /** {@return the three fields of the header, one per line (clause 7.2.2)} */
    public static List<DocumentField> headerFields() {
        return MigrationAuthorisationTable.HEADER;
    }

    /** {@return the 25 fields of a row, in order (clause 7.2.3)} */
    public static List<DocumentField> fields() {
        return MigrationAuthorisationTable.FIELDS;
    }

    /**
     * {@return the values of a row, one for each of the {@link #fields()}, each empty if the field is omitted}
     *
     * @param row the row
     */
    public static List<Optional<Object>> values(MigrationAuthorisationRow row) {
        return MigrationAuthorisationTable.values(requireNonNull(row, "row"));
    }

    /** {@return the header and the number of rows, without their meter points} */
    @Override
    public String toString() {
        return "MigrationAuthorisation[" + header + ", " + rows.size() + " rows]";
    }
}
