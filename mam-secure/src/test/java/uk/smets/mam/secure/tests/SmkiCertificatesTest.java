package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.smki.SmkiCertificate;
import uk.smets.mam.secure.smki.SmkiCertificates;
import uk.smets.mam.secure.smki.UnsuitableCertificateException;

class SmkiCertificatesTest {
    private static final TestPki PKI = new TestPki();
    private static final UserId SUPPLIER = TestPki.USER_ID;
    private static final UserId OPERATOR = UserId.of("70-B3-D5-1F-30-01-00-00");
    private static final UserId NOBODY = UserId.of("00-00-00-00-00-00-00-00");
    private static final int SIGNING = KeyUsage.digitalSignature;
    private static final int AGREEMENT = KeyUsage.keyAgreement;

    private final SmkiCertificate signing = certificate("02", SUPPLIER, SIGNING, 100, 100);
    private final SmkiCertificate agreement = certificate("02", SUPPLIER, AGREEMENT, 100, 100);
    private final SmkiCertificate operatorSigning = certificate("03", OPERATOR, SIGNING, 100, 100);
    private final SmkiCertificate operatorAgreement = certificate("03", OPERATOR, AGREEMENT, 100, 100);

    private static SmkiCertificate certificate(String role, UserId userId, int use, int daysBefore, int daysAfter) {
        return SmkiCertificate.of(PKI.order(TestPki.subject("Party", role, userId))
                .use(use)
                .valid(TestPki.NOW.minus(daysBefore, ChronoUnit.DAYS), TestPki.NOW.plus(daysAfter, ChronoUnit.DAYS))
                .issuedBy(PKI.issuing)
                .certificate());
    }

    private SmkiCertificates all() {
        return SmkiCertificates.of(List.of(operatorAgreement, agreement, signing, operatorSigning));
    }

    private static UnsuitableCertificateException refusal(SmkiCertificate... certificates) {
        return catchThrowableOfType(
                UnsuitableCertificateException.class,
                () -> SmkiCertificates.of(List.of(certificates))
                        .certificateId(CertificateSlot.ESME_SUPPLIER_CRITICAL, SUPPLIER, TestPki.NOW));
    }

    @Test
    void pairOfAPartyIsASigningAndAKeyAgreementCertificate() {
        assertThat(all().supplier(SUPPLIER, TestPki.NOW))
                .isEqualTo(CertificatePair.of(signing.certificateId(), agreement.certificateId()));
        assertThat(all().networkOperator(OPERATOR, TestPki.NOW))
                .isEqualTo(CertificatePair.of(operatorSigning.certificateId(), operatorAgreement.certificateId()));
    }

    @Test
    void certificateIdsOfARowAreThoseOfThePartiesNamedForItsSlots() {
        CertificateIds ids = all().certificateIds(
                        Map.of(
                                CertificateSlot.ESME_SUPPLIER_CRITICAL, SUPPLIER,
                                CertificateSlot.ESME_SUPPLIER_NON_CRITICAL, SUPPLIER,
                                CertificateSlot.ESME_NETWORK_OPERATOR_CRITICAL, OPERATOR),
                        TestPki.NOW);
        assertThat(ids.esmeSupplier()).isEqualTo(all().supplier(SUPPLIER, TestPki.NOW));
        assertThat(ids.esmeNetworkOperator().critical()).contains(operatorSigning.certificateId());
        assertThat(ids.esmeNetworkOperator().nonCritical()).isEmpty();
        assertThat(ids.gsmeSupplier()).isEqualTo(CertificatePair.NONE);
    }

    @Test
    void mostRecentlyValidOfTwoSuitableCertificatesIsChosen() {
        SmkiCertificate renewed = certificate("02", SUPPLIER, SIGNING, 5, 400);
        SmkiCertificate notYet = certificate("02", SUPPLIER, SIGNING, -5, 400);
        assertThat(SmkiCertificates.of(List.of(signing, renewed, notYet))
                        .certificateId(CertificateSlot.GSME_SUPPLIER_CRITICAL, SUPPLIER, TestPki.NOW))
                .isEqualTo(renewed.certificateId());
    }

