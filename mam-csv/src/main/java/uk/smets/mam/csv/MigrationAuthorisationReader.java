package uk.smets.mam.csv;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import uk.smets.mam.csv.internal.read.MigrationAuthorisationScan;
import uk.smets.mam.csv.internal.scan.Source;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.file.RowSequence;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.model.internal.finding.FindingSink;

/**
 * Streams a Migration Authorisation of any size in constant memory. It knows the header at once, and yields sound rows
 * only.
 *
 * <pre>{@code
 * try (MigrationAuthorisationReader reader = MigrationAuthorisationReader.open(file, findings::add)) {
 *     for (MigrationAuthorisationRow row : reader) {
 *         planMigration(reader.header(), row);
 *     }
 * }
 * }</pre>
 *
 * <p>Opened with a listener, it hands every finding to it and skips the rows that have an error. Opened without, it
 * throws {@link InvalidDocumentException} at the first error, from the method that meets it. What only the end of the
 * file shows (mixed weeks, the number of wrong line ends) is reported there.
 *
 * <p>To find duplicate meter points it remembers those that went by, at about 24 bytes a row; a caller that turns {@code
 * MPXN_DUPLICATE} off saves that.
 *
 * <p>Not for several threads at once.
 */
public final class MigrationAuthorisationReader implements Iterable<MigrationAuthorisationRow>, AutoCloseable {
    private final Source source;
    private final MigrationAuthorisationScan scan;
    private final RowSequence<MigrationAuthorisationRow> rows;

    private MigrationAuthorisationReader(Source source, MigrationAuthorisationScan scan) {
        this.source = source;
        this.scan = scan;
        rows = new RowSequence<>(scan::next);
    }

    /**
     * Opens a file, to throw at the first error.
     *
     * @param file the file
     * @return the reader, which has read the header
     * @throws InvalidDocumentException where the header has an error
     * @throws IOException where the file can't be read
     */
    public static MigrationAuthorisationReader open(Path file) throws IOException {
        return open(file, ValidationOptions.defaults());
    }

    /**
     * Opens a file, to throw at the first error.
     *
     * @param file the file
     * @param options how to check
     * @return the reader, which has read the header
     * @throws InvalidDocumentException where the header has an error
     * @throws IOException where the file can't be read
     */
    public static MigrationAuthorisationReader open(Path file, ValidationOptions options) throws IOException {
        return failFast(Source.of(file, options), options);
    }

    /**
     * Opens a file, to skip rows with errors.
     *
     * @param file the file
     * @param listener takes every finding, in the order in which they are met
     * @return the reader, which has read the header
     * @throws IOException where the file can't be read
     */
    public static MigrationAuthorisationReader open(Path file, Consumer<Finding> listener) throws IOException {
        return open(file, ValidationOptions.defaults(), listener);
    }

    /**
     * Opens a file, to skip rows with errors.
     *
     * @param file the file
     * @param options how to check
     * @param listener takes every finding, in the order in which they are met
     * @return the reader, which has read the header
     * @throws IOException where the file can't be read
     */
    public static MigrationAuthorisationReader open(Path file, ValidationOptions options, Consumer<Finding> listener)
            throws IOException {
        return listening(Source.of(file, options), options, listener);
    }

    /**
     * Opens a stream, to throw at the first error. Closing the reader closes the stream.
     *
     * @param stream the stream
     * @param options how to check
     * @return the reader, which has read the header
     * @throws InvalidDocumentException where the header has an error
     * @throws IOException where the stream can't be read
     */
    public static MigrationAuthorisationReader open(InputStream stream, ValidationOptions options) throws IOException {
        return failFast(Source.of(requireNonNull(stream, "stream"), options), options);
    }

    /**
     * Opens a stream, to skip rows with errors. Closing the reader closes the stream.
     *
     * @param stream the stream
     * @param options how to check
     * @param listener takes every finding, in the order in which they are met
     * @return the reader, which has read the header
     * @throws IOException where the stream can't be read
     */
    public static MigrationAuthorisationReader open(
            InputStream stream, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        return listening(Source.of(requireNonNull(stream, "stream"), options), options, listener);
    }

    private static MigrationAuthorisationReader listening(
            Source source, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        requireNonNull(listener, "listener");
        return open(source, options, false, (rule, severity, repairable, finding) -> listener.accept(finding.get()));
    }

    private static MigrationAuthorisationReader failFast(Source source, ValidationOptions options) throws IOException {
        return open(source, options, true, (rule, severity, repairable, finding) -> {
            if (severity == Severity.ERROR) {
                CollectingSink first = new CollectingSink(1);
                first.accept(rule, severity, repairable, finding);
                throw new InvalidDocumentException(
                        first.report(DocumentKind.MIGRATION_AUTHORISATION, Optional.<DocumentHeader>empty(), 0));
            }
        });
    }

    private static MigrationAuthorisationReader open(
            Source source, ValidationOptions options, boolean failFast, FindingSink sink) throws IOException {
        try {
            return new MigrationAuthorisationReader(
                    source, new MigrationAuthorisationScan(source, options, true, failFast, sink));
        } catch (IOException | RuntimeException e) {
            try (source) {
                throw e;
            }
        }
    }

    /**
     * The header.
     *
     * @return the header
     * @throws IllegalStateException where the header has an error, of which the listener was told
     */
    public MigrationAuthorisationHeader header() {
        return scan.header().orElseThrow(() -> new IllegalStateException("the header has an error: see the findings"));
    }

    /**
     * Reads the next row.
     *
     * @return the next row without an error, or empty behind the last
     * @throws InvalidDocumentException at an error, where there is no listener
     * @throws IOException where the source can't be read, or a file was changed while it was being read
     * @throws IllegalStateException where the reader is closed, or has thrown before
     */
    public Optional<MigrationAuthorisationRow> read() throws IOException {
        return rows.read();
    }

    /**
     * The line of the row that was read last; where a row has not been read yet, that of the header's last line.
     *
     * @return the line, from 1
     */
    public long line() {
        return scan.line();
    }

    /**
     * Iterates over the rows that were not read yet. Trouble with the source is an {@link UncheckedIOException} here.
     *
     * @return an iterator, the only one
     * @throws IllegalStateException where there was one already: a stream goes by once
     */
    @Override
    public Iterator<MigrationAuthorisationRow> iterator() {
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
        try (source) {
            scan.close();
        }
    }
}
