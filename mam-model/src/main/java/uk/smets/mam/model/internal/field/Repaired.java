package uk.smets.mam.model.internal.field;

import static java.util.Objects.requireNonNull;

import uk.smets.mam.model.Rule;

/**
 * A text that was repaired without guessing.
 *
 * @param rule the rule that the damaged text breaks
 * @param text the repaired text
 * @param description what was changed, without the value
 */
public record Repaired(Rule rule, String text, String description) {
    /**
     * Creates the repair.
     *
     * @param rule the rule that the damaged text breaks
     * @param text the repaired text
     * @param description what was changed, without the value
     */
    public Repaired {
        requireNonNull(rule, "rule");
        requireNonNull(text, "text");
        requireNonNull(description, "description");
    }
}
