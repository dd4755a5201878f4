package uk.smets.mam.model.internal.json;

import java.util.function.Function;

/**
 * A value that is represented by its text.
 *
 * @param <T> the type
 * @param type the type
 * @param name what the value is, for messages, such as {@code an MPAN}
 * @param parse returns the value of a text, or throws an {@link IllegalArgumentException} that describes the valid form
 */
public record TextForm<T>(Class<T> type, String name, Function<String, T> parse) implements JsonForm<T> {
    @Override
    public Object write(T value) {
        return value.toString();
    }

    @Override
    public T read(Object json) {
        if (!(json instanceof String text)) {
            throw new JsonProblem(name + " is a string in JSON");
        }
        return parse(text);
    }

    /**
     * Returns the value of a text.
     *
     * @param text the text
     * @return the value
     * @throws JsonProblem if the text is not valid
     */
    public T parse(String text) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new JsonProblem(String.valueOf(e.getMessage()));
        }
    }
}
