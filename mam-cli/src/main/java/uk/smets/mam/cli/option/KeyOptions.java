package uk.smets.mam.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Trouble;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.key.SigningToken;
import uk.smets.mam.secure.key.TokenSlot;

/** The key that signs: in a PKCS#12 file, or on a USB token (clause 7.5.3). */
public final class KeyOptions {
    /** Works with the key, which is at hand only so long. */
    public interface Work<T> {
        T with(SigningKey key) throws IOException;
    }

    /** Where the key is; one of the three. */
    static final class Store {
        @Option(names = "--p12", paramLabel = "FILE", description = "The key is in this PKCS#12 file.")
        private @Nullable String p12;

        @ArgGroup(exclusive = false)
        private @Nullable Token token;

        @Option(
                names = "--unsigned",
                description =
                        "Leave the password file unsigned, for DCC's File Signing Utility; 'mam mail' goes on from"
                                + " there.")
        private boolean unsigned;
    }

    /** A token, by the library that its maker ships. */
    static final class Token {
        @Option(
                names = "--pkcs11",
                paramLabel = "LIB",
                required = true,
                description = "The key is on a token; LIB is the PKCS#11 library that came with it.")
        private String library = "";

        @Option(
                names = "--token",
                paramLabel = "LABEL",
                description = "The token's label; without it, the token in the first slot is meant.")
        private @Nullable String label;
    }

    @ArgGroup(multiplicity = "1")
    private Store store = new Store();

    @Option(
            names = "--key",
            paramLabel = "ALIAS",
            description = "The key's name; needed where the file or the token has more than one.")
    private @Nullable String alias;

    @Mixin
    private final SecretOptions secret = new SecretOptions();

    /** Whether the key is elsewhere, and whatever is written stays unsigned. */
    public boolean isElsewhere() {
        return store.unsigned;
    }

    /** The files that are read for the key. */
    public List<String> files() {
        return Stream.of(
                        Optional.ofNullable(store.p12),
                        Optional.ofNullable(store.token).map(token -> token.library),
                        secret.file())
                .flatMap(Optional::stream)
                .toList();
    }

    public <T> T use(Console console, Work<T> work) throws IOException {
        char[] pin = secret.read(console, store.p12 == null ? "PIN of the token" : "Password of " + store.p12);
        try {
            if (store.p12 != null) {
                return work.with(
                        alias == null
                                ? SigningKey.pkcs12(console.path(store.p12), pin)
                                : SigningKey.pkcs12(console.path(store.p12), alias, pin));
            }
            return onToken(console, store.token == null ? new Token() : store.token, pin, work);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private <T> T onToken(Console console, Token token, char[] pin, Work<T> work) throws IOException {
        try (SigningToken opened = open(console.path(token.library), slot(token), pin)) {
            return work.with(alias == null ? opened.key() : opened.key(alias));
        }
    }

    private TokenSlot slot(Token token) {
        try {
            return token.label == null ? TokenSlot.index(0) : TokenSlot.label(token.label);
        } catch (IllegalArgumentException e) {
            throw secret.misuse("--token: the label of a token is not blank");
        }
    }

    private SigningToken open(Path library, TokenSlot slot, char[] pin) throws IOException {
        try {
            return SigningToken.open(library, slot, pin);
        } catch (IllegalArgumentException e) {
            throw secret.misuse("--pkcs11: " + Trouble.withArgument(e));
        }
    }
}
