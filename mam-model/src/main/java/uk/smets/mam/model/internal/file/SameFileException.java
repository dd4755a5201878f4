package uk.smets.mam.model.internal.file;

/** Thrown if an output is also an input. Callers of the API see it as an {@link IllegalArgumentException}. */
public final class SameFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param output the output, as named by the user
     * @param input the input, as named by the user
     */
    public SameFileException(String output, String input) {
        super((output.equals(input) ? output + " is also an input" : output + " is the same file as the input " + input)
                + ", which is never changed: write to another file");
    }
}
