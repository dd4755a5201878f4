package uk.smets.mam.secure.archive;

import java.nio.file.Path;
import java.util.List;

/**
 * Whether files that exist already may be replaced. What is read to make them, and what the exceptions name, is never replaced, by
 * whatever name: a link to it is the same file.
 *
 * @param isAllowed whether files may be replaced
 * @param exceptions files, and folders of files, that are not replaced in any case, such as the file of a key
 */
public record Overwriting(boolean isAllowed, List<Path> exceptions) {
    private static final Overwriting NEVER = new Overwriting(false, List.of());
    private static final Overwriting ALLOWED = new Overwriting(true, List.of());

    /**
     * Takes what may be replaced.
     *
     * @param isAllowed whether files may be replaced
     * @param exceptions files, and folders of files, that are not replaced in any case
     */
    public Overwriting {
        exceptions = List.copyOf(exceptions);
    }

    /**
     * A file that exists already is refused.
     *
     * @return the default
     */
    public static Overwriting never() {
        return NEVER;
    }

    /**
     * A file that exists already is replaced.
     *
     * @return permission without exceptions
     */
    public static Overwriting allowed() {
        return ALLOWED;
    }

    /**
     * The same with other exceptions.
     *
     * @param files files, and folders of files, that are not replaced in any case
     * @return the new permission
     */
    public Overwriting except(List<Path> files) {
        return new Overwriting(isAllowed, files);
    }
}
