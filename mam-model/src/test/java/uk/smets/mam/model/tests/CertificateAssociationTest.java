package uk.smets.mam.model.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smets.mam.model.CertificateAssociation;
import uk.smets.mam.model.CertificateAssociation.Means;
import uk.smets.mam.model.MeterToCommission;
import uk.smets.mam.model.MeterToCommission.Fuel;
import uk.smets.mam.model.MeterToCommission.GivenBy;
import uk.smets.mam.model.MeterToCommission.Status;
import uk.smets.mam.model.MeterToCommission.Suppliers;

/** The decision table of clause 6: who puts certificates on the devices. */
class CertificateAssociationTest {
    private static MeterToCommission meter(
            Fuel fuel, Status status, Status other, Suppliers suppliers, String group, int duis, GivenBy supplier) {
        return new MeterToCommission(
                fuel,
                status,
                Optional.ofNullable(other),
                suppliers,
                Optional.ofNullable(group),
                duis,
                supplier,
                GivenBy.NOBODY,
                false);
    }

    @ParameterizedTest
    @CsvSource({
        // one supplier: DCC links them at commissioning
        "ELECTRICITY, ACTIVE, , ONE, , 1, RESPONSIBLE_SUPPLIER, DCC_AT_COMMISSIONING",
        "ELECTRICITY, DORMANT, , ONE, , 2, RESPONSIBLE_SUPPLIER, DCC_AT_COMMISSIONING",
        "ELECTRICITY, ACTIVE, ACTIVE, ONE, EA, 2, RESPONSIBLE_SUPPLIER, DCC_AT_COMMISSIONING",
        "GAS, DORMANT, DORMANT, ONE, EC, 3, RESPONSIBLE_SUPPLIER, DCC_AT_COMMISSIONING",
        "ELECTRICITY, DORMANT, , ONE, , 3, NOBODY, SUPPLIER_BY_SRV_6_21",
        // two suppliers, all Active or all Dormant: DCC by SRV 6.21, if DUIS 3 is used and certificates were given
        "ELECTRICITY, ACTIVE, ACTIVE, TWO, , 3, RESPONSIBLE_SUPPLIER, DCC_BY_SRV_6_21",
        "ELECTRICITY, DORMANT, DORMANT, TWO, , 4, RESPONSIBLE_SUPPLIER, DCC_BY_SRV_6_21",
        "GAS, DORMANT, DORMANT, TWO_AFFILIATED, EA, 3, RESPONSIBLE_SUPPLIER, DCC_BY_SRV_6_21",
        "ELECTRICITY, ACTIVE, ACTIVE, TWO, , 2, RESPONSIBLE_SUPPLIER, SUPPLIER_BY_SRV_6_21",
        "GAS, ACTIVE, ACTIVE, TWO, , 3, NOBODY, SUPPLIER_BY_SRV_6_21",
        // mixed: DCC cannot for the Dormant meter, with any DUIS; for the Active one it can if one supplier has
        // both
        "ELECTRICITY, DORMANT, ACTIVE, ONE, , 3, RESPONSIBLE_SUPPLIER, SUPPLIER_BY_SRV_6_21",
        "ELECTRICITY, ACTIVE, DORMANT, ONE, , 3, RESPONSIBLE_SUPPLIER, DCC_AT_COMMISSIONING",
        "GAS, DORMANT, ACTIVE, TWO, , 3, RESPONSIBLE_SUPPLIER, SUPPLIER_BY_SRV_6_21",
        "ELECTRICITY, ACTIVE, DORMANT, TWO, , 3, RESPONSIBLE_SUPPLIER, SUPPLIER_BY_SRV_6_21",
        "ELECTRICITY, ACTIVE, DORMANT, TWO_AFFILIATED, , 3, RESPONSIBLE_SUPPLIER, SUPPLIER_BY_SRV_6_21",
        // certificates of the gas meter that the affiliated electricity supplier has given
        "GAS, DORMANT, DORMANT, TWO_AFFILIATED, , 3, OTHER_SUPPLIER, DCC_BY_SRV_6_21",
        "GAS, DORMANT, DORMANT, TWO_AFFILIATED, ED, 3, OTHER_SUPPLIER, DCC_BY_SRV_6_21",
        "GAS, DORMANT, DORMANT, TWO_AFFILIATED, EA, 3, OTHER_SUPPLIER, SUPPLIER_BY_SRV_6_21",
        "GAS, DORMANT, DORMANT, TWO_AFFILIATED, EB, 3, OTHER_SUPPLIER, SUPPLIER_BY_SRV_6_21",
        "GAS, DORMANT, DORMANT, TWO_AFFILIATED, EC, 3, OTHER_SUPPLIER, SUPPLIER_BY_SRV_6_21",
        "GAS, DORMANT, DORMANT, TWO, , 3, OTHER_SUPPLIER, SUPPLIER_BY_SRV_6_21",
        "ELECTRICITY, DORMANT, DORMANT, TWO_AFFILIATED, , 3, OTHER_SUPPLIER, SUPPLIER_BY_SRV_6_21"
    })
    void supplierCertificatesAreAssociatedAccordingToClause6(
            Fuel fuel,
            Status status,
            Status other,
            Suppliers suppliers,
            String group,
            int duis,
            GivenBy given,
            Means expected) {
        CertificateAssociation.Outcome outcome = CertificateAssociation.decide(
                        meter(fuel, status, other, suppliers, group, duis, given))
                .supplier();
        assertThat(outcome.means()).isEqualTo(expected);
        assertThat(outcome.clause()).isEqualTo("6");
        assertThat(outcome.reason()).isNotBlank();
        assertThat(outcome.alertN42()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ELECTRICITY, ONE, , RESPONSIBLE_SUPPLIER, false, DCC_AT_COMMISSIONING, 6",
        "ELECTRICITY, TWO, , RESPONSIBLE_SUPPLIER, true, DCC_AT_COMMISSIONING, 6",
        "ELECTRICITY, ONE, , NOBODY, true, DCC_AT_COMMISSIONING, '6 (TMAD 4.47, 4.48)'",
        "ELECTRICITY, ONE, , NOBODY, false, NOBODY, '6 (TMAD 4.47, 4.48)'",
        "ELECTRICITY, TWO, , OTHER_SUPPLIER, true, DCC_AT_COMMISSIONING, '6 (TMAD 4.47, 4.48)'",
        "GAS, ONE, , RESPONSIBLE_SUPPLIER, false, DCC_AT_COMMISSIONING, 6",
        "GAS, TWO_AFFILIATED, , OTHER_SUPPLIER, false, DCC_AT_COMMISSIONING, 6",
        "GAS, TWO_AFFILIATED, EA, OTHER_SUPPLIER, true, NOBODY, 6",
        "GAS, ONE, , NOBODY, true, NOBODY, 6"
    })
    void networkOperatorCertificatesAreAssociatedAtCommissioningIfGiven(
            Fuel fuel,
            Suppliers suppliers,
            String group,
            GivenBy given,
            boolean notified,
            Means expected,
            String clause) {
        MeterToCommission meter = MeterToCommission.of(fuel, Status.DORMANT)
                .withOtherMeter(Status.DORMANT, suppliers)
                .withCertificates(GivenBy.RESPONSIBLE_SUPPLIER, given);
        meter = group == null ? meter : meter.withGroupId(group);
        CertificateAssociation.Outcome outcome = CertificateAssociation.decide(
                        notified ? meter.withNotifiedDistributor() : meter)
                .networkOperator();
        assertThat(outcome.means()).isEqualTo(expected);
        assertThat(outcome.clause()).isEqualTo(clause);
        assertThat(outcome.alertN42()).isEqualTo(expected != Means.NOBODY);
    }

