package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.testing.JavaProcess;

@Tag("interop")
class SigningTokenTest {
    private static final NamedFile FILE = NamedFile.of("MAPASSWORD_MA.csv", "one\ntwo\nthree\n".getBytes(US_ASCII));
    private static final TokenSlot SLOT = TokenSlot.label(SoftToken.LABEL);

    private SoftToken token;

    @BeforeEach
    void insertToken() {
        token = SoftToken.get();
    }

    private static char[] pin() {
        return SoftToken.PIN.toCharArray();
    }

    private static FileSigner signer(SigningKey key) {
        return FileSigner.of(key).withClock(Verified.CLOCK);
    }

    private static SecureExchangeException refusal(Path library, TokenSlot slot, char[] pin) {
        return catchThrowableOfType(SecureExchangeException.class, () -> {
            try (SigningToken opened = SigningToken.open(library, slot, pin)) {
                assertThat(opened).isNull();
            }
        });
    }

    private static void assertSigns(SigningKey key) {
        List<NamedFile> sent = signer(key).sign(FILE);
        Verification verification = Verified.verifier(Trust.of(List.of(SoftToken.PKI.root.certificate())))
                .verify(sent.get(0), Optional.of(sent.get(1)));
        assertThat(verification.reasons()).isEmpty();
        assertThat(verification.content()).isEqualTo(FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file-signing-ec", "file-signing-rsa", "FILE-SIGNING-EC"})
    void signatureByAKeyOfTheTokenVerifies(String name) {
        try (SigningToken opened = SigningToken.open(token.library(), SLOT, pin())) {
            SigningKey key = opened.key(name);
            assertSigns(key);
            assertThat(key.certificate().userId()).contains(TestPki.USER_ID);
        }
    }

    @Test
    void slotCanBeChosenById() {
        try (SigningToken opened = SigningToken.open(token.library(), TokenSlot.id(token.slot()), pin())) {
            assertThat(opened.keyNames()).containsExactly("file-signing-ec", "file-signing-rsa");
        }
    }

    @Test
    void slotCanBeChosenByListIndex() {
        List<List<String>> found = new ArrayList<>();
        for (int index = 0; index < 4; index++) {
            try (SigningToken opened = SigningToken.open(token.library(), TokenSlot.index(index), pin())) {
                found.add(opened.keyNames());
            } catch (SecureExchangeException otherPin) {
                assertThat(otherPin.rule()).isEqualTo(Rule.TOKEN_PIN);
            }
        }
        assertThat(found)
                .containsExactlyInAnyOrder(
                        List.of(), List.of("file-signing-ec", "file-signing-rsa"), List.of("file-signing"));
    }

    @Test
    void labelAndPinMayContainAnyCharacters() {
        try (SigningToken opened = SigningToken.open(
                token.library(), TokenSlot.label(SoftToken.ACCENTED_LABEL), SoftToken.ACCENTED_PIN.toCharArray())) {
            assertThat(opened.keyNames()).isEmpty();
            assertThatThrownBy(opened::key)
                    .isInstanceOf(SecureExchangeException.class)
                    .extracting(e -> ((SecureExchangeException) e).code())
                    .isEqualTo(Code.KEY_NOT_FOUND);
        }
    }

    @Test
    void absentKeyIsReportedWithTheNamesOfThePresentOnes() {
        try (SigningToken opened = SigningToken.open(token.library(), SLOT, pin())) {
            assertThatThrownBy(() -> opened.key("iki"))
                    .isInstanceOf(SecureExchangeException.class)
                    .hasMessageContaining("\"iki\"")
                    .hasMessageContaining("\"file-signing-ec\", \"file-signing-rsa\"")
                    .extracting(e -> ((SecureExchangeException) e).code())
                    .isEqualTo(Code.KEY_NOT_FOUND);
            assertThatThrownBy(opened::key)
                    .hasMessageContaining("\"file-signing-ec\"")
                    .extracting(e -> ((SecureExchangeException) e).code())
                    .isEqualTo(Code.KEY_AMBIGUOUS);
        }
    }

    @Test
    void wrongPinIsReportedAndTheTokenStaysUsable() {
        SecureExchangeException refusal = refusal(token.library(), SLOT, "0000-sesame".toCharArray());
        assertThat(refusal.code()).isEqualTo(Code.PIN_WRONG);
        assertThat(refusal).hasMessageContaining("\"mam-test\"").hasMessageContaining("locks");
        try (SigningToken opened = SigningToken.open(token.library(), SLOT, pin())) {
            assertThat(opened.keyNames()).hasSize(2);
        }
    }

    /** SoftHSM2 does not count wrong PINs after the first; a real token locks. */
    @Test
    void tokenThatNeverLocksAcceptsTheRightPinAfterManyWrongOnes() {
        for (int i = 0; i < 12; i++) {
            assertThat(refusal(token.library(), SLOT, "0000-sesame".toCharArray())
                            .rule())
                    .isEqualTo(Rule.TOKEN_PIN);
        }
        SigningToken.open(token.library(), SLOT, pin()).close();
    }

    @Test
    void secondTokenOnTheSameSlotIsRefusedWithAnyPinAndTheFirstStaysUsable() {
        try (SigningToken opened = SigningToken.open(token.library(), SLOT, pin())) {
            for (char[] pin : List.of(pin(), "0000-wrong".toCharArray())) {
                SecureExchangeException refusal = catchThrowableOfType(
                        SecureExchangeException.class, () -> SigningToken.open(token.library(), SLOT, pin));
                assertThat(refusal.code()).isEqualTo(Code.TOKEN_IN_USE);
                assertThat(pin).containsOnly('\0');
            }
            assertSigns(opened.key("file-signing-ec"));
        }
        SigningToken.open(token.library(), SLOT, pin()).close();
    }

    @Test
    void closingOneTokenLeavesATokenInAnotherSlotLoggedIn() {
        SigningToken other = SigningToken.open(token.library(), TokenSlot.label("spare"), pin());
        try (SigningToken opened = SigningToken.open(token.library(), SLOT, pin())) {
            SigningKey key = opened.key("file-signing-ec");
            other.close();
            assertSigns(key);
        }
    }

    @Test
    void pinIsOverwrittenWhetherItIsRightOrWrong() {
        char[] right = pin();
        SigningToken.open(token.library(), SLOT, right).close();
        assertThat(right).containsOnly('\0');
        char[] wrong = "0000-sesame".toCharArray();
        refusal(token.library(), SLOT, wrong);
        assertThat(wrong).containsOnly('\0');
        char[] unused = pin();
        refusal(Path.of("nowhere.so"), SLOT, unused);
        assertThat(unused).containsOnly('\0');
    }

    @Test
    void absentTokenIsReportedWithTheLabelsOfThePresentOnes() {
        SecureExchangeException refusal = refusal(token.library(), TokenSlot.label("iki-token"), pin());
        assertThat(refusal.code()).isEqualTo(Code.TOKEN_NOT_FOUND);
        assertThat(refusal)
                .hasMessageContaining("\"iki-token\"")
                .hasMessageContaining("\"" + SoftToken.LABEL + "\"")
                .hasMessageContaining("\"" + SoftToken.ACCENTED_LABEL + "\"");
    }

    @Test
    void slotWithoutAnInitialisedTokenIsAbsent() {
        assertThat(refusal(token.library(), TokenSlot.index(4), pin()).rule()).isEqualTo(Rule.TOKEN_ABSENT);
        assertThat(refusal(token.library(), TokenSlot.index(99), pin()).rule()).isEqualTo(Rule.TOKEN_ABSENT);
        assertThat(refusal(token.library(), TokenSlot.id(12345), pin()).rule()).isEqualTo(Rule.TOKEN_ABSENT);
    }

    @Test
    void missingLibraryIsReportedByPath() {
        SecureExchangeException refusal = refusal(Path.of("nowhere.so"), SLOT, pin());
        assertThat(refusal.code()).isEqualTo(Code.TOKEN_LIBRARY_UNUSABLE);
        assertThat(refusal).hasMessageContaining("nowhere.so");
    }

    @Test
    void fileThatIsNotALibraryIsAnAbsentToken(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("no library.so"), "text");
        assertThat(refusal(file, SLOT, pin()).rule()).isEqualTo(Rule.TOKEN_ABSENT);
        assertThat(refusal(file, TokenSlot.index(0), pin()).rule()).isEqualTo(Rule.TOKEN_ABSENT);
    }

    @Test
    void libraryPathMayContainSpacesAndHashes(@TempDir Path folder) throws IOException {
        Path copy = Files.copy(token.library(), folder.resolve("a #1  token (x).so"));
        try (SigningToken opened = SigningToken.open(copy, SLOT, pin())) {
            assertThat(opened.keyNames()).hasSize(2);
        }
    }

    @Test
    void pathWithConfigurationSyntaxIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> SigningToken.open(folder.resolve("a\"\nshowInfo = true"), SLOT, pin()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("library");
    }

    @Test
    void closedTokenRefusesToSign() {
        SigningToken opened = SigningToken.open(token.library(), SLOT, pin());
        SigningKey key = opened.key("file-signing-ec");
        opened.close();
        opened.close();
        assertThatThrownBy(() -> signer(key).sign(FILE))
                .isInstanceOf(SecureExchangeException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void lockedTokenIsDistinguishedFromAWrongPin() throws Exception {
        Path locked = token.failing("locked", "-DLOGIN=0xA4UL");
        SecureExchangeException refusal = refusal(locked, SLOT, pin());
        assertThat(refusal.code()).isEqualTo(Code.TOKEN_LOCKED);
    }

    @Test
    void noPinIsTriedOnATokenThatReportsItIsLocked() throws Exception {
        Path count = token.folder().resolve("locked-count");
        Path locked = token.failing("known-locked", "-DLOGIN=0xA4UL", "-DFLAGS=0x40000UL", "-DCOUNT=\"" + count + "\"");
        assertThat(refusal(locked, SLOT, pin()).code()).isEqualTo(Code.TOKEN_LOCKED);
        assertThat(count).doesNotExist();
    }

    @Test
    void pinIsTriedOnceAndTheLastTryIsReported() throws Exception {
        Path count = token.folder().resolve("final-count");
        Path last = token.failing("final", "-DLOGIN=0xA0UL", "-DFLAGS=0x20000UL", "-DCOUNT=\"" + count + "\"");
        SecureExchangeException refusal = refusal(last, SLOT, pin());
        assertThat(refusal.code()).isEqualTo(Code.PIN_WRONG);
        assertThat(refusal).hasMessageContaining("one try");
        assertThat(count).hasSize(1);
    }

    @Test
    void tokenWithoutAUserPinIsReported() throws Exception {
        Path unset = token.failing("unset", "-DLOGIN=0x102UL");
        SecureExchangeException refusal = refusal(unset, SLOT, pin());
        assertThat(refusal.code()).isEqualTo(Code.PIN_NOT_SET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x32UL", "0xE0UL", "0x30UL"})
    void tokenRemovedBeforeTheLoginIsAbsent(String answer) throws Exception {
        Path removed = token.failing("removed-" + answer, "-DLOGIN=" + answer);
        assertThat(refusal(removed, SLOT, pin()).rule()).isEqualTo(Rule.TOKEN_ABSENT);
    }

    @Test
    void tokenRemovedBeforeItSignsIsAbsent() throws Exception {
        Path removed = token.failing("removed", "-DSIGN=0x32UL");
        try (SigningToken opened = SigningToken.open(removed, SLOT, pin())) {
            FileSigner signer = signer(opened.key("file-signing-ec"));
            SecureExchangeException refusal =
                    catchThrowableOfType(SecureExchangeException.class, () -> signer.sign(FILE));
            assertThat(refusal.code()).isEqualTo(Code.TOKEN_REMOVED);
        }
    }

    @Test
    void keyThatRefusesToSignIsReported() throws Exception {
        Path refusing = token.failing("refusing", "-DSIGN=0x68UL");
        try (SigningToken opened = SigningToken.open(refusing, SLOT, pin())) {
            FileSigner signer = signer(opened.key("file-signing-rsa"));
            SecureExchangeException refusal =
                    catchThrowableOfType(SecureExchangeException.class, () -> signer.sign(FILE));
            assertThat(refusal.rule()).isEqualTo(Rule.TOKEN_KEY);
        }
    }

    @Test
    void removedTokenClosesAndAFailedLogoutIsReported() throws Exception {
        SigningToken.open(token.failing("gone", "-DLOGOUT=0x32UL"), SLOT, pin()).close();
        token.logOut();
        SigningToken staying = SigningToken.open(token.failing("staying", "-DLOGOUT=0x05UL"), SLOT, pin());
        assertThatThrownBy(staying::close)
                .isInstanceOf(SecureExchangeException.class)
                .hasMessageContaining("log");
        assertThat(refusal(token.library(), SLOT, pin()).code()).isEqualTo(Code.TOKEN_IN_USE);
        token.logOut();
        assertThat(refusal(token.library(), SLOT, "0000-sesame".toCharArray()).code())
                .isEqualTo(Code.PIN_WRONG);
    }

    /** The output of a JVM started without the option that exports the JDK's wrapper. */
    private String withoutTheWrapper(String pin, String... slot) throws Exception {
        List<String> line = JavaProcess.command(List.of(), TokenOnItsOwn.class, token.library());
        line.addAll(List.of(slot));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write((pin + "\n").getBytes(US_ASCII));
        }
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
            return output.strip();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void slotIdNeedsNoJavaOption() throws Exception {
        assertThat(withoutTheWrapper(SoftToken.PIN, "id", Integer.toString(token.slot())))
                .isEqualTo("[file-signing-ec, file-signing-rsa]");
        assertThat(withoutTheWrapper("0000-sesame", "id", Integer.toString(token.slot())))
                .contains("PIN", "unknown");
    }

    @Test
    void labelWithoutTheJavaOptionIsRefusedWithTheOption() throws Exception {
        assertThat(withoutTheWrapper(SoftToken.PIN, "label", SoftToken.LABEL))
                .startsWith("java.lang.IllegalStateException: slot")
                .contains("--add-exports jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED");
    }
}
