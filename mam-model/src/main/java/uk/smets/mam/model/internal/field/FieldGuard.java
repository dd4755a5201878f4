package uk.smets.mam.model.internal.field;

import java.util.Optional;
import java.util.function.BiConsumer;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.primitive.Characters;

/** The checks that every field goes through, whatever its form (clause 7.1). */
public final class FieldGuard {
    private FieldGuard() {}

    /**
     * Checks a field.
     *
     * @param field the field
     * @param type its form
     * @param text its text, not empty
     * @param limit how many bytes any field may have
     * @param problems takes what is wrong
     */
    public static void check(
            DocumentField field, FieldType<?> type, FieldText text, int limit, FieldProblems problems) {
        if (text.isPadded() && (text.at(0) == ' ' || !type.ownsLastSpace(text.toString()))) {
            problems.add(Rule.FIELD_PADDED, "values are not padded: remove the white space around it");
        }
        int maximum = field.maxLength().orElse(limit);
        if (text.length() > maximum) {
            checkLength(text, Math.min(maximum, limit), field.maxLength().isPresent(), problems);
        }
        checkCharacters(text, problems);
    }

    /**
     * Checks the characters of a field that can't be read otherwise.
     *
     * @param text its text
     * @param problems takes what is wrong
     */
    public static void checkCharacters(FieldText text, FieldProblems problems) {
        if (!text.isPrintableAscii()) {
            checkCharacters(text.toString(), "", "in this field", problems::add);
        }
    }

    /**
     * Checks the characters of a line whose fields can't be told apart.
     *
     * @param line the whole line, without its line end
     * @param reporter takes what is wrong
     */
    public static void checkCharacters(FieldText line, Reporter reporter) {
        checkCharacters(line, reporter, false);
    }

    /**
     * Checks the characters of a line whose fields can't be told apart.
     *
     * @param line the whole line, without its line end
     * @param reporter takes what is wrong
     * @param repairable whether a repair tells the fields apart
     */
    public static void checkCharacters(FieldText line, Reporter reporter, boolean repairable) {
        if (!line.isPrintableAscii()) {
            checkCharacters(
                    line.toString(),
                    " of the line",
                    "on this line",
                    (rule, message) -> reporter.line(rule, rule.severity(), reporter.line(), repairable, message));
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
    private static void checkCharacters(
            String characters, String ofWhat, String where, BiConsumer<Rule, String> problems) {
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
            problems.accept(
                    Rule.NON_ASCII,
                    place(characters, firstForeign, ofWhat) + " is " + Characters.name(codePoint)
                            + ", which is not ASCII: " + advice(characters, firstForeign) + others(foreign, where));
        }
        if (firstControl >= 0) {
            problems.accept(
                    Rule.CONTROL_CHARACTER,
                    place(characters, firstControl, ofWhat) + " is "
                            + Characters.name(characters.charAt(firstControl)) + ": remove it"
                            + others(controls, where));
        }
    }

    private static String place(String characters, int index, String ofWhat) {
        return "character " + (characters.codePointCount(0, index) + 1) + ofWhat;
    }

    private static String advice(String characters, int index) {
        Optional<String> ascii = Characters.asciiFor(characters.codePointAt(index));
        if (ascii.isEmpty()) {
            return "write the value in ASCII";
        }
        // White space of any kind around a value is only to go.
        boolean atAnEnd = index == 0 || index == characters.length() - 1;
        return ascii.get().isBlank()
                ? ascii.get().isEmpty() || atAnEnd ? "remove it" : "write a plain space"
                : "write " + ascii.get();
    }

    private static String others(int count, String where) {
        return count == 1 ? "" : " (and " + (count - 1) + " more " + where + ")";
    }
}
