package uk.smets.mam.xlsx.internal.write;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.finding.WriterFindings;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.RowDraft;
import uk.smets.mam.xlsx.internal.document.RowTexts;
import uk.smets.mam.xlsx.internal.layout.CellReporter;
import uk.smets.mam.xlsx.internal.layout.SheetPlaces;
import uk.smets.mam.xlsx.internal.layout.StandardLayout;
import uk.smets.mam.xlsx.internal.workbook.MeasuredOutput;
import uk.smets.mam.xlsx.internal.workbook.PackageEntries;
import uk.smets.mam.xlsx.internal.workbook.PackageOutput;
import uk.smets.mam.xlsx.internal.workbook.WorkbookName;

/**
 * Streams rows into a {@link WorkbookSkeleton}: what the writers of both notifications have in common.
 *
 * @param <R> the type of the rows
 */
public final class WorkbookWriter<R> implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final WorkbookSkeleton skeleton;
    private final NotificationHeader header;
    private final @Nullable AtomicFile file;
    private final MeasuredOutput out;
    private final SheetEncoder<R> encoder;
    private final Reporter reporter;
    private final CellReporter ends;
    private final String sheetName;
    private final RowTexts<R, ?> texts;
    private final WrittenRows<R> check;
    private final FieldOutput buffer = new FieldOutput(BUFFER + 16 * 1024);
    private final WriterFindings findings;
    private @Nullable PackageOutput parts;
    private @Nullable OutputStream sheet;
    private long rows;
    private boolean closed;

    private <D extends RowDraft<R>> WorkbookWriter(
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
        texts = new RowTexts<>(notification);
        this.findings = findings;
        sheetName = notification.title();
        String place = options.sourceName().orElse(name);
        ends = new CellReporter(place, options, true, findings);
        reporter = new Reporter(
                SheetPlaces.of(place, sheetName, StandardLayout.columns(notification), notification),
                options,
                true,
                findings,
                texts);
        check = new WrittenRows<>(notification, header, options, reporter);
    }

    /** Starts a file, which appears whole or not at all. */
    public static <R, D extends RowDraft<R>> WorkbookWriter<R> create(
            Notification<R, D> notification,
            WorkbookSkeleton skeleton,
            Path file,
            NotificationHeader header,
            ValidationOptions options,
            Consumer<Finding> listener)
            throws IOException {
        requireNonNull(file, "file");
        WrittenHeader.require(requireNonNull(header, "header"), notification);
        String name = String.valueOf(file.getFileName());
        WorkbookName.require(name, false);
        WriterFindings findings = findings(notification, header, name, options, listener);
        AtomicFile target = AtomicFile.create(file);
        return new WorkbookWriter<>(notification, skeleton, target.stream(), target, name, header, options, findings);
    }

    /** Starts on a stream, which stays open. */
    public static <R, D extends RowDraft<R>> WorkbookWriter<R> to(
            Notification<R, D> notification,
            WorkbookSkeleton skeleton,
            OutputStream stream,
            NotificationHeader header,
            ValidationOptions options,
            Consumer<Finding> listener) {
        requireNonNull(stream, "stream");
        WrittenHeader.require(requireNonNull(header, "header"), notification);
        WriterFindings findings = findings(notification, header, "stream", options, listener);
        return new WorkbookWriter<>(notification, skeleton, stream, null, "stream", header, options, findings);
    }

    /** Checks the header as a reader does, before anything is written. */
    private static WriterFindings findings(
            Notification<?, ?> notification,
            NotificationHeader header,
            String name,
            ValidationOptions options,
            Consumer<Finding> listener) {
        WriterFindings findings = new WriterFindings(
                notification.kind(),
                header,
                List.of(notification.title()),
                requireNonNull(options, "options"),
                requireNonNull(listener, "listener"));
        WrittenHeader.check(header, notification, options.sourceName().orElse(name), options, findings);
        findings.settle(false, 0);
        return findings;
    }

    public void write(R row) throws IOException {
        requireNonNull(row, "row");
        requireOpen();
        StandardLayout.requireRoom(rows + 1);
        long number = StandardLayout.FIRST_BODY_ROW + rows;
        reporter.startLine(number);
        texts.moveTo(row);
        check.check(row);
        if (reporter.isSpoiled()) {
            check.withdraw();
        }
        findings.settle(reporter.isSpoiled(), 1);
        startSheet();
        encoder.row(row, (int) number, buffer);
        rows++;
        if (buffer.size() >= BUFFER) {
            flush();
        }
    }

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
        // Nobody knows what is on a disk that failed: only success leaves the writer open.
        closed = true;
        requireNonNull(sheet).close();
        requireNonNull(parts).finish();
        out.flush();
        if (file != null) {
            file.commit();
        }
        return out.written(rows, findings.warnings());
    }

    /** The sheet comes last, behind all that the skeleton has whole. */
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
