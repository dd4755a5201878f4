package uk.smets.mam.xlsx;

import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.FindingSink;
import uk.smets.mam.model.internal.Reporter;

/**
 * Says what is wrong with the answers themselves. These are errors whichever rules are turned off: a response without an answer that was
 * given, or with one in a place where nobody sees it, would be none.
 */
final class AnswerProblems {
    private final SheetPlaces places;
    private final Reporter reporter;

    AnswerProblems(SheetPlaces places, FindingSink sink) {
        this.places = places;
        reporter = new Reporter(places, ValidationOptions.defaults(), true, sink, number -> "");
    }

    /** An answer is to no row. */
    void noRow(GivenAnswers.Given given) {
        reporter.at(
                Rule.RESPONSE_FIXED_FIELD_CHANGED,
                Severity.ERROR,
                sheet(),
                null,
                name(given)
                        + " and the sheet has no such row: a response has the rows of its schedule and no others, so"
                        + " correct the answer, or leave it out");
    }

    private Location sheet() {
        return new Location.WholeSheet(places.fileName(), places.sheet());
    }

    private static String name(GivenAnswers.Given given) {
        return "answer " + given.ordinal() + " names its row by "
                + given.key().kind().words();
    }

    /** An answer is to a second row. */
    void twoRows(GivenAnswers.Given given, int first, int second) {
        reporter.startLine(second);
        reporter.field(
                Rule.MPXN_DUPLICATE,
                Severity.ERROR,
                field(given),
                name(given) + ", which stands in row " + first + " too: answer each of the rows by its row number");
    }

    /** A row has two answers. */
    void twoAnswers(GivenAnswers.Given first, GivenAnswers.Given second, int row) {
        reporter.startLine(row);
        reporter.field(
                Rule.MPXN_DUPLICATE,
                Severity.ERROR,
                field(second),
                "the answers " + first.ordinal() + " and " + second.ordinal() + " are both to this row: give one");
    }

    private static DocumentField field(GivenAnswers.Given given) {
        return given.key().kind() == AnswerKey.Kind.MPRN
                ? MigrationScheduleTable.SUBJECT.mprn()
                : MigrationScheduleTable.SUBJECT.mpan();
    }

    /** No column is for a field that is answered. */
    void noColumn(DocumentField field) {
        reporter.at(
                Rule.COLUMN_MISSING,
                Severity.ERROR,
                sheet(),
                null,
                "an answer fills the field " + field.name()
                        + ", and the sheet has no such column: leave it out of the answers, or ask DCC for the column");
    }

    /** A cell that is answered does not stand by itself. */
    void cellInTheWay(Rule rule, int row, DocumentField field, String obstacle) {
        reporter.startLine(row);
        reporter.field(rule, Severity.ERROR, field, "the cell can't be answered by itself: " + obstacle);
    }

    /**
     * The workbook is signed.
     *
     * @param accepted whether the caller knows and wants a response all the same
     */
    void signed(boolean accepted) {
        reporter.at(
                Rule.RESPONSE_FIXED_FIELD_CHANGED,
                accepted ? Severity.WARNING : Severity.ERROR,
                places.file(),
                null,
                "the workbook is digitally signed, and any answer breaks its signature: "
                        + (accepted
                                ? "tell DCC that it is broken"
                                : "allow that, or ask DCC for one without a signature"));
    }
}
