package uk.smets.mam.xlsx.internal.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.RowDraft;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;

/** Reads a whole source, for its document or for its findings. */
public final class DocumentReading {
    private DocumentReading() {}

    /** Reads a document, which is made of its header and rows. */
    public static <R, D extends RowDraft<R>, N> N parse(
            WorkbookSource source,
            Notification<R, D> notification,
            ValidationOptions options,
            BiFunction<NotificationHeader, List<R>, N> document)
            throws IOException {
        CollectingSink findings = new CollectingSink(options.findingsKept());
        List<R> rows = new ArrayList<>();
        try (source;
                NotificationScan<R, D> scan = new NotificationScan<>(source, notification, options, true, findings)) {
            R row = scan.next();
            while (row != null) {
                if (findings.errors() == 0) {
                    rows.add(row);
                }
                row = scan.next();
            }
            Optional<NotificationHeader> header = scan.header();
            if (findings.errors() > 0 || header.isEmpty()) {
                throw new InvalidDocumentException(report(findings, notification, scan));
            }
            return document.apply(header.get(), rows);
        }
    }

    public static <R, D extends RowDraft<R>> ValidationReport validate(
            WorkbookSource source, Notification<R, D> notification, ValidationOptions options) throws IOException {
        CollectingSink findings = new CollectingSink(options.findingsKept());
        try (source;
                NotificationScan<R, D> scan = new NotificationScan<>(source, notification, options, false, findings)) {
            while (scan.next() != null) {
                // Every row is checked as it goes by, and none is kept.
            }
            return report(findings, notification, scan);
        }
    }

    private static ValidationReport report(
            CollectingSink findings, Notification<?, ?> notification, NotificationScan<?, ?> scan) {
        return findings.report(
                notification.kind(), scan.header().map(DocumentHeader.class::cast), scan.rows(), scan.sheetNames());
    }
}
