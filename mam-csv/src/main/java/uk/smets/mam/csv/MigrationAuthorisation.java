package uk.smets.mam.csv;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Consumer;
import uk.smets.mam.csv.internal.scan.Source;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenFile;

/**
 * A Migration Authorisation: the CSV by which a supplier authorises, week by week, the migration of its Active Meters
 * (MAM v2.1b, clauses 4, 7.1 and 7.2).
 *
 * <p>Three ways in, one engine:
 *
 * <ul>
 *   <li>{@link #parse(Path)} gives the whole document, or throws {@link InvalidDocumentException} with <em>all</em>
 *       findings;
 *   <li>{@link MigrationAuthorisationReader} streams a big one;
 *   <li>{@link #validate(Path)} says what is wrong, and never throws for the content.
 * </ul>
 *
 * <p>The equality of documents is that of their header and rows. All methods may be called from any thread.
 *
 * @param header the three header lines (clause 7.2.2)
 * @param rows the body, a row for each installation (clause 7.2.3)
 */
public record MigrationAuthorisation(MigrationAuthorisationHeader header, List<MigrationAuthorisationRow> rows) {
    /**
     * Makes a document in memory; nothing is checked yet.
     *
     * @param header the header
     * @param rows the rows, which are copied
     */
    public MigrationAuthorisation {
        requireNonNull(header, "header");
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return the document
     * @throws InvalidDocumentException where the content has errors; it holds all findings
     * @throws IOException where the file can't be read, or changes while it is being read
     */
    public static MigrationAuthorisation parse(Path file) throws IOException {
        return parse(file, ValidationOptions.defaults());
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param options how to check
     * @return the document
     * @throws InvalidDocumentException where the content has errors; it holds all findings
     * @throws IOException where the file can't be read, or changes while it is being read
     */
    public static MigrationAuthorisation parse(Path file, ValidationOptions options) throws IOException {
        return DocumentReading.parse(Source.of(file, options), options);
    }

    /**
     * Reads a stream to its end and closes it.
     *
     * @param stream the stream
     * @return the document
     * @throws InvalidDocumentException where the content has errors; it holds all findings
     * @throws IOException where the stream can't be read
     */
    public static MigrationAuthorisation parse(InputStream stream) throws IOException {
        return parse(stream, ValidationOptions.defaults());
    }

    /**
     * Reads a stream to its end and closes it.
     *
     * @param stream the stream
     * @param options how to check
     * @return the document
     * @throws InvalidDocumentException where the content has errors; it holds all findings
     * @throws IOException where the stream can't be read
     */
    public static MigrationAuthorisation parse(InputStream stream, ValidationOptions options) throws IOException {
        return DocumentReading.parse(Source.of(requireNonNull(stream, "stream"), options), options);
    }

    /**
     * Reads the bytes of a file.
     *
     * @param bytes the bytes
     * @return the document
     * @throws InvalidDocumentException where the content has errors; it holds all findings
     */
    public static MigrationAuthorisation parse(byte[] bytes) {
        return parse(bytes, ValidationOptions.defaults());
    }

    /**
     * Reads the bytes of a file.
     *
     * @param bytes the bytes
     * @param options how to check
     * @return the document
     * @throws InvalidDocumentException where the content has errors; it holds all findings
     */
    public static MigrationAuthorisation parse(byte[] bytes, ValidationOptions options) {
        try {
            return DocumentReading.parse(Source.of(requireNonNull(bytes, "bytes"), options), options);
        } catch (IOException e) {
            throw new UncheckedIOException("reading bytes in memory", e);
        }
    }

    /**
     * Says what is wrong with a file. It never throws for the content, and keeps no rows.
     *
     * @param file the file
     * @return the report
     * @throws IOException where the file can't be read, or changes while it is being read
     */
    public static ValidationReport validate(Path file) throws IOException {
        return validate(file, ValidationOptions.defaults());
    }

    /**
     * Says what is wrong with a file. It never throws for the content, and keeps no rows.
     *
     * @param file the file
     * @param options how to check
     * @return the report
     * @throws IOException where the file can't be read, or changes while it is being read
     */
    public static ValidationReport validate(Path file, ValidationOptions options) throws IOException {
        return DocumentReading.validate(Source.of(file, options), options);
    }

    /**
     * Says what is wrong with a file, and hashes it in the same go: the password of its archive is its MD5 (clause 7.5.2), and a
     * file that is read once for both can't be another one for each.
     *
     * @param file the file
     * @param options how to check
     * @param digest takes every byte of the file, in its order; nothing else is done with it
     * @return the report
     * @throws IOException where the file can't be read, or changes while it is being read
     */
    public static ValidationReport validate(Path file, ValidationOptions options, MessageDigest digest)
            throws IOException {
        requireNonNull(digest, "digest");
        return DocumentReading.validate(Source.of(file, options).through(digest), options);
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
        return DocumentReading.validate(Source.of(requireNonNull(stream, "stream"), options), options);
    }

    /**
     * Says what is wrong with the bytes of a file.
     *
     * @param bytes the bytes
     * @return the report
     */
    public static ValidationReport validate(byte[] bytes) {
        return validate(bytes, ValidationOptions.defaults());
    }

    /**
     * Says what is wrong with the bytes of a file.
     *
     * @param bytes the bytes
     * @param options how to check
     * @return the report
     */
    public static ValidationReport validate(byte[] bytes, ValidationOptions options) {
        try {
            return DocumentReading.validate(Source.of(requireNonNull(bytes, "bytes"), options), options);
        } catch (IOException e) {
            throw new UncheckedIOException("reading bytes in memory", e);
        }
    }

    /**
     * Says what would be wrong with the file that this document makes; places are those of that file.
     *
     * @return the report
     */
    public ValidationReport check() {
        return check(ValidationOptions.defaults());
    }

    /**
     * Says what would be wrong with the file that this document makes; places are those of that file.
     *
     * @param options how to check
     * @return the report
     */
    public ValidationReport check(ValidationOptions options) {
        return DocumentCheck.check(this, requireNonNull(options, "options"));
    }

    /**
     * Writes the document to a file, which appears whole or not at all; one that is there already is replaced. The bytes
     * are canonical: the same document makes the same bytes, everywhere.
     *
     * @param file the file, best named by {@link MigrationAuthorisationHeader#fileName}
     * @return what was written
     * @throws InvalidDocumentException where the document has errors, or the file's name says another SMSO or User ID;
     *     then nothing is written
     * @throws IOException where the file can't be written
     */
    public WrittenFile write(Path file) throws IOException {
        return write(file, ValidationOptions.defaults());
    }

    /**
     * Writes the document to a file, as {@link #write(Path)} does.
     *
     * @param file the file
     * @param options how to check
     * @return what was written
     * @throws InvalidDocumentException where the document has errors; then nothing is written
     * @throws IOException where the file can't be written
     */
    public WrittenFile write(Path file, ValidationOptions options) throws IOException {
        return write(file, options, finding -> {});
    }

    /**
     * Writes the document to a file, as {@link #write(Path)} does.
     *
     * @param file the file
     * @param options how to check
     * @param listener takes each warning, and what is for information; nothing where the document has errors
     * @return what was written
     * @throws InvalidDocumentException where the document has errors; then nothing is written
     * @throws IOException where the file can't be written
     */
    public WrittenFile write(Path file, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        DocumentCheck.requireSound(this, requireNonNull(options, "options"));
        try (MigrationAuthorisationWriter writer =
                MigrationAuthorisationWriter.create(file, header, options, ContentDigest.MD5, listener)) {
            return writeRows(writer);
        }
    }

    /**
     * Writes the document to a stream, which stays open.
     *
     * @param stream the stream
     * @return what was written
     * @throws InvalidDocumentException where the document has errors; then nothing is written
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
     * @throws IOException where the stream can't be written
     */
    public WrittenFile write(OutputStream stream, ValidationOptions options, Consumer<Finding> listener)
            throws IOException {
        DocumentCheck.requireSound(this, requireNonNull(options, "options"));
        try (MigrationAuthorisationWriter writer =
                MigrationAuthorisationWriter.to(stream, header, options, ContentDigest.MD5, listener)) {
            return writeRows(writer);
        }
    }

    private WrittenFile writeRows(MigrationAuthorisationWriter writer) throws IOException {
        for (MigrationAuthorisationRow row : rows) {
            writer.write(row);
        }
        return writer.finish();
    }

    /**
     * The bytes of the file that this document makes.
     *
     * @return the bytes
     * @throws InvalidDocumentException where the document has errors
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
     * The fields of the header, a line each (clause 7.2.2).
     *
     * @return three fields
     */
    public static List<DocumentField> headerFields() {
        return MigrationAuthorisationTable.HEADER;
    }

    /**
     * The fields of a row, in their order (clause 7.2.3).
     *
     * @return twenty-five fields
     */
    public static List<DocumentField> fields() {
        return MigrationAuthorisationTable.FIELDS;
    }
}
