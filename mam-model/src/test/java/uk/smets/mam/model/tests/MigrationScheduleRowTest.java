package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static uk.smets.mam.model.tests.Certificates.SUPPLIER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;

class MigrationScheduleRowTest {
    private static final CertificateIds CERTIFICATES = CertificateIds.ofSupplier(SUPPLIER);

    private static final List<Function<MigrationScheduleRow, Optional<?>>> FIELDS = List.of(
            MigrationScheduleRow::mpan,
            MigrationScheduleRow::mprn,
            MigrationScheduleRow::notBefore,
            MigrationScheduleRow::notAfter,
            MigrationScheduleRow::chfDeviceId,
            MigrationScheduleRow::gpfDeviceId,
            MigrationScheduleRow::esmeDeviceId,
            MigrationScheduleRow::gsmeDeviceId,
            MigrationScheduleRow::ihdDeviceId,
            MigrationScheduleRow::ppmidDeviceId,
            MigrationScheduleRow::cadDeviceId,
            MigrationScheduleRow::chSerialNumber,
            MigrationScheduleRow::esmeSerialNumber,
            MigrationScheduleRow::gsmeSerialNumber,
            MigrationScheduleRow::ihdSerialNumber,
            MigrationScheduleRow::ppmidSerialNumber);

    private static final List<UnaryOperator<MigrationScheduleRow.Builder>> WITHOUT_A_FIELD = List.of(
            row -> row.mpan(null),
            row -> row.mprn(null),
            row -> row.notBefore(null),
            row -> row.notAfter(null),
            row -> row.chfDeviceId(null),
            row -> row.gpfDeviceId(null),
            row -> row.esmeDeviceId(null),
            row -> row.gsmeDeviceId(null),
            row -> row.ihdDeviceId(null),
            row -> row.ppmidDeviceId(null),
            row -> row.cadDeviceId(null),
            row -> row.chSerialNumber(null),
            row -> row.esmeSerialNumber(null),
            row -> row.gsmeSerialNumber(null),
            row -> row.ihdSerialNumber(null),
            row -> row.ppmidSerialNumber(null));

    private static MigrationScheduleRow.Builder row() {
        return MigrationScheduleRow.builder()
                .mpan(Mpan.of("1312345678907"))
                .mprn(Mprn.of("3938424403"))
                .notBefore(LocalDate.of(2019, 8, 5))
                .notAfter(LocalDate.of(2019, 8, 11))
                .chfDeviceId(new DeviceId(1))
                .gpfDeviceId(new DeviceId(2))
                .esmeDeviceId(new DeviceId(3))
                .gsmeDeviceId(new DeviceId(4))
                .ihdDeviceId(new DeviceId(5))
                .ppmidDeviceId(new DeviceId(6))
                .cadDeviceId(new DeviceId(7))
                .chSerialNumber("CH1")
                .esmeSerialNumber("E2")
                .gsmeSerialNumber("G3")
                .ihdSerialNumber("I4")
                .ppmidSerialNumber("P5")
                .priority(true)
                .certificateIds(CERTIFICATES);
    }

    @Test
    void rowHoldsWhatItsBuilderWasGiven() {
        MigrationScheduleRow row = row().build();
        assertThat(FIELDS.stream().map(field -> field.apply(row).orElseThrow().toString()))
                .containsExactly(
                        "1312345678907",
                        "3938424403",
                        "2019-08-05",
                        "2019-08-11",
                        "00-00-00-00-00-00-00-01",
                        "00-00-00-00-00-00-00-02",
                        "00-00-00-00-00-00-00-03",
                        "00-00-00-00-00-00-00-04",
                        "00-00-00-00-00-00-00-05",
                        "00-00-00-00-00-00-00-06",
                        "00-00-00-00-00-00-00-07",
                        "CH1",
                        "E2",
                        "G3",
                        "I4",
                        "P5");
        assertThat(row.priority()).isTrue();
        assertThat(row.certificateIds()).isEqualTo(CERTIFICATES);
        assertThat(row)
                .asString()
                .startsWith("MigrationScheduleRow[mpan=1312345678907, mprn=3938424403, notBefore=2019-08-05, ")
                .contains(", cadDeviceId=00-00-00-00-00-00-00-07, chSerialNumber=CH1, ", "priority=true");
    }

    @Test
    void whatTheBuilderWasNotGivenIsAbsent() {
        MigrationScheduleRow row = MigrationScheduleRow.builder().build();
        assertThat(FIELDS)
                .allSatisfy(field -> assertThat(field.apply(row).isPresent()).isFalse());
        assertThat(row.priority()).isFalse();
        assertThat(row.certificateIds()).isEqualTo(CertificateIds.NONE);
        assertThat(row).asString().contains("mpan=none");
    }

    @Test
    void rowsAreEqualWhereEveryFieldIs() {
        MigrationScheduleRow row = row().build();
        assertThat(row).isEqualTo(row().build()).hasSameHashCodeAs(row().build());
        assertThat(WITHOUT_A_FIELD)
                .allSatisfy(change -> assertThat(change.apply(row()).build()).isNotEqualTo(row));
        assertThat(row().priority(false).build()).isNotEqualTo(row);
        assertThat(row().certificateIds(CertificateIds.NONE).build()).isNotEqualTo(row);
        assertThat(row).isNotEqualTo("row");
    }

    @Test
    void builderOfARowStartsWithItsFields() {
        MigrationScheduleRow row = row().build();
        assertThat(row.toBuilder().build()).isEqualTo(row);
        assertThat(row.toBuilder().priority(false).build().priority()).isFalse();
        assertThat(row.priority()).isTrue();
    }

    @Test
    void valueThatNoCellCanHoldIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row().chSerialNumber(""))
                .withMessageStartingWith("chSerialNumber: not blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row().notAfter(LocalDate.of(10_000, 1, 1)))
                .withMessageStartingWith("Not after lies in the years 1 to 9999");
    }

    @Test
    void nullCertificatesAreRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> row().certificateIds(null))
                .withMessage("certificateIds");
    }
}
