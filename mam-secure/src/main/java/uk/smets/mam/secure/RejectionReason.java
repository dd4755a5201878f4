package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.VerificationReason;

/**
 * One reason why a file was rejected, for the sender.
 *
 * @param rule the rule that was broken; its name is the code
 * @param at the place in the file, if the reason is about its content
 * @param found the value found, if requested; it may be a meter point
 * @param message the problem
 */
public record RejectionReason(Rule rule, Optional<Location> at, Optional<String> found, String message) {
    private static final Set<Rule> OWN_KEY =
            Set.of(Rule.TOKEN_ABSENT, Rule.TOKEN_PIN, Rule.TOKEN_KEY, Rule.KEY_FILE_PASSWORD);

    /**
     * Creates the reason.
     *
     * @param rule the rule that was broken
     * @param at the place in the file
     * @param found the value found
     * @param message the problem
     * @throws IllegalArgumentException if the rule is about the caller's own key, which no received file can break
     */
    public RejectionReason {
        requireNonNull(at, "at");
        requireNonNull(found, "found");
        requireNonNull(message, "message");
        if (OWN_KEY.contains(requireNonNull(rule, "rule"))) {
            throw new IllegalArgumentException("rule: one that a received file can break; got " + rule);
        }
    }

    static RejectionReason of(VerificationReason reason) {
        return new RejectionReason(reason.rule(), Optional.empty(), Optional.empty(), reason.message());
    }

    static RejectionReason of(Finding finding, boolean found) {
        return new RejectionReason(
                finding.rule(),
                Optional.of(finding.at()),
                found ? finding.found() : Optional.empty(),
                finding.message());
    }

    /**
     * Returns the clauses of the MAM that the rule is based on.
     *
     * @return the clauses, separated by commas, or {@code -} for a rule of this library
     */
    public String clause() {
        return rule.clause();
    }

    /** {@return what the sender must do} It differs from the rule's remedy if that addresses the receiver. */
    public String action() {
        return switch (rule) {
            case SIGNATURE_MISSING -> "Sign the password file and mail it with its signature.";
            case SIGNATURE_INVALID ->
                "Sign the password file again, and mail it unchanged, as an attachment and in the layout that was"
                        + " agreed.";
            case SIGNER_UNTRUSTED ->
                "Sign with a certificate of the IKI File Signing authority, and send the certificates above it too.";
            case SIGNER_REVOKED -> "Sign with a certificate that is in force and not revoked.";
            case ARCHIVE_CORRUPT -> "Seal the file again, and put its archive into the folder unchanged.";
            case ARCHIVE_TOO_LARGE -> "Agree with the receiver on a larger limit, or send fewer rows in a file.";
            case ARCHIVE_PASSWORD, HASH_MISMATCH ->
                "Seal the file again, and send the archive and the signed password file of one run.";
            default -> rule.remedy();
        };
    }

    /** Returns the parts to send again for this reason alone. */
    Set<Resubmission> sendAgain() {
        if (rule.group() != Rule.Group.SECURE) {
            return EnumSet.allOf(Resubmission.class);
        }
        return switch (rule) {
            case ARCHIVE_CORRUPT, ARCHIVE_ENTRIES, ARCHIVE_ENCRYPTION, ARCHIVE_TOO_LARGE ->
                EnumSet.of(Resubmission.ARCHIVE);
            case ARCHIVE_PASSWORD, HASH_MISMATCH, PASSWORD_FILE_NAME_UNSAFE ->
                EnumSet.of(Resubmission.ARCHIVE, Resubmission.SIGNED_PASSWORD_FILE);
            default -> EnumSet.of(Resubmission.SIGNED_PASSWORD_FILE);
        };
    }

    /** Returns the code, the place and the message; never the value found, which may be a meter point. */
    @Override
    public String toString() {
        return at.map(place -> place + ": ").orElse("") + rule + ": " + message;
    }
}
