package uk.smets.mam.xlsx;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import uk.smets.mam.model.CellChange;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.xlsx.internal.compare.ComparedSheet;
import uk.smets.mam.xlsx.internal.compare.ComparisonRun;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;

/**
 * What a response changes in the Migration Schedule that it answers, cell by cell, and whether it may (clause 7.4.2). Only the 21 yellow
 * fields may differ; another value in any other field or in the header, another order, and a row or a column more or less are {@link
 * Rule#RESPONSE_FIXED_FIELD_CHANGED}.
 *
 * <p>Values are compared, and not bytes: a response that another program re-saved, with other styles, shared strings or true dates for
 * texts, is the same where its values are. The yellow fields of the rows that changed are checked by the rules of a response, so that one
 * without errors may be sent; mistakes that DCC left in other fields are for {@link MigrationSchedule#validate(Path)} to report.
 *
 * <p>Both workbooks are read side by side, in memory that does not grow with their rows; only rows that stand elsewhere are held until
 * their other half comes by.
 *
 * @param report what the response changed that it may not, about the response
 * @param changes the cells that changed, whether they may or not; as many as {@link ValidationOptions#findingsKept()}
 * @param changedCells how many cells changed
 */
public record ScheduleComparison(ValidationReport report, List<CellChange> changes, long changedCells) {
    /**
     * Makes the comparison.
     *
     * @param report what the response changed that it may not
     * @param changes the cells that changed
     * @param changedCells how many cells changed
     */
    public ScheduleComparison {
        requireNonNull(report, "report");
        changes = List.copyOf(requireNonNull(changes, "changes"));
    }

    /**
     * Compares a response with its schedule.
     *
     * @param schedule the workbook that DCC sent
     * @param response the workbook that the supplier sends back
     * @return what changed
     * @throws InvalidDocumentException where one of the files is no workbook with a Migration Schedule
     * @throws IOException where a file can't be read, or changes while it is being read
     */
    public static ScheduleComparison compare(Path schedule, Path response) throws IOException {
        return compare(schedule, response, ValidationOptions.defaults());
    }

    /**
     * Compares a response with its schedule.
     *
     * @param schedule the workbook that DCC sent
     * @param response the workbook that the supplier sends back
     * @param options how to check, and what to call the response
     * @return what changed
     * @throws InvalidDocumentException where one of the files is no workbook with a Migration Schedule
     * @throws IOException where a file can't be read, or changes while it is being read
     */
    public static ScheduleComparison compare(Path schedule, Path response, ValidationOptions options)
            throws IOException {
        return compare(schedule, response, options, change -> {});
    }

    /**
     * Compares a response with its schedule, and tells of every change as it is met.
     *
     * @param schedule the workbook that DCC sent
     * @param response the workbook that the supplier sends back
     * @param options how to check, and what to call the response
     * @param listener takes every change
     * @return what changed
     * @throws InvalidDocumentException where one of the files is no workbook with a Migration Schedule
     * @throws IOException where a file can't be read, or changes while it is being read
     */
    public static ScheduleComparison compare(
            Path schedule, Path response, ValidationOptions options, Consumer<CellChange> listener) throws IOException {
        requireNonNull(schedule, "schedule");
        requireNonNull(response, "response");
        requireNonNull(options, "options");
        requireNonNull(listener, "listener");
        CollectingSink findings = new CollectingSink(options.findingsKept());
        Changes changes = new Changes(options.findingsKept(), listener);
        // The name that the options have is the response's.
        ValidationOptions ofSchedule = options.named(String.valueOf(schedule.getFileName()));
        try (ComparedSheet before = ComparedSheet.open(schedule, ofSchedule);
                ComparedSheet after = ComparedSheet.open(response, options)) {
            new ComparisonRun(before, after, options, findings, changes).run();
            ValidationReport report = findings.report(
                    MigrationScheduleTable.NOTIFICATION.kind(),
                    after.header().map(DocumentHeader.class::cast),
                    after.rows(),
                    after.sheetNames());
            return new ScheduleComparison(report, changes.kept, changes.count);
        }
    }

    /** Keeps some of the changes, and counts them all. */
    private static final class Changes implements Consumer<CellChange> {
        private final int cap;
        private final Consumer<CellChange> listener;
        private final List<CellChange> kept = new ArrayList<>();
        private long count;

        Changes(int cap, Consumer<CellChange> listener) {
            this.cap = cap;
            this.listener = listener;
        }

        @Override
        public void accept(CellChange change) {
            count++;
            if (kept.size() < cap) {
                kept.add(change);
            }
            listener.accept(change);
        }
    }

    /**
     * Whether the response changes nothing but what it may, to values that it may hold.
     *
     * @return true where it differs from the schedule in yellow fields only, and those have no errors
     */
    public boolean isSound() {
        return report.isSound();
    }
}
