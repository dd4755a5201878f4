package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import uk.smets.mam.model.internal.primitive.MeterPointMask;
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

    /**
     * Returns this finding without meter points, for output that others read. Digits are replaced by asterisks by their number and not by
     * their field, so that a meter point in a shifted column is hidden too: in {@code found}, numbers of six digits or more (of 6 to 13 in
     * the Serial Number of a certificate; dates are kept in fields for dates); in {@code message} and in the names of the file and the
     * sheet, runs of nine digits or more.
     *
     * @return the masked finding; masking it again changes nothing
     */
    public Finding masked() {
        String field = at.fieldName().orElse("");
        return new Finding(
                rule,
                severity,
                at.masked(),
                found.map(text -> MeterPointMask.inField(field, text)),
                MeterPointMask.inSentence(message),
                repairable);
    }

    /** Returns the finding in the format of a compiler, without the invalid text, which may be a meter point. */
    @Override
    public String toString() {
        return at + ": " + severity + " " + rule + ": " + message;
    }
}
