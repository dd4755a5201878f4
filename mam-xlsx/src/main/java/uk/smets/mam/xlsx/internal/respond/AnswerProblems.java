package uk.smets.mam.xlsx.internal.respond;

import java.util.Optional;
import java.util.OptionalInt;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.layout.SheetPlaces;
import uk.smets.mam.xlsx.internal.sheet.FormulaDependents;

/**
 * Reports problems with the answers themselves. They are errors even if rules are turned off: a response must contain every answer, in a
 * cell that its receiver sees.
 */
public final class AnswerProblems {
    private final SheetPlaces places;
    private final Reporter reporter;

    AnswerProblems(SheetPlaces places, FindingSink sink) {
        this.places = places;
        reporter = new Reporter(places, ValidationOptions.defaults(), true, sink, number -> "");
    }

    /** Reports an answer without a row. */
    void noRow(GivenAnswers.Given given) {
        reporter.at(
                Rule.ANSWER_WITHOUT_ROW,
                Severity.ERROR,
                given.origin() == null ? sheet() : given.origin(),
                null,
                name(given)
                        + ", but the sheet has no such row: a response has only the rows of its schedule: correct the"
                        + " answer, or omit it");
    }

    /**
     * Reports an answer whose row does not match all of its key.
     *
     * @param given the answer
     * @param row the row found for it
     * @param field the field in which the row differs from the answer
     * @param values the values in the answer and in the row
     */
    void disagrees(GivenAnswers.Given given, int row, DocumentField field, String values) {
        reporter.at(
                Rule.ANSWER_WITHOUT_ROW,
                Severity.ERROR,
                places.field(row, field),
                values,
                name(given) + ", which is row " + row + ", but gives a different " + field.name()
                        + ": correct one of them, or omit the one that identifies the wrong row");
    }

    private Location sheet() {
        return new Location.WholeSheet(places.fileName(), places.sheet());
    }

    private static String name(GivenAnswers.Given given) {
        return given.name() + " identifies its row by " + given.key().kind().words();
    }

    /** Reports an answer that matches two rows. */
    void twoRows(GivenAnswers.Given given, int first, int second) {
        reporter.startLine(second);
        reporter.field(
                Rule.MPXN_DUPLICATE,
                Severity.ERROR,
                field(given),
                name(given) + ", which is also in row " + first + ": answer each row by its row number");
    }

    /** Reports a row with two answers. */
    void twoAnswers(GivenAnswers.Given first, GivenAnswers.Given second, int row) {
        reporter.startLine(row);
        reporter.field(
                Rule.MPXN_DUPLICATE,
                Severity.ERROR,
                field(second),
                first.name() + " and " + second.name() + " are for the same row: give one answer");
    }

    private static DocumentField field(GivenAnswers.Given given) {
        return given.key().kind() == GivenAnswers.Key.Kind.MPRN
                ? MigrationScheduleTable.SUBJECT.mprn()
                : MigrationScheduleTable.SUBJECT.mpan();
    }

    /** Reports an answered field without a column. */
    void noColumn(DocumentField field) {
        reporter.at(
                Rule.COLUMN_MISSING,
                Severity.ERROR,
                sheet(),
                null,
                "an answer fills the field " + field.name()
                        + ", but the sheet has no such column: omit it from the answers, or ask DCC for the column");
    }

    /** Reports an answered cell that is merged or depends on a formula. */
    void cellInTheWay(Rule rule, int row, DocumentField field, String obstacle) {
        reporter.startLine(row);
        reporter.field(rule, Severity.ERROR, field, "the cell can't be answered by itself: " + obstacle);
    }

    /** Reports remaining formulas that use answered cells. */
    void dependents(FormulaDependents.Found found) {
        long others = found.number() - 1;
        reporter.at(
                Rule.FORMULA_CELL,
                Severity.WARNING,
                new Location.Cell(
                        places.fileName(), found.sheet(), found.cell(), OptionalInt.empty(), Optional.empty()),
                null,
                "the cell's formula "
                        + (others == 0 ? "" : "and " + others + (others == 1 ? " other " : " others "))
                        + "may use answered cells, and " + (others == 0 ? "shows" : "show")
                        + " the old value until a spreadsheet program recalculates the workbook: open the response"
                        + " there, and check what changes, or replace the formula with its value");
    }

    /**
     * Reports a signed workbook.
     *
     * @param accepted whether the caller allows a response that breaks the signature
     */
    void signed(boolean accepted) {
        reporter.at(
                Rule.RESPONSE_FIXED_FIELD_CHANGED,
                accepted ? Severity.WARNING : Severity.ERROR,
                places.file(),
                null,
                "the workbook is digitally signed, and any answer invalidates its signature: "
                        + (accepted
                                ? "tell DCC that it is invalid"
                                : "allow this, or ask DCC for a workbook without a signature"));
    }
}
