package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import uk.smets.mam.model.internal.primitive.Secrets;

/**
 * One thing that is wrong, or worth knowing, in a file.
 *
 * <p>A run of exactly 32 hexadecimal digits in {@code found} or {@code message} may be an MD5, which is the password of an archive
 * (clause 7.5.2): it is replaced by asterisks before anything receives the finding. A Serial Number of another length stays.
 *
 * @param rule the rule that was broken
 * @param severity how much it matters; the rule's own severity unless the rule or the caller says otherwise
 * @param at where it is
 * @param found the offending text, shortened where long; it may be a meter point, so neither {@link #toString()} nor
 *     {@code message} repeats it
 * @param message what is wrong and what to write instead, for a person in operations
 * @param repairable whether {@code mam repair}, {@code MigrationAuthorisationRepair} in Java, removes the cause: the text has one
 *     meaning only. Other findings may still keep the file from being repaired
 */
public record Finding(
        Rule rule, Severity severity, Location at, Optional<String> found, String message, boolean repairable) {
    /**
     * Creates the finding.
     *
     * @param rule the rule that was broken
     * @param severity how much it matters
     * @param at where it is
     * @param found the offending text, shortened where long
     * @param message what is wrong and what to write instead
     * @param repairable whether a repair removes the cause
     */
    public Finding {
        requireNonNull(rule, "rule");
        requireNonNull(severity, "severity");
        requireNonNull(at, "at");
        found = requireNonNull(found, "found").map(Secrets::mask);
        message = Secrets.mask(requireNonNull(message, "message"));
    }

    /**
     * Creates a finding whose cause a repair does not remove.
     *
     * @param rule the rule that was broken
     * @param severity how much it matters
     * @param at where it is
     * @param found the offending text, shortened where long
     * @param message what is wrong and what to write instead
     */
    public Finding(Rule rule, Severity severity, Location at, Optional<String> found, String message) {
        this(rule, severity, at, found, message, false);
    }

    /** The finding as a compiler would print it, without the offending text, which may be a meter point. */
    @Override
    public String toString() {
        return at + ": " + severity + " " + rule + ": " + message;
    }
}
