package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import uk.smets.mam.model.internal.primitive.Secrets;

/**
 * A problem, or something worth knowing, in a document.
 *
 * <p>A run of exactly 32 hexadecimal digits in {@code found} or {@code message} is replaced by asterisks, because it
 * may be an MD5, which is the password of an archive (clause 7.5.2).
 *
 * @param rule the rule that was broken
 * @param severity its severity, which is the rule's unless the meaning of the rule or the caller's options give another
 * @param at where it is
 * @param found the invalid text, shortened if long; it may be a meter point, so that neither {@link #toString()} nor
 *     {@code message} repeats it
 * @param message what is wrong and what to do, for operations staff
 * @param repairable whether {@code mam repair} ({@code MigrationAuthorisationRepair} in Java) can correct it, because
 *     the text has only one meaning; other findings may still prevent the repair of the file
 */
public record Finding(
        Rule rule, Severity severity, Location at, Optional<String> found, String message, boolean repairable) {
    /**
     * Creates the finding.
     *
     * @param rule the rule that was broken
     * @param severity its severity
     * @param at where it is
     * @param found the invalid text, shortened if long
     * @param message what is wrong and what to do
     * @param repairable whether a repair can correct it
     */
    public Finding {
        requireNonNull(rule, "rule");
        requireNonNull(severity, "severity");
        requireNonNull(at, "at");
        found = requireNonNull(found, "found").map(Secrets::mask);
        message = Secrets.mask(requireNonNull(message, "message"));
    }

    /**
     * Creates a finding that a repair cannot correct.
     *
     * @param rule the rule that was broken
     * @param severity its severity
     * @param at where it is
     * @param found the invalid text, shortened if long
     * @param message what is wrong and what to do
     */
    public Finding(Rule rule, Severity severity, Location at, Optional<String> found, String message) {
        this(rule, severity, at, found, message, false);
    }

    /** Returns the finding in the format of a compiler, without the invalid text, which may be a meter point. */
    @Override
    public String toString() {
        return at + ": " + severity + " " + rule + ": " + message;
    }
}
