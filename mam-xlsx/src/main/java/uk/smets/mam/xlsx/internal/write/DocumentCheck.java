package uk.smets.mam.xlsx.internal.write;

import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.RowDraft;
import uk.smets.mam.xlsx.internal.document.RowTexts;
import uk.smets.mam.xlsx.internal.layout.CellReporter;
import uk.smets.mam.xlsx.internal.layout.SheetPlaces;
import uk.smets.mam.xlsx.internal.layout.StandardLayout;

/** Checks a document in memory by the same rules as a workbook. */
public final class DocumentCheck {
    private DocumentCheck() {}

    public static <R, D extends RowDraft<R>> ValidationReport check(
            NotificationHeader header, List<R> rows, Notification<R, D> notification, ValidationOptions options) {
        CollectingSink findings = new CollectingSink(options.findingsKept());
        String file = options.sourceName().orElse("document");
        WrittenHeader.check(header, notification, file, options, findings);
        RowTexts<R, D> texts = new RowTexts<>(notification);
        SheetPlaces places =
                SheetPlaces.of(file, notification.title(), StandardLayout.columns(notification), notification);
        Reporter reporter = new Reporter(places, options, true, findings, texts);
        WrittenRows<R> checks = new WrittenRows<>(notification, header, options, reporter);
        long line = StandardLayout.HEADING_ROW;
        for (R row : rows) {
            reporter.startLine(++line);
            texts.moveTo(row);
            checks.check(row);
        }
        if (rows.isEmpty()) {
            new CellReporter(file, options, true, findings).noRows(notification.title());
        }
        return findings.report(notification.kind(), Optional.of(header), rows.size(), List.of(notification.title()));
    }

    public static <R, D extends RowDraft<R>> void requireSound(
            NotificationHeader header, List<R> rows, Notification<R, D> notification, ValidationOptions options) {
        StandardLayout.requireRoom(rows.size());
        ValidationReport report = check(header, rows, notification, options);
        if (!report.isSound()) {
            throw new InvalidDocumentException(report);
        }
    }
}
