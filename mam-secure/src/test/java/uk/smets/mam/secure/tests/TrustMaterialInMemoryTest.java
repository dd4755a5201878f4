package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.smki.SmkiCertificate;
import uk.smets.mam.secure.smki.SmkiCertificates;

/** Keys, certificates and revocation lists are read from bytes and streams as from files. */
class TrustMaterialInMemoryTest {
    private static final TestPki PKI = Verified.PKI;

    private static Input pem(X509Certificate certificate, String name) throws Exception {
        return Input.of(SmkiCertificateTest.pem(certificate).getBytes(US_ASCII), name);
    }

    private static Input root() throws Exception {
        return pem(PKI.root.certificate(), "root.pem");
    }

    @Test
    void rootAmongTheInputsIsAnAnchor() throws Exception {
        Input issuing =
                Input.of(new ByteArrayInputStream(PKI.issuing.certificate().getEncoded()), "issuing.cer");
        Trust trust = Trust.ofInputs(List.of(root(), issuing), List.of());
        Verified.assertValid(Verified.verify(trust, Verified.signature(PKI.supplier)));
    }

    @Test
    void revocationListAmongTheInputsIsUsed() throws Exception {
        byte[] list = TestPki.revocationList(
                        PKI.issuing,
                        TestPki.NOW.minusSeconds(60),
                        TestPki.NOW.plusSeconds(60),
                        PKI.supplier.certificate())
                .getEncoded();
        Trust trust = Trust.ofInputs(List.of(root(), Input.of(list, "z1.crl")), List.of());
        Verified.assertRefused(Verified.verify(trust, Verified.signature(PKI.supplier)), Rule.SIGNER_REVOKED);
    }

    @Test
    void anchorMayBeGivenBesideTheInputs() throws Exception {
        Trust trust = Trust.ofInputs(List.of(), List.of(PKI.issuing.certificate()));
        Verified.assertValid(Verified.verify(trust, Verified.signature(PKI.supplier)));
    }

    @Test
    void inputsWithoutAnAnchorAreRefused() throws Exception {
        Input issuing = pem(PKI.issuing.certificate(), "issuing.pem");
        assertThatIOException()
                .isThrownBy(() -> Trust.ofInputs(List.of(issuing), List.of()))
                .withMessageContaining("no trust anchor");
    }

    @Test
    void damagedInputIsNamed() {
        Input damaged = Input.of(new byte[] {1, 2, 3}, "root.cer");
        assertThatIOException()
                .isThrownBy(() -> Trust.ofInputs(List.of(damaged), List.of()))
                .withMessageStartingWith("root.cer: neither a certificate nor a revocation list");
        assertThatIOException().isThrownBy(() -> SmkiCertificate.read(damaged)).withMessageStartingWith("root.cer: ");
    }

    @Test
    void certificatesAreReadFromBytes() throws Exception {
        assertThat(SmkiCertificate.read(pem(PKI.supplier.certificate(), "supplier.pem"))
                        .x509())
                .isEqualTo(PKI.supplier.certificate());
        String both =
                SmkiCertificateTest.pem(PKI.root.certificate()) + SmkiCertificateTest.pem(PKI.supplier.certificate());
        assertThat(SmkiCertificates.ofInput(Input.of(both.getBytes(US_ASCII), "both.pem"))
                        .all())
                .extracting(SmkiCertificate::x509)
                .containsExactly(PKI.root.certificate(), PKI.supplier.certificate());
    }

    @Test
    void keyIsReadFromBytes() throws Exception {
        char[] password = "open-7391-sesame".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "iki", PKI.supplier.key(), password, PKI.chain(PKI.supplier).toArray(X509Certificate[]::new));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        Input file = Input.of(bytes.toByteArray(), "keys.p12");

        char[] own = Arrays.copyOf(password, password.length);
        assertThat(SigningKey.pkcs12(file, "IKI", own).certificate().x509()).isEqualTo(PKI.supplier.certificate());
        assertThat(own).containsOnly('\0');
        assertThat(SigningKey.pkcs12(file, password).certificate().x509()).isEqualTo(PKI.supplier.certificate());
    }
}
