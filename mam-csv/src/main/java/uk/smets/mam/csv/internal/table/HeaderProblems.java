package uk.smets.mam.csv.internal.table;

import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.finding.Reporter;

/** Reports problems with the form of the header (clause 7.2.2), for strict and lenient reading. */
public final class HeaderProblems {
    private final Reporter reporter;

    public HeaderProblems(Reporter reporter) {
        this.reporter = reporter;
    }

    /** Reports a header line with more than one field. */
    public void fieldCount(DocumentField field, int count, boolean repairable) {
        reporter.line(
                Rule.FIELD_COUNT,
                Rule.FIELD_COUNT.severity(),
                reporter.line(),
                repairable,
                "a header line has one field, here " + field.name() + ", but this line has " + count + ": "
                        + "remove the commas");
    }

    /** Reports that the file has too few lines for a header, or that a row appears in place of a header line. */
    public void incomplete(int lines, boolean atBodyRow, long line) {
        if (lines == 0 && !atBodyRow) {
            reporter.file(
                    Rule.FILE_EMPTY,
                    "the file is empty: add the three lines of the header and a row for each installation");
            return;
        }
        DocumentField missing = MigrationAuthorisationTable.HEADER.get(lines);
        reporter.line(
                Rule.HEADER_INCOMPLETE,
                Math.max(line, 1),
                "the header has " + lines + (lines == 1 ? " line" : " lines") + " of three, and " + missing.name()
                        + " is missing: start the file with User ID, Commissioned by DCC and SMSO, one line each");
    }
}
