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
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;

/** A PKCS #11 library, and which of its slots is meant. */
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
                    Rule.TOKEN_ABSENT,
                    "there is no PKCS #11 library at " + library + ": give the one that came with the token");
        }
        try {
            return new TokenLibrary(path, slot, TokenInspection.of(path).orElse(null));
        } catch (ReflectiveOperationException e) {
            throw unusable(path, e);
        }
    }

    /** Returns the path as the configuration of SunPKCS11 takes it: in quotes, with slashes, as backslashes mean something there. */
    private static String text(Path library) {
        String path = File.separatorChar == '\\' ? library.toString().replace('\\', '/') : library.toString();
        if (path.chars().anyMatch(c -> c == '"' || c == '$' || c == '\\' || Character.isISOControl(c))) {
            throw new IllegalArgumentException(
                    "library: a path without quotes, dollar signs, backslashes and control characters");
        }
        return path;
    }

    /** Returns what the token tells of itself, where it can be asked. */
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

    /** Returns a provider for the token alone. It is not registered, so its name may be that of others. */
    AuthProvider provider() {
        Provider template = Security.getProvider("SunPKCS11");
        if (template == null) {
            throw new SecureExchangeException(
                    Rule.TOKEN_ABSENT, "this Java can't use tokens: it lacks the module jdk.crypto.cryptoki");
        }
        String configuration = "--name = mam\nlibrary = \"" + path + "\"\n" + slotLine()
                // The provider would go on looking for a token that is absent; this ends when it is told so.
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
                    "slot: tokens can't be told by their labels, as the JDK keeps them to itself: start" + " Java with "
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
                    Rule.TOKEN_ABSENT,
                    "there are " + named.size() + " tokens of that label: name the slot of the one that is meant");
        }
        return named.isEmpty() ? -1 : named.get(0).slot();
    }

    private SecureExchangeException absent(@Nullable Exception cause) {
        return new SecureExchangeException(
                Rule.TOKEN_ABSENT, slot + " is not there: put it in, and check which one is meant" + others(), cause);
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
                Rule.TOKEN_ABSENT,
                path + " can't be used as a PKCS #11 library for this Java: check that it is one, for this"
                        + " system and processor",
                cause);
    }
}
