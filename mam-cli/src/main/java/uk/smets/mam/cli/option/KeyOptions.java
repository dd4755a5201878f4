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
import uk.smets.mam.cli.console.ErrorText;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.key.SigningToken;
import uk.smets.mam.secure.key.TokenSlot;

/** The options for the signing key: in a PKCS#12 file or on a token (clause 7.5.3). */
public final class KeyOptions {
    /** Uses the key, which is available only during the call. */
    public interface Work<T> {
        T with(SigningKey key) throws IOException;
    }

    /** Where the key is. */
    static final class Store {
        @Option(names = "--p12", paramLabel = "FILE", description = "PKCS#12 file with the key.")
        private @Nullable String p12;

        @ArgGroup(exclusive = false)
        private @Nullable Token token;

        @Option(
                names = "--unsigned",
                description =
                        "Leave the password file unsigned, to sign it with DCC's File Signing Utility; then use 'mam"
                                + " mail'.")
        private boolean unsigned;
    }

    /** A token, by its PKCS#11 library. */
    static final class Token {
        @Option(
                names = "--pkcs11",
                paramLabel = "LIB",
                required = true,
                description = "PKCS#11 library of the token with the key.")
        private String library = "";

        @Option(
                names = "--token",
                paramLabel = "LABEL",
                description = "Label of the token (default: the token in the first slot).")
        private @Nullable String label;
    }

    @ArgGroup(multiplicity = "1")
    private Store store = new Store();

    @Option(
            names = "--key",
            paramLabel = "ALIAS",
            description = "Name of the key; required if the file or token has several.")
    private @Nullable String alias;

    @Mixin
    private final SecretOptions secret = new SecretOptions();

    /** Returns whether another program signs. */
    public boolean isUnsigned() {
        return store.unsigned;
    }

    /** Returns the names of the files that are read. */
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
            throw secret.misuse("--token: the label is blank");
        }
    }

    private SigningToken open(Path library, TokenSlot slot, char[] pin) throws IOException {
        try {
            return SigningToken.open(library, slot, pin);
        } catch (IllegalArgumentException e) {
            throw secret.misuse("--pkcs11: " + ErrorText.withArgument(e));
        }
    }
}
