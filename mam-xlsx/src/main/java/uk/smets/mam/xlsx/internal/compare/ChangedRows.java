package uk.smets.mam.xlsx.internal.compare;

import java.io.IOException;
import java.util.BitSet;
import java.util.function.Supplier;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleDraft;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.document.ResponseDeadline;
import uk.smets.mam.xlsx.internal.document.ResponseRules;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.layout.SheetPlaces;
import uk.smets.mam.xlsx.internal.read.RowReader;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;

/** Checks the rows of a response that differ from the schedule: only their yellow fields, by the rules for responses. */
public final class ChangedRows {
    private static final int NOT_BEFORE =
            MigrationScheduleTable.SUBJECT.notBefore().number() - 1;

    private final FindingSink sink;
    private final Reporter cells;
    private final Reporter reporter;
    private final RowReader<MigrationScheduleRow, MigrationScheduleDraft> rows;
    private final ResponseDeadline deadline;
    private final ResponseRules rules;

    ChangedRows(
            WorkbookPackage workbook, Layout layout, SheetPlaces places, ValidationOptions options, FindingSink sink) {
        this.sink = sink;
        cells = new Reporter(places, options, true, this::accept, this::text);
        reporter = new Reporter(places, options, true, sink, this::text);
        rows = new RowReader<>(
                workbook, MigrationScheduleTable.NOTIFICATION, layout.only(ChangedRows::isRead), options, cells);
        deadline = new ResponseDeadline(options, reporter);
        rules = new ResponseRules(options, reporter);
    }

    private static boolean isRead(int field) {
        return field == NOT_BEFORE || MigrationScheduleTable.isKeyOrAnswer(field);
    }

    private String text(int field) {
        return rows.of(field);
    }

    /** Passes on findings about yellow fields. Any other error is in the schedule too, or is reported as a change. */
    private void accept(Rule rule, Severity severity, boolean repairable, Supplier<Finding> finding) {
        Finding found = finding.get();
        if (found.at() instanceof Location.Cell cell
                && cell.number().isPresent()
                && MigrationScheduleTable.NOTIFICATION
                        .columns()
                        .get(cell.number().getAsInt() - 1)
                        .isResponse()) {
            sink.accept(rule, severity, repairable, () -> found);
        }
    }

    /** Checks the rows with the given numbers. */
    void check(SheetCursor cursor, BitSet numbers) throws IOException {
        while (cursor.nextRow()) {
            if (numbers.get(cursor.row())) {
                cells.startLine(cursor.row());
                reporter.startLine(cursor.row());
                if (rows.read(cursor)) {
                    check(rows.draft());
                }
            }
        }
    }

    private void check(MigrationScheduleDraft row) {
        deadline.check(row.notBefore());
        rules.check(row);
    }
}
