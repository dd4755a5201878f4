package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.smki.KeyUse;
import uk.smets.mam.secure.smki.RemotePartyRole;
import uk.smets.mam.secure.smki.SmkiCertificate;

class SmkiCertificateTest {
    private static final TestPki PKI = new TestPki();
    private static final BigInteger SERIAL = new BigInteger("57212471004629716046573406635618602124");

    private final SmkiCertificate certificate =
            SmkiCertificate.of(PKI.order(TestPki.subject("Supplier", "02", TestPki.USER_ID))
                    .serial(SERIAL)
                    .issuedBy(PKI.issuing)
                    .certificate());

    static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    @Test
    void certificateIdIsTheDecimalSerialNumberAndTheIssuerInXmlSignatureForm() {
        assertThat(certificate.certificateId())
                .isEqualTo(CertificateId.of("57212471004629716046573406635618602124", "CN=Z1,OU=07"))
                .hasToString("57212471004629716046573406635618602124,CN=Z1,OU=07");
    }

    @Test
    void userIdIsTheUniqueIdentifierOfTheSubject() {
        assertThat(certificate.userId()).contains(UserId.of("70-B3-D5-1F-30-00-A0-01"));
        assertThat(SmkiCertificate.of(PKI.issuing.certificate()).userId()).isEmpty();
    }

    @Test
    void uniqueIdentifierInAnotherFormIsNotAUserId() {
        assertThat(withUniqueIdentifier(new DERBitString(new byte[7])).userId()).isEmpty();
        assertThat(withUniqueIdentifier(new DERBitString(new byte[8], 3)).userId())
                .isEmpty();
        assertThat(withUniqueIdentifier(new DERUTF8String("70-B3-D5-1F-30-00-A0-01"))
                        .userId())
                .isEmpty();
    }

    @Test
    void twoUniqueIdentifiersAreNotAUserId() {
        X500NameBuilder subject = new X500NameBuilder();
        for (byte octet = 1; octet <= 2; octet++) {
            subject.addRDN(BCStyle.UNIQUE_IDENTIFIER, new DERBitString(new byte[] {octet, 0, 0, 0, 0, 0, 0, 0}));
        }
        assertThat(of(subject.build()).userId()).isEmpty();
    }

    private static SmkiCertificate withUniqueIdentifier(org.bouncycastle.asn1.ASN1Encodable identifier) {
        return of(new X500NameBuilder()
                .addRDN(BCStyle.CN, "X")
                .addRDN(BCStyle.UNIQUE_IDENTIFIER, identifier)
                .build());
    }

    private static SmkiCertificate of(X500Name subject) {
        return SmkiCertificate.of(PKI.order(subject).issuedBy(PKI.issuing).certificate());
    }

    @Test
    void roleIsTheCodeInTheOrganisationalUnit() {
        assertThat(certificate.role()).contains(RemotePartyRole.SUPPLIER);
        assertThat(of(TestPki.name("N", "03")).role()).contains(RemotePartyRole.NETWORK_OPERATOR);
        assertThat(of(TestPki.name("N", "7f")).role()).contains(RemotePartyRole.OTHER);
        assertThat(of(TestPki.name("N", "2")).role()).isEmpty();
        assertThat(of(TestPki.name("N", "Metering")).role()).isEmpty();
        assertThat(of(new X500Name("CN=N")).role()).isEmpty();
        assertThat(SmkiCertificate.of(PKI.issuing.certificate()).role()).contains(RemotePartyRole.ISSUING_AUTHORITY);
    }

    @Test
    void everyRoleIsFoundByItsCode() {
        assertThat(RemotePartyRole.values()).allSatisfy(role -> {
            assertThat(role.code()).matches("[0-9A-F]{2}");
            assertThat(RemotePartyRole.find(role.code())).contains(role);
        });
        assertThat(RemotePartyRole.WAN_PROVIDER.code()).isEqualTo("06");
        assertThat(RemotePartyRole.WAN_PROVIDER).hasToString("WAN provider");
    }

    @Test
    void keyUsesAreThoseOfTheExtension() {
        assertThat(certificate.keyUses()).containsExactly(KeyUse.DIGITAL_SIGNATURE);
        assertThat(SmkiCertificate.of(PKI.root.certificate()).keyUses())
                .containsExactly(KeyUse.CERTIFICATE_SIGNING, KeyUse.REVOCATION_LIST_SIGNING);
        assertThat(SmkiCertificate.of(PKI.order(TestPki.name("N", "02"))
                                .use(KeyUsage.keyAgreement | KeyUsage.decipherOnly | KeyUsage.encipherOnly)
                                .issuedBy(PKI.issuing)
                                .certificate())
                        .keyUses())
                .containsExactly(KeyUse.KEY_AGREEMENT, KeyUse.ENCIPHER_ONLY, KeyUse.DECIPHER_ONLY);
        assertThat(SmkiCertificate.of(PKI.order(TestPki.name("N", "02"))
                                .noUse()
                                .issuedBy(PKI.issuing)
                                .certificate())
                        .keyUses())
                .isEmpty();
    }

