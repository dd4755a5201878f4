package uk.smets.mam.csv.repair;

import uk.smets.mam.csv.internal.lenient.LooseQuotes;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.field.FieldProblems;

/** Says what becomes of quotes that are not as RFC 4180 has them, where Jackson still read a value. */
final class QuoteRepair {
    private QuoteRepair() {}

    /** Notes the change, or reports that the value can't be told. */
    static void check(
            DocumentField field,
            LooseQuotes.Notes quotes,
            int place,
            long line,
            Changes changes,
            FieldProblems problems) {
        if (quotes.typographic().get(place)) {
            changes.field(Rule.NON_ASCII, line, field, "", "", "typographic quotes around the value became plain ones");
        }
        if (quotes.padded().get(place)) {
            changes.field(Rule.FIELD_PADDED, line, field, "", "", "white space around the quotes was removed");
        }
        if (quotes.unbalanced().get(place)) {
            problems.add(
                    Rule.QUOTING,
                    "a quote in an unquoted value has no second one, so that the value can't be told: quote the whole"
                            + " value, and double quotes that belong to it");
        } else if (quotes.bare().get(place)) {
            changes.field(
                    Rule.QUOTING, line, field, "", "", "quotes in an unquoted value were taken as a part of the value");
        }
    }
}
