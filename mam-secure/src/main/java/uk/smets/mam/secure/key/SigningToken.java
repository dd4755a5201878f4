package uk.smets.mam.secure.key;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.security.auth.login.LoginException;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.SecureExchangeException.Code;
import uk.smets.mam.secure.internal.token.Pin;
import uk.smets.mam.secure.internal.token.TokenLibrary;
import uk.smets.mam.secure.internal.token.TokenLogin;
import uk.smets.mam.secure.internal.token.TokenTrouble;

/**
 * A token with a PKCS #11 library, such as the USB token with the IKI File Signing key (clause 7.5.3). It is logged in until it is
 * closed. Its keys never leave it.
 *
 * <p>PKCS #11 logs in the whole process: while a token is open, other parts of the program can use it too. A second login to the same
 * token is refused, since its PIN could not be checked; tokens in other slots may be open at the same time.
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
     * Finds a token and logs in. The PIN is tried exactly once, since a few wrong PINs lock a token.
     *
     * @param library the PKCS #11 library that came with the token
     * @param slot the token
     * @param pin the PIN; the array is always overwritten
     * @return the token
     * @throws SecureExchangeException with {@link Code#TOKEN_LIBRARY_UNUSABLE}, {@link Code#TOKEN_NOT_FOUND}, {@link
     *     Code#TOKEN_AMBIGUOUS}, {@link Code#TOKEN_REMOVED} or {@link Code#TOKEN_FAILED} if the library or the token cannot be used, and
     *     with {@link Code#PIN_WRONG}, {@link Code#PIN_NOT_SET}, {@link Code#TOKEN_LOCKED}, or {@link Code#TOKEN_IN_USE} if the program
     *     is already logged in to it. The message for a wrong PIN includes
     *     how many tries are left, if the token reports it and the JDK's wrapper is exported to this library (see
     *     {@link TokenSlot#label})
     * @throws IllegalArgumentException if the library's path contains a quote, a dollar sign or a control character
     * @throws IllegalStateException if the token is given by its label and the JDK's wrapper is not exported to this library
     */
    public static SigningToken open(Path library, TokenSlot slot, char[] pin) {
        requireNonNull(library, "library");
        requireNonNull(slot, "slot");
        try (Pin secret = Pin.of(requireNonNull(pin, "pin"))) {
            TokenLogin login = new TokenLogin(TokenLibrary.of(library, slot.choice()), slot.choice());
            AuthProvider provider = login.provider();
            return new SigningToken(provider, slot, KeyEntries.of(login.logIn(provider, secret), slot.toString()));
        } catch (GeneralSecurityException e) {
            throw new SecureExchangeException(Code.TOKEN_FAILED, slot + " does not list its keys", e);
        }
    }

    /**
     * Returns the names of the keys that can sign: those with a certificate on the token.
     *
     * @return the labels, sorted
     */
    public List<String> keyNames() {
        return keys.names();
    }

    /**
     * {@return a key of the token, which can be used while the token is open}
     *
     * @param name its label, ignoring case unless a key has exactly that label
     * @throws SecureExchangeException with {@link Code#KEY_NOT_FOUND} or {@link Code#KEY_UNUSABLE} if no such key can sign; the message lists the token's keys
     */
    public SigningKey key(String name) {
        return key(Optional.of(requireNonNull(name, "name")));
    }

    /**
     * {@return the token's only key, which can be used while the token is open}
     *
     * @throws SecureExchangeException with {@link Code#KEY_NOT_FOUND}, {@link Code#KEY_AMBIGUOUS} or {@link Code#KEY_UNUSABLE} if no key can
     *     sign, or more than one; the message lists them
     */
    public SigningKey key() {
        return key(Optional.empty());
    }

    private SigningKey key(Optional<String> name) {
        try {
            return keys.key(name, null, (key, chain) -> SigningKey.of(key, provider, chain));
        } catch (GeneralSecurityException e) {
            throw new SecureExchangeException(Code.KEY_UNUSABLE, slot + " does not allow signing with the key", e);
        }
    }

    /**
     * Logs out. Does nothing if the token was removed.
     *
     * @throws SecureExchangeException with {@link Code#TOKEN_FAILED} if the token does not log out: remove it
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
                throw new SecureExchangeException(Code.TOKEN_FAILED, slot + " does not log out: remove it", e);
            }
        }
    }

    /** Returns which token it is. */
    @Override
    public String toString() {
        return "SigningToken[" + slot + "]";
    }
}
