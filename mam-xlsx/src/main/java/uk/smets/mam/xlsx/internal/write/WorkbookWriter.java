package uk.smets.mam.xlsx.internal.write;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.ContentDigest;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.finding.WriterFindings;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.RowDraft;
import uk.smets.mam.xlsx.internal.layout.CellReporter;
import uk.smets.mam.xlsx.internal.workbook.MeasuredOutput;
import uk.smets.mam.xlsx.internal.workbook.PackageEntries;
import uk.smets.mam.xlsx.internal.workbook.PackageOutput;

/**
 * Streams rows into the sheet of a {@link WorkbookSkeleton}.
 *
 * @param <R> the type of the rows
 */
final class WorkbookWriter<R> implements DocumentWriter<R> {
    private static final int BUFFER = 64 * 1024;

    private final WorkbookSkeleton skeleton;
    private final NotificationHeader header;
    private final @Nullable AtomicFile file;
    private final MeasuredOutput out;
    private final SheetEncoder<R> encoder;
    private final CellReporter ends;
    private final String sheetName;
    private final RowCheck<R> check;
    private final FieldOutput buffer = new FieldOutput(BUFFER + 16 * 1024);
    private final WriterFindings findings;
    private @Nullable PackageOutput parts;
    private @Nullable OutputStream sheet;
    private long rows;
    private boolean closed;

    <D extends RowDraft<R>> WorkbookWriter(
            Notification<R, D> notification,
            WorkbookSkeleton skeleton,
            OutputStream stream,
            @Nullable AtomicFile file,
            String name,
            NotificationHeader header,
            ValidationOptions options,
            WriterFindings findings) {
        this.skeleton = skeleton;
        this.header = header;
        this.file = file;
        out = new MeasuredOutput(new BufferedOutputStream(stream, BUFFER));
        encoder = new SheetEncoder<>(notification, skeleton);
        this.findings = findings;
        sheetName = notification.title();
        String place = options.sourceName().orElse(name);
        ends = new CellReporter(place, options, true, findings);
        check = new RowCheck<>(notification, header, place, options, findings);
    }

    @Override
    public WorkbookWriter<R> with(ContentDigest digest) {
        requireNonNull(digest, "digest");
        requireOpen();
        if (rows > 0) {
            throw new IllegalStateException("the digest is chosen before the first row");
        }
        out.compute(digest);
        return this;
    }

    @Override
    public void write(R row) throws IOException {
        requireNonNull(row, "row");
        requireOpen();
        StandardLayout.requireRoom(rows + 1);
        long number = StandardLayout.FIRST_BODY_ROW + rows;
        boolean sound = check.check(row, number);
        if (!sound) {
            check.withdraw();
        }
        findings.settle(!sound, 1);
        startSheet();
        encoder.row(row, (int) number, buffer);
        rows++;
        if (buffer.size() >= BUFFER) {
            flush();
        }
    }

    @Override
    public WrittenFile finish() throws IOException {
        requireOpen();
        if (rows == 0) {
            ends.noRows(sheetName);
            findings.settle(false, 0);
        }
        startSheet();
        byte[] tail = skeleton.tail();
        buffer.put(tail, 0, tail.length);
        flush();
        // After a failure the content of the file is undefined, so the writer is closed first.
        closed = true;
        requireNonNull(sheet).close();
        requireNonNull(parts).finish();
        out.flush();
        if (file != null) {
            file.commit();
        }
        return out.written(rows, findings.warnings());
    }

    /** Copies the parts of the skeleton that precede the sheet. */
    private void startSheet() throws IOException {
        if (parts != null) {
            return;
        }
        closed = true;
        PackageOutput output = new PackageOutput(out);
        try (PackageEntries whole = skeleton.open()) {
            ZipArchiveEntry rows = WorkbookSkeleton.sheet(whole);
            for (ZipArchiveEntry part : whole.inOrder()) {
                if (!part.getName().equals(rows.getName())) {
                    output.copy(whole, part);
                }
            }
            sheet = output.replace(rows);
        }
        parts = output;
        byte[] head = skeleton.head();
        buffer.put(head, 0, head.length);
        encoder.header(header, buffer);
        closed = false;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the writer is finished or closed, or failed to write");
        }
    }

    private void flush() throws IOException {
        closed = true;
        requireNonNull(sheet).write(buffer.array(), 0, buffer.size());
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
}
