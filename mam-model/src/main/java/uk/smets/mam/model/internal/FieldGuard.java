package uk.smets.mam.model.internal;

import java.util.Optional;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;

/** The checks that every field goes through, whatever its form (clause 7.1). */
public final class FieldGuard {
    private FieldGuard() {}

    /**
     * Checks a field.
     *
     * @param field the field
     * @param text its text, not empty
     * @param limit how many bytes any field may have
     * @param problems takes what is wrong
     */
    public static void check(DocumentField field, FieldText text, int limit, FieldProblems problems) {
        if (text.isPadded()) {
            problems.add(Rule.FIELD_PADDED, "values are not padded: remove the white space around it");
        }
        int maximum = field.maxLength().orElse(limit);
        if (text.length() > maximum) {
            checkLength(text, Math.min(maximum, limit), field.maxLength().isPresent(), problems);
        }
        if (!text.isPrintableAscii()) {
            checkCharacters(text, problems);
        }
    }

    private static void checkLength(FieldText text, int maximum, boolean typed, FieldProblems problems) {
        // A huge field is not made a String just to be measured.
        int length =
                text.length() > 4L * maximum ? text.length() : text.toString().length();
        if (typed && text.isPadded() && length <= 4L * maximum) {
            // The white space around a typed value is an error of its own.
            length = text.toString().strip().length();
        }
        if (length > maximum) {
            problems.add(
                    Rule.FIELD_TOO_LONG, "at most " + maximum + " characters are allowed here; this has " + length);
        }
    }

    /** One finding for each kind of character, with the first place of it and how many there are. */
    private static void checkCharacters(FieldText text, FieldProblems problems) {
        String characters = text.toString();
        int controls = 0;
        int firstControl = -1;
        int foreign = 0;
        int firstForeign = -1;
        for (int i = 0; i < characters.length(); i += Character.charCount(characters.codePointAt(i))) {
            char c = characters.charAt(i);
            if (c > 0x7F) {
                foreign++;
                firstForeign = firstForeign < 0 ? i : firstForeign;
            } else if (c < ' ' || c == 0x7F) {
                controls++;
                firstControl = firstControl < 0 ? i : firstControl;
            }
        }
        if (firstForeign >= 0) {
            int codePoint = characters.codePointAt(firstForeign);
            problems.add(
                    Rule.NON_ASCII,
                    place(characters, firstForeign) + " is " + Characters.name(codePoint) + ", which is not ASCII: "
                            + advice(Characters.asciiFor(codePoint)) + others(foreign));
        }
        if (firstControl >= 0) {
            problems.add(
                    Rule.CONTROL_CHARACTER,
                    place(characters, firstControl) + " is " + Characters.name(characters.charAt(firstControl))
                            + ": remove it" + others(controls));
        }
    }

    private static String place(String characters, int index) {
        return "character " + (characters.codePointCount(0, index) + 1);
    }

    private static String advice(Optional<String> ascii) {
        return ascii.map(text ->
                        text.isEmpty() ? "remove it" : text.equals(" ") ? "write a plain space" : "write " + text)
                .orElse("write the value in ASCII");
    }

    private static String others(int count) {
        return count == 1 ? "" : " (and " + (count - 1) + " more in this field)";
    }
}
