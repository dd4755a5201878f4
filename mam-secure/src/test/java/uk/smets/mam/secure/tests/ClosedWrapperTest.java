package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.SecureExchangeException.Code;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.key.SigningToken;
import uk.smets.mam.secure.key.TokenSlot;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.Trust;

/**
 * Tokens in a JVM that does not export its PKCS #11 wrapper, which is the default. The token is in memory, so that the test needs
 * neither a token nor its library. The build runs it in a separate JVM; in a JVM with an exported wrapper it is skipped.
 */
@Tag("closed-wrapper")
class ClosedWrapperTest {
    private static final NamedFile FILE = NamedFile.of("MAPASSWORD_MA.csv", "one\ntwo\nthree\n".getBytes(US_ASCII));
    private static final TestPki PKI = new TestPki();
    private static final TestPki.Holder RSA = PKI.order(TestPki.subject("Supplier RSA", "02", TestPki.USER_ID))
            .pair(TestPki.rsa(2048))
            .issuedBy(PKI.issuing);
    private static final String PIN = "7391-sesame";
    private static final TokenSlot SLOT = TokenSlot.index(2);

    private final Optional<Provider> original = Optional.ofNullable(Security.getProvider(TokenInMemory.NAME));
    private final int position = Arrays.asList(Security.getProviders()).indexOf(original.orElse(null)) + 1;

    private TokenInMemory token;
    private Path library;

    @BeforeEach
    void insertToken(@TempDir Path folder) throws IOException {
        assumeFalse(wrapperIsOpen(), "a JVM without --add-exports for its PKCS #11 wrapper");
        library = Files.writeString(folder.resolve("a token's.so"), "never loaded");
        token = new TokenInMemory(PIN);
        token.put("file-signing-ec", PKI.supplier);
        token.put("file-signing-rsa", RSA);
        Security.removeProvider(TokenInMemory.NAME);
        Security.addProvider(token);
    }

    @AfterEach
    void restoreProvider() {
        Security.removeProvider(TokenInMemory.NAME);
        original.ifPresent(provider -> Security.insertProviderAt(provider, position));
    }

    private static boolean wrapperIsOpen() {
        return ModuleLayer.boot()
                .findModule("jdk.crypto.cryptoki")
                .filter(module -> module.isExported("sun.security.pkcs11.wrapper", ClosedWrapperTest.class.getModule()))
                .isPresent();
    }

    private SigningToken open() {
        return SigningToken.open(library, SLOT, PIN.toCharArray());
    }

    private SecureExchangeException refusal() {
        return catchThrowableOfType(SecureExchangeException.class, () -> {
            try (SigningToken opened = open()) {
                assertThat(opened).isNull();
            }
        });
    }

