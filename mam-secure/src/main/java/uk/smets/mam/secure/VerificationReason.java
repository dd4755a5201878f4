package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import uk.smets.mam.model.Rule;

/**
 * Why a verification did not come to {@link Verdict#VALID}, or, among {@link Verification#notes()}, what is worth knowing of it.
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

    static VerificationReason of(SecureExchangeException refusal) {
        return new VerificationReason(refusal.rule(), requireNonNull(refusal.getMessage(), "message"));
    }

    /** {@code CODE: message}. */
    @Override
    public String toString() {
        return rule + ": " + message;
    }
}
