package uk.smets.mam.secure.internal.token;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.SecureExchangeException.Code;

/** Explains a provider's exceptions. */
public final class TokenTrouble {
    /** PKCS #11 errors for a token that was removed. */
    private static final Set<String> GONE = Set.of(
            "CKR_DEVICE_REMOVED",
            "CKR_TOKEN_NOT_PRESENT",
            "CKR_SESSION_HANDLE_INVALID",
            "CKR_SLOT_ID_INVALID",
            "Token has been removed",
            "Token is not present");

    /** Chains of causes can have cycles; real ones are shorter. */
    private static final int MAX_DEPTH = 20;

    private TokenTrouble() {}

    public static boolean isGone(Exception trouble) {
        return mention(trouble, GONE);
    }

    /** Returns the exception for a key that did not sign. */
    public static SecureExchangeException signing(Exception trouble) {
        return isGone(trouble)
                ? new SecureExchangeException(
                        Code.TOKEN_REMOVED, "the token was removed before it signed: insert it and sign again", trouble)
                : new SecureExchangeException(
                        Code.KEY_UNUSABLE,
                        "the key did not sign: its token was closed, or it is not for signatures, or not for SHA-256",
                        trouble);
    }

    /** Returns whether the message of an exception or of one of its causes starts with one of the words. */
    static boolean mention(Throwable trouble, Set<String> words) {
        Throwable at = trouble;
        for (int depth = 0; at != null && depth < MAX_DEPTH; depth++) {
            if (startsWithOneOf(at.getMessage(), words)) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    private static boolean startsWithOneOf(@Nullable String message, Set<String> words) {
        return message != null && words.stream().anyMatch(message::startsWith);
    }
}