    @Test
    void deviceCommissionedAlertIsSentToEachOfTwoSuppliersAndInAMixedInstallation() {
        MeterToCommission alone = MeterToCommission.of(Fuel.ELECTRICITY, Status.ACTIVE);
        assertThat(CertificateAssociation.decide(alone).deviceCommissionedAlert())
                .isFalse();
        assertThat(CertificateAssociation.decide(alone.withOtherMeter(Status.ACTIVE, Suppliers.TWO))
                        .deviceCommissionedAlert())
                .isTrue();
        assertThat(CertificateAssociation.decide(alone.withOtherMeter(Status.DORMANT, Suppliers.ONE))
                        .deviceCommissionedAlert())
                .isTrue();
    }

    @Test
    void duisVersionBelowOneAndTwoSuppliersOfOneMeterAreRejected() {
        MeterToCommission meter = MeterToCommission.of(Fuel.GAS, Status.ACTIVE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> meter.withDuisVersion(0))
                .withMessage("duisVersion: 1 or more; got 0");
        assertThat(meter.withDuisVersion(2).duisVersion()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> meter(Fuel.GAS, Status.ACTIVE, null, Suppliers.TWO, null, 3, GivenBy.NOBODY))
                .withMessage("otherStatus: an installation of two suppliers has two meters");
    }

    @Test
    void exampleOfThePageIsCompiledAndRun() throws IOException {
        // snippet: decide
        MeterToCommission gas = MeterToCommission.of(Fuel.GAS, Status.DORMANT)
                .withOtherMeter(Status.DORMANT, Suppliers.TWO_AFFILIATED)
                .withGroupId("EA")
                .withDuisVersion(3)
                .withCertificates(GivenBy.OTHER_SUPPLIER, GivenBy.NOBODY);
        CertificateAssociation.Outcome supplier =
                CertificateAssociation.decide(gas).supplier();
        System.out.println(supplier.means().title() + ": " + supplier.reason());
        // end
        assertThat(supplier.means().title())
                .isEqualTo("the supplier, by SRV 6.21 (Request Handover of DCC Controlled Device)");
        assertThat(block(
                        Path.of("..", "docs", "associating-certificates.md"),
                        "<!-- snippet: decide -->\n```java\n",
                        "```"))
                .isEqualTo(block(
                                Path.of("src/test/java/uk/smets/mam/model/tests/CertificateAssociationTest.java"),
                                "        // snippet: decide\n",
                                "        // end\n")
                        .indent(-8));
    }

    private static String block(Path file, String start, String end) throws IOException {
        String text = Files.readString(file, UTF_8);
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
