package uk.smets.mam.csv.repair;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;

/**
 * One thing that was changed, so that a damaged file or an extract became a Migration Authorisation.
 *
 * @param rule the rule that the text broke as it was
 * @param at where it was in what was read; the whole file for line ends, the byte order mark, the encoding and the
 *     delimiter, and where several changes are counted together
 * @param from the text before, shortened where long; it may be a meter point, so neither {@link #toString()} nor
 *     {@code description} repeats it
 * @param to the text after, shortened where long; empty where nothing is left of it
 * @param occurrences how often it was changed, 1 or more
 * @param description what was changed, for a person in operations
 */
public record Change(
        Rule rule, Location at, Optional<String> from, Optional<String> to, long occurrences, String description) {
    /**
     * Makes the change.
     *
     * @param rule the rule that the text broke as it was
     * @param at where it was
     * @param from the text before
     * @param to the text after
     * @param occurrences how often it was changed, 1 or more
     * @param description what was changed
     */
    public Change {
        requireNonNull(rule, "rule");
        requireNonNull(at, "at");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(description, "description");
        if (occurrences < 1) {
            throw new IllegalArgumentException("occurrences: 1 or more; got " + occurrences);
        }
    }

    /** The change as a compiler would print it, without the values, which may be meter points. */
    @Override
    public String toString() {
        return at + ": " + rule + ": " + description + (occurrences == 1 ? "" : " (" + occurrences + " times)");
    }
}
