package uk.smets.mam.model.internal.field;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of a field: how its text becomes a value and the value its text. What is wrong with a text is said here and
 * nowhere else; what is wrong with a value that can be represented is for the rules.
 *
 * @param <T> the type of the value
 */
public interface FieldType<T> {
    /** {@return the form in words, for the documentation} */
    String description();

    /**
     * Returns the value of a text that is not empty.
     *
     * @param text the text
     * @param problems takes what is wrong
     * @return the value, or null if the text has none; then a problem was reported
     */
    @Nullable
    T decode(FieldText text, FieldProblems problems);

    /**
     * Undoes one kind of mechanical damage that this form makes plain: where the text has one meaning only, and nothing
     * of it was lost. A text may have several, one after the other; what is mended of all has none.
     *
     * @param text the text, in ASCII where that could be told, and not padded
     * @return what was meant, or empty if the text stays as it is
     */
    default Optional<Repaired> repair(String text) {
        return Optional.empty();
    }

    /**
     * Returns whether the space that a text ends in belongs to its value, and so is no padding.
     *
     * @param text a text that ends in a space
     * @return false in most forms
     */
    default boolean ownsLastSpace(String text) {
        return false;
    }

    /**
     * Returns whether the text of a value may have anything wrong that its type lets pass. What answers no here need not be read as text to know
     * that a file with it is sound.
     *
     * @param value the value
     * @param limit how many bytes any field may have
     * @return false if a reader finds nothing
     */
    default boolean isSuspect(T value, int limit) {
        return false;
    }

    /**
     * The text of a value.
     *
     * @param value the value
     * @param out takes it, unquoted
     */
    void encode(T value, FieldOutput out);
}
