package uk.smets.mam.secure.archive;

import java.nio.file.Path;
import java.util.List;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * Whether existing files may be replaced. The input files and the exceptions are never replaced, under any name: a link to a file is
 * treated as that file.
 *
 * @param isAllowed whether existing files may be replaced
 * @param exceptions files, and folders of files, that are never replaced, such as a key file
 */
public record Overwriting(boolean isAllowed, List<Path> exceptions) {
    private static final Overwriting NEVER = new Overwriting(false, List.of());
    private static final Overwriting ALLOWED = new Overwriting(true, List.of());

    /**
     * Creates the permission.
     *
     * @param isAllowed whether existing files may be replaced
     * @param exceptions files, and folders of files, that are never replaced
     */
    public Overwriting {
        exceptions = Arguments.listOf(exceptions, "exceptions");
    }

    /** {@return the default: an existing file is never replaced} */
    public static Overwriting never() {
        return NEVER;
    }

    /** {@return permission to replace any existing file except the input files} */
    public static Overwriting allowed() {
        return ALLOWED;
    }

    /**
     * {@return this permission with different exceptions}
     *
     * @param files files, and folders of files, that are never replaced
     */
    public Overwriting withExceptions(List<Path> files) {
        return new Overwriting(isAllowed, files);
    }
}
