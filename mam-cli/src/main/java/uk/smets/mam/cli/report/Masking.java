package uk.smets.mam.cli.report;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import uk.smets.mam.model.Location;

/** Hides meter points in text, or nothing. */
public enum Masking {
    NONE {
        @Override
        public String of(Location at, String text) {
            return text;
        }

        @Override
        public String ofName(String name) {
            return name;
        }
    },
    /** Keeps the form of a value, which is often its problem. */
    METER_POINTS {
        @Override
        public String of(Location at, String text) {
            String field = Place.of(at).fieldName().orElse("");
            if (METER_POINT_FIELDS.contains(field)) {
                return stars(text);
            }
            if (field.endsWith(SERIAL_NUMBER)) {
                return certificate(text);
            }
            boolean dates = DATE_FIELDS.contains(field);
            return masked(
                    text,
                    Integer.MAX_VALUE,
                    number -> dates && DATE.matcher(number).matches() ? number : stars(number));
        }

        @Override
        public String ofName(String name) {
            return masked(name, Integer.MAX_VALUE, Masking::stars);
        }
    };

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

    /** Returns the text of a value at a place. */
    public abstract String of(Location at, String text);

    /** Returns the supplier name of a header, which can hold a misplaced meter point. */
    public abstract String ofName(String name);

    /** Returns the Serial Number or Issuer Name of a certificate without a misplaced meter point. */
    public static String certificate(String text) {
        return masked(text, MPAN_DIGITS, Masking::stars);
    }

    /**
     * Returns a manufacturer, a model or a firmware version without a misplaced meter point. Versions have digits too: digits in groups,
     * with a leading zero or in the form of a date are kept, unless they are as many as those of an MPAN.
     */
    public static String firmware(String text) {
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
