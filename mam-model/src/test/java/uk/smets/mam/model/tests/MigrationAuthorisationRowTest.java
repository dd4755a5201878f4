package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static uk.smets.mam.model.tests.Certificates.NETWORK_OPERATOR;
import static uk.smets.mam.model.tests.Certificates.OTHER;
import static uk.smets.mam.model.tests.Certificates.SUPPLIER;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;

class MigrationAuthorisationRowTest {
    private static final Mpan MPAN = Mpan.of("1312345678907");
    private static final Mprn MPRN = Mprn.of("3938424403");
    private static final MigrationWeek WEEK = MigrationWeek.of(LocalDate.of(2019, 8, 5));
    private static final CertificatePair NONE = CertificatePair.NONE;
    private static final CertificateIds EVERYWHERE_OTHER = new CertificateIds(OTHER, OTHER, OTHER, OTHER, OTHER);

    @Test
    void rowHasTheFieldsGivenToItsBuilder() {
        MigrationAuthorisationRow row = MigrationAuthorisationRow.dualFuel(MPAN, MPRN)
                .migrateOn(LocalDate.of(2019, 8, 7))
                .migrationWeek(WEEK)
                .priority(true)
                .certificateIds(EVERYWHERE_OTHER)
                .build();
        assertThat(row.mpan()).contains(MPAN);
        assertThat(row.mprn()).contains(MPRN);
        assertThat(row.migrateOn()).contains(LocalDate.of(2019, 8, 7));
        assertThat(row.migrationWeek()).contains(WEEK);
        assertThat(row.priority()).isTrue();
        assertThat(row.certificateIds()).isEqualTo(EVERYWHERE_OTHER);
    }

    @Test
    void omittedFieldsAreAbsent() {
        MigrationAuthorisationRow row = MigrationAuthorisationRow.builder().build();
        assertThat(row.mpan()).isEmpty();
        assertThat(row.mprn()).isEmpty();
        assertThat(row.migrateOn()).isEmpty();
        assertThat(row.migrationWeek()).isEmpty();
        assertThat(row.priority()).isFalse();
        assertThat(row.certificateIds()).isEqualTo(CertificateIds.NONE);
    }

    @Test
    void builderOfAFuelStartsWithItsMeterPoints() {
        assertThat(MigrationAuthorisationRow.electricity(MPAN).build())
                .isEqualTo(MigrationAuthorisationRow.builder().mpan(MPAN).build());
        assertThat(MigrationAuthorisationRow.gas(MPRN).build())
                .isEqualTo(MigrationAuthorisationRow.builder().mprn(MPRN).build());
        assertThat(MigrationAuthorisationRow.dualFuel(MPAN, MPRN).build())
                .isEqualTo(MigrationAuthorisationRow.builder()
                        .mpan(MPAN)
                        .mprn(MPRN)
                        .build());
    }

    @Test
    void nullRemovesAnOptionalValue() {
        MigrationAuthorisationRow row = MigrationAuthorisationRow.dualFuel(MPAN, MPRN)
                .migrateOn(LocalDate.of(2019, 8, 7))
                .migrationWeek(WEEK)
                .mpan(null)
                .mprn(null)
                .migrateOn(null)
                .migrationWeek(null)
                .build();
        assertThat(row).isEqualTo(MigrationAuthorisationRow.builder().build());
    }

    @Test
    void supplierCertificatesAreSetForTheDevicesOfTheMeterPointsOfTheRow() {
        assertThat(MigrationAuthorisationRow.electricity(MPAN)
                        .supplierCertificates(SUPPLIER)
                        .build()
                        .certificateIds())
                .isEqualTo(CertificateIds.ofElectricitySupplier(SUPPLIER));
        assertThat(MigrationAuthorisationRow.gas(MPRN)
                        .supplierCertificates(SUPPLIER)
                        .build()
                        .certificateIds())
                .isEqualTo(CertificateIds.ofGasSupplier(SUPPLIER));
        assertThat(MigrationAuthorisationRow.dualFuel(MPAN, MPRN)
                        .supplierCertificates(SUPPLIER)
                        .build()
                        .certificateIds())
                .isEqualTo(CertificateIds.ofSupplier(SUPPLIER));
    }

    @Test
    void networkOperatorCertificatesAreSetForTheEsmeOnly() {
        assertThat(MigrationAuthorisationRow.electricity(MPAN)
                        .networkOperatorCertificates(NETWORK_OPERATOR)
                        .build()
                        .certificateIds())
                .isEqualTo(new CertificateIds(NONE, NETWORK_OPERATOR, NONE, NONE, NONE));
        assertThat(MigrationAuthorisationRow.dualFuel(MPAN, MPRN)
                        .networkOperatorCertificates(NETWORK_OPERATOR)
                        .supplierCertificates(SUPPLIER)
                        .build()
                        .certificateIds())
                .isEqualTo(new CertificateIds(SUPPLIER, NETWORK_OPERATOR, SUPPLIER, NONE, SUPPLIER));
        assertThat(MigrationAuthorisationRow.gas(MPRN)
                        .networkOperatorCertificates(NETWORK_OPERATOR)
                        .build()
                        .certificateIds())
                .isEqualTo(CertificateIds.NONE);
    }

