package uk.smets.mam.secure.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Optional;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.SecureExchangeException.Code;
import uk.smets.mam.secure.internal.certificate.Pkcs12Shape;
import uk.smets.mam.secure.internal.file.SmallFile;

/** Reads a key from a PKCS #12 file. */
final class Pkcs12File {
    /** A file with one key and its chain has a few kilobytes. */
    private static final int MAX_SIZE = 1 << 20;

    private Pkcs12File() {}

    static SigningKey key(Input file, Optional<String> alias, char[] password) throws IOException {
        try {
            String place = placeOf(file);
            byte[] bytes = SmallFile.read(file, MAX_SIZE);
            Optional<String> problem = problemOf(place, bytes, password);
            if (problem.isPresent()) {
                throw new IOException(place + ": " + problem.get());
            }
            KeyStore store = open(place, bytes, password);
            return KeyEntries.of(store, place).key(alias, password, SigningKey::of);
        } catch (UnrecoverableKeyException e) {
            throw new SecureExchangeException(
                    Code.KEY_FILE_PASSWORD,
                    placeOf(file) + ": a key in it has a different password from the file. Export the key again",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IOException(placeOf(file) + ": a key in it cannot be read. Export the key again", e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static String placeOf(Input file) {
        return file.file().map(Path::toString).orElse(file.name());
    }

    private static Optional<String> problemOf(String place, byte[] bytes, char[] password) throws IOException {
        try {
            return Pkcs12Shape.problemOf(bytes, password);
        } catch (GeneralSecurityException e) {
            throw notOpened(place, e);
        }
    }

    private static KeyStore open(String place, byte[] bytes, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(new ByteArrayInputStream(bytes), password);
        } catch (IOException | RuntimeException e) {
            // The JDK throws more than it declares on malformed bytes.
            throw notOpened(place, e);
        }
        return store;
    }

    private static SecureExchangeException notOpened(String place, Exception cause) {
        return new SecureExchangeException(
                Code.KEY_FILE_PASSWORD, place + ": not opened. The password is wrong, or the file is damaged", cause);
    }
}
