package uk.smets.mam.model.internal;

import uk.smets.mam.model.Rule;

/** Says what is wrong with a text that is no number of the wanted form. */
final class NumberProblems {
    private NumberProblems() {}

    static void report(Rule rule, String wanted, FieldText text, FieldProblems problems) {
        String characters = text.toString();
        if (SpreadsheetDamage.isScientific(characters)) {
            problems.add(
                    rule,
                    wanted + "; this is in scientific notation, and its digits are lost: take it anew from its source");
            problems.add(
                    Rule.SPREADSHEET_DAMAGE,
                    "a spreadsheet re-saved this file and shortened the number: make the file anew from its source");
        } else if (text.isDigits()) {
            int digits = text.length();
            problems.add(rule, wanted + "; this has " + digits + (digits == 1 ? " digit" : " digits"));
        } else {
            problems.add(rule, wanted + ", 0 to 9 and nothing else");
        }
    }
}