    @Test
    void pairsOfAPartyOverrideTheTenCertificatesInAnyOrder() {
        CertificateIds expected = new CertificateIds(SUPPLIER, NETWORK_OPERATOR, OTHER, OTHER, OTHER);
        assertThat(MigrationAuthorisationRow.electricity(MPAN)
                        .certificateIds(EVERYWHERE_OTHER)
                        .supplierCertificates(SUPPLIER)
                        .networkOperatorCertificates(NETWORK_OPERATOR)
                        .build()
                        .certificateIds())
                .isEqualTo(expected);
        assertThat(MigrationAuthorisationRow.builder()
                        .networkOperatorCertificates(NETWORK_OPERATOR)
                        .supplierCertificates(SUPPLIER)
                        .certificateIds(EVERYWHERE_OTHER)
                        .mpan(MPAN)
                        .build()
                        .certificateIds())
                .isEqualTo(expected);
    }

    @Test
    void builderCanBeReused() {
        MigrationAuthorisationRow.Builder builder = MigrationAuthorisationRow.electricity(MPAN)
                .migrationWeek(WEEK)
                .supplierCertificates(SUPPLIER)
                .networkOperatorCertificates(NETWORK_OPERATOR);
        MigrationAuthorisationRow first = builder.build();
        MigrationAuthorisationRow second = builder.mpan(null).mprn(MPRN).build();
        assertThat(first.mpan()).contains(MPAN);
        assertThat(first.certificateIds()).isEqualTo(new CertificateIds(SUPPLIER, NETWORK_OPERATOR, NONE, NONE, NONE));
        assertThat(second.certificateIds()).isEqualTo(CertificateIds.ofGasSupplier(SUPPLIER));
        assertThat(second.migrationWeek()).contains(WEEK);
    }

    @Test
    void effectiveWeekIsTheMigrationWeekOrTheWeekOfMigrateOn() {
        LocalDate sunday = LocalDate.of(2019, 8, 11);
        assertThat(MigrationAuthorisationRow.builder().migrateOn(sunday).build().effectiveWeek())
                .contains(WEEK);
        assertThat(MigrationAuthorisationRow.builder()
                        .migrationWeek(WEEK)
                        .migrateOn(sunday.plusDays(1))
                        .build()
                        .effectiveWeek())
                .contains(WEEK);
        assertThat(MigrationAuthorisationRow.builder().build().effectiveWeek()).isEmpty();
    }

    @Test
    void rowsCanBeChangedThroughABuilder() {
        MigrationAuthorisationRow row = full().build();
        assertThat(row.toBuilder().build()).isEqualTo(row);
        assertThat(row.toBuilder().priority(false).build())
                .isEqualTo(full().priority(false).build())
                .isNotEqualTo(row);
    }

    @Test
    void rowsWithEqualFieldsAreEqual() {
        MigrationAuthorisationRow row = full().build();
        assertThat(List.of(row)).containsExactly(row);
        assertThat(row).isEqualTo(full().build()).hasSameHashCodeAs(full().build());
        List<UnaryOperator<MigrationAuthorisationRow.Builder>> changes = List.of(
                builder -> builder.mpan(null),
                builder -> builder.mprn(null),
                builder -> builder.migrateOn(null),
                builder -> builder.migrationWeek(null),
                builder -> builder.priority(false),
                builder -> builder.certificateIds(CertificateIds.NONE));
        for (UnaryOperator<MigrationAuthorisationRow.Builder> change : changes) {
            assertThat(change.apply(full()).build()).isNotEqualTo(row);
        }
        assertThat(row).isNotEqualTo(null).isNotEqualTo("row");
    }

    @Test
    void textFormOfARowHasEveryValue() {
        assertThat(full().build().toString())
                .startsWith("MigrationAuthorisationRow[mpan=1312345678907, mprn=3938424403, migrateOn=2019-08-07,"
                        + " migrationWeek=20190805, priority=true, certificateIds=CertificateIds[");
        assertThat(MigrationAuthorisationRow.builder().build().toString())
                .startsWith("MigrationAuthorisationRow[mpan=none, mprn=none, migrateOn=none, migrationWeek=none,"
                        + " priority=false, ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_000})
    void yearWithMoreThanFourDigitsOrBefore1IsRejected(int year) {
        LocalDate date = LocalDate.of(year, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationAuthorisationRow.builder().migrateOn(date))
                .withMessage("Migrate on must be in the years 1 to 9999; got the year " + year);
    }

    @Test
    void firstAndLastDaysThatAFileCanHaveHaveAWeek() {
        assertThat(MigrationAuthorisationRow.builder()
                        .migrateOn(LocalDate.of(1, 1, 1))
                        .build()
                        .effectiveWeek())
                .contains(MigrationWeek.of(LocalDate.of(1, 1, 1)));
        assertThat(MigrationAuthorisationRow.builder()
                        .migrateOn(LocalDate.of(9999, 12, 31))
                        .build()
                        .effectiveWeek())
                .contains(MigrationWeek.of(LocalDate.of(9999, 12, 27)));
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisationRow.electricity(null))
                .withMessage("mpan");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisationRow.gas(null))
                .withMessage("mprn");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisationRow.dualFuel(null, MPRN))
                .withMessage("mpan");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisationRow.dualFuel(MPAN, null))
                .withMessage("mprn");
        MigrationAuthorisationRow.Builder builder = MigrationAuthorisationRow.builder();
        assertThatNullPointerException()
                .isThrownBy(() -> builder.certificateIds(null))
                .withMessage("certificateIds");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.supplierCertificates(null))
                .withMessage("supplier");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.networkOperatorCertificates(null))
                .withMessage("networkOperator");
    }

    private static MigrationAuthorisationRow.Builder full() {
        return MigrationAuthorisationRow.dualFuel(MPAN, MPRN)
                .migrateOn(LocalDate.of(2019, 8, 7))
                .migrationWeek(WEEK)
                .priority(true)
                .certificateIds(EVERYWHERE_OTHER);
    }
}
