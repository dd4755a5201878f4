package uk.smets.mam.secure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Optional;

/** Takes a key out of a PKCS #12 file. */
final class Pkcs12File {
    private Pkcs12File() {}

    static SigningKey key(Path file, Optional<String> alias, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = open(file, in, password);
            return KeyEntries.of(store, file.toString()).key(alias, password, SigningKey::of);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": a key in it can't be read", e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static KeyStore open(Path file, InputStream in, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(in, password);
        } catch (IOException e) {
            throw new IOException(file + ": not opened. The password is wrong, or this is no PKCS #12 file", e);
        }
        return store;
    }
}