    @Test
    void wrongRoleIsReportedWithTheRequiredOne() {
        UnsuitableCertificateException refusal = refusal(certificate("03", SUPPLIER, SIGNING, 1, 1));
        assertThat(refusal)
                .hasMessageContaining("ESME Supplier Certificate Id (Critical)")
                .hasMessageContaining("OU=03")
                .hasMessageContaining("OU=02");
        assertThat(refusal.problems()).hasSize(1);
        assertThat(refusal.slot()).isEqualTo(CertificateSlot.ESME_SUPPLIER_CRITICAL);
        assertThat(refusal.userId()).isEqualTo(SUPPLIER);
        assertThat(refusal(certificate("Metering", SUPPLIER, SIGNING, 1, 1))).hasMessageContaining("role");
    }

    @Test
    void wrongKeyUseIsReportedWithTheRequiredOne() {
        assertThat(refusal(agreement)).hasMessageContaining("key agreement").hasMessageContaining("digital signature");
        assertThatThrownBy(() -> SmkiCertificates.of(List.of(signing)).supplier(SUPPLIER, TestPki.NOW))
                .hasMessageContaining("ESME Supplier Certificate Id (Non-Critical)")
                .hasMessageContaining("key agreement");
    }

    @Test
    void expiredOrFutureCertificateIsReportedWithItsValidity() {
        assertThat(refusal(certificate("02", SUPPLIER, SIGNING, 100, -1)))
                .hasMessageContainingAll("2019-07-31T09:00:00Z", "2019-08-01T09:00:00Z");
        assertThat(refusal(certificate("02", SUPPLIER, SIGNING, -1, 100))).hasMessageContaining("2019-08-02T09:00:00Z");
    }

    @Test
    void everyProblemOfEveryCertificateIsReported() {
        assertThat(refusal(certificate("03", SUPPLIER, AGREEMENT, 100, -1), agreement)
                        .problems())
                .hasSize(4);
    }

    @Test
    void partyWithoutACertificateIsReported() {
        assertThat(refusal(operatorSigning)).hasMessageContaining(SUPPLIER.toString());
    }

    @Test
    void networkOperatorsAreListedByTheGivenDistributors() {
        NetworkOperatorCertificates list = all().networkOperators(Map.of(OPERATOR, Set.of(13, 14)), TestPki.NOW);
        assertThat(list.of(13)).contains(Set.of(operatorSigning.certificateId(), operatorAgreement.certificateId()));
        assertThat(list.of(14)).isEqualTo(list.of(13));
        assertThat(list.of(10)).isEmpty();
    }

    @Test
    void expiredNetworkOperatorCertificateIsNotListed() {
        SmkiCertificate expired = certificate("03", OPERATOR, SIGNING, 100, -1);
        assertThat(SmkiCertificates.of(List.of(expired, operatorAgreement))
                        .networkOperators(Map.of(OPERATOR, Set.of(13)), TestPki.NOW)
                        .of(13))
                .contains(Set.of(operatorAgreement.certificateId()));
    }

    @Test
    void networkOperatorWithoutACertificateIsAnError() {
        assertThatThrownBy(() -> all().networkOperators(Map.of(NOBODY, Set.of(13)), TestPki.NOW))
                .isInstanceOf(UnsuitableCertificateException.class)
                .hasMessageContaining(NOBODY.toString());
    }

