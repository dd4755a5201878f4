package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if an operation of the secure exchange fails (clause 7.5). {@link #rule()} gives the reason to programs; the
 * message gives it to people, with what to do. Nothing was written, and existing files are unchanged.
 *
 * <p>The message never contains a password, a PIN or a key, nor does that of the cause.
 */
public final class SecureExchangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Rule rule;

    /**
     * Creates the exception.
     *
     * @param rule the rule of the group {@link Rule.Group#SECURE} that was broken
     * @param message what is wrong and what to do, for people
     */
    public SecureExchangeException(Rule rule, String message) {
        this(rule, message, null);
    }

    /**
     * Creates the exception.
     *
     * @param rule the rule of the group {@link Rule.Group#SECURE} that was broken
     * @param message what is wrong and what to do, for people
     * @param cause the cause, or null
     * @throws IllegalArgumentException if the rule is of another group
     */
    public SecureExchangeException(Rule rule, String message, @Nullable Throwable cause) {
        super(requireNonNull(message, "message"), cause);
        if (requireNonNull(rule, "rule").group() != Rule.Group.SECURE) {
            throw new IllegalArgumentException("rule: one of the secure exchange; got " + rule);
        }
        this.rule = rule;
    }

    /**
     * All the reasons why it was refused: a verification may have several.
     *
     * @return at least one, the first that of {@link #rule()}
     */
    public List<VerificationReason> reasons() {
        List<VerificationReason> reasons = new ArrayList<>(List.of(reason()));
        for (Throwable other : getSuppressed()) {
            if (other instanceof SecureExchangeException reason) {
                reasons.add(reason.reason());
            }
        }
        return List.copyOf(reasons);
    }

    private VerificationReason reason() {
        return new VerificationReason(rule, requireNonNull(getMessage(), "message"));
    }

    /**
     * Returns the rule that was broken.
     *
     * @return a rule of the group {@link Rule.Group#SECURE}
     */
    public Rule rule() {
        return rule;
    }
}
