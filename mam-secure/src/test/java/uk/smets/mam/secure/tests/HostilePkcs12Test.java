package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smets.mam.secure.tests.Verified.PKI;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.key.SigningKey;

/** PKCS #12 files that are damaged, or designed to consume processor time. */
class HostilePkcs12Test {
    private static final String PASSWORD = "open-7391-sesame";

    /** The JDK's default number of password iterations. */
    private static final ASN1Integer JDK_ITERATIONS = new ASN1Integer(10_000);

    @TempDir
    Path folder;

    private byte[] sound;

    @BeforeEach
    void createValidFile() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "iki",
                PKI.supplier.key(),
                PASSWORD.toCharArray(),
                PKI.chain(PKI.supplier).toArray(X509Certificate[]::new));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, PASSWORD.toCharArray());
        sound = out.toByteArray();
    }

    private SigningKey open(byte[] bytes) throws IOException {
        return SigningKey.pkcs12(Files.write(folder.resolve("key.p12"), bytes), PASSWORD.toCharArray());
    }

    /** The same structure with other iteration counts, in their order of appearance: certificates or key, then MAC. */
    private static ASN1Encodable withIterations(ASN1Encodable value, List<ASN1Integer> numbers) {
        ASN1Primitive primitive = value.toASN1Primitive();
        if (primitive.equals(JDK_ITERATIONS)) {
            return numbers.remove(0);
        }
        if (primitive instanceof ASN1Sequence sequence) {
            ASN1Encodable[] parts = sequence.toArray();
            for (int i = 0; i < parts.length; i++) {
                parts[i] = withIterations(parts[i], numbers);
            }
            return new DERSequence(parts);
        }
        if (primitive instanceof org.bouncycastle.asn1.ASN1TaggedObject tagged && tagged.isExplicit()) {
            return new DERTaggedObject(
                    true, tagged.getTagNo(), withIterations(tagged.getExplicitBaseObject(), numbers));
        }
        if (primitive instanceof ASN1OctetString octets) {
            try {
                return new DEROctetString(withIterations(ASN1Primitive.fromByteArray(octets.getOctets()), numbers));
            } catch (IOException | IllegalArgumentException e) {
                return primitive; // a salt or ciphertext
            }
        }
        return primitive;
    }

    private byte[] withIterations(long... numbers) throws IOException {
        List<ASN1Integer> left = new ArrayList<>(
                Arrays.stream(numbers).mapToObj(ASN1Integer::new).toList());
        byte[] bytes = withIterations(ASN1Primitive.fromByteArray(sound), left)
                .toASN1Primitive()
                .getEncoded("DER");
        assertThat(left).isEmpty();
        return bytes;
    }

    @Test
    void tooManyPasswordIterationsOfAnyPartAreRefusedBeforeHashing() throws Exception {
        for (byte[] bytes : List.of(
                withIterations(2_000_001, 1, 1), withIterations(1, 2_000_001, 1), withIterations(1, 1, 2_000_001))) {
            assertThatThrownBy(() -> open(bytes))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("key.p12", "2000001", "2000003");
        }
        assertThatThrownBy(() -> open(withIterations(1_500_000, 1_000_000, 500_001)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("3000001");
    }

    @Test
    void iterationsBeyondTheIntegerRangeAreRefused() throws Exception {
        List<ASN1Integer> huge = new ArrayList<>(
                List.of(new ASN1Integer(1), new ASN1Integer(1), new ASN1Integer(BigInteger.ONE.shiftLeft(100))));
        byte[] bytes = withIterations(ASN1Primitive.fromByteArray(sound), huge)
                .toASN1Primitive()
                .getEncoded("DER");
        assertThatThrownBy(() -> open(bytes)).isInstanceOf(IOException.class).hasMessageContaining("iterations");
    }

    @Test
    void iterationsWithinTheLimitsAreAllowed() throws Exception {
        assertThat(open(sound).certificate().x509()).isEqualTo(PKI.supplier.certificate());
        assertThatThrownBy(() -> open(withIterations(1, 1, 1)))
                .isInstanceOf(SecureExchangeException.class)
                .hasMessageContainingAll("key.p12", "password");
    }

    @Test
    void fileWithoutContentIsRefusedWithARemedy() throws Exception {
        ASN1ObjectIdentifier data = new ASN1ObjectIdentifier("1.2.840.113549.1.7.1");
        for (byte[] bytes : List.of(
                new DERSequence(new ASN1Encodable[] {new ASN1Integer(3), new DERSequence(data)}).getEncoded("DER"),
                new DERSequence(new ASN1Encodable[] {new ASN1Integer(3)}).getEncoded("DER"),
                new DERSequence().getEncoded("DER"),
                new byte[0])) {
            assertThatThrownBy(() -> open(bytes))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("key.p12: not a PKCS #12 file");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x05, 0x30, 0xFF})
    void changedByteGivesTheKeyOrADocumentedException(int value) throws Exception {
        for (int at = value % 7; at < sound.length; at += 7) {
            byte[] bytes = sound.clone();
            bytes[at] = (byte) value;
            try {
                assertThat(open(bytes).certificate()).isNotNull();
            } catch (IOException | SecureExchangeException e) {
                assertThat(e).hasMessageContaining("key.p12");
            }
        }
    }

    @Test
    void fileTruncatedAtAnyPlaceIsRefusedByName() {
        for (int length = 0; length < sound.length; length++) {
            byte[] bytes = Arrays.copyOf(sound, length);
            assertThatThrownBy(() -> open(bytes))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("key.p12");
        }
    }
}
