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
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;

/** Logs in to a token, and says what is wrong where it does not let in. */
public final class TokenLogin {
    /** Answers of PKCS #11 to a PIN that is not the token's. */
    private static final Set<String> WRONG = Set.of("CKR_PIN_INCORRECT", "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE");

    private static final Set<String> LOCKED = Set.of("CKR_PIN_LOCKED");

    /** Answers of a token that has no PIN of its user yet, or one that was only for the start. */
    private static final Set<String> UNSET = Set.of("CKR_USER_PIN_NOT_INITIALIZED", "CKR_PIN_EXPIRED");

    /** PKCS #11 logs in the process, not the object that asks for it. */
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
     * Logs in, unless the program is logged in to the token already: then the JDK does not look at the PIN, and a wrong one would
     * pass.
     */
    public KeyStore logIn(AuthProvider provider, Pin pin) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        // Between the JDK's question whether the token is logged in, and its login, another thread could do the same.
        synchronized (ONE_AT_A_TIME) {
            if (!asksForThePin(provider, pin)) {
                throw new SecureExchangeException(
                        Rule.TOKEN_PIN,
                        slot + " is in use: this program is logged in to it already, so that the PIN cannot be checked."
                                + " Close what uses it first, or share it");
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
                    Rule.TOKEN_PIN,
                    "the PIN is not that of " + slot + "; "
                            + state.map(TokenState::tries).orElse("how many tries are left was not asked")
                            + ": check the PIN before trying again",
                    refusal);
        }
        if (TokenTrouble.mention(refusal, UNSET)) {
            return new SecureExchangeException(
                    Rule.TOKEN_PIN,
                    slot + " has no PIN that its user set: set one with the program that came with it",
                    refusal);
        }
        return new SecureExchangeException(
                Rule.TOKEN_ABSENT,
                slot + (TokenTrouble.isGone(refusal) ? " was taken out" : " does not answer")
                        + ": put it in, and try again",
                refusal);
    }

    private SecureExchangeException locked(@Nullable Exception refusal) {
        return new SecureExchangeException(
                Rule.TOKEN_PIN,
                slot
                        + " is locked after too many wrong PINs: its administrator can unlock it with the program that"
                        + " came with it",
                refusal);
    }
}
