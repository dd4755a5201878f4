package uk.smets.mam.xlsx;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import uk.smets.mam.model.Document;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenFile;
import uk.smets.mam.model.internal.document.DocumentReading;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.read.NotificationScan;
import uk.smets.mam.xlsx.internal.write.NotificationWriting;

/**
 * A Dormant Meter notification for the Migration Schedule: the workbook in which DCC informs a supplier which installations are to be
 * migrated, and when; also the workbook that the supplier returns, with Priority and certificates filled in (MAM v2.1b, clauses 6 and
 * 7.4).
 *
 * <p>DCC's template is not part of the MAM. The header is therefore found by its labels and the body by its headings, on any sheet and in
 * any order; a body without headings has the order of {@link #fields()}. The formats {@code .xlsx} and {@code .xlsm} are read. Only the
 * values of cells are used: display formats are ignored, formulas are not evaluated, macros are not run, and nothing outside the file is
 * accessed. Only {@code .xlsx} is written: one sheet with the header, the headings and the rows, in which every cell is text.
 *
 * <p>All methods are thread-safe. A reader of a large workbook decompresses it in a separate thread, which ends when the reader is closed.
 *
 * @param header the four fields of the header (clause 7.4.1)
 * @param rows the body, one row per installation (clause 7.4.2)
 */
