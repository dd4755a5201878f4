package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static uk.smets.mam.model.tests.Certificates.NETWORK_OPERATOR;
import static uk.smets.mam.model.tests.Certificates.OTHER;
import static uk.smets.mam.model.tests.Certificates.SUPPLIER;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.Responsibility.Meters;
import uk.smets.mam.model.ScheduleAnswer;

class ScheduleAnswerTest {
    private static final Responsibility ELECTRICITY = Responsibility.of(Meters.ELECTRICITY);
    private static final Responsibility GAS = Responsibility.of(Meters.GAS);

    @Test
    void priorityChangesNoCertificate() {
        ScheduleAnswer answer = ScheduleAnswer.priority();
        assertThat(answer.givenPriority()).contains(true);
        assertThat(answer.givenCertificates()).isEqualTo(CertificateIds.NONE);
        assertThat(answer.responsibility()).isEmpty();
        assertThat(changed(answer, true, true)).isEmpty();
    }

    @Test
    void certificatesAreGivenWhetherOrNotTheRowHasTheMeterPoint() {
        CertificateIds ids = CertificateIds.ofElectricitySupplier(SUPPLIER).withGpfNetworkOperator(NETWORK_OPERATOR);
        ScheduleAnswer answer = ScheduleAnswer.certificates(ids);
        assertThat(answer.givenPriority()).isEmpty();
        assertThat(answer.givenCertificates()).isEqualTo(ids);
        assertThat(changed(answer, false, false))
                .containsExactly(
                        CertificateSlot.ESME_SUPPLIER_CRITICAL,
                        CertificateSlot.ESME_SUPPLIER_NON_CRITICAL,
                        CertificateSlot.GPF_NETWORK_OPERATOR_CRITICAL,
                        CertificateSlot.GPF_NETWORK_OPERATOR_NON_CRITICAL);
    }

    @Test
    void supplierCertificatesAreGivenToTheDevicesOfTheMeterPointsInTheRow() {
        ScheduleAnswer answer = ScheduleAnswer.supplierCertificates(SUPPLIER);
        assertThat(answer.givenCertificates()).isEqualTo(CertificateIds.ofSupplier(SUPPLIER));
        assertThat(changed(answer, true, false))
                .containsExactly(CertificateSlot.ESME_SUPPLIER_CRITICAL, CertificateSlot.ESME_SUPPLIER_NON_CRITICAL);
        assertThat(changed(answer, false, true))
                .containsExactly(
                        CertificateSlot.GPF_SUPPLIER_CRITICAL,
                        CertificateSlot.GPF_SUPPLIER_NON_CRITICAL,
                        CertificateSlot.GSME_SUPPLIER_CRITICAL,
                        CertificateSlot.GSME_SUPPLIER_NON_CRITICAL);
        assertThat(changed(answer, false, false)).isEmpty();
    }

    @Test
    void networkOperatorCertificatesAreGivenToTheElectricityMeterOfARowWithAnMpan() {
        ScheduleAnswer answer = ScheduleAnswer.priority().withNetworkOperatorCertificates(NETWORK_OPERATOR);
        assertThat(answer.givenCertificates()).isEqualTo(CertificateIds.NONE.withEsmeNetworkOperator(NETWORK_OPERATOR));
        assertThat(changed(answer, true, true))
                .containsExactly(
                        CertificateSlot.ESME_NETWORK_OPERATOR_CRITICAL,
                        CertificateSlot.ESME_NETWORK_OPERATOR_NON_CRITICAL);
        assertThat(changed(answer, false, true)).isEmpty();
    }

    @Test
    void nothingClearsThePriorityAndAllTenCertificatesOfEveryRow() {
        ScheduleAnswer answer = ScheduleAnswer.nothing();
        assertThat(answer.givenPriority()).contains(false);
        assertThat(answer.givenCertificates()).isEqualTo(CertificateIds.NONE);
        assertThat(changed(answer, false, false)).containsExactly(CertificateSlot.values());
    }

    @ParameterizedTest
    @EnumSource
    void certificateThatIsTakenOutIsClearedInEveryRow(CertificateSlot slot) {
        ScheduleAnswer answer = ScheduleAnswer.priority().withoutCertificate(slot);
        assertThat(changed(answer, false, false)).containsExactly(slot);
        assertThat(answer.givenCertificates().get(slot)).isEmpty();
    }

    @Test
    void laterCertificatesReplaceEarlierOnesOfTheSameSlots() {
        ScheduleAnswer answer = ScheduleAnswer.supplierCertificates(SUPPLIER)
                .withCertificates(CertificateIds.ofElectricitySupplier(OTHER));
        assertThat(answer.givenCertificates().esmeSupplier()).isEqualTo(OTHER);
        assertThat(answer.givenCertificates().gpfSupplier()).isEqualTo(SUPPLIER);
        assertThat(answer.withoutCertificates()
                        .withSupplierCertificates(SUPPLIER)
                        .givenCertificates())
                .isEqualTo(CertificateIds.ofSupplier(SUPPLIER));
    }

    @Test
    void overridingAnswerTakesFromTheOtherWhatItDoesNotState() {
        ScheduleAnswer general =
                ScheduleAnswer.supplierCertificates(SUPPLIER).withPriority().withResponsibility(GAS);
        ScheduleAnswer ofRow = ScheduleAnswer.certificates(CertificateIds.ofElectricitySupplier(OTHER));
        ScheduleAnswer both = ofRow.overriding(general);
        assertThat(both.givenPriority()).contains(true);
        assertThat(both.responsibility()).contains(GAS);
        assertThat(both.givenCertificates().esmeSupplier()).isEqualTo(OTHER);
        assertThat(both.givenCertificates().gsmeSupplier()).isEqualTo(SUPPLIER);
    }

