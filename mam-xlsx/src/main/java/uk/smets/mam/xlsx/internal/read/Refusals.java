package uk.smets.mam.xlsx.internal.read;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.layout.CellReporter;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/** Refuses files that are no workbook with a Migration Schedule, in the words in which reading one refuses them. */
public final class Refusals {
    private Refusals() {}

    /**
     * What to throw for a file that could not be read as a workbook.
     *
     * @param source the file
     * @param failure why not
     * @return one that has the one finding
     * @throws IOException where it is the disk that failed
     */
    public static InvalidDocumentException unreadable(WorkbookSource source, IOException failure) throws IOException {
        source.checkDisk();
        UnreadableWorkbookException refusal = UnreadableWorkbookException.in(failure, "it can't be unpacked");
        CollectingSink findings = new CollectingSink(1);
        CellReporter reporter = new CellReporter(source.name(), ValidationOptions.defaults(), true, findings);
        if (source.isEmpty()) {
            reporter.file(Rule.FILE_EMPTY, "the file is empty: give the workbook that DCC sent");
        } else {
            reporter.file(refusal.rule(), requireNonNull(refusal.getMessage()));
        }
        return new InvalidDocumentException(
                findings.report(MigrationScheduleTable.NOTIFICATION.kind(), Optional.empty(), 0));
    }
}
