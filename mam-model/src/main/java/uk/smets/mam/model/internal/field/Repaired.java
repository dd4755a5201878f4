package uk.smets.mam.model.internal.field;

import static java.util.Objects.requireNonNull;

import uk.smets.mam.model.Rule;

/**
 * What a damaged text was before the damage, where that can be told without a guess.
 *
 * @param rule the rule that the damaged text breaks
 * @param text the text that was meant
 * @param description what was changed, without the value
 */
public record Repaired(Rule rule, String text, String description) {
    /**
     * Creates the repair.
     *
     * @param rule the rule that the damaged text breaks
     * @param text the text that was meant
     * @param description what was changed, without the value
     */
    public Repaired {
        requireNonNull(rule, "rule");
        requireNonNull(text, "text");
        requireNonNull(description, "description");
    }
}