    @Test
    void overridingAnswerKeepsWhatItStates() {
        ScheduleAnswer general = ScheduleAnswer.priority().withResponsibility(GAS);
        ScheduleAnswer both =
                ScheduleAnswer.nothing().withResponsibility(ELECTRICITY).overriding(general);
        assertThat(both.givenPriority()).contains(false);
        assertThat(both.responsibility()).contains(ELECTRICITY);
    }

    @Test
    void answerLimitedToMeterPointsGivesNoCertificateToARowWithoutThem() {
        ScheduleAnswer answer =
                ScheduleAnswer.certificates(CertificateIds.ofSupplier(SUPPLIER)).limitedToMeterPoints();
        assertThat(changed(answer, false, false)).isEmpty();
        assertThat(changed(answer, true, false))
                .containsExactly(CertificateSlot.ESME_SUPPLIER_CRITICAL, CertificateSlot.ESME_SUPPLIER_NON_CRITICAL);
        assertThat(answer.givenCertificates()).isEqualTo(CertificateIds.ofSupplier(SUPPLIER));
    }

    @Test
    void answerLimitedToMeterPointsStillClearsCertificatesOfEveryRow() {
        ScheduleAnswer answer = ScheduleAnswer.nothing();
        assertThat(answer.limitedToMeterPoints()).isEqualTo(answer);
    }

    @Test
    void supplierCertificatesAreLimitedToTheMetersOfTheSupplier() {
        ScheduleAnswer answer =
                ScheduleAnswer.supplierCertificates(SUPPLIER).withNetworkOperatorCertificates(NETWORK_OPERATOR);
        assertThat(answer.limitedTo(ELECTRICITY).givenCertificates())
                .isEqualTo(CertificateIds.ofElectricitySupplier(SUPPLIER).withEsmeNetworkOperator(NETWORK_OPERATOR));
        assertThat(answer.limitedTo(GAS).givenCertificates()).isEqualTo(CertificateIds.ofGasSupplier(SUPPLIER));
        assertThat(answer.limitedTo(Responsibility.of(Meters.BOTH))).isSameAs(answer);
    }

    @Test
    void certificatesThatAreGivenUnconditionallyAreNotLimitedToTheMetersOfTheSupplier() {
        ScheduleAnswer answer = ScheduleAnswer.certificates(CertificateIds.ofSupplier(SUPPLIER));
        assertThat(answer.limitedTo(GAS)).isSameAs(answer);
        assertThat(answer.limitedToMeterPoints().limitedTo(GAS).givenCertificates())
                .isEqualTo(CertificateIds.ofSupplier(SUPPLIER));
    }

    @Test
    void answersWithTheSameChangesAreEqual() {
        ScheduleAnswer answer =
                ScheduleAnswer.supplierCertificates(SUPPLIER).withPriority().withResponsibility(GAS);
        ScheduleAnswer same = ScheduleAnswer.priority()
                .withResponsibility(Responsibility.of(Meters.GAS))
                .withSupplierCertificates(SUPPLIER);
        assertThat(answer).isEqualTo(same).hasSameHashCodeAs(same).hasToString(same.toString());
        assertThat(List.of(answer)).containsExactly(answer);
        assertThat(answer)
                .isNotEqualTo(answer.withoutPriority())
                .isNotEqualTo(answer.withResponsibility(ELECTRICITY))
                .isNotEqualTo(answer.withSupplierCertificates(OTHER))
                .isNotEqualTo(answer.withCertificates(CertificateIds.ofSupplier(SUPPLIER)))
                .isNotEqualTo("answer")
                .isNotEqualTo(null);
    }

    @Test
    void descriptionNamesThePriorityAndTheChangedCertificates() {
        assertThat(ScheduleAnswer.priority())
                .hasToString("ScheduleAnswer[priority=true, certificates={}, responsibility=null]");
        assertThat(ScheduleAnswer.certificates(CertificateIds.ofElectricitySupplier(SUPPLIER))
                        .toString())
                .contains("priority=null", "ESME_SUPPLIER_CRITICAL", "100,CN=Z1,OU=07")
                .doesNotContain("GPF");
    }

    @Test
    void nullArgumentsAreReportedByTheirName() {
        ScheduleAnswer answer = ScheduleAnswer.priority();
        assertThatNullPointerException()
                .isThrownBy(() -> ScheduleAnswer.certificates(null))
                .withMessage("ids");
        assertThatNullPointerException()
                .isThrownBy(() -> ScheduleAnswer.supplierCertificates(null))
                .withMessage("supplier");
        assertThatNullPointerException()
                .isThrownBy(() -> answer.withNetworkOperatorCertificates(null))
                .withMessage("networkOperator");
        assertThatNullPointerException()
                .isThrownBy(() -> answer.withoutCertificate(null))
                .withMessage("slot");
        assertThatNullPointerException()
                .isThrownBy(() -> answer.withResponsibility(null))
                .withMessage("value");
    }

    private static List<CertificateSlot> changed(ScheduleAnswer answer, boolean mpanGiven, boolean mprnGiven) {
        return Arrays.stream(CertificateSlot.values())
                .filter(slot -> answer.changes(slot, mpanGiven, mprnGiven))
                .toList();
    }
}
