package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.secure.tests.Verified.PKI;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.key.SigningKey;

/** PKCS #12 files with a changed structure give the key or one of the two documented exceptions, in limited time. */
class MutatedPkcs12Test {
    private static final String PASSWORD = "open-7391-sesame";

    @TempDir
    private Path folder;

    private static byte[] byTheJdk() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "iki",
                PKI.supplier.key(),
                PASSWORD.toCharArray(),
                PKI.chain(PKI.supplier).toArray(X509Certificate[]::new));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, PASSWORD.toCharArray());
        return out.toByteArray();
    }

    /** In the form of OpenSSL; or without a MAC and with unencrypted certificates, so that changes reach their parser. */
    private static byte[] byOthers(boolean asOpenssl) throws Exception {
        PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
        DEROctetString id = new DEROctetString(new byte[] {1});
        PKCS12SafeBag[] certificates = new PKCS12SafeBag[2];
        List<X509Certificate> chain = PKI.chain(PKI.supplier);
        for (int i = 0; i < certificates.length; i++) {
            PKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(chain.get(i));
            bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString("iki" + i));
            if (i == 0) {
                bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, id);
            }
            certificates[i] = bag.build();
        }
        if (asOpenssl) {
            file.addEncryptedData(encryptor(2_048), certificates);
        } else {
            for (PKCS12SafeBag certificate : certificates) {
                file.addData(certificate);
            }
        }
        PKCS12SafeBagBuilder key = new JcaPKCS12SafeBagBuilder(PKI.supplier.key(), encryptor(asOpenssl ? 2_048 : 1));
        key.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, id);
        file.addData(key.build());
        return file.build(
                        asOpenssl
                                ? new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                                        .setProvider(TestPki.BOUNCY_CASTLE)
                                : null,
                        PASSWORD.toCharArray())
                .getEncoded();
    }

    private static OutputEncryptor encryptor(int iterations) throws Exception {
        return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(TestPki.BOUNCY_CASTLE)
                .setIterationCount(iterations)
                .setRandom(new SeededRandom(1))
                .build(PASSWORD.toCharArray());
    }

    private SigningKey open(byte[] bytes) throws IOException {
        return SigningKey.pkcs12(Files.write(folder.resolve("key.p12"), bytes), PASSWORD.toCharArray());
    }

    private void openOrRefuse(byte[] bytes) {
        try {
            SigningKey key = open(bytes);
            assertThat(key.certificate().toString()).isNotBlank();
            assertThat(key.toString()).isNotBlank();
        } catch (IOException | SecureExchangeException e) {
            assertThat(e).hasMessageContaining("key.p12");
        }
    }

    @Test
    void fileWithAnyPartMissingGivesTheKeyOrADocumentedException() throws Exception {
        Tlv file = Tlv.of(byOthers(false));
        for (Tlv value : file.all()) {
            for (Tlv part : List.copyOf(value.children)) {
                int at = value.children.indexOf(part);
                value.children.remove(at);
                openOrRefuse(file.encoded());
                value.children.add(at, part);
            }
        }
        assertThat(open(file.encoded()).chain()).contains(PKI.supplier.certificate());
    }

    @Test
    void changedStructureGivesTheKeyOrADocumentedException() throws Exception {
        List<byte[]> files = List.of(byTheJdk(), byOthers(true), byOthers(false), byOthers(false), byOthers(false));
        for (byte[] file : files) {
            assertThat(open(file).chain()).contains(PKI.supplier.certificate());
        }
        Mutations.run(
                "PKCS #12 files",
                1_000,
                (random, trial) -> openOrRefuse(
                        trial.input("PKCS #12 file", TlvMutation.of(files.get(random.nextInt(files.size())), random))));
    }
}
