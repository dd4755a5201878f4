package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smets.mam.secure.tests.Verified.PKI;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.key.SigningKey;

/** PKCS #12 files whose key is inside an encrypted part or in nested bags. */
class NestedPkcs12Test {
    private static final String PASSWORD = "open-7391-sesame";
    private static final DEROctetString ID = new DEROctetString(new byte[] {1});

    @TempDir
    private Path folder;

    private SigningKey open(byte[] bytes, String password) throws IOException {
        return SigningKey.pkcs12(Files.write(folder.resolve("key.p12"), bytes), password.toCharArray());
    }

    /** Bouncy Castle accepts no empty password; one zero gives the same HMAC key (RFC 2104 pads keys with zeros). */
    private static OutputEncryptor encryptor(String password) throws Exception {
        return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(TestPki.BOUNCY_CASTLE)
                .setIterationCount(1_000)
                .setRandom(new SeededRandom(1))
                .build(password.isEmpty() ? new char[1] : password.toCharArray());
    }

    /** An empty password as OpenSSL and Windows hash it in the older schemes: its zero terminator (RFC 7292, appendix B.1). */
    private static OutputEncryptor encryptorOfAZero() throws Exception {
        byte[] salt = new byte[8];
        Cipher cipher = Cipher.getInstance("PBEWithSHA1AndDESede");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance("PBE").generateSecret(new PBEKeySpec(new char[1])),
                new PBEParameterSpec(salt, 1_000));
        return new OutputEncryptor() {
            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return new AlgorithmIdentifier(
                        PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, new PKCS12PBEParams(salt, 1_000));
            }

            @Override
            public OutputStream getOutputStream(OutputStream stream) {
                return new CipherOutputStream(stream, cipher);
            }

            @Override
            public GenericKey getKey() {
                return new GenericKey(getAlgorithmIdentifier(), new byte[0]);
            }
        };
    }

    private static PKCS12SafeBag certificate() throws Exception {
        PKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(PKI.supplier.certificate());
        bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, ID);
        return bag.build();
    }

    private static PKCS12SafeBag key(String password) throws Exception {
        PKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(PKI.supplier.key(), encryptor(password));
        bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, ID);
        return bag.build();
    }

    private static PBKDF2Params hash(int iterations) {
        return new PBKDF2Params(
                new byte[16], iterations, new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256));
    }

    /** A key bag with this iteration count; its content is not a key, since it is never decrypted. */
    private static SafeBag keyHashed(int iterations) {
        AlgorithmIdentifier encryption = new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBES2,
                new PBES2Parameters(
                        new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, hash(iterations)),
                        new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16]))));
        return new SafeBag(
                PKCSObjectIdentifiers.pkcs8ShroudedKeyBag,
                new EncryptedPrivateKeyInfo(encryption, new byte[16]).toASN1Primitive(),
                new DERSet(new Attribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DERSet(ID))));
    }

    private static byte[] encrypted(String password, PKCS12SafeBag... bags) throws Exception {
        return encrypted(encryptor(password), bags);
    }

    private static byte[] encrypted(OutputEncryptor encryptor, PKCS12SafeBag... bags) throws Exception {
        return new PKCS12PfxPduBuilder()
                .addEncryptedData(encryptor, bags)
                .build(null, new char[0])
                .getEncoded();
    }

    private static byte[] plain(SafeBag bag) throws Exception {
        return new PKCS12PfxPduBuilder()
                .addData(new PKCS12SafeBag(bag))
                .build(null, new char[0])
                .getEncoded();
    }

    private static SafeBag inBags(SafeBag bag, int levels) {
        SafeBag outer = bag;
        for (int i = 0; i < levels; i++) {
            outer = new SafeBag(PKCSObjectIdentifiers.safeContentsBag, new DERSequence(outer), null);
        }
        return outer;
    }

    @ParameterizedTest
    @ValueSource(strings = {PASSWORD, ""})
    void keyInAnEncryptedPartIsOpened(String password) throws Exception {
        byte[] file = encrypted(password, certificate(), key(password));
        assertThat(open(file, password).chain()).containsExactly(PKI.supplier.certificate());
    }

    @ParameterizedTest
    @ValueSource(strings = {PASSWORD, ""})
    void keyInAnEncryptedPartWithTooManyIterationsIsRefused(String password) throws Exception {
        byte[] file = encrypted(password, certificate(), new PKCS12SafeBag(keyHashed(2_000_001)));
        assertThatThrownBy(() -> open(file, password))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("key.p12", "2000001", "2001001");
    }

    @Test
    void emptyPasswordHashedWithItsTerminatorIsTriedToo() throws Exception {
        byte[] file = encrypted(encryptorOfAZero(), certificate(), key(""));
        assertThat(open(file, "").chain()).containsExactly(PKI.supplier.certificate());
        byte[] slow = encrypted(encryptorOfAZero(), certificate(), new PKCS12SafeBag(keyHashed(2_000_001)));
        assertThatThrownBy(() -> open(slow, ""))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("2000001", "2001001");
    }

    @Test
    void iterationsOfKeysInEncryptedPartsAreAddedUp() throws Exception {
        PKCS12SafeBag key = new PKCS12SafeBag(keyHashed(1_500_000));
        assertThatThrownBy(() -> open(encrypted(PASSWORD, key, key), PASSWORD))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("1500000", "3001000");
    }

    @Test
    void wrongPasswordOfAnEncryptedPartIsReported() throws Exception {
        byte[] file = encrypted(PASSWORD, new PKCS12SafeBag(keyHashed(1)));
        // One wrong password in 256 decrypts to valid padding by chance, such as the last one here.
        for (String wrong : List.of("wrong", "", "wrong-234")) {
            assertThatThrownBy(() -> open(file, wrong))
                    .isInstanceOf(SecureExchangeException.class)
                    .hasMessageContainingAll("key.p12", "password");
        }
    }

    @Test
    void iterationsOfAPbmac1MacAreCounted() throws Exception {
        AlgorithmIdentifier mac = new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBMAC1,
                new PBMAC1Params(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBKDF2, hash(2_000_001)),
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256)));
        Pfx withoutMac = Pfx.getInstance(encrypted(PASSWORD, certificate()));
        MacData macData = new MacData(new DigestInfo(mac, new byte[32]), new byte[8], 1);
        byte[] file = new Pfx(withoutMac.getAuthSafe(), macData).getEncoded();
        assertThatThrownBy(() -> open(file, PASSWORD))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("2000001", "2001002");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void keyInNestedBagsWithTooManyIterationsIsRefused(int levels) throws Exception {
        SafeBag bag = inBags(keyHashed(2_000_001), levels);
        for (byte[] file : List.of(plain(bag), encrypted(PASSWORD, new PKCS12SafeBag(bag)))) {
            assertThatThrownBy(() -> open(file, PASSWORD))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("2000001");
        }
    }

    @Test
    void bagsNestedBeyondTheDepthLimitAreRefused() throws Exception {
        SafeBag bag = inBags(keyHashed(1), 14);
        assertThatThrownBy(() -> open(plain(bag), PASSWORD))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("key.p12: not a PKCS #12 file");
        assertThatThrownBy(() -> open(encrypted(PASSWORD, new PKCS12SafeBag(bag)), PASSWORD))
                .isInstanceOf(SecureExchangeException.class)
                .hasMessageContainingAll("key.p12", "password");
    }
}
