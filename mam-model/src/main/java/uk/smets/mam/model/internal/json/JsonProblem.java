package uk.smets.mam.model.internal.json;

import java.util.ArrayList;
import java.util.List;

/** Reports that JSON does not represent a value of a type. The message does not repeat the JSON, which may be a meter point. */
public final class JsonProblem extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // the list is serializable
    private final List<String> path;

    /**
     * Creates a problem of a value.
     *
     * @param message what is wrong
     */
    JsonProblem(String message) {
        this(message, List.of());
    }

    private JsonProblem(String message, List<String> path) {
        super(message);
        this.path = path;
    }

    /** Returns this problem as one of a member that contains the value. */
    JsonProblem in(String member) {
        List<String> longer = new ArrayList<>(path);
        longer.add(0, member);
        return new JsonProblem(String.valueOf(getMessage()), List.copyOf(longer));
    }

    /** {@return the names of the members that contain the value, outermost first} */
    public List<String> path() {
        return path;
    }
}
