package uk.smets.mam.model.internal.field;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Detects values that a spreadsheet program changed when it re-saved a file. */
public final class SpreadsheetDamage {
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](?:[.,][0-9]+)?[Ee]\\+?[0-9]{1,3}");
    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}([/.-])[0-9]{1,2}\\1[0-9]{1,4}(?: [0-9:]+)?"
            + "|[0-9]{1,2}[- ][A-Za-z]{3}[- ][0-9]{2,4}"
            + "|[0-9]{5}");
    /** Spreadsheet programs keep fifteen digits of a number and replace the others by zeros. */
    private static final Pattern ROUNDED = Pattern.compile("[1-9][0-9]{14}0{8,}");

    /** A number is written as a formula or after an apostrophe to protect it from a spreadsheet program. */
    private static final Pattern PROTECTED = Pattern.compile("=\"([^\"]+)\"|'([^'\"]+)");

    /** A number of up to 15 digits that was a floating-point number without loss. */
    private static final Pattern DECIMALS = Pattern.compile("([0-9]{1,15})\\.0{1,6}");

    private SpreadsheetDamage() {}

    /**
     * Returns a text without the protection against conversion to a number.
     *
     * @param text a text without leading and trailing white space
     * @return the text within {@code ="..."} or after {@code '}; or empty if it is not protected
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
     * @param text a text without leading and trailing white space
     * @return the digits before {@code .0}, or empty if there are other characters or digits may have been lost
     */
    public static Optional<String> withoutDecimals(String text) {
        Matcher matcher = DECIMALS.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Returns whether a number is in scientific notation and has lost digits.
     *
     * @param text the text of a number
     * @return true for {@code 1.23457E+12}
     */
    public static boolean isScientific(String text) {
        return SCIENTIFIC.matcher(text.strip()).matches();
    }

    /**
     * Returns whether a date was changed to another format or to a day number.
     *
     * @param text the text of a date
     * @return true for {@code 05/08/2019}, {@code 05-Aug-19}, {@code 43682}
     */
    public static boolean isRewrittenDate(String text) {
        return DATE.matcher(text.strip()).matches();
    }

    /**
     * Returns whether all digits of a long number after the fifteenth are zeros.
     *
     * @param digits decimal digits
     * @return true if digits were probably lost
     */
    public static boolean isRounded(String digits) {
        return ROUNDED.matcher(digits).matches();
    }
}
