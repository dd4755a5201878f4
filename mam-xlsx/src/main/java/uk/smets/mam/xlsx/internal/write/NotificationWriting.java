package uk.smets.mam.xlsx.internal.write;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenFile;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.model.internal.finding.WriterFindings;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.RowDraft;
import uk.smets.mam.xlsx.internal.layout.CellReporter;
import uk.smets.mam.xlsx.internal.workbook.FileForm;

/**
 * Checks and writes one kind of notification, either whole or row by row.
 *
 * @param <R> the type of the rows
 * @param <D> the type of a row while it is read
 */
public final class NotificationWriting<R, D extends RowDraft<R>> {
    private final Notification<R, D> notification;
    private @Nullable WorkbookSkeleton skeleton;

    /**
     * Creates an instance for a kind of notification.
     *
     * @param notification the kind of notification
     */
    public NotificationWriting(Notification<R, D> notification) {
        this.notification = notification;
    }

    /**
     * Checks a document by the rules that a reader would apply to the workbook.
     *
     * @param header the header
     * @param rows the rows
     * @param options the options for checking
     * @return the report
     */
    public ValidationReport check(NotificationHeader header, List<R> rows, ValidationOptions options) {
        CollectingSink findings =
                new CollectingSink(requireNonNull(options, "options").findingsKept());
        String file = options.sourceName().orElse("document");
        WrittenHeader.check(header, notification, file, options, findings);
        RowCheck<R> check = new RowCheck<>(notification, header, file, options, findings);
        long number = StandardLayout.HEADING_ROW;
        for (R row : rows) {
            check.check(row, ++number);
        }
        if (rows.isEmpty()) {
            new CellReporter(file, options, true, findings).noRows(notification.title());
        }
        return findings.report(notification.kind(), Optional.of(header), rows.size(), List.of(notification.title()));
    }

    /** Creates a file, which appears only when complete. */
    public DocumentWriter<R> create(
            Path file, NotificationHeader header, ValidationOptions options, Consumer<Finding> listener)
            throws IOException {
        String name = String.valueOf(requireNonNull(file, "file").getFileName());
        WrittenHeader.require(requireNonNull(header, "header"), notification);
        FileForm.requireName(name, false);
        WriterFindings findings = findings(header, name, options, listener);
        AtomicFile target = AtomicFile.create(file);
        return new WorkbookWriter<>(notification, skeleton(), target.stream(), target, name, header, options, findings);
    }

    /** Creates a workbook in a stream, which is left open. */
    public DocumentWriter<R> create(
            OutputStream stream, NotificationHeader header, ValidationOptions options, Consumer<Finding> listener) {
        requireNonNull(stream, "stream");
        WrittenHeader.require(requireNonNull(header, "header"), notification);
        WriterFindings findings = findings(header, "stream", options, listener);
        return new WorkbookWriter<>(notification, skeleton(), stream, null, "stream", header, options, findings);
    }

    /** Writes a document to a file, unless it has errors. */
    public WrittenFile write(
            Path file, NotificationHeader header, List<R> rows, ValidationOptions options, Consumer<Finding> listener)
            throws IOException {
        requireSound(header, rows, options);
        try (DocumentWriter<R> writer = create(file, header, options, listener)) {
            return writeAll(rows, writer);
        }
    }

    /** Writes a document to a stream, which is left open, unless the document has errors. */
    public WrittenFile write(
            OutputStream stream,
            NotificationHeader header,
            List<R> rows,
            ValidationOptions options,
            Consumer<Finding> listener)
            throws IOException {
        requireSound(header, rows, options);
        try (DocumentWriter<R> writer = create(stream, header, options, listener)) {
            return writeAll(rows, writer);
        }
    }

    private void requireSound(NotificationHeader header, List<R> rows, ValidationOptions options) {
        StandardLayout.requireRoom(rows.size());
        ValidationReport report = check(header, rows, options);
        if (!report.isSound()) {
            throw new InvalidDocumentException(report);
        }
    }

    private static <R> WrittenFile writeAll(List<R> rows, DocumentWriter<R> writer) throws IOException {
        for (R row : rows) {
            writer.write(row);
        }
        return writer.finish();
    }

    /** Checks the header before anything is written. */
    private WriterFindings findings(
            NotificationHeader header, String name, ValidationOptions options, Consumer<Finding> listener) {
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

    /** Returns the workbook without rows, created on first use. */
    private synchronized WorkbookSkeleton skeleton() {
        WorkbookSkeleton created = skeleton == null ? WorkbookSkeleton.of(notification) : skeleton;
        skeleton = created;
        return created;
    }
}
