package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.SecureExchangeException.Code;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.key.SigningToken;
import uk.smets.mam.secure.key.TokenSlot;

/** Codes distinguish the causes of failures, for any kind of key or file. */
class FailuresByCodeTest {
    private static final TokenSlot SLOT = TokenSlot.label(SoftToken.LABEL);
    private static final String PASSWORD = "open-7391-sesame";

    private static char[] chars(String text) {
        return text.toCharArray();
    }

    static Input pkcs12(Map<String, TestPki.Holder> keys, String passwordOfKeys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (Map.Entry<String, TestPki.Holder> key : keys.entrySet()) {
            store.setKeyEntry(
                    key.getKey(),
                    key.getValue().key(),
                    chars(passwordOfKeys),
                    Verified.PKI.chain(key.getValue()).toArray(X509Certificate[]::new));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, chars(PASSWORD));
        return Input.of(bytes.toByteArray(), "keys.p12");
    }

    private static void assertFails(Code code, ThrowingCallable operation) {
        SecureExchangeException failure = Refusal.ofAny(operation);
        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
        assertThat(failure.rule()).isEqualTo(code.rule());
    }

    private static SigningToken open(SoftToken token, TokenSlot slot, String pin) {
        return SigningToken.open(token.library(), slot, chars(pin));
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyCodeBelongsToARuleOfTheSecureExchange(Code code) {
        assertThat(code.rule().group()).isEqualTo(Rule.Group.SECURE);
    }

    @Test
    void everyRuleOfTheSecureExchangeHasACode() {
        assertThat(Arrays.stream(Code.values()).map(Code::rule))
                .containsAll(Arrays.stream(Rule.values())
                        .filter(rule -> rule.group() == Rule.Group.SECURE)
                        .toList());
    }

    @Test
    void exceptionWithOnlyARuleHasTheFirstCodeOfTheRule() {
        assertThat(new SecureExchangeException(Rule.TOKEN_PIN, "no").code()).isEqualTo(Code.PIN_WRONG);
        assertThat(new SecureExchangeException(Code.TOKEN_LOCKED, "no").rule()).isEqualTo(Rule.TOKEN_PIN);
    }

    @Test
    void wrongPasswordOfAKeyFileHasItsCode() throws Exception {
        Input file = pkcs12(Map.of("iki", Verified.PKI.supplier), PASSWORD);
        assertFails(Code.KEY_FILE_PASSWORD, () -> SigningKey.pkcs12(file, chars("open-7391-sesamf")));
    }

    @Test
    void wrongPasswordOfAKeyInItsFileHasItsCode() throws Exception {
        Input file = pkcs12(Map.of("iki", Verified.PKI.supplier), "another-7391");
        assertFails(Code.KEY_FILE_PASSWORD, () -> SigningKey.pkcs12(file, chars(PASSWORD)));
    }

    @Test
    void absentSeveralAndUnusableKeysHaveTheirCodes() throws Exception {
        TestPki.Holder supplier = Verified.PKI.supplier;
        assertFails(Code.KEY_NOT_FOUND, () -> SigningKey.pkcs12(pkcs12(Map.of(), PASSWORD), chars(PASSWORD)));
        Input two = pkcs12(Map.of("a", supplier, "b", supplier), PASSWORD);
        assertFails(Code.KEY_AMBIGUOUS, () -> SigningKey.pkcs12(two, chars(PASSWORD)));
        assertFails(Code.KEY_NOT_FOUND, () -> SigningKey.pkcs12(two, "c", chars(PASSWORD)));
        TestPki.Holder weak = Verified.PKI
                .order(TestPki.name("W", "02"))
                .pair(TestPki.rsa(1024))
                .issuedBy(Verified.PKI.issuing);
        assertFails(
                Code.KEY_UNUSABLE, () -> SigningKey.pkcs12(pkcs12(Map.of("weak", weak), PASSWORD), chars(PASSWORD)));
        SigningKey stranger = SigningKey.of(TestPki.p256().getPrivate(), Verified.PKI.chain(supplier));
        assertFails(Code.KEY_UNUSABLE, () -> stranger.sign(new byte[] {1}));
    }

    @Test
    void expiredSignerHasItsCode() {
        Clock late = Clock.fixed(Instant.parse("2029-08-01T09:00:00Z"), ZoneOffset.UTC);
        assertFails(Code.SIGNER_EXPIRED, () -> Parties.SUPPLIER.withClock(late).sign(Verified.FILE));
    }

    @Test
    void wrongPasswordOfAnArchiveHasItsCode() throws Exception {
        Input file = Input.of(Sample.bytes(), Sample.NAME);
        Input archive = Input.of(
                EncryptedArchive.create(file, Sample.passwordFile(), ArchiveOptions.defaults()), Sample.ARCHIVE_NAME);
        PasswordFile wrong = PasswordFile.of(Sample.USER_ID, Sample.NAME, "0".repeat(32));
        assertFails(Code.ARCHIVE_PASSWORD, () -> EncryptedArchive.check(archive, wrong, ArchiveOptions.defaults()));
        assertFails(Code.PASSWORD_FILE_FORMAT, () -> PasswordFile.parse("one line".getBytes(US_ASCII)));
    }

    @Test
    void missingLibraryHasItsCode(@TempDir Path folder) {
        assertFails(
                Code.TOKEN_LIBRARY_UNUSABLE,
                () -> SigningToken.open(folder.resolve("none.so"), TokenSlot.index(0), chars("1")));
    }

    @Test
    @Tag("interop")
    void wrongPinAndTokenInUseHaveTheirCodes() {
        SoftToken token = SoftToken.get();
        assertFails(Code.PIN_WRONG, () -> open(token, SLOT, "0000-sesame"));
        try (SigningToken opened = open(token, SLOT, SoftToken.PIN)) {
            assertFails(Code.TOKEN_IN_USE, () -> open(token, SLOT, SoftToken.PIN));
            assertFails(Code.KEY_NOT_FOUND, () -> opened.key("iki"));
            assertFails(Code.KEY_AMBIGUOUS, opened::key);
        }
    }

    @Test
    @Tag("interop")
    void absentTokenHasItsCode() {
        SoftToken token = SoftToken.get();
        assertFails(Code.TOKEN_NOT_FOUND, () -> open(token, TokenSlot.label("iki-token"), SoftToken.PIN));
        assertFails(Code.TOKEN_NOT_FOUND, () -> open(token, TokenSlot.index(99), SoftToken.PIN));
    }

    @Test
    @Tag("interop")
    void lockedUnsetRemovedAndFailingTokensHaveTheirCodes() throws Exception {
        SoftToken token = SoftToken.get();
        assertFails(
                Code.TOKEN_LOCKED,
                () -> SigningToken.open(token.failing("code-locked", "-DLOGIN=0xA4UL"), SLOT, chars(SoftToken.PIN)));
        assertFails(
                Code.PIN_NOT_SET,
                () -> SigningToken.open(token.failing("code-unset", "-DLOGIN=0x102UL"), SLOT, chars(SoftToken.PIN)));
        assertFails(
                Code.TOKEN_REMOVED,
                () -> SigningToken.open(token.failing("code-removed", "-DLOGIN=0x32UL"), SLOT, chars(SoftToken.PIN)));
        assertFails(
                Code.TOKEN_FAILED,
                () -> SigningToken.open(token.failing("code-failed", "-DLOGIN=0x05UL"), SLOT, chars(SoftToken.PIN)));
    }
}
