package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.smki.SmkiCertificate;
import uk.smets.mam.secure.smki.SmkiCertificates;

/**
 * The sample certificates for devices in {@code docs/samples/certificates}, and the sample key that signs files. {@code
 * -Dmam.docs.update=true} recreates the certificates, and the key file if it does not exist: its salts differ each time. As for {@link
 * SealedSampleTest}, the keys come from a generator with a fixed seed.
 */
class CertificateSamplesTest {
    private static final Path SAMPLES = Path.of("..", "docs", "samples");
    private static final Path CERTIFICATES = SAMPLES.resolve("certificates");
    private static final Path KEY = SAMPLES.resolve("test-supplier.p12");
    private static final String PASSWORD = "test";

    private static final Instant FROM = Instant.parse("2019-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2099-01-01T00:00:00Z");
    private static final Instant SEALED = Instant.parse("2019-07-31T09:00:00Z");
    private static final UserId OPERATOR_10 = UserId.of("70-B3-D5-1F-30-10-00-00");
    private static final UserId OPERATOR_12 = UserId.of("70-B3-D5-1F-30-12-00-00");

    @BeforeAll
    static void recreate() throws Exception {
        if (!Boolean.getBoolean("mam.docs.update")) {
            return;
        }
        Files.createDirectories(CERTIFICATES);
        TestPki pki = new TestPki(new SeededRandom(20190801));
        pair(
                pki,
                "supplier",
                "02",
                Sample.USER_ID,
                "169959592698089746188960397669620988535",
                "158896479800419554419985877577890102377");
        pair(
                pki,
                "network-operator-10",
                "03",
                OPERATOR_10,
                "33423012330741941377901499051972868832",
                "120759149508699541609607093568736761950");
        pair(
                pki,
                "network-operator-12",
                "03",
                OPERATOR_12,
                "64056066133033951513790580955698028050",
                "80381663248568672959174202719710699663");
        if (!Files.exists(KEY)) {
            writeKey();
        }
    }

    private static void pair(TestPki pki, String party, String role, UserId userId, String critical, String nonCritical)
            throws Exception {
        certificate(pki, party + "-critical", role, userId, KeyUsage.digitalSignature, critical);
        certificate(pki, party + "-non-critical", role, userId, KeyUsage.keyAgreement, nonCritical);
    }

    private static void certificate(TestPki pki, String name, String role, UserId userId, int use, String serial)
            throws Exception {
        TestPki.Holder holder = pki.order(TestPki.subject("TEST " + name, role, userId))
                .use(use)
                .serial(new BigInteger(serial))
                .valid(FROM, UNTIL)
                .issuedBy(pki.issuing);
        Files.writeString(CERTIFICATES.resolve(name + ".pem"), SmkiCertificateTest.pem(holder.certificate()), US_ASCII);
    }

    /** The key of the sealed sample. */
    private static void writeKey() throws Exception {
        SealedSampleTest.Keys keys = SealedSampleTest.Keys.create();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("test", keys.supplier().key(), PASSWORD.toCharArray(), new Certificate[] {
            keys.supplier().certificate(), keys.authority().certificate()
        });
        try (OutputStream out = Files.newOutputStream(KEY)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    @Test
    void sampleKeyIsThatOfTheSupplierWhoSignedTheSealedSample() throws IOException {
        assertThat(SigningKey.pkcs12(KEY, PASSWORD.toCharArray()).certificate())
                .isEqualTo(SealedSampleTest.read()
                        .verification()
                        .signer()
                        .orElseThrow()
                        .certificate());
        assertThat(SigningKey.pkcs12(KEY, PASSWORD.toCharArray()).chain().get(1))
                .isEqualTo(SmkiCertificate.read(SAMPLES.resolve("test-authority.pem"))
                        .x509());
    }

    @Test
    void sampleCertificatesAreThoseInTheSampleMigrationAuthorisation() throws IOException {
        SmkiCertificates certificates = SmkiCertificates.ofFolder(CERTIFICATES);
        Map<Integer, UserId> operators = Map.of(10, OPERATOR_10, 12, OPERATOR_12);
        long found = 0;
        for (var row :
                MigrationAuthorisation.parse(SAMPLES.resolve(Sample.NAME)).rows()) {
            CertificateIds ids = row.certificateIds();
            assertThat(ids.esmeSupplier().isEmpty() ? ids.gsmeSupplier() : ids.esmeSupplier())
                    .isEqualTo(certificates.supplier(Sample.USER_ID, SEALED));
            UserId operator =
                    row.mpan().map(mpan -> operators.get(mpan.distributorId())).orElse(null);
            if (operator != null && !ids.esmeNetworkOperator().isEmpty()) {
                assertThat(ids.esmeNetworkOperator()).isEqualTo(certificates.networkOperator(operator, SEALED));
                found++;
            }
        }
        assertThat(found).isEqualTo(7);
    }
}
