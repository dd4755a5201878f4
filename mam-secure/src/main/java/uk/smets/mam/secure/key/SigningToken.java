package uk.smets.mam.secure.key;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.security.auth.login.LoginException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.internal.token.Pin;
import uk.smets.mam.secure.internal.token.TokenLibrary;
import uk.smets.mam.secure.internal.token.TokenLogin;
import uk.smets.mam.secure.internal.token.TokenTrouble;

/**
 * A token with a PKCS #11 library, such as the USB token that holds the IKI File Signing key (clause 7.5.3), logged in with its PIN
 * until it is closed. Its keys never leave it.
 *
 * <p>PKCS #11 logs in the whole process: while one of these is open, nothing keeps another part of the program from using the same
 * token. A second one on the same token is refused, as its PIN could not be checked; tokens in other slots may be open beside it.
 */
public final class SigningToken implements AutoCloseable {
    private final AuthProvider provider;
    private final TokenSlot slot;
    private final KeyEntries keys;
    private boolean closed;

    private SigningToken(AuthProvider provider, TokenSlot slot, KeyEntries keys) {
        this.provider = provider;
        this.slot = slot;
        this.keys = keys;
    }

    /**
     * Finds a token and logs in. The PIN is tried once, and never again by itself: a few wrong ones lock a token.
     *
     * @param library the PKCS #11 library that came with the token
     * @param slot which of its tokens
     * @param pin the PIN; the array is overwritten, whatever happens
     * @return the token
     * @throws SecureExchangeException with {@link Rule#TOKEN_ABSENT} where the library or the token is not there, and with
     *     {@link Rule#TOKEN_PIN} where the PIN is wrong, the token is locked, or the program is logged in to it already; the message
     *     says which, and how near to their end the tries are, where the token reports it and the JDK's wrapper was opened to this
     *     library (see {@link TokenSlot#label})
     * @throws IllegalArgumentException where the library's path holds a quote, a dollar sign or a control character
     * @throws IllegalStateException where the token is named by its label, and the JDK's wrapper was not opened to this library
     */
    public static SigningToken open(Path library, TokenSlot slot, char[] pin) {
        requireNonNull(library, "library");
        requireNonNull(slot, "slot");
        try (Pin secret = Pin.of(requireNonNull(pin, "pin"))) {
            TokenLogin login = new TokenLogin(TokenLibrary.of(library, slot.choice()), slot.choice());
            AuthProvider provider = login.provider();
            return new SigningToken(provider, slot, KeyEntries.of(login.logIn(provider, secret), slot.toString()));
        } catch (GeneralSecurityException e) {
            throw new SecureExchangeException(Rule.TOKEN_ABSENT, slot + " does not tell which keys it holds", e);
        }
    }

    /**
     * The names of the keys that can sign: those with a certificate on the token.
     *
     * @return the labels, in order
     */
    public List<String> keyNames() {
        return keys.names();
    }

    /**
     * A key of the token, to be used while the token is open.
     *
     * @param name its label, without regard to case where no key has exactly that one
     * @return the key
     * @throws SecureExchangeException with {@link Rule#TOKEN_KEY} where there is no such key that can sign; the message names those
     *     that there are
     */
    public SigningKey key(String name) {
        return key(Optional.of(requireNonNull(name, "name")));
    }

    /**
     * The token's only key, to be used while the token is open.
     *
     * @return the key
     * @throws SecureExchangeException with {@link Rule#TOKEN_KEY} where there is none that can sign, or more than one; the message
     *     names those that there are
     */
    public SigningKey key() {
        return key(Optional.empty());
    }

    private SigningKey key(Optional<String> name) {
        try {
            return keys.key(name, null, (key, chain) -> SigningKey.of(key, provider, chain));
        } catch (GeneralSecurityException e) {
            throw new SecureExchangeException(Rule.TOKEN_KEY, slot + " does not give the key out for signing", e);
        }
    }

    /**
     * Logs out. A token that was taken out is logged out already.
     *
     * @throws SecureExchangeException with {@link Rule#TOKEN_ABSENT} where the token does not log out: take it out
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            provider.logout();
        } catch (LoginException e) {
            if (!TokenTrouble.isGone(e)) {
                throw new SecureExchangeException(Rule.TOKEN_ABSENT, slot + " does not log out: take it out", e);
            }
        }
    }

    /** Which token it is. */
    @Override
    public String toString() {
        return "SigningToken[" + slot + "]";
    }
}
