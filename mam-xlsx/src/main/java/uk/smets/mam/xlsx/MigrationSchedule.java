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
import uk.smets.mam.model.internal.primitive.Arguments;
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
        rows = Arguments.listOf(rows, "rows");
    }

    /**
     * {@return the document in a workbook}
     *
     * @param file the workbook
     * @throws InvalidDocumentException if the content has errors; the exception holds all findings
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static MigrationSchedule parse(Path file) throws IOException {
        return parse(Input.of(file));
    }

    /**
     * {@return the document in a workbook}
     *
     * @param file the workbook
     * @param options the options for checking
     * @throws InvalidDocumentException if the content has errors; the exception holds all findings
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static MigrationSchedule parse(Path file, ValidationOptions options) throws IOException {
        return parse(Input.of(file), options);
    }

    /**
     * {@return the document in a workbook}
     *
     * @param input the workbook
     * @throws InvalidDocumentException if the content has errors; the exception holds all findings
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static MigrationSchedule parse(Input input) throws IOException {
        return parse(input, ValidationOptions.defaults());
    }

    /**
     * {@return the document in a workbook}
     *
     * @param input the workbook
     * @param options the options for checking
     * @throws InvalidDocumentException if the content has errors; the exception holds all findings
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static MigrationSchedule parse(Input input, ValidationOptions options) throws IOException {
        return READING.parse(input, options, MigrationSchedule::new);
    }

    /**
     * {@return every problem of a workbook, whose rows are not kept}
     *
     * @param file the workbook
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static ValidationReport validate(Path file) throws IOException {
        return validate(Input.of(file));
    }

    /**
     * {@return every problem of a workbook, whose rows are not kept}
     *
     * @param file the workbook
     * @param options the options for checking
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static ValidationReport validate(Path file, ValidationOptions options) throws IOException {
        return validate(Input.of(file), options);
    }

    /**
     * {@return every problem of a workbook, whose rows are not kept}
     *
     * @param input the workbook
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static ValidationReport validate(Input input) throws IOException {
        return validate(input, ValidationOptions.defaults());
    }

    /**
     * {@return every problem of a workbook, whose rows are not kept}
     *
     * @param input the workbook
     * @param options the options for checking
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static ValidationReport validate(Input input, ValidationOptions options) throws IOException {
        return READING.validate(input, options);
    }

    /**
     * {@return a reader of a workbook, which has read the header; it throws at the first error}
     *
     * @param file the workbook
     * @throws InvalidDocumentException if the header or the headings have an error
     * @throws IOException if the file cannot be read
     */
    public static DocumentReader<NotificationHeader, MigrationScheduleRow> open(Path file) throws IOException {
        return open(Input.of(file));
    }

    /**
     * {@return a reader of a workbook, which has read the header; it throws at the first error}
     *
     * @param file the workbook
     * @param options the options for checking
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
     * {@return a reader of a workbook, which has read the header; it throws at the first error}
     *
     * @param input the workbook
     * @throws InvalidDocumentException if the header or the headings have an error
     * @throws IOException if the input cannot be read
     */
    public static DocumentReader<NotificationHeader, MigrationScheduleRow> open(Input input) throws IOException {
        return open(input, ValidationOptions.defaults());
    }

    /**
     * {@return a reader of a workbook, which has read the header; it throws at the first error}
     *
     * @param input the workbook
     * @param options the options for checking
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
     * {@return a writer of a workbook}
     *
     * @param file the workbook, with a name that ends in {@code .xlsx}
     * @param header the header
     * @throws IllegalArgumentException if the file has another extension, or the header could not be read back
     * @throws IOException if the file cannot be created
     */
    public static DocumentWriter<MigrationScheduleRow> create(Path file, NotificationHeader header) throws IOException {
        return create(file, header, ValidationOptions.defaults());
    }

    /**
     * {@return a writer of a workbook}
     *
     * @param file the workbook, with a name that ends in {@code .xlsx}
     * @param header the header
     * @param options the options for checking
     * @throws IllegalArgumentException if the file has another extension, or the header could not be read back
     * @throws IOException if the file cannot be created
     */
    public static DocumentWriter<MigrationScheduleRow> create(
            Path file, NotificationHeader header, ValidationOptions options) throws IOException {
        return create(file, header, options, finding -> {});
    }

    /**
     * {@return a writer of a workbook}
     *
     * @param file the workbook, with a name that ends in {@code .xlsx}
     * @param header the header
     * @param options the options for checking
     * @param listener receives warnings and information
     * @throws IllegalArgumentException if the file has another extension, or the header could not be read back
     * @throws IOException if the file cannot be created
     */
    public static DocumentWriter<MigrationScheduleRow> create(
            Path file, NotificationHeader header, ValidationOptions options, Consumer<Finding> listener)
            throws IOException {
        return WRITING.create(file, header, options, listener);
    }

    /**
     * {@return a writer of a workbook in a stream}
     *
     * @param stream the stream, which stays open
     * @param header the header
     * @throws IllegalArgumentException if the header could not be read back
     */
    public static DocumentWriter<MigrationScheduleRow> create(OutputStream stream, NotificationHeader header) {
        return create(stream, header, ValidationOptions.defaults());
    }

    /**
     * {@return a writer of a workbook in a stream}
     *
     * @param stream the stream, which stays open
     * @param header the header
     * @param options the options for checking
     * @throws IllegalArgumentException if the header could not be read back
     */
    public static DocumentWriter<MigrationScheduleRow> create(
            OutputStream stream, NotificationHeader header, ValidationOptions options) {
        return create(stream, header, options, finding -> {});
    }

    /**
     * {@return a writer of a workbook in a stream}
     *
     * @param stream the stream, which stays open
     * @param header the header
     * @param options the options for checking
     * @param listener receives warnings and information
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

    /** {@return the four fields of the header (clause 7.4.1)} */
    public static List<DocumentField> headerFields() {
        return MigrationScheduleTable.NOTIFICATION.header();
    }

    /** {@return the 37 fields of a row, in order (clause 7.4.2)} */
    public static List<DocumentField> fields() {
        return MigrationScheduleTable.NOTIFICATION.fields();
    }

    /**
     * {@return the values of a row, one for each of the {@link #fields()}, each empty if the field is omitted; an {@link
     * uk.smets.mam.model.Mpan}, a {@link java.time.LocalDate}, a text and so on, as the row's own accessors return them}
     *
     * @param row the row
     */
    public static List<Optional<Object>> values(MigrationScheduleRow row) {
        return MigrationScheduleTable.NOTIFICATION.values(requireNonNull(row, "row"));
    }

    /** {@return the header and the number of rows, without meter points} */
    @Override
    public String toString() {
        return "MigrationSchedule[" + header.masked() + ", " + rows.size() + " rows]";
    }
}
