package uk.smets.mam.csv;

import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.Reporter;

/** Says what is wrong with a record that has no fields that could be trusted. */
final class RecordProblems {
    private RecordProblems() {}

    /** Reports the problem of a record at the current line; false where it has none. */
    static boolean report(LenientRecords record, int fieldLimit, Reporter reporter) {
        String place = record.count() == 0 ? "" : "behind field " + record.count() + " ";
        switch (record.problem()) {
            case QUOTING ->
                reporter.line(
                        Rule.QUOTING,
                        place
                                + "a quote is not closed on its line, or text follows a closing quote: quote the whole value,"
                                + " and double quotes that belong to it");
            case TOO_LONG ->
                reporter.line(
                        Rule.FIELD_TOO_LONG,
                        place + "a value is longer than " + fieldLimit
                                + " characters, or the line is longer than any row");
            case NONE -> {
                return false;
            }
        }
        return true;
    }
}
