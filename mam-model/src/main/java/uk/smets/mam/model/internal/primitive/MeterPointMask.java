package uk.smets.mam.model.internal.primitive;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Hides meter points in text, whatever field they are in. Digits are replaced by asterisks and everything else is kept, because the form of
 * a value is often its problem. Masked text stays the same when it is masked again.
 */
public final class MeterPointMask {
    private static final Set<String> METER_POINT_FIELDS = Set.of("MPAN", "MPRN", "MPxN");
    private static final Set<String> DATE_FIELDS = Set.of("Migrate on", "Migration Week", "Not Before", "Not After");
    private static final String SERIAL_NUMBER = "Serial Number";
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    /** A date of this or the last century, with the year first or last. In a date column it is not an MPRN. */
    private static final Pattern DATE = Pattern.compile(
            "(?:19|20)[0-9]{2}[./-]?[0-9]{2}[./-]?[0-9]{2}" + "|[0-9]{2}[./-]?[0-9]{2}[./-]?(?:19|20)[0-9]{2}");

    /** Digits, with or without groups. Possessive, so that matching takes linear time. */
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}++(?:[ .,\u00A0/-]\\p{Nd}++)*+");

    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\p{Nd}++");

    private static final Pattern MPRN = Pattern.compile("[1-9][0-9]{5,9}");

    /** The fewest digits of a real MPRN. */
    private static final int FEWEST = 6;

    /** The digits of an MPAN. Serial Numbers of the SMKI have many more. */
    private static final int MPAN_DIGITS = 13;

    /** More digits than those of a date, which sentences and file names have. */
    private static final int FEWEST_IN_A_SENTENCE = 9;

    private MeterPointMask() {}

    /**
     * Returns the text of a field without a meter point.
     *
     * @param field the name of the field in the MAM, or an empty text if it is not known
     * @param text the text
     * @return the text, in which no number has six digits or more; in the Serial Number of a certificate, none of 6 to 13 digits; a date
     *     in a field for dates is kept
     */
    public static String inField(String field, String text) {
        if (METER_POINT_FIELDS.contains(field)) {
            return stars(text);
        }
        if (field.endsWith(SERIAL_NUMBER)) {
            return inCertificate(text);
        }
        boolean dates = DATE_FIELDS.contains(field);
        return masked(
                text, Integer.MAX_VALUE, number -> dates && DATE.matcher(number).matches() ? number : stars(number));
    }

    /**
     * Returns the name of a supplier without a misplaced meter point.
     *
     * @param name the name
     * @return the name, in which no number has six digits or more
     */
    public static String inName(String name) {
        return masked(name, Integer.MAX_VALUE, MeterPointMask::stars);
    }

    /**
     * Returns a sentence, or the name of a file or sheet, without a meter point.
     *
     * @param text the text, which may have dates and User IDs
     * @return the text without runs of nine digits or more
     */
    public static String inSentence(String text) {
        return PLAIN_NUMBER
                .matcher(text)
                .replaceAll(run -> run.group().length() < FEWEST_IN_A_SENTENCE ? run.group() : stars(run.group()));
    }

    /**
     * Returns the Serial Number or Issuer Name of a certificate without a misplaced meter point.
     *
     * @param text the text
     * @return the text, in which no number has 6 to 13 digits
     */
    public static String inCertificate(String text) {
        return masked(text, MPAN_DIGITS, MeterPointMask::stars);
    }

    /**
     * Returns a manufacturer, a model or a firmware version without a misplaced meter point. Versions have digits too: digits in groups,
     * with a leading zero or in the form of a date are kept, unless they are as many as those of an MPAN.
     *
     * @param text the text
     * @return the text without a number that may be an MPAN or an MPRN
     */
    public static String inFirmware(String text) {
        return masked(
                text,
                MPAN_DIGITS,
                number ->
                        MPRN.matcher(number).matches() && !DATE.matcher(number).matches()
                                        || DIGIT.matcher(number).results().count() == MPAN_DIGITS
                                ? stars(number)
                                : number);
    }

    private static String masked(String text, int most, UnaryOperator<String> mask) {
        return masked(PLAIN_NUMBER, masked(NUMBER, text, most, mask), most, mask);
    }

    private static String masked(Pattern numbers, String text, int most, UnaryOperator<String> mask) {
        return numbers.matcher(text).replaceAll(found -> {
            long digits = DIGIT.matcher(found.group()).results().count();
            return digits >= FEWEST && digits <= most ? mask.apply(found.group()) : found.group();
        });
    }

    private static String stars(String number) {
        return DIGIT.matcher(number).replaceAll("*");
    }
}
