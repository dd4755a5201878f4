package uk.smets.mam.model.internal.file;

/** An output is also an input. To callers of the API it is the {@link IllegalArgumentException} that it extends. */
public final class SameFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param output the output, as the user named it
     * @param input the input, as the user named it
     */
    public SameFileException(String output, String input) {
        super((output.equals(input) ? output + " is also an input" : output + " is the same file as the input " + input)
                + ", which is never changed: write to another file");
    }
}
