package uk.smets.mam.model.internal;

import java.util.regex.Pattern;

/** The marks that a spreadsheet leaves on values when it re-saves a file. */
public final class SpreadsheetDamage {
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](?:[.,][0-9]+)?[Ee]\\+?[0-9]{1,3}");
    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}([/.-])[0-9]{1,2}\\1[0-9]{1,4}(?: [0-9:]+)?"
            + "|[0-9]{1,2}[- ][A-Za-z]{3}[- ][0-9]{2,4}"
            + "|[0-9]{5}");
    /** A spreadsheet keeps fifteen digits of a number and writes zeros for the others. */
    private static final Pattern ROUNDED = Pattern.compile("[1-9][0-9]{14}0{8,}");

    private SpreadsheetDamage() {}

    /**
     * Whether a number was written in the scientific notation: its digits are lost.
     *
     * @param text the text of a number
     * @return true for {@code 1.23457E+12}
     */
    public static boolean isScientific(String text) {
        return SCIENTIFIC.matcher(text.strip()).matches();
    }

    /**
     * Whether a date was re-written in another format, or as the number of a day.
     *
     * @param text the text of a date
     * @return true for {@code 05/08/2019}, {@code 05-Aug-19}, {@code 43682}
     */
    public static boolean isRewrittenDate(String text) {
        return DATE.matcher(text.strip()).matches();
    }

    /**
     * Whether a long number has zeros for all digits after the fifteenth.
     *
     * @param digits decimal digits
     * @return true where they were likely lost
     */
    public static boolean isRounded(String digits) {
        return ROUNDED.matcher(digits).matches();
    }
}
