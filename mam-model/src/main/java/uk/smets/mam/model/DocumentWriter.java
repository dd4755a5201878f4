package uk.smets.mam.model;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes a document row by row, without holding the rows. The header is given when the writer is created; then come the rows, then {@link
 * #finish()}.
 *
 * <pre>{@code
 * try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(file, header)) {
 *     for (Installation installation : installations) {
 *         writer.write(rowOf(installation));
 *     }
 *     WrittenFile written = writer.finish();
 * }
 * }</pre>
 *
 * <p>A file appears complete at {@link #finish()}, or not at all: closing the writer before that discards what was written, and a file that
 * existed before is kept. What was written to a stream cannot be taken back; the stream stays open.
 *
 * <p>Each row is checked by all rules, including those that compare rows. To find duplicate meter points, the writer remembers every one, in
 * up to 40 bytes each, unless {@link Rule#MPXN_DUPLICATE} is turned off. A row with an error is rejected. Warnings and information are
 * passed to the listener, if one was given, and {@link WrittenFile#warnings()} counts the warnings.
 *
 * <p>Writers are not thread-safe.
 *
 * @param <R> the type of the rows
 */
public interface DocumentWriter<R> extends Closeable {
    /**
     * Chooses the digest that is computed while writing (default: {@link ContentDigest#MD5}).
     *
     * @param digest the digest
     * @return this writer
     * @throws IllegalStateException if a row was written before, or the writer is finished or closed
     */
    DocumentWriter<R> with(ContentDigest digest);

    /**
     * Writes a row.
     *
     * @param row the row
     * @throws InvalidDocumentException if the row has errors; nothing of it is written, and the writer can be used further
     * @throws IllegalStateException if the writer is finished or closed, failed to write before, or the sheet of a workbook is full
     * @throws IOException if the row cannot be written; no more rows can be written then
     */
    void write(R row) throws IOException;

    /**
     * Completes the document and moves a file into place.
     *
     * @return a summary of what was written
     * @throws InvalidDocumentException if the document as a whole has an error, such as {@link Rule#MIGRATION_WEEKS_MIXED} where the
     *     options make it one; no file appears then
     * @throws IllegalStateException if the writer is finished or closed, or failed to write before
     * @throws IOException if the document cannot be written; a file that existed before is kept
     */
    WrittenFile finish() throws IOException;

    /**
     * Discards what was written to a file, unless {@link #finish()} succeeded before. Closing again has no effect.
     *
     * @throws IOException if the temporary file cannot be removed
     */
    @Override
    void close() throws IOException;
}
