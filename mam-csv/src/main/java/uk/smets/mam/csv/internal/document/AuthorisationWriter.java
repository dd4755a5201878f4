package uk.smets.mam.csv.internal.document;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.table.FileNameRules;
import uk.smets.mam.model.ContentDigest;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.finding.WriterFindings;

/** Writes a Migration Authorisation row by row. */
public final class AuthorisationWriter implements DocumentWriter<MigrationAuthorisationRow> {
    private static final int BUFFER = 64 * 1024;

    private final OutputStream stream;
    private final @Nullable AtomicFile file;
    private final FieldOutput buffer = new FieldOutput(BUFFER + 4 * 1024);
    private final RowEncoder encoder = new RowEncoder();
    private final WriterFindings findings;
    private final RowCheck check;
    private @Nullable MessageDigest md5 = md5();
    private boolean concluded;
    private long rows;
    private long size;
    private boolean closed;

    private AuthorisationWriter(
            OutputStream stream,
            @Nullable AtomicFile file,
            String name,
            MigrationAuthorisationHeader header,
            ValidationOptions options,
            WriterFindings findings) {
        this.stream = stream;
        this.file = file;
        this.findings = findings;
        check = new RowCheck(options.sourceName().orElse(name), options, findings);
        encoder.header(header, buffer);
    }

    /**
     * Creates a file, whose name is checked.
     *
     * @param file the file
     * @param inputs the files that it is created from, which it must not replace
     * @param header the header
     * @param options the options for checking
     * @param listener receives warnings and information
     * @return the writer
     * @throws IOException if the file cannot be created
     */
    public static AuthorisationWriter create(
            Path file,
            Collection<Path> inputs,
            MigrationAuthorisationHeader header,
            ValidationOptions options,
            Consumer<Finding> listener)
            throws IOException {
        String name = String.valueOf(requireNonNull(file, "file").getFileName());
        WriterFindings findings = findings(header, options, listener);
        Reporter reporter = new Reporter(name, options, true, findings, number -> "");
        FileNameRules.check(name, header.smso(), header.userId(), reporter);
        findings.settle(false, 0);
        AtomicFile target = AtomicFile.create(OutputTarget.named(file, inputs));
        return new AuthorisationWriter(target.stream(), target, name, header, options, findings);
    }

    /** Creates a file of a group, which has a name by clause 7.2.1 and is moved into place with the others. */
    public static AuthorisationWriter create(
            AtomicFile file,
            MigrationAuthorisationHeader header,
            ValidationOptions options,
            Consumer<Finding> listener) {
        String name = String.valueOf(file.target().getFileName());
        WriterFindings findings = findings(header, options, listener);
        return new AuthorisationWriter(file.stream(), file, name, header, options, findings);
    }

    /** Writes to a stream, which is left open. */
    public static AuthorisationWriter create(
            OutputStream stream,
            MigrationAuthorisationHeader header,
            ValidationOptions options,
            Consumer<Finding> listener) {
        requireNonNull(stream, "stream");
        WriterFindings findings = findings(header, options, listener);
        return new AuthorisationWriter(stream, null, "stream", header, options, findings);
    }

    /** Writes a document to a file, unless it has errors. */
    public static WrittenFile write(
            Path file,
            MigrationAuthorisationHeader header,
            List<MigrationAuthorisationRow> rows,
            ValidationOptions options,
            Consumer<Finding> listener)
            throws IOException {
        RowCheck.requireSound(header, rows, options);
        try (AuthorisationWriter writer = create(file, List.of(), header, options, listener)) {
            return writer.writeAll(rows);
        }
    }

    /** Writes a document to a stream, which is left open, unless the document has errors. */
    public static WrittenFile write(
            OutputStream stream,
            MigrationAuthorisationHeader header,
            List<MigrationAuthorisationRow> rows,
            ValidationOptions options,
            Consumer<Finding> listener)
            throws IOException {
        RowCheck.requireSound(header, rows, options);
        try (AuthorisationWriter writer = create(stream, header, options, listener)) {
            return writer.writeAll(rows);
        }
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

    @Override
    public AuthorisationWriter with(ContentDigest digest) {
        requireNonNull(digest, "digest");
        requireOpen();
        if (rows > 0) {
            throw new IllegalStateException("the digest is chosen before the first row");
        }
        md5 = digest == ContentDigest.MD5 ? md5() : null;
        return this;
    }

    @Override
    public void write(MigrationAuthorisationRow row) throws IOException {
        requireNonNull(row, "row");
        requireOpen();
        findings.settle(!check.accepts(row, rows + 1), 1);
        encoder.row(row, buffer);
        rows++;
        if (buffer.size() >= BUFFER) {
            flush();
        }
    }

    private WrittenFile writeAll(List<MigrationAuthorisationRow> all) throws IOException {
        for (MigrationAuthorisationRow row : all) {
            write(row);
        }
        return finish();
    }

    @Override
    public WrittenFile finish() throws IOException {
        complete();
        if (file != null) {
            file.commit();
        }
        return written();
    }

    /** Finishes the writer and returns a summary. */
    public WrittenFile written() {
        closed = true;
        return new WrittenFile(
                rows,
                size,
                Optional.ofNullable(md5).map(digest -> HexFormat.of().formatHex(digest.digest())),
                findings.warnings());
    }

    /** Writes the buffered data, and forces a file to disk. */
    public void complete() throws IOException {
        requireOpen();
        if (!concluded) {
            concluded = true;
            check.finish(rows);
            findings.settle(false, rows);
        }
        flush();
        // After a failure the content of the file is undefined, so the writer stays open only after success.
        closed = true;
        stream.flush();
        if (file != null) {
            file.complete();
        }
        closed = false;
    }

    /** Returns the number of rows that have been written. */
    public long rows() {
        return rows;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the writer is finished or closed, or failed to write");
        }
    }

    private void flush() throws IOException {
        // After a failure it is unknown how much was written to the stream, so the writer stays open only after
        // success.
        closed = true;
        if (md5 != null) {
            md5.update(buffer.array(), 0, buffer.size());
        }
        stream.write(buffer.array(), 0, buffer.size());
        size += buffer.size();
        buffer.truncate(0);
        closed = false;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (file != null) {
            file.close();
        }
    }

    private static MessageDigest md5() {
        try {
            // The MAM's password is an MD5 (clause 7.5.2); its integrity does not depend on it.
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
