package uk.smets.mam.secure.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Optional;
import uk.smets.mam.secure.internal.certificate.Pkcs12Shape;
import uk.smets.mam.secure.internal.file.SmallFile;

/** Reads a key from a PKCS #12 file. */
final class Pkcs12File {
    /** A file with one key and its chain has a few kilobytes. */
    private static final int MAX_SIZE = 1 << 20;

    private Pkcs12File() {}

    static SigningKey key(Path file, Optional<String> alias, char[] password) throws IOException {
        try {
            byte[] bytes = SmallFile.read(file, MAX_SIZE);
            Optional<String> problem = problemOf(file, bytes, password);
            if (problem.isPresent()) {
                throw new IOException(file + ": " + problem.get());
            }
            KeyStore store = open(file, bytes, password);
            return KeyEntries.of(store, file.toString()).key(alias, password, SigningKey::of);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": a key in it cannot be read. Export the key again", e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static Optional<String> problemOf(Path file, byte[] bytes, char[] password) throws IOException {
        try {
            return Pkcs12Shape.problemOf(bytes, password);
        } catch (GeneralSecurityException e) {
            throw notOpened(file, e);
        }
    }

    private static KeyStore open(Path file, byte[] bytes, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(new ByteArrayInputStream(bytes), password);
        } catch (IOException | RuntimeException e) {
            // The JDK throws more than it declares on malformed bytes.
            throw notOpened(file, e);
        }
        return store;
    }

    private static IOException notOpened(Path file, Exception cause) {
        return new IOException(file + ": not opened. The password is wrong, or the file is damaged", cause);
    }
}
