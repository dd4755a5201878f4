package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;
import static uk.smets.mam.model.internal.primitive.Arguments.listOf;

import java.util.List;
import java.util.Optional;

/**
 * The form of a field's text, for programs that check or store it without this library. A text of this form can still break a rule: the
 * check digits of an MPAN, or the day of a Migration Week, are not part of its form.
 *
 * @param kind what the text represents
 * @param pattern a regular expression that the whole text, or each element of a list, matches; it has only character classes, groups,
 *     alternatives and counts, which Java, ECMAScript, XML Schema and SQL databases treat alike, and no anchors; empty if any text, or
 *     one of the {@code values}, is allowed
 * @param values the permitted values, the one for true first; empty if the values are not a list
 * @param datePattern the form of a date in the symbols of {@link java.time.format.DateTimeFormatter}, such as {@code uuuuMMdd} for
 *     2019-08-05 as {@code 20190805}; empty if it is not a date
 */
public record FieldForm(Kind kind, Optional<String> pattern, List<String> values, Optional<String> datePattern) {
    /** What the text of a field represents. */
    public enum Kind {
        /** A text. */
        TEXT,
        /** A whole number. It can be too long for 64 bits. */
        NUMBER,
        /** A date without a time. */
        DATE,
        /** True or false, as the first and the second of the {@link #values()}; if there is no second, false is an empty field. */
        FLAG,
        /** One or more texts, joined by commas or in several cells. */
        LIST
    }

    /**
     * Creates the form.
     *
     * @param kind what the text represents
     * @param pattern a regular expression for the whole text
     * @param values the permitted values
     * @param datePattern the form of a date
     */
    public FieldForm {
        requireNonNull(kind, "kind");
        requireNonNull(pattern, "pattern");
        values = listOf(values, "values");
        requireNonNull(datePattern, "datePattern");
    }
}
