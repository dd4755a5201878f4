package uk.smets.mam.cli;

import java.util.Set;
import java.util.regex.Pattern;
import uk.smets.mam.model.Location;

/** What is shown of the text that a finding is about: all of it, or no meter point. */
enum Masking {
    NONE {
        @Override
        String of(Location at, String text) {
            return text;
        }
    },
    /** The form of a value stays, since it is often what is wrong with it. */
    METER_POINTS {
        @Override
        String of(Location at, String text) {
            String field = Place.of(at).fieldName().orElse("");
            if (METER_POINT_FIELDS.contains(field)) {
                return DIGIT.matcher(text).replaceAll("*");
            }
            return field.endsWith(SERIAL_NUMBER) ? text : masked(text);
        }

        /** In a row whose fields are shifted a meter point stands in a wrong place; no date has nine digits. */
        private String masked(String text) {
            return LONG_NUMBER
                    .matcher(text)
                    .replaceAll(number -> "*".repeat(number.group().length()));
        }
    };

    private static final Set<String> METER_POINT_FIELDS = Set.of("MPAN", "MPRN");
    private static final String SERIAL_NUMBER = "Serial Number";
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}{9,}");

    abstract String of(Location at, String text);
}
