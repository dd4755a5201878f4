package uk.smets.mam.model.internal.field;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.internal.json.JsonForm;

/**
 * The type of a field: it converts text to a value and a value to text. It reports problems of the text; the rules
 * report problems of valid values.
 *
 * @param <T> the type of the value
 */
public interface FieldType<T> {
    /** {@return a description for the documentation} */
    String description();

    /** {@return the form of its texts, for other programs} */
    FieldForm form();

    /** {@return how values are represented in JSON, which is the same for every format of documents} */
    JsonForm<T> json();

    /**
     * Returns the value of a text that is not empty.
     *
     * @param text the text
     * @param problems receives the problems
     * @return the value, or null if the text is not valid, which was reported
     */
    @Nullable
    T decode(FieldText text, FieldProblems problems);

    /**
     * Repairs one kind of damage of a text that has only one meaning and has lost nothing. A text may have several
     * kinds of damage, which are repaired one after the other.
     *
     * @param text the text, in ASCII if possible, without leading and trailing white space
     * @return the repaired text, or empty if there is nothing to repair
     */
    default Optional<Repaired> repair(String text) {
        return Optional.empty();
    }

    /**
     * Returns whether a trailing space belongs to the value rather than being padding.
     *
     * @param text a text that ends with a space
     * @return false for most types
     */
    default boolean ownsLastSpace(String text) {
        return false;
    }

    /**
     * Returns whether the text of a value may have a problem that its type does not report. If not, the value need not
     * be read as text to check it.
     *
     * @param value the value
     * @param limit the maximum number of bytes of a field
     * @return false if there is no such problem
     */
    default boolean isSuspect(T value, int limit) {
        return false;
    }

    /**
     * Writes the text of a value.
     *
     * @param value the value
     * @param out receives it, unquoted
     */
    void encode(T value, FieldOutput out);
}
