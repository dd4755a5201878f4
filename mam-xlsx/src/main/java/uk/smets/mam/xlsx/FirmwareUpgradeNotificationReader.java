package uk.smets.mam.xlsx;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.internal.document.FirmwareUpgradeDraft;
import uk.smets.mam.xlsx.internal.document.FirmwareUpgradeTable;
import uk.smets.mam.xlsx.internal.read.RowStream;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;

/**
 * Streams a firmware notification of any size (clause 7.3). It knows the header at once, and yields sound rows only. Of a file, nothing but the
 * table of texts that the workbook's cells share is kept in memory; where cells have their texts to themselves, there is none.
 *
 * <pre>{@code
 * try (FirmwareUpgradeNotificationReader reader = FirmwareUpgradeNotificationReader.open(file, findings::add)) {
 *     for (FirmwareUpgradeRow row : reader) {
 *         plan(reader.header(), row);
 *     }
 * }
 * }</pre>
 *
 * <p>Opened with a listener, it hands every finding to it and skips the rows that have an error; of a workbook that lacks a
 * mandatory column, or has an error in its header, it yields none. Opened without, it throws {@link InvalidDocumentException} at
 * the first error, from the method that meets it.
 *
 * <p>To find duplicate meter points it remembers those that went by, at about 24 bytes a row; a caller that turns {@code
 * MPXN_DUPLICATE} off saves that.
 *
 * <p>Not for several threads at once. A large workbook is inflated by a thread of the reader's own, which ends when it is closed.
 */
public final class FirmwareUpgradeNotificationReader implements Iterable<FirmwareUpgradeRow>, AutoCloseable {
    private final RowStream<FirmwareUpgradeRow, FirmwareUpgradeDraft> rows;

    private FirmwareUpgradeNotificationReader(RowStream<FirmwareUpgradeRow, FirmwareUpgradeDraft> rows) {
        this.rows = rows;
    }

    /**
     * Opens a workbook, to throw at the first error.
     *
     * @param file the workbook
     * @return the reader, which has read the header
     * @throws InvalidDocumentException where the header or the headings have an error
     * @throws IOException where the file can't be read
     */
    public static FirmwareUpgradeNotificationReader open(Path file) throws IOException {
        return open(file, ValidationOptions.defaults());
    }

    /**
     * Opens a workbook, to throw at the first error.
     *
     * @param file the workbook
     * @param options how to check
     * @return the reader, which has read the header
     * @throws InvalidDocumentException where the header or the headings have an error
     * @throws IOException where the file can't be read
     */
    public static FirmwareUpgradeNotificationReader open(Path file, ValidationOptions options) throws IOException {
        return failFast(WorkbookSource.of(file, options), options);
    }

    /**
     * Opens a workbook, to skip rows with errors.
     *
     * @param file the workbook
     * @param listener takes every finding, in the order in which they are met
     * @return the reader, which has read the header
     * @throws IOException where the file can't be read
     */
    public static FirmwareUpgradeNotificationReader open(Path file, Consumer<Finding> listener) throws IOException {
        return open(file, ValidationOptions.defaults(), listener);
    }

    /**
     * Opens a workbook, to skip rows with errors.
     *
     * @param file the workbook
     * @param options how to check
     * @param listener takes every finding, in the order in which they are met
     * @return the reader, which has read the header
     * @throws IOException where the file can't be read
     */
    public static FirmwareUpgradeNotificationReader open(
            Path file, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        requireNonNull(listener, "listener");
        return listening(WorkbookSource.of(file, options), options, listener);
    }

    /**
     * Opens a workbook from a stream, to throw at the first error. The stream is read to its end and closed; its bytes are kept in
     * memory until the reader is closed.
     *
     * @param stream the stream
     * @param options how to check
     * @return the reader, which has read the header
     * @throws InvalidDocumentException where the header or the headings have an error
     * @throws IOException where the stream can't be read
     */
    public static FirmwareUpgradeNotificationReader open(InputStream stream, ValidationOptions options)
            throws IOException {
        return failFast(WorkbookSource.of(requireNonNull(stream, "stream"), options), options);
    }

    /**
     * Opens a workbook from a stream, to skip rows with errors. The stream is read to its end and closed; its bytes are kept in
     * memory until the reader is closed.
     *
     * @param stream the stream
     * @param options how to check
     * @param listener takes every finding, in the order in which they are met
     * @return the reader, which has read the header
     * @throws IOException where the stream can't be read
     */
    public static FirmwareUpgradeNotificationReader open(
            InputStream stream, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        requireNonNull(listener, "listener");
        return listening(WorkbookSource.of(requireNonNull(stream, "stream"), options), options, listener);
    }

    private static FirmwareUpgradeNotificationReader failFast(WorkbookSource source, ValidationOptions options)
            throws IOException {
        return new FirmwareUpgradeNotificationReader(
                RowStream.failFast(source, FirmwareUpgradeTable.NOTIFICATION, options));
    }

    private static FirmwareUpgradeNotificationReader listening(
            WorkbookSource source, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        return new FirmwareUpgradeNotificationReader(
                RowStream.listening(source, FirmwareUpgradeTable.NOTIFICATION, options, listener));
    }

    /**
     * The header.
     *
     * @return the header
     * @throws IllegalStateException where the header has an error, of which the listener was told
     */
    public NotificationHeader header() {
        return rows.header();
    }

    /**
     * Reads the next row.
     *
     * @return the next row without an error, or empty behind the last
     * @throws InvalidDocumentException at an error, where there is no listener
     * @throws IOException where the source can't be read, or a file was changed while it was being read
     * @throws IllegalStateException where the reader is closed, or has thrown before
     */
    public Optional<FirmwareUpgradeRow> read() throws IOException {
        return rows.read();
    }

    /**
     * The number that the row which was read last has on its sheet; where none was read yet, that of the row above the body.
     *
     * @return the number, from 1
     */
    public int rowNumber() {
        return rows.row();
    }

    /**
     * Iterates over the rows that were not read yet. Trouble with the source is an {@link UncheckedIOException} here.
     *
     * @return an iterator, the only one
     * @throws IllegalStateException where there was one already: a stream goes by once
     */
    @Override
    public Iterator<FirmwareUpgradeRow> iterator() {
        return rows.iterator();
    }

    /**
     * Closes the source.
     *
     * @throws IOException where that fails
     */
    @Override
    public void close() throws IOException {
        rows.close();
    }
}