public record MigrationSchedule(NotificationHeader header, List<MigrationScheduleRow> rows)
        implements Document<NotificationHeader, MigrationScheduleRow> {
    private static final DocumentReading<NotificationHeader, MigrationScheduleRow> READING =
            NotificationScan.reading(MigrationScheduleTable.NOTIFICATION);

    private static final NotificationWriting<MigrationScheduleRow, ?> WRITING =
            new NotificationWriting<>(MigrationScheduleTable.NOTIFICATION);

    /**
     * Creates a document in memory, without checking it.
     *
     * @param header the header
     * @param rows the rows, which are copied
     */
    public MigrationSchedule {
        requireNonNull(header, "header");
        rows = List.copyOf(requireNonNull(rows, "rows"));
    }

    /**
     * Reads a workbook.
     *
     * @param file the workbook
     * @return the document
     * @throws InvalidDocumentException if the content has errors; the exception holds all findings
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static MigrationSchedule parse(Path file) throws IOException {
        return parse(Input.of(file));
    }

    /**
     * Reads a workbook.
     *
     * @param file the workbook
     * @param options the options for checking
     * @return the document
     * @throws InvalidDocumentException if the content has errors; the exception holds all findings
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static MigrationSchedule parse(Path file, ValidationOptions options) throws IOException {
        return parse(Input.of(file), options);
    }

    /**
     * Reads a workbook.
     *
     * @param input the workbook
     * @return the document
     * @throws InvalidDocumentException if the content has errors; the exception holds all findings
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static MigrationSchedule parse(Input input) throws IOException {
        return parse(input, ValidationOptions.defaults());
    }

    /**
     * Reads a workbook.
     *
     * @param input the workbook
     * @param options the options for checking
     * @return the document
     * @throws InvalidDocumentException if the content has errors; the exception holds all findings
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static MigrationSchedule parse(Input input, ValidationOptions options) throws IOException {
        return READING.parse(input, options, MigrationSchedule::new);
    }

    /**
     * Reports every problem of a workbook, without keeping its rows. Throws only on I/O errors.
     *
     * @param file the workbook
     * @return the report
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static ValidationReport validate(Path file) throws IOException {
        return validate(Input.of(file));
    }

    /**
     * Reports every problem of a workbook, without keeping its rows. Throws only on I/O errors.
     *
     * @param file the workbook
     * @param options the options for checking
     * @return the report
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static ValidationReport validate(Path file, ValidationOptions options) throws IOException {
        return validate(Input.of(file), options);
    }

    /**
     * Reports every problem of a workbook, without keeping its rows. Throws only on I/O errors.
     *
     * @param input the workbook
     * @return the report
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static ValidationReport validate(Input input) throws IOException {
        return validate(input, ValidationOptions.defaults());
    }

    /**
     * Reports every problem of a workbook, without keeping its rows. Throws only on I/O errors.
     *
     * @param input the workbook
     * @param options the options for checking
     * @return the report
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static ValidationReport validate(Input input, ValidationOptions options) throws IOException {
        return READING.validate(input, options);
    }

    /**
     * Opens a workbook to read row by row; the reader throws at the first error.
     *
     * @param file the workbook
     * @return the reader, which has read the header
     * @throws InvalidDocumentException if the header or the headings have an error
     * @throws IOException if the file cannot be read
     */
    public static DocumentReader<NotificationHeader, MigrationScheduleRow> open(Path file) throws IOException {
        return open(Input.of(file));
    }

    /**
     * Opens a workbook to read row by row; the reader throws at the first error.
     *
     * @param file the workbook
     * @param options the options for checking
     * @return the reader, which has read the header
     * @throws InvalidDocumentException if the header or the headings have an error
     * @throws IOException if the file cannot be read
     */
    public static DocumentReader<NotificationHeader, MigrationScheduleRow> open(Path file, ValidationOptions options)
            throws IOException {
        return open(Input.of(file), options);
    }

    /**
     * Opens a workbook to read row by row; the reader skips rows with errors. If the header has an error, or a mandatory column is
     * missing, it returns no rows.
     *
     * @param file the workbook
     * @param options the options for checking
     * @param listener receives every finding, in the order of discovery
     * @return the reader, which has read the header
     * @throws IOException if the file cannot be read
     */
    public static DocumentReader<NotificationHeader, MigrationScheduleRow> open(
            Path file, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        return open(Input.of(file), options, listener);
    }

    /**
     * Opens a workbook to read row by row; the reader throws at the first error.
     *
     * @param input the workbook
     * @return the reader, which has read the header
     * @throws InvalidDocumentException if the header or the headings have an error
     * @throws IOException if the input cannot be read
     */
    public static DocumentReader<NotificationHeader, MigrationScheduleRow> open(Input input) throws IOException {
        return open(input, ValidationOptions.defaults());
    }

    /**
     * Opens a workbook to read row by row; the reader throws at the first error.
     *
     * @param input the workbook
     * @param options the options for checking
     * @return the reader, which has read the header
     * @throws InvalidDocumentException if the header or the headings have an error
     * @throws IOException if the input cannot be read
     */
    public static DocumentReader<NotificationHeader, MigrationScheduleRow> open(Input input, ValidationOptions options)
            throws IOException {
        return READING.open(input, options);
    }

    /**
     * Opens a workbook to read row by row; the reader skips rows with errors. If the header has an error, or a mandatory column is
     * missing, it returns no rows.
     *
     * @param input the workbook
     * @param options the options for checking
     * @param listener receives every finding, in the order of discovery
     * @return the reader, which has read the header
     * @throws IOException if the input cannot be read
     */
    public static DocumentReader<NotificationHeader, MigrationScheduleRow> open(
            Input input, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        return READING.open(input, options, listener);
    }

    /**
     * Creates a workbook to write row by row.
     *
     * @param file the workbook, with a name that ends in {@code .xlsx}
     * @param header the header
     * @return the writer
     * @throws IllegalArgumentException if the file has another extension, or the header could not be read back
     * @throws IOException if the file cannot be created
     */
    public static DocumentWriter<MigrationScheduleRow> create(Path file, NotificationHeader header) throws IOException {
        return create(file, header, ValidationOptions.defaults(), finding -> {});
    }

    /**
     * Creates a workbook to write row by row.
     *
     * @param file the workbook, with a name that ends in {@code .xlsx}
     * @param header the header
     * @param options the options for checking
     * @param listener receives warnings and information
     * @return the writer
     * @throws IllegalArgumentException if the file has another extension, or the header could not be read back
     * @throws IOException if the file cannot be created
     */
    public static DocumentWriter<MigrationScheduleRow> create(
            Path file, NotificationHeader header, ValidationOptions options, Consumer<Finding> listener)
            throws IOException {
        return WRITING.create(file, header, options, listener);
    }

    /**
     * Creates a workbook in a stream, to write row by row.
     *
     * @param stream the stream, which stays open
     * @param header the header
     * @return the writer
     * @throws IllegalArgumentException if the header could not be read back
     */
    public static DocumentWriter<MigrationScheduleRow> create(OutputStream stream, NotificationHeader header) {
        return create(stream, header, ValidationOptions.defaults(), finding -> {});
    }

    /**
     * Creates a workbook in a stream, to write row by row.
     *
     * @param stream the stream, which stays open
     * @param header the header
     * @param options the options for checking
     * @param listener receives warnings and information
     * @return the writer
     * @throws IllegalArgumentException if the header could not be read back
     */
    public static DocumentWriter<MigrationScheduleRow> create(
            OutputStream stream, NotificationHeader header, ValidationOptions options, Consumer<Finding> listener) {
        return WRITING.create(stream, header, options, listener);
    }

    @Override
    public ValidationReport check(ValidationOptions options) {
        return WRITING.check(header, rows, options);
    }

    @Override
    public WrittenFile write(Path file, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        return WRITING.write(file, header, rows, options, listener);
    }

    @Override
    public WrittenFile write(OutputStream stream, ValidationOptions options, Consumer<Finding> listener)
            throws IOException {
        return WRITING.write(stream, header, rows, options, listener);
    }

    /**
     * Returns the fields of the header (clause 7.4.1).
     *
     * @return four fields
     */
    public static List<DocumentField> headerFields() {
        return MigrationScheduleTable.NOTIFICATION.header();
    }

    /**
     * Returns the fields of a row, in order (clause 7.4.2).
     *
     * @return 37 fields
     */
    public static List<DocumentField> fields() {
        return MigrationScheduleTable.NOTIFICATION.fields();
    }

    /**
     * Returns the values of a row, one for each of the {@link #fields()}, for example to store them in a database: an {@link
     * uk.smets.mam.model.Mpan}, a {@link java.time.LocalDate}, a text and so on, as the row's own accessors return them.
     *
     * @param row the row
     * @return 37 values, each empty if the field is omitted
     */
    public static List<Optional<Object>> values(MigrationScheduleRow row) {
        return MigrationScheduleTable.NOTIFICATION.values(requireNonNull(row, "row"));
    }
}
