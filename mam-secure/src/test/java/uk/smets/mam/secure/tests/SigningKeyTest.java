package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.smets.mam.secure.tests.Verified.FILE;
import static uk.smets.mam.secure.tests.Verified.PKI;
import static uk.smets.mam.secure.tests.Verified.assertValid;
import static uk.smets.mam.secure.tests.Verified.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.SecureExchangeException.Code;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.testing.MessageListing;

class SigningKeyTest {
    private static final String PASSWORD = "open-7391-sesame";
    private static final TestPki.Holder RSA = PKI.order(TestPki.subject("RSA", "02", TestPki.USER_ID))
            .pair(TestPki.rsa(2048))
            .issuedBy(PKI.issuing);

    @TempDir
    Path folder;

    private Path pkcs12(Map<String, TestPki.Holder> holders) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (Map.Entry<String, TestPki.Holder> entry : holders.entrySet()) {
            store.setKeyEntry(
                    entry.getKey(),
                    entry.getValue().key(),
                    PASSWORD.toCharArray(),
                    PKI.chain(entry.getValue()).toArray(X509Certificate[]::new));
        }
        store.setEntry(
                "secret",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
                new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
        store.setCertificateEntry("root", PKI.root.certificate());
        Path file = folder.resolve("keys.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    static byte[] signatureBy(SigningKey key) {
        return FileSigner.of(key).withClock(Verified.CLOCK).sign(FILE).get(1).bytes();
    }

    @Test
    void soleKeyOfAPkcs12FileSigns() throws Exception {
        char[] password = PASSWORD.toCharArray();
        SigningKey key = SigningKey.pkcs12(pkcs12(Map.of("ec", PKI.supplier)), password);
        assertThat(password).containsOnly('\0');
        assertThat(key.certificate().x509()).isEqualTo(PKI.supplier.certificate());
        assertThat(key.chain()).isEqualTo(PKI.chain(PKI.supplier));
        assertValid(verify(signatureBy(key)));
        assertThat(FileSigner.of(key).certificate()).isEqualTo(key.certificate());
    }

    @Test
    void keyOfAPkcs12FileIsFoundByItsName() throws Exception {
        Path file = pkcs12(Map.of("ec", PKI.supplier, "rsa", RSA));
        assertValid(verify(signatureBy(SigningKey.pkcs12(file, "RSA", PASSWORD.toCharArray()))));
        assertThatThrownBy(() -> SigningKey.pkcs12(file, PASSWORD.toCharArray()))
                .hasMessageContaining("\"ec\", \"rsa\"");
        SecureExchangeException refusal = catchThrowableOfType(
                SecureExchangeException.class, () -> SigningKey.pkcs12(file, "iki", PASSWORD.toCharArray()));
        assertThat(refusal.rule()).isEqualTo(Rule.TOKEN_KEY);
        assertThat(refusal).hasMessageContaining("\"iki\"").hasMessageContaining("\"ec\", \"rsa\"");
    }

    @Test
    void pkcs12FileWithoutAKeyIsRefused() throws Exception {
        assertThatThrownBy(() -> SigningKey.pkcs12(pkcs12(Map.of()), PASSWORD.toCharArray()))
                .isInstanceOfSatisfying(
                        SecureExchangeException.class, e -> assertThat(e.code()).isEqualTo(Code.KEY_NOT_FOUND))
                .hasMessageContaining("keys.p12");
    }

    @Test
    void wrongPasswordIsARefusalAndOtherFilesAreIoExceptions() throws Exception {
        Path file = pkcs12(Map.of("ec", PKI.supplier));
        char[] wrong = "open-7391-sesamf".toCharArray();
        assertThatThrownBy(() -> SigningKey.pkcs12(file, wrong))
                .isInstanceOf(SecureExchangeException.class)
                .hasMessageContaining("keys.p12")
                .hasMessageContaining("password");
        assertThat(wrong).containsOnly('\0');
        Path text = Files.writeString(folder.resolve("text.p12"), "text", US_ASCII);
        assertThatThrownBy(() -> SigningKey.pkcs12(text, PASSWORD.toCharArray()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> SigningKey.pkcs12(folder.resolve("none.p12"), PASSWORD.toCharArray()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void weakKeyIsRefusedByName() throws Exception {
        TestPki.Holder weak =
                PKI.order(TestPki.name("W", "02")).pair(TestPki.rsa(1024)).issuedBy(PKI.issuing);
        assertThatThrownBy(() -> SigningKey.pkcs12(pkcs12(Map.of("weak", weak)), PASSWORD.toCharArray()))
                .isInstanceOf(SecureExchangeException.class)
                .hasMessageContaining("\"weak\"")
                .hasMessageContaining("1024 bits");
    }

    @Test
    void sameFileAtTheSameTimeGivesTheSameSignature() {
        for (TestPki.Holder holder : List.of(PKI.supplier, RSA)) {
            assertThat(Verified.signature(holder)).isEqualTo(Verified.signature(holder));
        }
    }

    @Test
    void keyCanSignThroughAGivenProvider() {
        Provider provider = Security.getProvider("SunEC");
        SigningKey key = SigningKey.of(PKI.supplier.key(), provider, PKI.chain(PKI.supplier));
        assertValid(verify(signatureBy(key)));
        Provider unregistered = new BouncyCastleProvider();
        assertValid(verify(signatureBy(SigningKey.of(RSA.key(), unregistered, PKI.chain(RSA)))));
    }

    @Test
    void providerThatCannotSignWithTheKeyIsReported() {
        SigningKey key = SigningKey.of(RSA.key(), Security.getProvider("SUN"), PKI.chain(RSA));
        SecureExchangeException refusal = catchThrowableOfType(SecureExchangeException.class, () -> signatureBy(key));
        assertThat(refusal.rule()).isEqualTo(Rule.TOKEN_KEY);
        assertThat(refusal).hasMessage(MessageListing.pinned(Rule.TOKEN_KEY, "provider that cannot sign with the key"));
    }

    /** A signature that nobody could verify is never returned. */
    @Test
    void keyOfAnotherCertificateDoesNotSign() {
        SigningKey key = SigningKey.of(TestPki.p256().getPrivate(), PKI.chain(PKI.supplier));
        SecureExchangeException refusal = catchThrowableOfType(SecureExchangeException.class, () -> signatureBy(key));
        assertThat(refusal.rule()).isEqualTo(Rule.TOKEN_KEY);
        assertThat(refusal)
                .hasMessage(MessageListing.pinned(Rule.TOKEN_KEY, "signing with the key of another certificate"));
    }

    @Test
    void keysThatCannotSignAreRefusedOnCreation() throws Exception {
        assertThatThrownBy(() -> SigningKey.of(RSA.key(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("chain");
        assertThatThrownBy(() -> SigningKey.of(RSA.key(), PKI.chain(PKI.supplier)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("key: ");
        java.security.KeyPair edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        X509Certificate certificate = PKI.order(TestPki.name("E", "02"))
                .pair(edwards)
                .issuedBy(PKI.issuing)
                .certificate();
        assertThatThrownBy(() -> SigningKey.of(edwards.getPrivate(), List.of(certificate)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RSA");
    }

    /** The JDK accepts a certificate with an additional element in an extension; verifiers would not. */
    @Test
    void malformedCertificateAnywhereInTheChainIsRefusedOnCreation() throws Exception {
        Tlv encoded = Tlv.of(PKI.supplier.certificate().getEncoded());
        encoded.children
                .get(0)
                .children
                .get(7)
                .children
                .get(0)
                .children
                .get(0)
                .children
                .add(Tlv.of(new byte[] {4, 0}));
        X509Certificate misshapen = TestPki.decoded(encoded.encoded());
        for (List<X509Certificate> chain :
                List.of(List.of(misshapen), List.of(PKI.supplier.certificate(), misshapen))) {
            assertThatThrownBy(() -> SigningKey.of(PKI.supplier.key(), chain))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("chain: ")
                    .hasMessageContaining("RFC 5280");
        }
    }

    @Test
    void certificateThatEveryReceiverWouldRefuseDoesNotSign() {
        TestPki.Holder agreement =
                PKI.order(TestPki.name("A", "02")).use(KeyUsage.keyAgreement).issuedBy(PKI.issuing);
        Refusal.of(Rule.SIGNER_USAGE, () -> Verified.signature(agreement))
                .isEqualTo(MessageListing.pinned(Rule.SIGNER_USAGE, "signing with a key for key agreement"));
        TestPki.Holder expired = PKI.order(TestPki.name("E", "02"))
                .valid(TestPki.NOW.minusSeconds(9), TestPki.NOW.minusSeconds(1))
                .issuedBy(PKI.issuing);
        Refusal.of(Rule.SIGNER_EXPIRED, () -> Verified.signature(expired)).contains("2019-08-01T08:59:59Z");
    }

    @Test
    void noSecurityProviderIsRegisteredGlobally() {
        assertValid(verify(Verified.signature(PKI.supplier)));
        assertThat(Security.getProvider(BouncyCastleProvider.PROVIDER_NAME)).isNull();
    }

    @Test
    void toStringOfAKeyNamesItsCertificateOnly() {
        SigningKey key = SigningKey.of(RSA.key(), PKI.chain(RSA));
        assertThat(key.toString()).startsWith("SigningKey[").contains("CN=RSA,OU=02");
    }
}
