package uk.smets.mam.xlsx;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenFile;
import uk.smets.mam.xlsx.internal.document.FirmwareUpgradeTable;
import uk.smets.mam.xlsx.internal.read.DocumentReading;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;
import uk.smets.mam.xlsx.internal.write.DocumentCheck;

/**
 * A Dormant Meter notification for device configuration and firmware upgrades: the workbook by which DCC tells a supplier which
 * devices are to be upgraded, when, and to what (MAM v2.1b, clauses 5 and 7.3).
 *
 * <p>Three ways in, one engine:
 *
 * <ul>
 *   <li>{@link #parse(Path)} gives the whole document, or throws {@link InvalidDocumentException} with <em>all</em>
 *       findings;
 *   <li>{@link FirmwareUpgradeNotificationReader} streams a big one;
 *   <li>{@link #validate(Path)} says what is wrong, and never throws for the content.
 * </ul>
 *
 * <p>DCC's template is not part of the MAM. So the header is found by its labels and the body by its headings, on whichever
 * sheet and in whatever order they stand; a body without headings has the order of {@link #fields()}. Workbooks of the forms
 * {@code .xlsx} and {@code .xlsm} are read, by the values of their cells: no display format is believed, no formula is
 * evaluated, no macro is run, and nothing outside of the file is looked at.
 *
 * <p>The equality of documents is that of their header and rows. All methods may be called from any thread.
 *
 * @param header the four fields of the header (clause 7.3.1)
 * @param rows the body, a row for each installation (clause 7.3.2)
 */
public record FirmwareUpgradeNotification(NotificationHeader header, List<FirmwareUpgradeRow> rows) {
    /**
     * Makes a document in memory; nothing is checked yet.
     *
     * @param header the header
     * @param rows the rows, which are copied
     */
    public FirmwareUpgradeNotification {
        requireNonNull(header, "header");
        rows = List.copyOf(requireNonNull(rows, "rows"));
    }

    /**
     * Reads a workbook.
     *
     * @param file the workbook
     * @return the document
     * @throws InvalidDocumentException where the content has errors; it holds all findings
     * @throws IOException where the file can't be read, or changes while it is being read
     */
    public static FirmwareUpgradeNotification parse(Path file) throws IOException {
        return parse(file, ValidationOptions.defaults());
    }

    /**
     * Reads a workbook.
     *
     * @param file the workbook
     * @param options how to check
     * @return the document
     * @throws InvalidDocumentException where the content has errors; it holds all findings
     * @throws IOException where the file can't be read, or changes while it is being read
     */
    public static FirmwareUpgradeNotification parse(Path file, ValidationOptions options) throws IOException {
        return DocumentReading.parse(
                WorkbookSource.of(file, options),
                FirmwareUpgradeTable.NOTIFICATION,
                options,
                FirmwareUpgradeNotification::new);
    }

    /**
     * Reads a stream to its end and closes it. Its bytes are kept in memory meanwhile, which those of a file are not.
     *
     * @param stream the stream
     * @return the document
     * @throws InvalidDocumentException where the content has errors; it holds all findings
     * @throws IOException where the stream can't be read
     */
    public static FirmwareUpgradeNotification parse(InputStream stream) throws IOException {
        return parse(stream, ValidationOptions.defaults());
    }

    /**
     * Reads a stream to its end and closes it. Its bytes are kept in memory meanwhile, which those of a file are not.
     *
     * @param stream the stream
     * @param options how to check
     * @return the document
     * @throws InvalidDocumentException where the content has errors; it holds all findings
     * @throws IOException where the stream can't be read
     */
    public static FirmwareUpgradeNotification parse(InputStream stream, ValidationOptions options) throws IOException {
        return DocumentReading.parse(
                WorkbookSource.of(requireNonNull(stream, "stream"), options),
                FirmwareUpgradeTable.NOTIFICATION,
                options,
                FirmwareUpgradeNotification::new);
    }

    /**
     * Reads the bytes of a workbook.
     *
     * @param bytes the bytes
     * @return the document
     * @throws InvalidDocumentException where the content has errors; it holds all findings
     */
    public static FirmwareUpgradeNotification parse(byte[] bytes) {
        return parse(bytes, ValidationOptions.defaults());
    }

