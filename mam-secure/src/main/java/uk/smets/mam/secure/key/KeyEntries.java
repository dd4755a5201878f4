package uk.smets.mam.secure.key;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.SecureExchangeException.Code;

/** The entries of a key store that can sign: those with a private key and a certificate. */
final class KeyEntries {
    private static final String NO_KEY = " has no key with a certificate";

    private final KeyStore store;
    private final String place;
    private final List<String> names;

    private KeyEntries(KeyStore store, String place, List<String> names) {
        this.store = store;
        this.place = place;
        this.names = names;
    }

    /** Returns the entries of a store; messages name the store by its place. */
    static KeyEntries of(KeyStore store, String place) throws GeneralSecurityException {
        List<String> names = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate) {
                names.add(alias);
            }
        }
        Collections.sort(names);
        return new KeyEntries(store, place, List.copyOf(names));
    }

    List<String> names() {
        return names;
    }

    /** Returns the key with a name, or the only one if no name is given. */
    SigningKey key(
            Optional<String> name,
            char @Nullable [] password,
            BiFunction<PrivateKey, List<X509Certificate>, SigningKey> maker)
            throws GeneralSecurityException {
        String alias = name.isPresent() ? named(name.get()) : only();
        if (!(store.getKey(alias, password) instanceof PrivateKey key)) {
            throw absent(Code.KEY_UNUSABLE, ": the key \"" + alias + "\" cannot sign");
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : store.getCertificateChain(alias)) {
            chain.add((X509Certificate) certificate);
        }
        try {
            return maker.apply(key, chain);
        } catch (IllegalArgumentException e) {
            throw new SecureExchangeException(
                    Code.KEY_UNUSABLE, place + ": the key \"" + alias + "\" cannot sign: " + e.getMessage(), e);
        }
    }

    private String named(String name) {
        if (names.contains(name)) {
            return name;
        }
        return names.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> absent(
                        Code.KEY_NOT_FOUND,
                        names.isEmpty() ? NO_KEY : " has no key \"" + name + "\" with a certificate"));
    }

    private String only() {
        if (names.isEmpty()) {
            throw absent(Code.KEY_NOT_FOUND, NO_KEY);
        }
        if (names.size() > 1) {
            throw absent(Code.KEY_AMBIGUOUS, " has more than one key: name the one that signs");
        }
        return names.get(0);
    }

    private SecureExchangeException absent(Code code, String what) {
        String available = names.isEmpty() ? "" : "; available keys: \"" + String.join("\", \"", names) + "\"";
        return new SecureExchangeException(code, place + what + available);
    }
}
