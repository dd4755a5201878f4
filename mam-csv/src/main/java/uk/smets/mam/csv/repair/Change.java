package uk.smets.mam.csv.repair;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;

/**
 * A change that repair or import made to convert a file to a Migration Authorisation.
 *
 * @param rule the rule that the original text broke
 * @param at the place in the file that was read; the whole file for line ends, byte order mark, encoding and delimiter, and for several
 *     changes that are counted together
 * @param from the original text, shortened if long; it may be a meter point, so neither {@link #toString()} nor {@code description} repeats
 *     it
 * @param to the new text, shortened if long; empty if nothing remains
 * @param occurrences the number of changes, 1 or more
 * @param description a description of the change, for operations staff
 */
public record Change(
        Rule rule, Location at, Optional<String> from, Optional<String> to, long occurrences, String description) {
    /**
     * Creates the change.
     *
     * @param rule the rule that the original text broke
     * @param at the place
     * @param from the original text
     * @param to the new text
     * @param occurrences the number of changes, 1 or more
     * @param description a description of the change
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

    /** Returns the change in one line, without the values, which may be meter points. */
    @Override
    public String toString() {
        return at + ": " + rule + ": " + description + (occurrences == 1 ? "" : " (" + occurrences + " times)");
    }
}
