package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

/**
 * A reason why an operation of the secure exchange failed or a signed file is not valid; in the notes of a
 * verification, a remark that does not affect the result.
 *
 * @param rule the rule of the secure exchange that was broken, or that the note is about
 * @param message what is wrong and what to do, for people
 */
public record VerificationReason(Rule rule, String message) {
    /**
     * Creates the reason.
     *
     * @param rule the rule of the secure exchange that was broken
     * @param message what is wrong and what to do, for people
     * @throws IllegalArgumentException if the rule is not one of the secure exchange
     */
    public VerificationReason {
        requireNonNull(message, "message");
        if (requireNonNull(rule, "rule").group() != Rule.Group.SECURE) {
            throw new IllegalArgumentException("rule: one of the secure exchange; got " + rule);
        }
    }

    /** Returns {@code CODE: message}. */
    @Override
    public String toString() {
        return rule + ": " + message;
    }
}
