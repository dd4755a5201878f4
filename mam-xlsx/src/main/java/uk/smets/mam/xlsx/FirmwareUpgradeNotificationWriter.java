package uk.smets.mam.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;
import uk.smets.mam.xlsx.internal.document.FirmwareUpgradeTable;
import uk.smets.mam.xlsx.internal.write.WorkbookSkeleton;
import uk.smets.mam.xlsx.internal.write.WorkbookWriter;

/**
 * Writes a firmware and configuration notification row by row, without holding the rows: the header first, then rows, then {@link #finish()}.
 *
 * <pre>{@code
 * try (FirmwareUpgradeNotificationWriter writer = FirmwareUpgradeNotificationWriter.create(file, header)) {
 *     for (Installation installation : installations) {
 *         writer.write(rowOf(installation));
 *     }
 *     WrittenFile written = writer.finish();
 * }
 * }</pre>
 *
 * <p>A file appears whole, at {@link #finish()}, or not at all: closing the writer without it discards what was written. Each row goes
 * through all rules, those that look across rows too. To find duplicates the writer remembers every meter point, in up to 40 bytes each,
 * unless MPXN_DUPLICATE is turned off. A row with an error is refused; warnings, and what is for information, go to a listener as they
 * are found, and {@link WrittenFile#warnings()} counts the warnings.
 *
 * <p>The sheet has the MAM's order of fields, with headings. Every cell is text, and none a formula.
 *
 * <p>Not for several threads at once.
 */
public final class FirmwareUpgradeNotificationWriter implements AutoCloseable {
    private final WorkbookWriter<FirmwareUpgradeRow> writer;

    private FirmwareUpgradeNotificationWriter(WorkbookWriter<FirmwareUpgradeRow> writer) {
        this.writer = writer;
    }

    /** Made when the first workbook is written. */
    private static final class Skeleton {
        static final WorkbookSkeleton INSTANCE = WorkbookSkeleton.of(FirmwareUpgradeTable.NOTIFICATION);
    }

    /**
     * Starts a file.
     *
     * @param file the file, whose name ends in {@code .xlsx}; one that is there already is replaced at {@link #finish()}
     * @param header the header
     * @return the writer
     * @throws IllegalArgumentException where the file's name ends otherwise
     * @throws IOException where the file can't be made
     */
    public static FirmwareUpgradeNotificationWriter create(Path file, NotificationHeader header) throws IOException {
        return create(file, header, ValidationOptions.defaults());
    }

    /**
     * Starts a file.
     *
     * @param file the file, whose name ends in {@code .xlsx}; one that is there already is replaced at {@link #finish()}
     * @param header the header
     * @param options how to check
     * @return the writer
     * @throws InvalidDocumentException where the options make an error of what the header has; then nothing is written
     * @throws IllegalArgumentException where the file's name ends otherwise
     * @throws IOException where the file can't be made
     */
    public static FirmwareUpgradeNotificationWriter create(
            Path file, NotificationHeader header, ValidationOptions options) throws IOException {
        return create(file, header, options, finding -> {});
    }

    /**
     * Starts a file.
     *
     * @param file the file, whose name ends in {@code .xlsx}; one that is there already is replaced at {@link #finish()}
     * @param header the header
     * @param options how to check
     * @param listener takes each finding that does not refuse a row: warnings and information
     * @return the writer
     * @throws InvalidDocumentException where the options make an error of what the header has; then nothing is written
     * @throws IllegalArgumentException where the file's name ends otherwise
     * @throws IOException where the file can't be made
     */
    public static FirmwareUpgradeNotificationWriter create(
            Path file, NotificationHeader header, ValidationOptions options, Consumer<Finding> listener)
            throws IOException {
        return new FirmwareUpgradeNotificationWriter(WorkbookWriter.create(
                FirmwareUpgradeTable.NOTIFICATION, Skeleton.INSTANCE, file, header, options, listener));
    }

    /**
     * Starts on a stream, which stays open. What was written to a stream can't be taken back.
     *
     * @param stream the stream
     * @param header the header
     * @return the writer
     */
    public static FirmwareUpgradeNotificationWriter to(OutputStream stream, NotificationHeader header) {
        return to(stream, header, ValidationOptions.defaults());
    }

    /**
     * Starts on a stream, which stays open. What was written to a stream can't be taken back.
     *
     * @param stream the stream
     * @param header the header
     * @param options how to check
     * @return the writer
     * @throws InvalidDocumentException where the options make an error of what the header has; then nothing is written
     */
    public static FirmwareUpgradeNotificationWriter to(
            OutputStream stream, NotificationHeader header, ValidationOptions options) {
        return to(stream, header, options, finding -> {});
    }

    /**
     * Starts on a stream, which stays open. What was written to a stream can't be taken back.
     *
     * @param stream the stream
     * @param header the header
     * @param options how to check
     * @param listener takes each finding that does not refuse a row: warnings and information
     * @return the writer
     * @throws InvalidDocumentException where the options make an error of what the header has; then nothing is written
     */
    public static FirmwareUpgradeNotificationWriter to(
            OutputStream stream, NotificationHeader header, ValidationOptions options, Consumer<Finding> listener) {
        return new FirmwareUpgradeNotificationWriter(WorkbookWriter.to(
                FirmwareUpgradeTable.NOTIFICATION, Skeleton.INSTANCE, stream, header, options, listener));
    }

    /**
     * Writes a row.
     *
     * @param row the row
     * @throws InvalidDocumentException where the row has errors; then nothing of it is written, and the writer can go on with another
     * @throws IllegalStateException where the sheet has as many rows as a sheet can have, or the writer was finished or closed, or failed
     *     to write before
     * @throws IOException where it can't be written; then nothing more can be
     */
    public void write(FirmwareUpgradeRow row) throws IOException {
        writer.write(row);
    }

    /**
     * Ends the document, and moves a file into its place.
     *
     * @return what was written
     * @throws IllegalStateException where the writer was finished or closed, or failed to write before
     * @throws IOException where it can't be written; a file that was there before is still there
     */
    public WrittenFile finish() throws IOException {
        return writer.finish();
    }

    /**
     * Discards what was written to a file, unless {@link #finish()} came before.
     *
     * @throws IOException where the hidden file can't be removed
     */
    @Override
    public void close() throws IOException {
        writer.close();
    }
}