    /**
     * Reads the bytes of a workbook.
     *
     * @param bytes the bytes
     * @param options how to check
     * @return the document
     * @throws InvalidDocumentException where the content has errors; it holds all findings
     */
    public static FirmwareUpgradeNotification parse(byte[] bytes, ValidationOptions options) {
        try {
            return DocumentReading.parse(
                    WorkbookSource.of(requireNonNull(bytes, "bytes"), options),
                    FirmwareUpgradeTable.NOTIFICATION,
                    options,
                    FirmwareUpgradeNotification::new);
        } catch (IOException e) {
            throw new UncheckedIOException("reading bytes in memory", e);
        }
    }

    /**
     * Says what is wrong with a workbook. It never throws for the content, and keeps no rows.
     *
     * @param file the workbook
     * @return the report
     * @throws IOException where the file can't be read, or changes while it is being read
     */
    public static ValidationReport validate(Path file) throws IOException {
        return validate(file, ValidationOptions.defaults());
    }

    /**
     * Says what is wrong with a workbook. It never throws for the content, and keeps no rows.
     *
     * @param file the workbook
     * @param options how to check
     * @return the report
     * @throws IOException where the file can't be read, or changes while it is being read
     */
    public static ValidationReport validate(Path file, ValidationOptions options) throws IOException {
        return DocumentReading.validate(WorkbookSource.of(file, options), FirmwareUpgradeTable.NOTIFICATION, options);
    }

    /**
     * Says what is wrong with a stream, which is read to its end and closed.
     *
     * @param stream the stream
     * @return the report
     * @throws IOException where the stream can't be read
     */
    public static ValidationReport validate(InputStream stream) throws IOException {
        return validate(stream, ValidationOptions.defaults());
    }

    /**
     * Says what is wrong with a stream, which is read to its end and closed.
     *
     * @param stream the stream
     * @param options how to check
     * @return the report
     * @throws IOException where the stream can't be read
     */
    public static ValidationReport validate(InputStream stream, ValidationOptions options) throws IOException {
        return DocumentReading.validate(
                WorkbookSource.of(requireNonNull(stream, "stream"), options),
                FirmwareUpgradeTable.NOTIFICATION,
                options);
    }

    /**
     * Says what is wrong with the bytes of a workbook.
     *
     * @param bytes the bytes
     * @return the report
     */
    public static ValidationReport validate(byte[] bytes) {
        return validate(bytes, ValidationOptions.defaults());
    }

    /**
     * Says what is wrong with the bytes of a workbook.
     *
     * @param bytes the bytes
     * @param options how to check
     * @return the report
     */
    public static ValidationReport validate(byte[] bytes, ValidationOptions options) {
        try {
            return DocumentReading.validate(
                    WorkbookSource.of(requireNonNull(bytes, "bytes"), options),
                    FirmwareUpgradeTable.NOTIFICATION,
                    options);
        } catch (IOException e) {
            throw new UncheckedIOException("reading bytes in memory", e);
        }
    }

    /**
     * Says what would be wrong with the workbook that this document makes; places are those of that workbook.
     *
     * @return the report
     */
    public ValidationReport check() {
        return check(ValidationOptions.defaults());
    }

    /**
     * Says what would be wrong with the workbook that this document makes; places are those of that workbook.
     *
     * @param options how to check
     * @return the report
     */
    public ValidationReport check(ValidationOptions options) {
        return DocumentCheck.check(header, rows, FirmwareUpgradeTable.NOTIFICATION, requireNonNull(options, "options"));
    }

    /**
     * Writes the document to a workbook, which appears whole or not at all; one that is there already is replaced. Its bytes are
     * canonical: the same document makes the same bytes, everywhere.
     *
     * @param file the workbook, whose name ends in {@code .xlsx}
     * @return what was written
     * @throws InvalidDocumentException where the document has errors; then nothing is written
     * @throws IllegalArgumentException where the file's name ends otherwise
     * @throws IllegalStateException where the document has more rows than a sheet can have; then nothing is written
     * @throws IOException where the file can't be written
     */
    public WrittenFile write(Path file) throws IOException {
        return write(file, ValidationOptions.defaults());
    }

    /**
     * Writes the document to a workbook, as {@link #write(Path)} does.
     *
     * @param file the workbook, whose name ends in {@code .xlsx}
     * @param options how to check
     * @return what was written
     * @throws InvalidDocumentException where the document has errors; then nothing is written
     * @throws IllegalArgumentException where the file's name ends otherwise
     * @throws IllegalStateException where the document has more rows than a sheet can have; then nothing is written
     * @throws IOException where the file can't be written
     */
    public WrittenFile write(Path file, ValidationOptions options) throws IOException {
        return write(file, options, finding -> {});
    }

