package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;


/**
 * A reason why an operation of the secure exchange was refused or a signed file is not valid; among the notes of a verification, a
 * remark that does not speak against the file.
 *
 * @param rule the rule of the secure exchange that was broken, or that the note is information of
 * @param message what is wrong and what to do, for a person
 */
public record VerificationReason(Rule rule, String message) {
    /**
     * Makes the reason.
     *
     * @param rule the rule of the secure exchange that was broken
     * @param message what is wrong and what to do, for a person
     * @throws IllegalArgumentException where the rule is none of the secure exchange
     */
    public VerificationReason {
        requireNonNull(message, "message");
        if (requireNonNull(rule, "rule").group() != Rule.Group.SECURE) {
            throw new IllegalArgumentException("rule: one of the secure exchange; got " + rule);
        }
    }

    /** {@code CODE: message}. */
    @Override
    public String toString() {
        return rule + ": " + message;
    }
}
