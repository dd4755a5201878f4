package uk.smets.mam.xlsx.internal.read;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.file.RowSequence;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.RowDraft;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;

/**
 * The sound rows of a notification, one after the other: what the readers of both notifications have in common.
 *
 * @param <R> the type of the rows
 * @param <D> the type of a row that is being read
 */
public final class RowStream<R, D extends RowDraft<R>> implements Closeable {
    private final WorkbookSource source;
    private final NotificationScan<R, D> scan;
    private final RowSequence<R> rows;

    private RowStream(WorkbookSource source, NotificationScan<R, D> scan) {
        this.source = source;
        this.scan = scan;
        rows = new RowSequence<>(scan::next);
    }

    /** Opens a source, to skip rows with errors. */
    public static <R, D extends RowDraft<R>> RowStream<R, D> listening(
            WorkbookSource source,
            Notification<R, D> notification,
            ValidationOptions options,
            Consumer<Finding> listener)
            throws IOException {
        requireNonNull(listener, "listener");
        return open(
                source, notification, options, (rule, severity, repairable, finding) -> listener.accept(finding.get()));
    }

    /** Opens a source, to throw at the first error. */
    public static <R, D extends RowDraft<R>> RowStream<R, D> failFast(
            WorkbookSource source, Notification<R, D> notification, ValidationOptions options) throws IOException {
        return open(source, notification, options, (rule, severity, repairable, finding) -> {
            if (severity == Severity.ERROR) {
                CollectingSink first = new CollectingSink(1);
                first.accept(rule, severity, repairable, finding);
                throw new InvalidDocumentException(first.report(notification.kind(), Optional.empty(), 0));
            }
        });
    }

    private static <R, D extends RowDraft<R>> RowStream<R, D> open(
            WorkbookSource source, Notification<R, D> notification, ValidationOptions options, FindingSink sink)
            throws IOException {
        try {
            return new RowStream<>(source, new NotificationScan<>(source, notification, options, true, sink));
        } catch (IOException | RuntimeException e) {
            try (source) {
                throw e;
            }
        }
    }

    public NotificationHeader header() {
        return scan.header().orElseThrow(() -> new IllegalStateException("the header has an error: see the findings"));
    }

    public Optional<R> read() throws IOException {
        return rows.read();
    }

    public int row() {
        return scan.row();
    }

    /** Where header and body stand, where they were found. */
    Optional<Layout> layout() {
        return scan.layout();
    }

    public Iterator<R> iterator() {
        return rows.iterator();
    }

    @Override
    public void close() throws IOException {
        rows.close();
        try (source) {
            scan.close();
        }
    }
}