    @Test
    void folderMayContainCertificatesInPemAndDerAndRevocationLists(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("b.pem"),
                SmkiCertificateTest.pem(signing.x509()) + SmkiCertificateTest.pem(agreement.x509()),
                US_ASCII);
        Files.write(folder.resolve("a.cer"), operatorSigning.x509().getEncoded());
        Files.write(
                folder.resolve("c.crl"),
                TestPki.revocationList(PKI.issuing, TestPki.NOW, TestPki.NOW).getEncoded());
        Files.writeString(folder.resolve(".hidden"), "text", US_ASCII);
        Files.createDirectory(folder.resolve("older"));
        assertThat(SmkiCertificates.ofFolder(folder).all()).containsExactly(operatorSigning, signing, agreement);
    }

    @Test
    void folderWithAFileThatIsNotACertificateIsRefusedWithItsName(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("a.cer"), signing.x509().getEncoded());
        Files.writeString(folder.resolve("README.txt"), "text", US_ASCII);
        assertThatThrownBy(() -> SmkiCertificates.ofFolder(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("README.txt");
    }

    @Test
    void emptyFolderIsRefused(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> SmkiCertificates.ofFolder(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no certificate");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private static Path put(Path file, SmkiCertificate... certificates) throws Exception {
        Files.createDirectories(file.getParent());
        StringBuilder pem = new StringBuilder();
        for (SmkiCertificate certificate : certificates) {
            pem.append(SmkiCertificateTest.pem(certificate.x509()));
        }
        return Files.writeString(file, pem, US_ASCII);
    }

    @Test
    void networkOperatorsAreListedByFileAndFolderNames(@TempDir Path folder) throws Exception {
        put(folder.resolve("13.pem"), operatorSigning, operatorAgreement);
        put(folder.resolve("14_critical.pem"), operatorSigning);
        put(folder.resolve("14 non-critical.pem"), operatorAgreement);
        put(folder.resolve("20/any name"), operatorSigning);
        Files.writeString(folder.resolve(".DS_Store"), "text", US_ASCII);
        NetworkOperatorCertificates list = SmkiCertificates.networkOperatorsOfFolder(folder, TestPki.NOW);
        assertThat(list.of(13)).contains(Set.of(operatorSigning.certificateId(), operatorAgreement.certificateId()));
        assertThat(list.of(14)).isEqualTo(list.of(13));
        assertThat(list.of(20)).contains(Set.of(operatorSigning.certificateId()));
        assertThat(list.of(10)).isEmpty();
    }

    @Test
    void expiredCertificateInAFolderOfNetworkOperatorsIsNotListed(@TempDir Path folder) throws Exception {
        put(folder.resolve("13.pem"), certificate("03", OPERATOR, SIGNING, 100, -1), operatorAgreement);
        assertThat(SmkiCertificates.networkOperatorsOfFolder(folder, TestPki.NOW)
                        .of(13))
                .contains(Set.of(operatorAgreement.certificateId()));
    }

    private static void assertNoNetworkOperators(Path folder, String message) {
        assertThatThrownBy(() -> SmkiCertificates.networkOperatorsOfFolder(folder, TestPki.NOW))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @Test
    void folderWithoutUsableNetworkOperatorsIsRefusedWithTheReason(@TempDir Path folder) throws Exception {
        assertNoNetworkOperators(folder, folder + ": ");
        Path expired = put(folder.resolve("a/13.pem"), certificate("03", OPERATOR, SIGNING, 100, -1));
        assertNoNetworkOperators(expired.getParent(), "distributor 13");
        Path supplier = put(folder.resolve("b/13.pem"), signing);
        assertNoNetworkOperators(supplier.getParent(), supplier + ": ");
        assertNoNetworkOperators(supplier.getParent(), "supplier");
        Path unnamed = put(folder.resolve("c/operator.pem"), operatorSigning);
        assertNoNetworkOperators(unnamed.getParent(), unnamed + ": ");
        Path three = put(folder.resolve("d/130.pem"), operatorSigning);
        assertNoNetworkOperators(three.getParent(), three + ": ");
        Files.createDirectories(folder.resolve("e/13"));
        assertNoNetworkOperators(folder.resolve("e"), folder.resolve("e/13") + ": ");
        Path text = Files.writeString(Files.createDirectory(folder.resolve("f")).resolve("13.txt"), "text", US_ASCII);
        assertNoNetworkOperators(text.getParent(), text + ": ");
    }
}
