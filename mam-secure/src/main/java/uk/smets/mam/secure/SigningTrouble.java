package uk.smets.mam.secure;

import java.util.Set;
import uk.smets.mam.model.Rule;

/** What a provider's trouble with signing means. */
final class SigningTrouble {
    /** What PKCS #11 answers where the token was pulled out. */
    private static final Set<String> TOKEN_GONE =
            Set.of("CKR_DEVICE_REMOVED", "CKR_TOKEN_NOT_PRESENT", "CKR_SESSION_HANDLE_INVALID", "CKR_SLOT_ID_INVALID");

    private SigningTrouble() {}

    static SecureExchangeException of(Exception trouble) {
        if (Causes.mention(trouble, TOKEN_GONE)) {
            return new SecureExchangeException(
                    Rule.TOKEN_ABSENT,
                    "the token was taken out before it had signed: put it in, and sign again",
                    trouble);
        }
        return new SecureExchangeException(
                Rule.TOKEN_KEY, "the key did not sign: it may not be for signatures, or not for SHA-256", trouble);
    }
}
