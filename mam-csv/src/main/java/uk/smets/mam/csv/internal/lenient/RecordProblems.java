package uk.smets.mam.csv.internal.lenient;

import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.primitive.Characters;

/** Reports the problem of a record whose fields are unreliable. */
public final class RecordProblems {
    private RecordProblems() {}

    /** Reports the problem of a record at the current line. Returns false if it has no problem. */
    public static boolean report(LenientRecords record, int fieldLimit, Reporter reporter) {
        switch (record.problem()) {
            case UNCLOSED_QUOTE ->
                reporter.line(
                        Rule.QUOTING,
                        "field " + record.quotedField() + " is quoted, but not closed before the next row: "
                                + "close the quotes, and double quotes within a value");
            case AFTER_QUOTE ->
                reporter.line(
                        Rule.QUOTING,
                        "field " + record.quotedField() + " has " + after(record.afterQuote())
                                + " after its closing quote: quote the whole value, and double the quotes within it");
            case TOO_LONG ->
                reporter.line(
                        Rule.FIELD_TOO_LONG,
                        (record.count() > 0 ? "after field " + record.count() + " " : "")
                                + "a value is longer than " + fieldLimit
                                + " characters, or the line is longer than any row");
            case NONE -> {
                return false;
            }
        }
        return true;
    }

    /** Names a control character, which is invisible; other text is not shown, because it may be a meter point. */
    private static String after(int character) {
        return Character.isISOControl(character) ? Characters.name(character) : "text";
    }
}
