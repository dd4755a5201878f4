package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.key.SigningToken;
import uk.smets.mam.secure.key.TokenSlot;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.NamedFile;

/** No failure of a key puts the given PIN or password into an exception or into output. */
class SecretsOfSigningTest {
    private static final String PASSWORD = "open-8264-sesame";
    private static final String WRONG = "open-1937-tahini";

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void listen() {
        PrintStream both = new PrintStream(printed, true, UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    /** Records the whole text of an exception, with causes, suppressed exceptions and stack traces. */
    private void capture(ThrowingCallable action) {
        Throwable thrown = catchThrowable(action);
        assertThat(thrown).isNotNull();
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        heard.add(text.toString());
    }

    private void assertNoSecretAppears(String... secrets) {
        heard.add(printed.toString(UTF_8));
        for (String secret : secrets) {
            assertThat(heard).noneMatch(text -> text.contains(secret));
        }
    }

    @Test
    void passwordOfAPkcs12FileNeverAppears(@TempDir Path folder) throws Exception {
        TestPki.Holder weak = Verified.PKI
                .order(TestPki.name("W", "02"))
                .pair(TestPki.rsa(1024))
                .selfSigned();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (String name : List.of("one", "two")) {
            store.setKeyEntry(name, weak.key(), PASSWORD.toCharArray(), new X509Certificate[] {weak.certificate()});
        }
        Path file = folder.resolve("keys.p12");
        try (OutputStream stream = Files.newOutputStream(file)) {
            store.store(stream, PASSWORD.toCharArray());
        }
        Path damaged =
                Files.write(folder.resolve("damaged.p12"), java.util.Arrays.copyOf(Files.readAllBytes(file), 300));
        capture(() -> SigningKey.pkcs12(file, WRONG.toCharArray()));
        capture(() -> SigningKey.pkcs12(file, PASSWORD.toCharArray()));
        capture(() -> SigningKey.pkcs12(file, "three", PASSWORD.toCharArray()));
        capture(() -> SigningKey.pkcs12(file, "one", PASSWORD.toCharArray()));
        capture(() -> SigningKey.pkcs12(damaged, PASSWORD.toCharArray()));
        capture(() -> SigningKey.pkcs12(folder.resolve("none.p12"), PASSWORD.toCharArray()));
        assertNoSecretAppears(PASSWORD, WRONG, "8264", "1937");
    }

    @Test
    @Tag("interop")
    void pinOfATokenNeverAppears() throws Exception {
        SoftToken token = SoftToken.get();
        TokenSlot slot = TokenSlot.label(SoftToken.LABEL);
        capture(() -> SigningToken.open(token.library(), slot, WRONG.toCharArray()));
        capture(() -> SigningToken.open(Path.of("none.so"), slot, SoftToken.PIN.toCharArray()));
        capture(() -> SigningToken.open(token.library(), TokenSlot.label("none"), SoftToken.PIN.toCharArray()));
        capture(() -> SigningToken.open(token.library(), TokenSlot.index(77), SoftToken.PIN.toCharArray()));
        capture(() -> SigningToken.open(
                token.failing("locked-secrets", "-DLOGIN=0xA4UL"), slot, SoftToken.PIN.toCharArray()));
        SigningToken opened = SigningToken.open(token.library(), slot, SoftToken.PIN.toCharArray());
        capture(() -> opened.key("none"));
        SigningKey key = opened.key("file-signing-rsa");
        heard.add(opened + " " + slot + " " + key + " " + key.certificate());
        opened.close();
        capture(() -> FileSigner.of(key).withClock(Verified.CLOCK).sign(NamedFile.of("x", "x".getBytes(US_ASCII))));
        heard.add(ProcessHandle.current().info().commandLine().orElse(""));
        assertNoSecretAppears(SoftToken.PIN, WRONG, "7391", "1937");
    }

    /** A password file contains a password: its content must not appear where files are named. */
    @Test
    void contentOfAFileNeverAppears() {
        heard.add(Verified.FILE.toString());
        heard.add(Verified.signer(Verified.PKI.supplier).sign(Verified.FILE).toString());
        heard.add(Verified.verify(new byte[] {1}).toString());
        heard.add(Verified.verify(Verified.signature(Verified.PKI.supplier)).toString());
        assertNoSecretAppears("00112233445566778899aabbccddeeff");
    }
}
