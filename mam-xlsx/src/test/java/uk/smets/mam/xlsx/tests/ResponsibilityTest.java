package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Responsibilities;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.Responsibility.Meters;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenResponse;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleComparison;

/** Two Responsible Suppliers of one row, each of which answers for its own meter (clause 6). */
class ResponsibilityTest {
    private static final CertificateIds ESME = CertificateIds.ofElectricitySupplier(Schedules.OURS);
    private static final CertificateIds GAS = CertificateIds.ofGasSupplier(Schedules.OURS);
    private static final CertificateIds ALL = CertificateIds.ofSupplier(Schedules.OURS);
    private static final CertificateIds NETWORK_OPERATOR =
            CertificateIds.NONE.withEsmeNetworkOperator(Schedules.THEIRS);
    private static final Mpan SECOND_DUAL_FUEL = Mpan.of("1234567890126");

    @TempDir
    Path folder;

    private Path schedule;
    private Path response;

    @BeforeEach
    void writeSchedule() throws IOException {
        schedule = folder.resolve("schedule.xlsx");
        response = folder.resolve("response.xlsx");
        Schedules.schedule(4).write(schedule);
    }

    private static ValidationOptions stated(Responsibilities responsibilities) {
        return ValidationOptions.defaults().responsibilities(responsibilities);
    }

    private static ValidationOptions allFor(Meters meters) {
        return stated(Responsibilities.ofAll(Responsibility.of(meters)));
    }

    private List<CertificateIds> answered() throws IOException {
        return MigrationSchedule.parse(response).rows().stream()
                .map(MigrationScheduleRow::certificateIds)
                .toList();
    }

    private static List<String> found(ValidationReport report) {
        return report.findings().stream()
                .map(finding ->
                        ((Location.Cell) finding.at()).reference() + " " + finding.severity() + " " + finding.rule())
                .toList();
    }

    private MigrationScheduleResponse dualFuel(CertificateIds ids) {
        return MigrationScheduleResponse.to(schedule).answer(Schedules.DUAL_FUEL, ScheduleAnswer.certificates(ids));
    }

    @Test
    void eachOfTwoSuppliersMayAnswerForItsOwnSideOnly() throws IOException {
        for (CertificateIds ids : List.of(ESME, GAS, NETWORK_OPERATOR)) {
            WrittenResponse written = dualFuel(ids).write(response);
            assertThat(written.report().findings()).isEmpty();
            assertThat(answered().get(0)).isEqualTo(ids);
        }
    }

    @Test
    void sideWithAnyCertificateNeedsAllMandatoryOnes() throws IOException {
        CertificateIds half = CertificateIds.of(
                slot -> ALL.get(slot).filter(id -> slot != CertificateSlot.GSME_SUPPLIER_NON_CRITICAL));
        assertThat(found(dualFuel(half).check(allFor(Meters.BOTH)))).containsExactly("AJ7 ERROR CERTIFICATE_MISSING");
        CertificateIds one =
                CertificateIds.of(slot -> GAS.get(slot).filter(id -> slot == CertificateSlot.GPF_SUPPLIER_CRITICAL));
        for (ValidationOptions options : List.of(ValidationOptions.defaults(), allFor(Meters.GAS))) {
            ValidationReport report = dualFuel(one).check(options);
            assertThat(found(report))
                    .containsExactly(
                            "AB7 ERROR CERTIFICATE_MISSING",
                            "AH7 ERROR CERTIFICATE_MISSING",
                            "AJ7 ERROR CERTIFICATE_MISSING");
            assertThat(report.findings().get(0).message())
                    .isEqualTo(MessageListing.pinned(Rule.CERTIFICATE_MISSING, "incomplete side"));
        }
    }

    @Test
    void incompleteSideOfAnotherSupplierIsReported() throws IOException {
        CertificateIds one = CertificateIds.of(
                slot -> ALL.get(slot).filter(id -> slot.device().isElectricity() || slot.isCritical()));
        assertThat(found(dualFuel(one).check(allFor(Meters.ELECTRICITY))))
                .containsExactly(
                        "Z7 ERROR RESPONSE_SIDE_NOT_OURS",
                        "AB7 ERROR CERTIFICATE_MISSING",
                        "AJ7 ERROR CERTIFICATE_MISSING");
    }