    private static FileSigner signer(SigningKey key) {
        return FileSigner.of(key).withClock(Verified.CLOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file-signing-ec", "file-signing-rsa", "FILE-SIGNING-EC"})
    void signatureByAKeyOfTheTokenVerifies(String name) {
        Trust trust = Trust.of(List.of(PKI.root.certificate(), PKI.issuing.certificate()));
        try (SigningToken opened = open()) {
            assertThat(opened).hasToString("SigningToken[the token in slot 2 of the list]");
            assertThat(opened.keyNames()).containsExactly("file-signing-ec", "file-signing-rsa");
            List<NamedFile> sent = signer(opened.key(name)).sign(FILE);
            assertThat(Verified.verifier(trust)
                            .verify(sent.get(0), Optional.of(sent.get(1)))
                            .reasons())
                    .isEmpty();
        }
    }

    @Test
    void soleKeyOfATokenNeedsNoName() {
        token = new TokenInMemory(PIN);
        token.put("iki", RSA);
        Security.removeProvider(TokenInMemory.NAME);
        Security.addProvider(token);
        try (SigningToken opened = open()) {
            assertThat(opened.key().chain()).containsExactly(RSA.certificate());
        }
    }

    @Test
    void missingOrUnnamedKeyIsReportedWithThePresentOnes() {
        try (SigningToken opened = open()) {
            for (Optional<String> name : List.of(Optional.of("iki"), Optional.<String>empty())) {
                SecureExchangeException refusal = catchThrowableOfType(
                        SecureExchangeException.class,
                        () -> assertThat(name.isPresent() ? opened.key(name.get()) : opened.key())
                                .isNull());
                assertThat(refusal.code()).isEqualTo(name.isPresent() ? Code.KEY_NOT_FOUND : Code.KEY_AMBIGUOUS);
                assertThat(refusal).hasMessageContaining("\"file-signing-ec\", \"file-signing-rsa\"");
            }
        }
    }

    @Test
    void providerIsConfiguredWithOneSlotAndTheQuotedLibraryPath() {
        SigningToken.open(library, TokenSlot.id(815), PIN.toCharArray()).close();
        open().close();
        assertThat(token.configurations())
                .hasSize(2)
                .allSatisfy(configuration -> assertThat(configuration)
                        .startsWith("--name = mam\n")
                        .contains("\nlibrary = \"" + library.toAbsolutePath() + "\"\n"));
        assertThat(token.configurations().get(0)).contains("\nslot = 815\n").doesNotContain("slotListIndex");
        assertThat(token.configurations().get(1))
                .contains("\nslotListIndex = 2\n")
                .doesNotContain("slot =");
    }

    @Test
    void labelIsRefusedWithTheJavaOptionThatItNeeds() {
        assertThatThrownBy(() -> SigningToken.open(library, TokenSlot.label("mam-test"), PIN.toCharArray()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("slot")
                .hasMessageContaining("--add-exports jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED");
        assertThat(token.pins()).isEmpty();
    }

    @Test
    void pinIsPassedToTheTokenOnceInUtf8AndOverwritten() {
        char[] pin = "caf\u00E9-\u20AC".toCharArray();
        assertThatThrownBy(() -> SigningToken.open(library, SLOT, pin)).isInstanceOf(SecureExchangeException.class);
        assertThat(token.pins()).containsExactly("caf\u00C3\u00A9-\u00E2\u0082\u00AC");
        assertThat(pin).containsOnly('\0');
    }

    @ParameterizedTest
    @CsvSource({
        "CKR_PIN_INCORRECT, PIN_WRONG, unknown",
        "CKR_PIN_LEN_RANGE, PIN_WRONG, slot 2",
        "CKR_PIN_LOCKED, TOKEN_LOCKED, slot 2",
        "CKR_USER_PIN_NOT_INITIALIZED, PIN_NOT_SET, slot 2",
        "CKR_PIN_EXPIRED, PIN_NOT_SET, slot 2",
        "CKR_DEVICE_REMOVED, TOKEN_REMOVED, slot 2",
        "CKR_TOKEN_NOT_PRESENT, TOKEN_REMOVED, slot 2",
        "CKR_DEVICE_ERROR, TOKEN_FAILED, slot 2"
    })
    void errorOfTheLoginIsExplained(String answer, Code code, String named) {
        token.refuseLogin(answer);
        SecureExchangeException refusal = refusal();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal).hasMessageContaining(named);
        assertThat(token.pins()).containsExactly(PIN);
    }

    @Test
    void absentTokenOrUnusableLibraryIsReported() {
        token.takeOut();
        assertThat(refusal().rule()).isEqualTo(Rule.TOKEN_ABSENT);
        token.refuseConfiguration("Error parsing configuration");
        assertThat(refusal()).hasMessageContaining("slot 2");
        assertThat(token.pins()).isEmpty();
    }

    @Test
    void javaWithoutThePkcs11ModuleIsReported() {
        Security.removeProvider(TokenInMemory.NAME);
        assertThat(refusal().rule()).isEqualTo(Rule.TOKEN_ABSENT);
        assertThat(refusal()).hasMessageContaining("jdk.crypto.cryptoki");
    }

    @ParameterizedTest
    @CsvSource({"CKR_DEVICE_REMOVED, TOKEN_REMOVED", "CKR_KEY_FUNCTION_NOT_PERMITTED, KEY_UNUSABLE"})
    void errorOfSigningIsExplained(String answer, Code code) {
        token.refuseSigning(answer);
        try (SigningToken opened = open()) {
            FileSigner signer = signer(opened.key("file-signing-ec"));
            SecureExchangeException refusal =
                    catchThrowableOfType(SecureExchangeException.class, () -> signer.sign(FILE));
            assertThat(refusal.code()).isEqualTo(code);
        }
    }

    @Test
    void closedTokenRefusesToSignAndCanBeClosedAgain() {
        SigningToken opened = open();
        FileSigner signer = signer(opened.key("file-signing-rsa"));
        opened.close();
        opened.close();
        assertThatThrownBy(() -> signer.sign(FILE))
                .isInstanceOf(SecureExchangeException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void secondTokenIsRefusedWhileTheProgramIsLoggedIn() {
        try (SigningToken first = open()) {
            SecureExchangeException refusal = refusal();
            assertThat(refusal.code()).isEqualTo(Code.TOKEN_IN_USE);
            assertThat(first.keyNames()).hasSize(2);
        }
        assertThat(token.pins()).containsExactly(PIN);
    }

    @Test
    void removedTokenClosesAndAFailedLogoutIsReported() {
        SigningToken gone = open();
        token.refuseLogout("CKR_TOKEN_NOT_PRESENT");
        assertThatCode(gone::close).doesNotThrowAnyException();
        token.putIn();
        SigningToken staying = open();
        token.refuseLogout("CKR_GENERAL_ERROR");
        assertThatThrownBy(staying::close)
                .isInstanceOf(SecureExchangeException.class)
                .hasMessageContaining("log");
    }

    @Test
    void libraryMustExistAndItsPathMustFitAConfiguration() {
        assertThatThrownBy(() -> SigningToken.open(Path.of("nowhere.so"), SLOT, PIN.toCharArray()))
                .isInstanceOf(SecureExchangeException.class)
                .hasMessageContaining("nowhere.so");
        for (String odd : List.of("a\"\nshowInfo = true", "${user.home}.so", "a\\b.so")) {
            assertThatThrownBy(() -> SigningToken.open(Path.of(odd), SLOT, PIN.toCharArray()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("library");
        }
        assertThat(token.configurations()).isEmpty();
    }
}