    @Test
    void validityIncludesBothEnds() {
        Instant from = certificate.notBefore();
        Instant until = certificate.notAfter();
        assertThat(certificate.isValidAt(from)).isTrue();
        assertThat(certificate.isValidAt(until)).isTrue();
        assertThat(certificate.isValidAt(from.minusSeconds(1))).isFalse();
        assertThat(certificate.isValidAt(until.plusSeconds(1))).isFalse();
    }

    @Test
    void nonAsciiIssuerIsWrittenWithEscapedOctets() {
        TestPki.Holder issuer =
                PKI.order(new X500Name("CN=Caf\u00E9 \\, Co,OU=07")).authority().issuedBy(PKI.root);
        SmkiCertificate issued = SmkiCertificate.of(
                PKI.order(TestPki.name("N", "02")).issuedBy(issuer).certificate());
        assertThat(issued.issuerName()).isEqualTo("OU=07,CN=Caf\\C3\\A9 \\, Co");
        assertThat(issued.certificateId().issuerName()).isEqualTo(issued.issuerName());
    }

    @Test
    void serialNumberTooLongForTheMamIsReported() {
        SmkiCertificate other = SmkiCertificate.of(PKI.order(TestPki.name("N", "02"))
                .serial(BigInteger.TEN.pow(44))
                .issuedBy(PKI.issuing)
                .certificate());
        assertThat(other.serialNumber()).isEqualTo(BigInteger.TEN.pow(44));
        assertThatThrownBy(other::certificateId)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("44 digits");
        assertThat(other.problemsIn(CertificateSlot.ESME_SUPPLIER_CRITICAL, TestPki.NOW))
                .singleElement()
                .asString()
                .contains("44 digits");
    }

    @Test
    void pemAndDerAreTheSameCertificate(@TempDir Path folder) throws Exception {
        byte[] der = certificate.x509().getEncoded();
        Path file = folder.resolve("supplier.pem");
        Files.writeString(file, "Supplier's own\r\n" + pem(certificate.x509()).replace("\n", "\r\n"), US_ASCII);
        assertThat(SmkiCertificate.read(file)).isEqualTo(certificate).hasSameHashCodeAs(certificate);
        assertThat(SmkiCertificate.read(Files.write(folder.resolve("supplier.cer"), der)))
                .isEqualTo(certificate);
        assertThat(SmkiCertificate.find(der)).contains(certificate);
        assertThat(SmkiCertificate.find(pem(certificate.x509()).getBytes(US_ASCII)))
                .contains(certificate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "0",
                "-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"
            })
    void bytesThatAreNotACertificateAreNotFound(String text) {
        assertThat(SmkiCertificate.find(text.getBytes(US_ASCII))).isEmpty();
    }

    @Test
    void certificateWithTrailingOrMissingBytesIsNotFound() throws Exception {
        byte[] der = certificate.x509().getEncoded();
        assertThat(SmkiCertificate.find(java.util.Arrays.copyOf(der, der.length + 1)))
                .isEmpty();
        assertThat(SmkiCertificate.find(java.util.Arrays.copyOf(der, der.length - 1)))
                .isEmpty();
    }

    @Test
    void fileWithSeveralCertificatesOrNoneIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("two.pem"), pem(certificate.x509()) + pem(PKI.issuing.certificate()), US_ASCII);
        assertThatThrownBy(() -> SmkiCertificate.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2 certificates");
        Path text = Files.writeString(folder.resolve("text.pem"), "text", US_ASCII);
        assertThatThrownBy(() -> SmkiCertificate.read(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("text.pem");
        assertThatThrownBy(() -> SmkiCertificate.read(folder)).isInstanceOf(IOException.class);
    }

    @Test
    void toStringNamesTheSubjectAndTheCertificate() {
        assertThat(certificate.toString())
                .contains("CN=Supplier,OU=02")
                .contains("57212471004629716046573406635618602124,CN=Z1,OU=07");
        assertThat(List.of(KeyUse.DIGITAL_SIGNATURE)).hasToString("[digital signature]");
    }
}
