package uk.smets.mam.secure.internal.token;

import java.io.IOException;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.SecureExchangeException.Code;

/** Logs in to a token, and explains why a login fails. */
public final class TokenLogin {
    /** PKCS #11 errors for a wrong PIN. */
    private static final Set<String> WRONG = Set.of("CKR_PIN_INCORRECT", "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE");

    private static final Set<String> LOCKED = Set.of("CKR_PIN_LOCKED");

    /** PKCS #11 errors for a token without a user PIN, or with an initial one. */
    private static final Set<String> UNSET = Set.of("CKR_USER_PIN_NOT_INITIALIZED", "CKR_PIN_EXPIRED");

    /** PKCS #11 logs in the whole process. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final TokenLibrary library;
    private final SlotChoice slot;

    public TokenLogin(TokenLibrary library, SlotChoice slot) {
        this.library = library;
        this.slot = slot;
    }

    public AuthProvider provider() {
        if (library.state().filter(TokenState::isLocked).isPresent()) {
            throw locked(null);
        }
        return library.provider();
    }

    /**
     * Logs in, unless the program is already logged in to the token: then the JDK would not check the PIN, and a wrong one would be
     * accepted.
     */
    public KeyStore logIn(AuthProvider provider, Pin pin) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        // Another thread could log in between the JDK's check for a login and the login itself.
        synchronized (ONE_AT_A_TIME) {
            if (!asksForThePin(provider, pin)) {
                throw new SecureExchangeException(
                        Code.TOKEN_IN_USE,
                        slot + " is in use: this program is already logged in to it, so the PIN cannot be checked."
                                + " Close the other use first, or share the token");
            }
        }
        try {
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private boolean asksForThePin(AuthProvider provider, Pin pin) {
        AtomicBoolean asked = new AtomicBoolean();
        try {
            provider.login(new Subject(), callbacks -> {
                for (Callback callback : callbacks) {
                    if (callback instanceof PasswordCallback password) {
                        asked.set(true);
                        password.setPassword(pin.octets());
                    }
                }
            });
            return asked.get();
        } catch (LoginException e) {
            throw refused(e);
        }
    }

    private SecureExchangeException refused(Exception refusal) {
        if (TokenTrouble.mention(refusal, LOCKED)) {
            return locked(refusal);
        }
        if (TokenTrouble.mention(refusal, WRONG)) {
            Optional<TokenState> state = library.state();
            return new SecureExchangeException(
                    Code.PIN_WRONG,
                    "the PIN is wrong for " + slot + "; "
                            + state.map(TokenState::tries).orElse("the number of tries left is unknown")
                            + ": check the PIN before trying again",
                    refusal);
        }
        if (TokenTrouble.mention(refusal, UNSET)) {
            return new SecureExchangeException(
                    Code.PIN_NOT_SET,
                    slot + " has no user PIN: set one with the program that came with the token",
                    refusal);
        }
        boolean gone = TokenTrouble.isGone(refusal);
        return new SecureExchangeException(
                gone ? Code.TOKEN_REMOVED : Code.TOKEN_FAILED,
                slot + (gone ? " was removed" : " does not answer") + ": insert it and try again",
                refusal);
    }

    private SecureExchangeException locked(@Nullable Exception refusal) {
        return new SecureExchangeException(
                Code.TOKEN_LOCKED,
                slot
                        + " is locked after too many wrong PINs: have its administrator unlock it with the program that"
                        + " came with it",
                refusal);
    }
}
