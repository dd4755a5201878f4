package uk.smets.mam.secure.internal.token;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.InvalidParameterException;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.SecureExchangeException.Code;

/** A PKCS #11 library and the selected slot. */
public final class TokenLibrary {
    private final String path;
    private final SlotChoice slot;
    private final @Nullable TokenInspection inspection;

    private TokenLibrary(String path, SlotChoice slot, @Nullable TokenInspection inspection) {
        this.path = path;
        this.slot = slot;
        this.inspection = inspection;
    }

    public static TokenLibrary of(Path library, SlotChoice slot) {
        String path = text(library.toAbsolutePath());
        if (!Files.isRegularFile(library)) {
            throw new SecureExchangeException(
                    Code.TOKEN_LIBRARY_UNUSABLE,
                    "there is no PKCS #11 library at " + library + ": give the one that came with the token");
        }
        try {
            return new TokenLibrary(path, slot, TokenInspection.of(path).orElse(null));
        } catch (ReflectiveOperationException e) {
            throw unusable(path, e);
        }
    }

    /** Returns the path in the form of the SunPKCS11 configuration: quoted, with slashes, since backslashes are escapes. */
    private static String text(Path library) {
        String path = File.separatorChar == '\\' ? library.toString().replace('\\', '/') : library.toString();
        if (path.chars().anyMatch(c -> c == '"' || c == '$' || c == '\\' || Character.isISOControl(c))) {
            throw new IllegalArgumentException(
                    "library: a path without quotes, dollar signs, backslashes and control characters");
        }
        return path;
    }

    /** Returns the state of the token, if it can be read. */
    Optional<TokenState> state() {
        if (inspection == null) {
            return Optional.empty();
        }
        try {
            OptionalInt index = index(inspection);
            return index.isEmpty()
                    ? Optional.empty()
                    : inspection.token(inspection.slots()[index.getAsInt()]);
        } catch (ReflectiveOperationException e) {
            throw unusable(path, e);
        }
    }

    /** Returns a provider for this token alone. It is not registered, so its name need not be unique. */
    AuthProvider provider() {
        Provider template = Security.getProvider("SunPKCS11");
        if (template == null) {
            throw new SecureExchangeException(
                    Code.TOKEN_LIBRARY_UNUSABLE,
                    "this Java installation cannot use tokens: it lacks the module jdk.crypto.cryptoki");
        }
        String configuration = "--name = mam\nlibrary = \"" + path + "\"\n" + slotLine()
                // Otherwise the provider would keep polling for a missing token.
                + "insertionCheckInterval = 2000000000\ndestroyTokenAfterLogout = true\n";
        try {
            AuthProvider provider = (AuthProvider) template.configure(configuration);
            if (provider.getService("KeyStore", "PKCS11") == null) {
                throw absent(null);
            }
            return provider;
        } catch (InvalidParameterException | ProviderException e) {
            throw absent(e);
        }
    }

    private String slotLine() {
        if (slot instanceof SlotChoice.Id id) {
            return "slot = " + id.id() + "\n";
        }
        if (slot instanceof SlotChoice.Index index) {
            return "slotListIndex = " + index.index() + "\n";
        }
        if (inspection == null) {
            throw new IllegalStateException(
                    "slot: tokens cannot be found by label, since the JDK hides the labels: start Java with"
                            + " "
                            + TokenInspection.option() + ", or name the slot by its index or ID");
        }
        try {
            return "slotListIndex = " + index(inspection).orElseThrow(() -> absent(null)) + "\n";
        } catch (ReflectiveOperationException e) {
            throw unusable(path, e);
        }
    }

    private OptionalInt index(TokenInspection tokens) throws ReflectiveOperationException {
        if (slot instanceof SlotChoice.Index index) {
            return index.index() < tokens.slots().length ? OptionalInt.of(index.index()) : OptionalInt.empty();
        }
        long id = slot instanceof SlotChoice.Id given ? given.id() : idOf((SlotChoice.Label) slot, tokens);
        long[] slots = tokens.slots();
        return IntStream.range(0, slots.length).filter(i -> slots[i] == id).findFirst();
    }

    private static long idOf(SlotChoice.Label wanted, TokenInspection tokens) throws ReflectiveOperationException {
        List<TokenState> named = tokens.tokens().stream()
                .filter(token -> token.label().equals(wanted.label()))
                .toList();
        if (named.size() > 1) {
            throw new SecureExchangeException(
                    Code.TOKEN_AMBIGUOUS,
                    "there are " + named.size() + " tokens with that label: give the slot instead");
        }
        return named.isEmpty() ? -1 : named.get(0).slot();
    }

    private SecureExchangeException absent(@Nullable Exception cause) {
        return new SecureExchangeException(
                Code.TOKEN_NOT_FOUND, slot + " was not found: insert it, and check the slot" + others(), cause);
    }

    private String others() {
        if (inspection == null) {
            return "";
        }
        try {
            List<TokenState> there = inspection.tokens().stream()
                    .filter(TokenState::isInitialised)
                    .toList();
            return there.isEmpty()
                    ? "; there is no token"
                    : there.stream()
                            .map(token -> "\"" + token.label() + "\"")
                            .collect(Collectors.joining(", ", "; there are ", ""));
        } catch (ReflectiveOperationException e) {
            throw unusable(path, e);
        }
    }

    private static SecureExchangeException unusable(String path, Exception cause) {
        return new SecureExchangeException(
                Code.TOKEN_LIBRARY_UNUSABLE,
                path + " cannot be used as a PKCS #11 library by this Java installation: check that it is one, for this"
                        + " system and processor",
                cause);
    }
}
