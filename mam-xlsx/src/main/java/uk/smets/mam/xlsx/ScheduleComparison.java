package uk.smets.mam.xlsx;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import uk.smets.mam.model.CellChange;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.model.internal.primitive.Arguments;
import uk.smets.mam.xlsx.internal.compare.ComparedSheet;
import uk.smets.mam.xlsx.internal.compare.ComparisonRun;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;

/**
 * The differences between a response and the Migration Schedule that it answers, cell by cell, and whether they are allowed (clause 7.4.2).
 * Only the 21 yellow fields may differ. Any other difference is reported as {@link Rule#RESPONSE_FIXED_FIELD_CHANGED}: a value in another
 * field or in the header, the order of rows, an additional or missing row or column.
 *
 * <p>Values are compared, not bytes: a response that another program re-saved, with other styles, shared strings or dates instead of texts, is
 * equal if its values are. The yellow fields of changed rows are checked by the rules of a response, so a response without errors can be
 * sent. {@link MigrationSchedule#validate(Path)} reports mistakes that DCC made in other fields.
 *
 * <p>Both workbooks are read at the same time. The memory needed does not grow with their rows, except for rows that changed their position.
 *
 * @param report the changes that are not allowed, as findings about the response
 * @param changes the cells that changed, allowed or not, at most {@link ValidationOptions#findingsKept()}
 * @param changedCells the number of cells that changed
 */
public record ScheduleComparison(ValidationReport report, List<CellChange> changes, long changedCells) {
    /**
     * Creates a comparison.
     *
     * @param report the changes that are not allowed
     * @param changes the cells that changed
     * @param changedCells the number of cells that changed
     */
    public ScheduleComparison {
        requireNonNull(report, "report");
        changes = Arguments.listOf(changes, "changes");
    }

    /**
     * Compares a response with its schedule.
     *
     * @param schedule the workbook that DCC sent
     * @param response the workbook that the supplier returns
     * @return the comparison
     * @throws InvalidDocumentException if one of the files is not a workbook with a Migration Schedule
     * @throws IOException if a file cannot be read, or changes while it is being read
     */
    public static ScheduleComparison compare(Path schedule, Path response) throws IOException {
        return compare(schedule, response, ValidationOptions.defaults());
    }

    /**
     * Compares a response with its schedule.
     *
     * @param schedule the workbook that DCC sent
     * @param response the workbook that the supplier returns
     * @param options the options for checking, and the name of the response in findings
     * @return the comparison
     * @throws InvalidDocumentException if one of the files is not a workbook with a Migration Schedule
     * @throws IOException if a file cannot be read, or changes while it is being read
     */
    public static ScheduleComparison compare(Path schedule, Path response, ValidationOptions options)
            throws IOException {
        return compare(Input.of(schedule), Input.of(response), options, change -> {});
    }

    /**
     * Compares a response with its schedule.
     *
     * @param schedule the workbook that DCC sent
     * @param response the workbook that the supplier returns
     * @return the comparison
     * @throws InvalidDocumentException if one of the inputs is not a workbook with a Migration Schedule
     * @throws IOException if an input cannot be read, or a file changes while it is being read
     */
    public static ScheduleComparison compare(Input schedule, Input response) throws IOException {
        return compare(schedule, response, ValidationOptions.defaults(), change -> {});
    }

    /**
     * Compares a response with its schedule, and passes each change to a listener.
     *
     * @param schedule the workbook that DCC sent
     * @param response the workbook that the supplier returns
     * @param options the options for checking, and the name of the response in findings
     * @param listener receives every change, in the order of the rows
     * @return the comparison
     * @throws InvalidDocumentException if one of the inputs is not a workbook with a Migration Schedule
     * @throws IOException if an input cannot be read, or a file changes while it is being read
     */
    public static ScheduleComparison compare(
            Input schedule, Input response, ValidationOptions options, Consumer<CellChange> listener)
            throws IOException {
        requireNonNull(schedule, "schedule");
        requireNonNull(response, "response");
        requireNonNull(listener, "listener");
        CollectingSink findings =
                new CollectingSink(requireNonNull(options, "options").findingsKept());
        Changes changes = new Changes(options.findingsKept(), listener);
        // The name in the options is that of the response.
        ValidationOptions ofSchedule = options.named(schedule.name());
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

    /** Keeps the first changes, and counts all. */
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
     * Returns whether the response differs from the schedule in yellow fields only, and those have no errors.
     *
     * @return whether all changes are allowed
     */
    public boolean isSound() {
        return report.isSound();
    }

    /** {@return the number of changed cells and of errors, without the changes} */
    @Override
    public String toString() {
        return "ScheduleComparison[" + changedCells + " changed cells, " + report + "]";
    }
}
