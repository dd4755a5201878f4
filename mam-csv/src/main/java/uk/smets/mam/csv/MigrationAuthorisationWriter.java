package uk.smets.mam.csv;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.table.FileNameRules;
import uk.smets.mam.csv.internal.table.FileRules;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.csv.internal.table.RowEncoder;
import uk.smets.mam.csv.internal.table.RowRules;
import uk.smets.mam.csv.internal.table.RowTexts;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.finding.WriterFindings;

/**
 * Writes a Migration Authorisation row by row, without holding the rows: the header first, then rows, then {@link #finish()}.
 *
 * <pre>{@code
 * try (MigrationAuthorisationWriter writer = MigrationAuthorisationWriter.create(file, header)) {
 *     for (Installation installation : installations) {
 *         writer.write(rowOf(installation));
 *     }
 *     WrittenFile written = writer.finish();
 * }
 * }</pre>
 *
 * <p>A file appears whole, at {@link #finish()}, or not at all: closing the writer without it discards what was written.
 * Each row goes through all rules, those that look across rows too. To find duplicates the writer remembers every meter
 * point, in up to 40 bytes each, unless MPXN_DUPLICATE is turned off. A row with an error is refused; warnings, and what is
 * for information, go to a listener as they are found, and {@link WrittenFile#warnings()} counts the warnings.
 *
 * <p>Not for several threads at once.
 */