    @ParameterizedTest
    @EnumSource(Meters.class)
    void networkOperatorCertificatesAreAcceptedWhoeverIsResponsible(Meters meters) throws IOException {
        assertThat(found(dualFuel(NETWORK_OPERATOR).check(allFor(meters)))).isEmpty();
    }

    @Test
    void halfOfANetworkOperatorPairIsAWarning() throws IOException {
        CertificateIds half =
                CertificateIds.of(slot -> NETWORK_OPERATOR.get(slot).filter(id -> slot.isCritical()));
        assertThat(found(dualFuel(half).check())).containsExactly("X7 WARNING NETWORK_OPERATOR_PAIR_INCOMPLETE");
    }

    @Test
    void supplierCertificatesAreFilledOnOurSidesOnly() throws IOException {
        MigrationScheduleResponse all =
                MigrationScheduleResponse.to(schedule).answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS));
        all.write(response, allFor(Meters.ELECTRICITY));
        assertThat(answered()).containsExactly(ESME, ESME, ESME, ESME);
        WrittenResponse written = all.write(response, allFor(Meters.GAS));
        assertThat(answered()).containsExactly(GAS, CertificateIds.NONE, GAS, CertificateIds.NONE);
        assertThat(written.answeredRows()).isEqualTo(2);
        assertThat(written.changedFields()).isEqualTo(16);
        all.write(response, allFor(Meters.BOTH));
        assertThat(answered()).containsExactly(ALL, ESME, ALL, ESME);
    }

    @Test
    void supplierCertificatesAreNotFilledOnAnAffiliatesMeter() throws IOException {
        Responsibility affiliated = Responsibility.of(Meters.ELECTRICITY).withAffiliate();
        MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS).withResponsibility(affiliated))
                .write(response);
        assertThat(answered()).containsExactly(ESME, ESME, ESME, ESME);
        MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.certificates(ALL).withResponsibility(affiliated))
                .write(response);
        assertThat(answered()).containsExactly(ALL, ESME, ALL, ESME);
    }

    @Test
    void networkOperatorPairOfAnotherSuppliersEsmeIsNotFilled() throws IOException {
        MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS)
                        .withNetworkOperatorCertificates(Schedules.THEIRS))
                .write(response, allFor(Meters.GAS));
        assertThat(answered()).containsExactly(GAS, CertificateIds.NONE, GAS, CertificateIds.NONE);
    }

    @Test
    void responsibilityOfTheAnswerPrecedesThatOfTheMeterPointAndOfAllRows() throws IOException {
        ValidationOptions options = stated(Responsibilities.ofAll(Responsibility.of(Meters.GAS))
                .withMpans(Map.of(SECOND_DUAL_FUEL, Responsibility.of(Meters.ELECTRICITY))));
        MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS))
                .answer(
                        Schedules.DUAL_FUEL,
                        ScheduleAnswer.priority().withResponsibility(Responsibility.of(Meters.BOTH)))
                .write(response, options);
        assertThat(answered()).containsExactly(ALL, CertificateIds.NONE, ESME, CertificateIds.NONE);
    }

    @Test
    void responsibilityByMprnAppliesWhereTheMpanHasNone() throws IOException {
        ValidationOptions options = stated(
                Responsibilities.UNSTATED.withMprns(Map.of(Schedules.DUAL_FUEL_GAS, Responsibility.of(Meters.GAS))));
        MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS))
                .write(response, options);
        assertThat(answered()).containsExactly(GAS, ESME, ALL, ESME);
    }

    @Test
    void rowsWithTheSameCertificatesAreCheckedByTheirOwnResponsibility() throws IOException {
        ValidationOptions options = stated(Responsibilities.ofAll(Responsibility.of(Meters.BOTH))
                .withMpans(Map.of(SECOND_DUAL_FUEL, Responsibility.of(Meters.ELECTRICITY))));
        ScheduleAnswer all = ScheduleAnswer.certificates(ALL);
        assertThat(found(MigrationScheduleResponse.to(schedule).answerAll(all).check(options)))
                .containsExactly("Z9 ERROR RESPONSE_SIDE_NOT_OURS");
        ScheduleAnswer esme = ScheduleAnswer.certificates(ESME);
        assertThat(found(MigrationScheduleResponse.to(schedule).answerAll(esme).check(options)))
                .containsExactly(
                        "Z7 ERROR CERTIFICATE_MISSING",
                        "AB7 ERROR CERTIFICATE_MISSING",
                        "AH7 ERROR CERTIFICATE_MISSING",
                        "AJ7 ERROR CERTIFICATE_MISSING");
    }

    @Test
    void refusalNamesTheResponsibleSupplier() {
        MigrationScheduleResponse refused = dualFuel(ALL);
        InvalidDocumentException refusal =
                catchThrowableOfType(InvalidDocumentException.class, () -> refused.write(response, allFor(Meters.GAS)));
        assertThat(refusal.report().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.at())
                    .hasToString("schedule.xlsx: Migration Schedule!R7 (ESME Supplier Certificate Id (Critical)"
                            + " \u2013 Serial Number)");
            assertThat(finding.message())
                    .isEqualTo(MessageListing.pinned(
                            Rule.RESPONSE_SIDE_NOT_OURS, "certificates of the electricity supplier's meter"));
        });
        assertThat(found(refusal.report())).containsExactly("R7 ERROR RESPONSE_SIDE_NOT_OURS");
        assertThat(response).doesNotExist();
    }

    @Test
    void informationIsPassedToTheListenerBeforeTheResponseIsWritten() throws IOException {
        MigrationScheduleResponse all =
                MigrationScheduleResponse.to(schedule).answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS));
        List<Finding> heard = new ArrayList<>();
        List<Finding> kept = all.write(response, ValidationOptions.defaults(), heard::add)
                .report()
                .findings();
        assertThat(heard).isEqualTo(kept).extracting(Finding::rule).containsExactly(Rule.RESPONSIBILITY_UNSTATED);
        assertThatThrownBy(() -> all.write(new ByteArrayOutputStream(), ValidationOptions.defaults(), finding -> {
                    throw new IllegalStateException("not wanted");
                }))
                .hasMessage("not wanted");
    }

    @Test
    void unstatedResponsibilityIsReportedOncePerFile() throws IOException {
        MigrationScheduleResponse all =
                MigrationScheduleResponse.to(schedule).answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS));
        assertThat(found(all.check())).containsExactly("A7 INFO RESPONSIBILITY_UNSTATED");
        assertThat(all.write(response).report().counts()).isEqualTo(Map.of(Rule.RESPONSIBILITY_UNSTATED, 1L));
        assertThat(found(MigrationSchedule.validate(response))).containsExactly("A7 INFO RESPONSIBILITY_UNSTATED");
        assertThat(found(ScheduleComparison.compare(schedule, response).report()))
                .containsExactly("A7 INFO RESPONSIBILITY_UNSTATED");
        assertThat(found(MigrationSchedule.parse(response).check())).containsExactly("A7 INFO RESPONSIBILITY_UNSTATED");
    }

    @Test
    void statedResponsibilityOfARowIsEnough() throws IOException {
        ValidationOptions options = stated(
                Responsibilities.UNSTATED.withMpans(Map.of(Schedules.DUAL_FUEL, Responsibility.of(Meters.BOTH))));
        assertThat(found(MigrationScheduleResponse.to(schedule)
                        .answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS))
                        .check(options)))
                .containsExactly("A9 INFO RESPONSIBILITY_UNSTATED");
        assertThat(found(MigrationScheduleResponse.to(schedule)
                        .answerAll(ScheduleAnswer.certificates(ESME))
                        .check()))
                .isEmpty();
    }

    @Test
    void answersThatDifferInResponsibilityOnlyAreNotEqual() {
        ScheduleAnswer answer = ScheduleAnswer.supplierCertificates(Schedules.OURS);
        ScheduleAnswer gas = answer.withResponsibility(Responsibility.of(Meters.GAS));
        assertThat(gas).isNotEqualTo(answer).isEqualTo(answer.withResponsibility(Responsibility.of(Meters.GAS)));
        assertThat(answer.responsibility()).isEmpty();
        assertThat(gas.withPriority().withoutCertificates().responsibility())
                .isEqualTo(Optional.of(Responsibility.of(Meters.GAS)));
    }
}
