package uk.smets.mam.model.internal.field;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marks that a spreadsheet leaves on values when it re-saves a file. */
public final class SpreadsheetDamage {
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](?:[.,][0-9]+)?[Ee]\\+?[0-9]{1,3}");
    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}([/.-])[0-9]{1,2}\\1[0-9]{1,4}(?: [0-9:]+)?"
            + "|[0-9]{1,2}[- ][A-Za-z]{3}[- ][0-9]{2,4}"
            + "|[0-9]{5}");
    /** A spreadsheet keeps fifteen digits of a number and writes zeros for the others. */
    private static final Pattern ROUNDED = Pattern.compile("[1-9][0-9]{14}0{8,}");

    /** So that a spreadsheet shows a number as it is, people write it as a formula or behind an apostrophe. */
    private static final Pattern PROTECTED = Pattern.compile("=\"([^\"]+)\"|'([^'\"]+)");

    /** A number of up to 15 digits that went through a floating-point number and lost nothing there. */
    private static final Pattern DECIMALS = Pattern.compile("([0-9]{1,15})\\.0{1,6}");

    private SpreadsheetDamage() {}

    /**
     * Returns the text that is protected against being read as a number.
     *
     * @param text a text that is not padded
     * @return the text within {@code ="..."} or after {@code '}; empty if it is not protected
     */
    public static Optional<String> unprotected(String text) {
        Matcher matcher = PROTECTED.matcher(text);
        return matcher.matches()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }

    /**
     * Returns the digits of a number that was written with decimals.
     *
     * @param text a text that is not padded
     * @return the digits in front of {@code .0}; empty if there are other characters, or digits may have been lost
     */
    public static Optional<String> withoutDecimals(String text) {
        Matcher matcher = DECIMALS.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Returns whether a number was written in the scientific notation: its digits are lost.
     *
     * @param text the text of a number
     * @return true for {@code 1.23457E+12}
     */
    public static boolean isScientific(String text) {
        return SCIENTIFIC.matcher(text.strip()).matches();
    }

    /**
     * Returns whether a date was re-written in another format, or as the number of a day.
     *
     * @param text the text of a date
     * @return true for {@code 05/08/2019}, {@code 05-Aug-19}, {@code 43682}
     */
    public static boolean isRewrittenDate(String text) {
        return DATE.matcher(text.strip()).matches();
    }

    /**
     * Returns whether a long number has zeros for all digits after the fifteenth.
     *
     * @param digits decimal digits
     * @return true if they were likely lost
     */
    public static boolean isRounded(String digits) {
        return ROUNDED.matcher(digits).matches();
    }
}