public final class MigrationAuthorisationWriter implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final OutputStream stream;
    private final @Nullable AtomicFile file;
    private final FieldOutput buffer = new FieldOutput(BUFFER + 4 * 1024);
    private final RowEncoder encoder = new RowEncoder();
    private final @Nullable MessageDigest md5;
    private final RowTexts texts = new RowTexts();
    private final WriterFindings findings;
    private final Reporter reporter;
    private final RowRules rowRules;
    private final FileRules fileRules;
    private boolean concluded;
    private long rows;
    private long size;
    private boolean closed;

    private MigrationAuthorisationWriter(
            OutputStream stream,
            @Nullable AtomicFile file,
            String name,
            MigrationAuthorisationHeader header,
            ValidationOptions options,
            ContentDigest digest,
            WriterFindings findings) {
        this.stream = stream;
        this.file = file;
        md5 = digest == ContentDigest.MD5 ? md5() : null;
        this.findings = findings;
        reporter = new Reporter(name, options, true, findings, texts);
        rowRules = new RowRules(options, reporter);
        fileRules = new FileRules(options, reporter);
        encoder.header(header, buffer);
    }

    /**
     * Starts a file.
     *
     * @param file the file, best named by {@link MigrationAuthorisationHeader#fileName}; one that is there already is
     *     replaced at {@link #finish()}
     * @param header the header
     * @return the writer
     * @throws InvalidDocumentException where the file's name says another SMSO or User ID than the header
     * @throws IOException where the file can't be made
     */
    public static MigrationAuthorisationWriter create(Path file, MigrationAuthorisationHeader header)
            throws IOException {
        return create(file, header, ValidationOptions.defaults());
    }

    /**
     * Starts a file.
     *
     * @param file the file; one that is there already is replaced at {@link #finish()}
     * @param header the header
     * @param options how to check
     * @return the writer
     * @throws InvalidDocumentException where the file's name says another SMSO or User ID than the header
     * @throws IOException where the file can't be made
     */
    public static MigrationAuthorisationWriter create(
            Path file, MigrationAuthorisationHeader header, ValidationOptions options) throws IOException {
        return create(file, header, options, ContentDigest.MD5);
    }

    /**
     * Starts a file.
     *
     * @param file the file; one that is there already is replaced at {@link #finish()}
     * @param header the header
     * @param options how to check
     * @param digest which digest of its bytes is made
     * @return the writer
     * @throws InvalidDocumentException where the file's name says another SMSO or User ID than the header
     * @throws IOException where the file can't be made
     */
    public static MigrationAuthorisationWriter create(
            Path file, MigrationAuthorisationHeader header, ValidationOptions options, ContentDigest digest)
            throws IOException {
        return create(file, header, options, digest, finding -> {});
    }

    /**
     * Starts a file.
     *
     * @param file the file; one that is there already is replaced at {@link #finish()}
     * @param header the header
     * @param options how to check
     * @param digest which digest of its bytes is made
     * @param listener takes each finding that does not refuse a row: warnings and information
     * @return the writer
     * @throws InvalidDocumentException where the file's name says another SMSO or User ID than the header
     * @throws IOException where the file can't be made
     */
    public static MigrationAuthorisationWriter create(
            Path file,
            MigrationAuthorisationHeader header,
            ValidationOptions options,
            ContentDigest digest,
            Consumer<Finding> listener)
            throws IOException {
        requireNonNull(file, "file");
        requireNonNull(digest, "digest");
        return create(file, List.of(), header, options, digest, listener);
    }

    /** Starts a file that is made of others, and may be none of them. */
    public static MigrationAuthorisationWriter create(
            Path file,
            List<Path> inputs,
            MigrationAuthorisationHeader header,
            ValidationOptions options,
            ContentDigest digest,
            Consumer<Finding> listener)
            throws IOException {
        String name = String.valueOf(file.getFileName());
        WriterFindings findings = findings(header, options, listener);
        Reporter reporter = new Reporter(name, options, true, findings, number -> "");
        FileNameRules.check(name, header.smso(), header.userId(), reporter);
        findings.settle(false, 0);
        AtomicFile target = AtomicFile.create(OutputTarget.named(file, inputs));
        return on(target, options.sourceName().orElse(name), header, options, digest, findings);
    }

    /** Starts a file of a group, which has a name of clause 7.2.1 and is moved into place with the others. */
    static MigrationAuthorisationWriter create(
            AtomicFile file,
            MigrationAuthorisationHeader header,
            ValidationOptions options,
            Consumer<Finding> listener) {
        String name =
                options.sourceName().orElseGet(() -> file.target().getFileName().toString());
        return on(file, name, header, options, ContentDigest.MD5, findings(header, options, listener));
    }

    private static MigrationAuthorisationWriter on(
            AtomicFile file,
            String name,
            MigrationAuthorisationHeader header,
            ValidationOptions options,
            ContentDigest digest,
            WriterFindings findings) {
        return new MigrationAuthorisationWriter(file.stream(), file, name, header, options, digest, findings);
    }

    private static WriterFindings findings(
            MigrationAuthorisationHeader header, ValidationOptions options, Consumer<Finding> listener) {
        return new WriterFindings(
                DocumentKind.MIGRATION_AUTHORISATION,
                requireNonNull(header, "header"),
                List.of(),
                requireNonNull(options, "options"),
                requireNonNull(listener, "listener"));
    }

    /**
     * Starts on a stream, which stays open. What was written to a stream can't be taken back.
     *
     * @param stream the stream
     * @param header the header
     * @return the writer
     */
    public static MigrationAuthorisationWriter to(OutputStream stream, MigrationAuthorisationHeader header) {
        return to(stream, header, ValidationOptions.defaults());
    }

    /**
     * Starts on a stream, which stays open. What was written to a stream can't be taken back.
     *
     * @param stream the stream
     * @param header the header
     * @param options how to check
     * @return the writer
     */
    public static MigrationAuthorisationWriter to(
            OutputStream stream, MigrationAuthorisationHeader header, ValidationOptions options) {
        return to(stream, header, options, ContentDigest.MD5);
    }

    /**
     * Starts on a stream, which stays open. What was written to a stream can't be taken back.
     *
     * @param stream the stream
     * @param header the header
     * @param options how to check
     * @param digest which digest of its bytes is made
     * @return the writer
     */
    public static MigrationAuthorisationWriter to(
            OutputStream stream, MigrationAuthorisationHeader header, ValidationOptions options, ContentDigest digest) {
        return to(stream, header, options, digest, finding -> {});
    }

    /**
     * Starts on a stream, which stays open. What was written to a stream can't be taken back.
     *
     * @param stream the stream
     * @param header the header
     * @param options how to check
     * @param digest which digest of its bytes is made
     * @param listener takes each finding that does not refuse a row: warnings and information
     * @return the writer
     */
    public static MigrationAuthorisationWriter to(
            OutputStream stream,
            MigrationAuthorisationHeader header,
            ValidationOptions options,
            ContentDigest digest,
            Consumer<Finding> listener) {
        requireNonNull(stream, "stream");
        requireNonNull(digest, "digest");
        WriterFindings findings = findings(header, options, listener);
        return new MigrationAuthorisationWriter(
                stream, null, options.sourceName().orElse("stream"), header, options, digest, findings);
    }

    /**
     * Writes a row.
     *
     * @param row the row
     * @throws InvalidDocumentException where the row has errors; then nothing of it is written, and the writer can go on
     *     with another
     * @throws IllegalStateException where the writer was finished or closed, or failed to write before
     * @throws IOException where it can't be written; then nothing more can be
     */
    public void write(MigrationAuthorisationRow row) throws IOException {
        requireNonNull(row, "row");
        requireOpen();
        reporter.startLine(MigrationAuthorisationTable.HEADER.size() + rows + 1);
        texts.moveTo(row);
        rowRules.check(row);
        if (!reporter.isSpoiled()) {
            fileRules.check(
                    row.mpan().orElse(null),
                    row.mprn().orElse(null),
                    row.migrateOn().orElse(null),
                    row.migrationWeek().orElse(null));
            if (reporter.isSpoiled()) {
                fileRules.withdraw();
            }
        }
        findings.settle(reporter.isSpoiled(), 1);
        encoder.row(row, buffer);
        rows++;
        if (buffer.size() >= BUFFER) {
            flush();
        }
    }

    /**
     * Ends the document, and moves a file into its place.
     *
     * @return what was written
     * @throws InvalidDocumentException where the options make an error of what only the end of the document shows, such as
     *     MIGRATION_WEEKS_MIXED; then no file appears
     * @throws IllegalStateException where the writer was finished or closed, or failed to write before
     * @throws IOException where it can't be written; a file that was there before is still there
     */
    public WrittenFile finish() throws IOException {
        complete();
        if (file != null) {
            file.commit();
        }
        return written();
    }

    /** What was written; ends the writer. */
    WrittenFile written() {
        closed = true;
        return new WrittenFile(
                rows,
                size,
                Optional.ofNullable(md5).map(made -> HexFormat.of().formatHex(made.digest())),
                findings.warnings());
    }

    /** Writes what is left, and makes sure that a file's bytes are on the disk. */
    void complete() throws IOException {
        requireOpen();
        conclude();
        flush();
        // Nobody knows what is on a disk that failed: only success leaves the writer open.
        closed = true;
        stream.flush();
        if (file != null) {
            file.complete();
        }
        closed = false;
    }

    /** Says what only the end of the document shows, once. */
    private void conclude() {
        if (concluded) {
            return;
        }
        concluded = true;
        if (rows == 0) {
            fileRules.reportNoRows();
        }
        fileRules.finish();
        findings.settle(false, rows);
    }

    /** How many rows were written so far. */
    long rows() {
        return rows;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the writer is finished or closed, or failed to write");
        }
    }

    private void flush() throws IOException {
        // Nobody knows how much a stream took that failed: only success leaves the writer open.
        closed = true;
        if (md5 != null) {
            md5.update(buffer.array(), 0, buffer.size());
        }
        stream.write(buffer.array(), 0, buffer.size());
        size += buffer.size();
        buffer.truncate(0);
        closed = false;
    }

    /**
     * Discards what was written to a file, unless {@link #finish()} came before.
     *
     * @throws IOException where the hidden file can't be removed
     */
    @Override
    public void close() throws IOException {
        closed = true;
        if (file != null) {
            file.close();
        }
    }

    private static MessageDigest md5() {
        try {
            // The MAM's password is an MD5 (clause 7.5.2); nothing relies on it for integrity.
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
