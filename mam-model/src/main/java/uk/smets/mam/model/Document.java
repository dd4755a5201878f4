package uk.smets.mam.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A document in memory: a header and rows, which are checked and written. Documents with equal headers and equal rows are equal.
 *
 * <p>Output is deterministic: equal documents are written as the same bytes, on every platform. Implementations are immutable.
 *
 * @param <H> the type of the header
 * @param <R> the type of the rows
 */
public interface Document<H extends DocumentHeader, R> {
    /**
     * Returns the header.
     *
     * @return the header
     */
    H header();

    /**
     * Returns the rows.
     *
     * @return the rows, unmodifiable
     */
    List<R> rows();

    /**
     * Checks the document as it would be written. Places in the report are those of the written file.
     *
     * @return the report
     */
    default ValidationReport check() {
        return check(ValidationOptions.defaults());
    }

    /**
     * Checks the document as it would be written. Places in the report are those of the written file.
     *
     * @param options the options for checking
     * @return the report
     */
    ValidationReport check(ValidationOptions options);

    /**
     * Writes the document to a file, as {@link #write(Path, ValidationOptions, Consumer)} does.
     *
     * @param file the file
     * @return a summary of what was written
     * @throws InvalidDocumentException if the document has errors; nothing is written then
     * @throws IOException if the file cannot be written
     */
    default WrittenFile write(Path file) throws IOException {
        return write(file, ValidationOptions.defaults());
    }

    /**
     * Writes the document to a file, as {@link #write(Path, ValidationOptions, Consumer)} does.
     *
     * @param file the file
     * @param options the options for checking
     * @return a summary of what was written
     * @throws InvalidDocumentException if the document has errors; nothing is written then
     * @throws IOException if the file cannot be written
     */
    default WrittenFile write(Path file, ValidationOptions options) throws IOException {
        return write(file, options, finding -> {});
    }

    /**
     * Writes the document to a file. The file appears complete or not at all; an existing one is replaced.
     *
     * @param file the file
     * @param options the options for checking
     * @param listener receives warnings and information; it is not called if the document has errors
     * @return a summary of what was written
     * @throws InvalidDocumentException if the document has errors; nothing is written then
     * @throws IllegalArgumentException if the file has a name that the document cannot have
     * @throws IllegalStateException if the document has more rows than the file can hold; nothing is written then
     * @throws IOException if the file cannot be written
     */
    WrittenFile write(Path file, ValidationOptions options, Consumer<Finding> listener) throws IOException;

    /**
     * Writes the document to a stream, as {@link #write(OutputStream, ValidationOptions, Consumer)} does.
     *
     * @param stream the stream, which stays open
     * @return a summary of what was written
     * @throws InvalidDocumentException if the document has errors; nothing is written then
     * @throws IOException if the stream cannot be written
     */
    default WrittenFile write(OutputStream stream) throws IOException {
        return write(stream, ValidationOptions.defaults());
    }

    /**
     * Writes the document to a stream, as {@link #write(OutputStream, ValidationOptions, Consumer)} does.
     *
     * @param stream the stream, which stays open
     * @param options the options for checking
     * @return a summary of what was written
     * @throws InvalidDocumentException if the document has errors; nothing is written then
     * @throws IOException if the stream cannot be written
     */
    default WrittenFile write(OutputStream stream, ValidationOptions options) throws IOException {
        return write(stream, options, finding -> {});
    }

    /**
     * Writes the document to a stream.
     *
     * @param stream the stream, which stays open
     * @param options the options for checking
     * @param listener receives warnings and information; it is not called if the document has errors
     * @return a summary of what was written
     * @throws InvalidDocumentException if the document has errors; nothing is written then
     * @throws IllegalStateException if the document has more rows than the file can hold; nothing is written then
     * @throws IOException if the stream cannot be written
     */
    WrittenFile write(OutputStream stream, ValidationOptions options, Consumer<Finding> listener) throws IOException;

    /**
     * Returns the bytes of the file that the document is written to.
     *
     * @return the bytes
     * @throws InvalidDocumentException if the document has errors
     * @throws IllegalStateException if the document has more rows than the file can hold
     */
    default byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing bytes in memory", e);
        }
        return bytes.toByteArray();
    }
}
