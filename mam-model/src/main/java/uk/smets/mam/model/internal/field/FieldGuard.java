package uk.smets.mam.model.internal.field;

import java.util.Optional;
import java.util.function.BiConsumer;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.primitive.Characters;

/** The checks of every field, regardless of its type (clause 7.1). */
public final class FieldGuard {
    private FieldGuard() {}

    /**
     * Checks a field.
     *
     * @param field the field
     * @param type its type
     * @param text its text, not empty
     * @param limit the limit on the length of any field, in bytes
     * @param problems receives the problems
     */
    public static void check(
            DocumentField field, FieldType<?> type, FieldText text, int limit, FieldProblems problems) {
        if (text.isPadded() && (text.at(0) == ' ' || !type.ownsLastSpace(text.toString()))) {
            problems.add(Rule.FIELD_PADDED, "the value has leading or trailing white space: remove it");
        }
        int maximum = field.maxLength().orElse(limit);
        if (text.length() > maximum) {
            checkLength(text, Math.min(maximum, limit), field.maxLength().isPresent(), problems);
        }
        checkCharacters(text, problems);
    }

    /**
     * Checks the characters of a field that cannot be read otherwise.
     *
     * @param text its text
     * @param problems receives the problems
     */
    public static void checkCharacters(FieldText text, FieldProblems problems) {
        if (!text.isPrintableAscii()) {
            checkCharacters(text.toString(), "", "in this field", problems::add);
        }
    }

    /**
     * Checks the characters of a line that cannot be split into fields.
     *
     * @param line the whole line, without its line end
     * @param reporter receives the problems
     */
    public static void checkCharacters(FieldText line, Reporter reporter) {
        checkCharacters(line, reporter, false);
    }

    /**
     * Checks the characters of a line that cannot be split into fields.
     *
     * @param line the whole line, without its line end
     * @param reporter receives the problems
     * @param repairable whether a repair can split it into fields
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
        // A huge field is not converted to a String only to measure it.
        int length =
                text.length() > 4L * maximum ? text.length() : text.toString().length();
        if (typed && text.isPadded() && length <= 4L * maximum) {
            // White space around a typed value is reported separately.
            length = text.toString().strip().length();
        }
        if (length > maximum) {
            problems.add(
                    Rule.FIELD_TOO_LONG, "at most " + maximum + " characters are allowed here; this has " + length);
        }
    }

    /** Reports one finding for each kind of character, with its first place and the number of others. */
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
        // White space of any kind around a value must be removed.
        boolean atAnEnd = index == 0 || index == characters.length() - 1;
        return ascii.get().isBlank()
                ? ascii.get().isEmpty() || atAnEnd ? "remove it" : "write a plain space"
                : "write " + ascii.get();
    }

    private static String others(int count, String where) {
        return count == 1 ? "" : " (and " + (count - 1) + " more " + where + ")";
    }
}