    /**
     * Writes the document to a workbook, as {@link #write(Path)} does.
     *
     * @param file the workbook, whose name ends in {@code .xlsx}
     * @param options how to check
     * @param listener takes each warning, and what is for information; nothing where the document has errors
     * @return what was written
     * @throws InvalidDocumentException where the document has errors; then nothing is written
     * @throws IllegalArgumentException where the file's name ends otherwise
     * @throws IllegalStateException where the document has more rows than a sheet can have; then nothing is written
     * @throws IOException where the file can't be written
     */
    public WrittenFile write(Path file, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        requireNonNull(options, "options");
        DocumentCheck.requireSound(header, rows, FirmwareUpgradeTable.NOTIFICATION, options);
        try (FirmwareUpgradeNotificationWriter writer =
                FirmwareUpgradeNotificationWriter.create(file, header, options, listener)) {
            return writeRows(writer);
        }
    }

    /**
     * Writes the document to a stream, which stays open.
     *
     * @param stream the stream
     * @return what was written
     * @throws InvalidDocumentException where the document has errors; then nothing is written
     * @throws IllegalStateException where the document has more rows than a sheet can have; then nothing is written
     * @throws IOException where the stream can't be written
     */
    public WrittenFile write(OutputStream stream) throws IOException {
        return write(stream, ValidationOptions.defaults());
    }

    /**
     * Writes the document to a stream, which stays open.
     *
     * @param stream the stream
     * @param options how to check
     * @return what was written
     * @throws InvalidDocumentException where the document has errors; then nothing is written
     * @throws IllegalStateException where the document has more rows than a sheet can have; then nothing is written
     * @throws IOException where the stream can't be written
     */
    public WrittenFile write(OutputStream stream, ValidationOptions options) throws IOException {
        return write(stream, options, finding -> {});
    }

    /**
     * Writes the document to a stream, which stays open.
     *
     * @param stream the stream
     * @param options how to check
     * @param listener takes each warning, and what is for information; nothing where the document has errors
     * @return what was written
     * @throws InvalidDocumentException where the document has errors; then nothing is written
     * @throws IllegalStateException where the document has more rows than a sheet can have; then nothing is written
     * @throws IOException where the stream can't be written
     */
    public WrittenFile write(OutputStream stream, ValidationOptions options, Consumer<Finding> listener)
            throws IOException {
        requireNonNull(options, "options");
        DocumentCheck.requireSound(header, rows, FirmwareUpgradeTable.NOTIFICATION, options);
        try (FirmwareUpgradeNotificationWriter writer =
                FirmwareUpgradeNotificationWriter.to(stream, header, options, listener)) {
            return writeRows(writer);
        }
    }

    private WrittenFile writeRows(FirmwareUpgradeNotificationWriter writer) throws IOException {
        for (FirmwareUpgradeRow row : rows) {
            writer.write(row);
        }
        return writer.finish();
    }

    /**
     * The bytes of the workbook that this document makes.
     *
     * @return the bytes
     * @throws InvalidDocumentException where the document has errors
     * @throws IllegalStateException where the document has more rows than a sheet can have
     */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing bytes in memory", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The fields of the header (clause 7.3.1).
     *
     * @return four fields
     */
    public static List<DocumentField> headerFields() {
        return FirmwareUpgradeTable.NOTIFICATION.header();
    }

    /**
     * The fields of a row, in their order (clause 7.3.2).
     *
     * @return twenty-four fields
     */
    public static List<DocumentField> fields() {
        return FirmwareUpgradeTable.NOTIFICATION.fields();
    }

    /**
     * The values of a row, one for each of the {@link #fields()}, for whoever puts them into a database or another format: an
     * {@link uk.smets.mam.model.Mpan}, an {@link uk.smets.mam.model.Mprn}, a {@link java.time.LocalDate}, a text and so on, as
     * the row's own accessors give them.
     *
     * @param row the row
     * @return the twenty-four values, each absent where the field is omitted
     */
    public static List<Optional<Object>> values(FirmwareUpgradeRow row) {
        return FirmwareUpgradeTable.NOTIFICATION.values(requireNonNull(row, "row"));
    }
}
