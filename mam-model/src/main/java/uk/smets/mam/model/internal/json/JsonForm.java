package uk.smets.mam.model.internal.json;

/**
 * The representation of a type in JSON: a {@code String}, a {@code Boolean}, a {@code List} of representations, or a {@code Map} from the
 * names of members to representations. There are no numbers, because JavaScript changes those above 2<sup>53</sup> and JSON has no leading
 * zeros.
 *
 * @param <T> the type
 */
public interface JsonForm<T> {
    /** {@return the type} */
    Class<T> type();

    /**
     * Represents a value.
     *
     * @param value the value
     * @return its representation
     */
    Object write(T value);

    /**
     * Returns the value of a representation.
     *
     * @param json the representation; an object of another class is anything else that JSON has, such as a number
     * @return the value
     * @throws JsonProblem if it does not represent a value
     */
    T read(Object json);
}
