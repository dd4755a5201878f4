package uk.smets.mam.secure;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks through an exception and what caused it. */
final class Causes {
    /** Causes may go round in circles; nobody's are deeper. */
    private static final int MAX_DEPTH = 20;

    private Causes() {}

    /** Whether the message of one of them starts with one of the words. */
    static boolean mention(Throwable trouble, Set<String> words) {
        Throwable at = trouble;
        for (int depth = 0; at != null && depth < MAX_DEPTH; depth++) {
            if (startsWithOneOf(at.getMessage(), words)) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    private static boolean startsWithOneOf(@Nullable String message, Set<String> words) {
        return message != null && words.stream().anyMatch(message::startsWith);
    }
}
