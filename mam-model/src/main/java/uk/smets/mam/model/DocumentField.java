package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * One field of a document, as the MAM's own table has it.
 *
 * @param number its number in that table, from 1
 * @param name its name as the MAM writes it
 * @param jsonName its name in JSON and as a heading for machines, in camel case
 * @param optionality when it is to be given, in words
 * @param type its form, in words
 * @param maxLength how many characters it may have at most, where the MAM limits it
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
     * @param name its name as the MAM writes it
     * @param jsonName its name in JSON
     * @param optionality when it is to be given
     * @param type its form
     * @param maxLength how many characters it may have at most
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
