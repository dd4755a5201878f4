package uk.smets.mam.model.internal.field;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;

/**
 * Reports why a text is not a valid number. If a spreadsheet program lost its digits, that is reported as information
 * next to the error.
 */
public final class NumberProblems {
    private static final Pattern LEADING_ZEROS = Pattern.compile("0+([1-9][0-9]*)");

    private NumberProblems() {}

    /** Repairs a number that a spreadsheet program or an export changed without losing digits. */
    static Optional<Repaired> withoutDecimals(String text) {
        return SpreadsheetDamage.withoutDecimals(text)
                .map(digits -> new Repaired(
                        Rule.SPREADSHEET_DAMAGE, digits, "the decimals after the number, all zero, were removed"));
    }

    /** Removes the padding of a number (clause 7.1: values are not padded), but not if there are only zeros. */
    static Optional<Repaired> withoutLeadingZeros(Rule rule, String text) {
        Matcher padded = LEADING_ZEROS.matcher(text);
        return padded.matches()
                ? Optional.of(new Repaired(rule, padded.group(1), "the leading zeros were removed"))
                : Optional.empty();
    }

    static void report(Rule rule, String wanted, FieldText text, FieldProblems problems) {
        String characters = text.toString();
        if (SpreadsheetDamage.isScientific(characters)) {
            problems.add(
                    rule,
                    wanted
                            + "; this is in scientific notation, and its digits are lost: take it from its source"
                            + " again");
            problems.add(
                    Rule.SPREADSHEET_DAMAGE,
                    Severity.INFO,
                    "a spreadsheet program re-saved this file and shortened the number: export the file from its source again");
        } else if (text.isDigits()) {
            int digits = text.length();
            problems.add(rule, wanted + "; this has " + digits + (digits == 1 ? " digit" : " digits"));
        } else {
            problems.add(rule, wanted + "; write only the digits 0 to 9");
        }
    }
}
