package uk.smets.mam.csv.repair;

import uk.smets.mam.csv.internal.lenient.LooseQuotes;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.field.FieldProblems;

/** Handles the quotes of a value that does not follow RFC 4180. */
final class QuoteRepair {
    private QuoteRepair() {}

    /** Records the change, or reports that the value is ambiguous. */
    static void check(
            DocumentField field,
            LooseQuotes.Notes quotes,
            int place,
            long line,
            Changes changes,
            FieldProblems problems) {
        if (quotes.typographic().get(place)) {
            changes.field(Rule.NON_ASCII, line, field, "", "", "typographic quotes around the value were "
                    + "replaced by plain quotes");
        }
        if (quotes.padded().get(place)) {
            changes.field(Rule.FIELD_PADDED, line, field, "", "", "white space around the quotes was removed");
        }
        if (quotes.unbalanced().get(place)) {
            problems.add(
                    Rule.QUOTING,
                    "an unpaired quote in an unquoted value makes the value ambiguous: quote the whole value, "
                            + "and double the quotes within it");
        } else if (quotes.bare().get(place)) {
            changes.field(
                    Rule.QUOTING, line, field, "", "", "quotes in an unquoted value were treated as part of the "
                            + "value");
        }
    }
}
