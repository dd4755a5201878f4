package uk.smets.mam.model;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a document of any size row by row, without holding the rows. The header is available at once; only rows without an error are
 * returned.
 *
 * <pre>{@code
 * try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
 *         MigrationAuthorisation.open(file, options, findings::add)) {
 *     for (MigrationAuthorisationRow row : reader) {
 *         plan(reader.header(), row);
 *     }
 * }
 * }</pre>
 *
 * <p>A reader that was opened with a listener passes every finding to it, in the order of discovery, and skips rows with errors. A reader
 * that was opened without a listener throws {@link InvalidDocumentException} at the first error, from the method that meets it. Some
 * problems, such as mixed Migration Weeks, are known only at the end of the document and are reported there.
 *
 * <p>To find duplicate meter points, the reader remembers those that it has read, in about 24 bytes a row, unless {@link
 * Rule#MPXN_DUPLICATE} is turned off.
 *
 * <p>After {@link #close()}, every method but {@code close} throws {@link IllegalStateException}, and so do the iterator and the stream.
 * After any other exception, no more rows can be read. Readers are not thread-safe.
 *
 * @param <H> the type of the header
 * @param <R> the type of the rows
 */
public interface DocumentReader<H extends DocumentHeader, R> extends Iterable<R>, Closeable {
    /**
     * Returns the header.
     *
     * @return the header
     * @throws IllegalStateException if the header has an error, which was reported to the listener, or the reader is closed
     */
    H header();

    /**
     * Reads the next row without an error.
     *
     * @return the row, or empty after the last
     * @throws InvalidDocumentException at an error, if there is no listener
     * @throws IOException if the input cannot be read, or a file changed while it was being read
     * @throws IllegalStateException if the reader is closed, or has thrown before
     */
    Optional<R> read() throws IOException;

    /**
     * Returns the number of the line or, in a workbook, of the sheet row that was read last. Before the first row, it is the last one
     * before the body.
     *
     * @return the number, from 1; 0 if nothing could be read
     * @throws IllegalStateException if the reader is closed
     */
    long line();

    /**
     * Iterates over the rows that have not been read yet. The iterator throws what {@link #read()} throws, with an {@link
     * java.io.UncheckedIOException} in place of an {@link IOException}.
     *
     * @return the iterator
     * @throws IllegalStateException if there is an iterator or a stream already, or the reader is closed
     */
    @Override
    Iterator<R> iterator();

    /**
     * Returns the rows that have not been read yet as a sequential, ordered stream. It throws what the iterator throws. Closing the stream
     * does not close the reader.
     *
     * @return the stream
     * @throws IllegalStateException if there is an iterator or a stream already, or the reader is closed
     */
    Stream<R> stream();

    /**
     * Returns what has been found so far; after the last row, the report of the whole document.
     *
     * @return the report
     * @throws IllegalStateException if the reader is closed
     */
    ValidationReport report();

    /**
     * Closes a file that was opened; a stream that the caller passed stays open. Closing again has no effect.
     *
     * @throws IOException if closing fails
     */
    @Override
    void close() throws IOException;
}
