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
 * @param type its formatat, in words
 * @param maxLength the maximum number of characters, if the MAM limits it
 * @param clause the clause that defines it
 */
public record DocumentField(
        int number,
        String name,
        String jsonName,
        String optionality,
        String type,
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
     * @param maxLength the maximum number of characters
     * @param clause the clause that defines it
     */
    public DocumentField {
        requireNonNull(name, "name");
        requireNonNull(jsonName, "jsonName");
        requireNonNull(optionality, "optionality");
        requireNonNull(type, "type");
        requireNonNull(maxLength, "maxLength");
        requireNonNull(clause, "clause");
    }
}
