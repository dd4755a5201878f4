package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing that is wrong, or worth knowing, in a file.
 *
 * @param rule the rule that was broken
 * @param severity how much it matters; the rule's own severity unless the rule or the caller says otherwise
 * @param at where it is
 * @param found the offending text, shortened where long; it may be a meter point, so neither {@link #toString()} nor
 *     {@code message} repeats it
 * @param message what is wrong and what to write instead, for a person in operations
 */
public record Finding(Rule rule, Severity severity, Location at, Optional<String> found, String message) {
    /**
     * Makes the finding.
     *
     * @param rule the rule that was broken
     * @param severity how much it matters
     * @param at where it is
     * @param found the offending text, shortened where long
     * @param message what is wrong and what to write instead
     */
    public Finding {
        requireNonNull(rule, "rule");
        requireNonNull(severity, "severity");
        requireNonNull(at, "at");
        requireNonNull(found, "found");
        requireNonNull(message, "message");
    }

    /** The finding as a compiler would print it, without the offending text, which may be a meter point. */
    @Override
    public String toString() {
        return at + ": " + severity + " " + rule + ": " + message;
    }
}
