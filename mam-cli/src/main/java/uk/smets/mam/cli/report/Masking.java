package uk.smets.mam.cli.report;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import uk.smets.mam.model.Location;

/** What is shown of the text that a finding is about: all of it, or no meter point. */
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
    /** The form of a value stays, since it is often what is wrong with it. */
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

    /** A date of this century or the last, with the year first or last: in its own column it is no MPRN. */
    private static final Pattern DATE = Pattern.compile(
            "(?:19|20)[0-9]{2}[./-]?[0-9]{2}[./-]?[0-9]{2}" + "|[0-9]{2}[./-]?[0-9]{2}[./-]?(?:19|20)[0-9]{2}");

    /** Digits, in groups or not; possessive, so that no text takes long. */
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}++(?:[ .,\u00A0/-]\\p{Nd}++)*+");

    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\p{Nd}++");

    private static final Pattern MPRN = Pattern.compile("[1-9][0-9]{5,9}");

    /** The fewest digits of a real MPRN. */
    private static final int FEWEST = 6;

    /** The digits of an MPAN: Serial Numbers of the SMKI have many more. */
    private static final int MPAN_DIGITS = 13;

    /** The text of a value at a place, as it may be shown. */
    public abstract String of(Location at, String text);

    /** The name of the supplier in a header, as it may be shown: a meter point may have slid into it. */
    public abstract String ofName(String name);

    /** The Serial Number or the Issuer Name of a certificate, without what may be a meter point that has slid into its column. */
    public static String certificate(String text) {
        return masked(text, MPAN_DIGITS, Masking::stars);
    }

    /**
     * A manufacturer, a model or a version of firmware, without what may be a meter point that has slid into its column. Versions have digits
     * too: those in groups, from a zero on or like a date stay, unless they are as many as those of an MPAN.
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
