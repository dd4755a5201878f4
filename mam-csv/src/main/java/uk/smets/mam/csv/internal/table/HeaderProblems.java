package uk.smets.mam.csv.internal.table;

import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.finding.Reporter;

/** What can be wrong with the shape of the header (clause 7.2.2), however it is read. */
public final class HeaderProblems {
    private final Reporter reporter;

    public HeaderProblems(Reporter reporter) {
        this.reporter = reporter;
    }

    /** A header line has more than one field. */
    public void fieldCount(DocumentField field, int count, boolean repairable) {
        reporter.line(
                Rule.FIELD_COUNT,
                Rule.FIELD_COUNT.severity(),
                reporter.line(),
                repairable,
                "a header line has one field, " + field.name() + ", and this has " + count + ": remove the commas");
    }

    /** The file has too few lines for a header, or a row where a line of it is due. */
    public void incomplete(int lines, boolean atBodyRow, long line) {
        if (lines == 0 && !atBodyRow) {
            reporter.file(
                    Rule.FILE_EMPTY,
                    "the file is empty: write the three lines of the header and a row for each installation");
            return;
        }
        DocumentField missing = MigrationAuthorisationTable.HEADER.get(lines);
        reporter.line(
                Rule.HEADER_INCOMPLETE,
                Math.max(line, 1),
                "the header has " + lines + (lines == 1 ? " line" : " lines") + " of three, and " + missing.name()
                        + " is missing: start the file with User ID, Commissioned by DCC and SMSO, a line each");
    }
}
