package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if an operation of the secure exchange fails (clause 7.5). {@link #code()} is the cause, for programs, and {@link #rule()} the
 * rule of the catalogue that the cause belongs to; the message tells people what is wrong and what to do. Nothing was written, and existing files are unchanged.
 *
 * <p>The message never contains a password, a PIN or a key, nor does that of the cause.
 */
public final class SecureExchangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The causes. Each belongs to one rule; the first cause of a rule is used if only the rule is known. */
    public enum Code {
        /** The password file is not valid. */
        PASSWORD_FILE_FORMAT(Rule.PASSWORD_FILE_FORMAT),
        /** The file name in the password file is unsafe. */
        PASSWORD_FILE_NAME_UNSAFE(Rule.PASSWORD_FILE_NAME_UNSAFE),
        /** The archive is damaged. */
        ARCHIVE_CORRUPT(Rule.ARCHIVE_CORRUPT),
        /** The archive does not contain exactly the expected file. */
        ARCHIVE_ENTRIES(Rule.ARCHIVE_ENTRIES),
        /** The archive is not encrypted with AES-256. */
        ARCHIVE_ENCRYPTION(Rule.ARCHIVE_ENCRYPTION),
        /** The archive, or the file to seal, exceeds a limit. */
        ARCHIVE_TOO_LARGE(Rule.ARCHIVE_TOO_LARGE),
        /** The password in the password file does not open the archive, or the archive is damaged. */
        ARCHIVE_PASSWORD(Rule.ARCHIVE_PASSWORD),
        /** The hash of the file, or of the archive, is wrong. */
        HASH_MISMATCH(Rule.HASH_MISMATCH),
        /** The signature is missing. */
        SIGNATURE_MISSING(Rule.SIGNATURE_MISSING),
        /** The signature is not valid. */
        SIGNATURE_INVALID(Rule.SIGNATURE_INVALID),
        /** The signer is not trusted. */
        SIGNER_UNTRUSTED(Rule.SIGNER_UNTRUSTED),
        /** The signer's certificate is not valid at the time. */
        SIGNER_EXPIRED(Rule.SIGNER_EXPIRED),
        /** The signer's certificate is revoked. */
        SIGNER_REVOKED(Rule.SIGNER_REVOKED),
        /** The signer's certificate does not allow signing. */
        SIGNER_USAGE(Rule.SIGNER_USAGE),
        /** The signer is not the organisation that the password file names. */
        SIGNER_MISMATCH(Rule.SIGNER_MISMATCH),
        /** The token is not in the slot, or no token has the label. */
        TOKEN_NOT_FOUND(Rule.TOKEN_ABSENT),
        /** Several tokens have the label. */
        TOKEN_AMBIGUOUS(Rule.TOKEN_ABSENT),
        /** The PKCS #11 library is missing, or cannot be used by this Java. */
        TOKEN_LIBRARY_UNUSABLE(Rule.TOKEN_ABSENT),
        /** The token was removed while it was used. */
        TOKEN_REMOVED(Rule.TOKEN_ABSENT),
        /** The token is present but does not answer as expected. */
        TOKEN_FAILED(Rule.TOKEN_ABSENT),
        /** The PIN is wrong; a few more wrong ones lock the token. */
        PIN_WRONG(Rule.TOKEN_PIN),
        /** The token has no user PIN, or only an initial one. */
        PIN_NOT_SET(Rule.TOKEN_PIN),
        /** The token is locked after too many wrong PINs. */
        TOKEN_LOCKED(Rule.TOKEN_PIN),
        /** This program is already logged in to the token, so that the PIN cannot be checked. */
        TOKEN_IN_USE(Rule.TOKEN_PIN),
        /** The token or key file has no key with that name that can sign, or none at all. */
        KEY_NOT_FOUND(Rule.TOKEN_KEY),
        /** The token or key file has several keys: name one. */
        KEY_AMBIGUOUS(Rule.TOKEN_KEY),
        /** The key does not sign, or does not belong to its certificate. */
        KEY_UNUSABLE(Rule.TOKEN_KEY),
        /** The password does not open the PKCS #12 file, or the file is damaged. */
        KEY_FILE_PASSWORD(Rule.KEY_FILE_PASSWORD);

        private final Rule rule;

        Code(Rule rule) {
            this.rule = rule;
        }

        /** {@return the rule of the catalogue that the cause belongs to} */
        public Rule rule() {
            return rule;
        }

        private static Code of(Rule rule) {
            return Arrays.stream(values())
                    .filter(code -> code.rule == rule)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("rule: one of the secure exchange; got " + rule));
        }
    }

    private final Code code;

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
        this(Code.of(requireNonNull(rule, "rule")), message, cause);
    }

    /**
     * Creates the exception.
     *
     * @param code the cause
     * @param message what is wrong and what to do, for people
     */
    public SecureExchangeException(Code code, String message) {
        this(code, message, null);
    }

    /**
     * Creates the exception.
     *
     * @param code the cause
     * @param message what is wrong and what to do, for people
     * @param cause the cause, or null
     */
    public SecureExchangeException(Code code, String message, @Nullable Throwable cause) {
        super(requireNonNull(message, "message"), cause);
        this.code = requireNonNull(code, "code");
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
        return new VerificationReason(rule(), requireNonNull(getMessage(), "message"));
    }

    /**
     * Returns the rule that was broken.
     *
     * @return a rule of the group {@link Rule.Group#SECURE}
     */
    public Rule rule() {
        return code.rule();
    }

    /**
     * Returns what went wrong. Several causes can belong to one rule: a wrong PIN and a locked token, for example.
     *
     * @return the cause
     */
    public Code code() {
        return code;
    }
}
