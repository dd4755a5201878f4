package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * One field of a document, as in the MAM's table.
 *
 * @param number its number in that table, from 1
 * @param name its name in the MAM
 * @param jsonName its name in JSON and in machine-readable headings, in camel case
 * @param optionality when it is mandatory, in words
 * @param type its format, in words
 * @param form the form of its text, for programs
 * @param maxLength the maximum number of characters, if the MAM limits it
 * @param clause the clause that defines it
 */
public record DocumentField(
        int number,
        String name,
        String jsonName,
        String optionality,
        String type,
        FieldForm form,
        OptionalInt maxLength,
        String clause) {
    /**
     * Creates the field.
     *
     * @param number its number
     * @param name its name in the MAM
     * @param jsonName its name in JSON
     * @param optionality when it is mandatory
     * @param type its format
     * @param form the form of its text
     * @param maxLength the maximum number of characters
     * @param clause the clause that defines it
     */
    public DocumentField {
        requireNonNull(name, "name");
        requireNonNull(jsonName, "jsonName");
        requireNonNull(optionality, "optionality");
        requireNonNull(type, "type");
        requireNonNull(form, "form");
        requireNonNull(maxLength, "maxLength");
        requireNonNull(clause, "clause");
    }

    /**
     * Returns whether the field is always mandatory.
     *
     * @return false if it is optional, or if it depends on the meter point or on another field whether it is mandatory
     */
    public boolean isMandatory() {
        return optionality.equals("mandatory");
    }
}
