package uk.smets.mam.model.internal.field;

import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.FieldForm.Kind;

/** Creates the forms of fields. */
public final class FieldForms {
    private static final String PAIR = "[0-9A-Fa-f]{2}";

    private FieldForms() {}

    /** {@return any text} */
    public static FieldForm text() {
        return of(Kind.TEXT, Optional.empty());
    }

    /** {@return a text that matches a pattern} */
    static FieldForm text(String pattern) {
        return of(Kind.TEXT, Optional.of(pattern));
    }

    /** {@return pairs of hexadecimal digits joined by hyphens} */
    static FieldForm hyphenatedPairs() {
        return text(PAIR + "(-" + PAIR + "){7}");
    }

    /** {@return pairs of hexadecimal digits, with or without hyphens} */
    static FieldForm pairs() {
        return text(PAIR + "(-" + PAIR + "){7}|(" + PAIR + "){8}");
    }

    /** {@return one of several codes} */
    static FieldForm codes(List<String> codes) {
        return new FieldForm(Kind.TEXT, Optional.empty(), codes, Optional.empty());
    }

    /** {@return a positive whole number without leading zeros} */
    static FieldForm number(int maxDigits) {
        return of(Kind.NUMBER, Optional.of("[1-9][0-9]{0," + (maxDigits - 1) + "}"));
    }

    /** {@return a date in the symbols of {@link java.time.format.DateTimeFormatter}} */
    static FieldForm date(String datePattern) {
        String digits = datePattern
                .replace("uuuu", "[0-9]{4}")
                .replace("MM", "[0-9]{2}")
                .replace("dd", "[0-9]{2}");
        return new FieldForm(Kind.DATE, Optional.of(digits), List.of(), Optional.of(datePattern));
    }

    /** {@return a flag; without a second value, false is an empty field} */
    static FieldForm flag(String... values) {
        return new FieldForm(Kind.FLAG, Optional.empty(), List.of(values), Optional.empty());
    }

    /**
     * Returns a list of texts.
     *
     * @param pattern the pattern of each
     * @return the form
     */
    public static FieldForm list(String pattern) {
        return of(Kind.LIST, Optional.of(pattern));
    }

    private static FieldForm of(Kind kind, Optional<String> pattern) {
        return new FieldForm(kind, pattern, List.of(), Optional.empty());
    }
}
