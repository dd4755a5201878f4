package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static uk.smets.mam.model.tests.Certificates.NETWORK_OPERATOR;
import static uk.smets.mam.model.tests.Certificates.SUPPLIER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;

class MigrationScheduleRowTest {
    private static final CertificateIds CERTIFICATES =
            CertificateIds.ofSupplier(SUPPLIER).withEsmeNetworkOperator(NETWORK_OPERATOR);

    private static final List<Field<?>> FIELDS = List.of(
            new Field<>(
                    "mpan", Mpan.of("1312345678907"), MigrationScheduleRow.Builder::mpan, MigrationScheduleRow::mpan),
            new Field<>("mprn", Mprn.of("3938424403"), MigrationScheduleRow.Builder::mprn, MigrationScheduleRow::mprn),
            new Field<>(
                    "notBefore",
                    LocalDate.of(2019, 8, 5),
                    MigrationScheduleRow.Builder::notBefore,
                    MigrationScheduleRow::notBefore),
            new Field<>(
                    "notAfter",
                    LocalDate.of(2019, 8, 30),
                    MigrationScheduleRow.Builder::notAfter,
                    MigrationScheduleRow::notAfter),
            new Field<>(
                    "chfDeviceId",
                    new DeviceId(1),
                    MigrationScheduleRow.Builder::chfDeviceId,
                    MigrationScheduleRow::chfDeviceId),
            new Field<>(
                    "gpfDeviceId",
                    new DeviceId(2),
                    MigrationScheduleRow.Builder::gpfDeviceId,
                    MigrationScheduleRow::gpfDeviceId),
            new Field<>(
                    "esmeDeviceId",
                    new DeviceId(3),
                    MigrationScheduleRow.Builder::esmeDeviceId,
                    MigrationScheduleRow::esmeDeviceId),
            new Field<>(
                    "gsmeDeviceId",
                    new DeviceId(4),
                    MigrationScheduleRow.Builder::gsmeDeviceId,
                    MigrationScheduleRow::gsmeDeviceId),
            new Field<>(
                    "ihdDeviceId",
                    new DeviceId(5),
                    MigrationScheduleRow.Builder::ihdDeviceId,
                    MigrationScheduleRow::ihdDeviceId),
            new Field<>(
                    "ppmidDeviceId",
                    new DeviceId(6),
                    MigrationScheduleRow.Builder::ppmidDeviceId,
                    MigrationScheduleRow::ppmidDeviceId),
            new Field<>(
                    "cadDeviceId",
                    new DeviceId(7),
                    MigrationScheduleRow.Builder::cadDeviceId,
                    MigrationScheduleRow::cadDeviceId),
            new Field<>(
                    "chSerialNumber",
                    "C-1",
                    MigrationScheduleRow.Builder::chSerialNumber,
                    MigrationScheduleRow::chSerialNumber),
            new Field<>(
                    "esmeSerialNumber",
                    "E-1",
                    MigrationScheduleRow.Builder::esmeSerialNumber,
                    MigrationScheduleRow::esmeSerialNumber),
            new Field<>(
                    "gsmeSerialNumber",
                    "G-1",
                    MigrationScheduleRow.Builder::gsmeSerialNumber,
                    MigrationScheduleRow::gsmeSerialNumber),
            new Field<>(
                    "ihdSerialNumber",
                    "I-1",
                    MigrationScheduleRow.Builder::ihdSerialNumber,
                    MigrationScheduleRow::ihdSerialNumber),
            new Field<>(
                    "ppmidSerialNumber",
                    "P-1",
                    MigrationScheduleRow.Builder::ppmidSerialNumber,
                    MigrationScheduleRow::ppmidSerialNumber));

    /** An optional field with a value: how it is given to a builder and read from a row. */
    private record Field<T>(
            String word,
            T value,
            BiFunction<MigrationScheduleRow.Builder, T, MigrationScheduleRow.Builder> set,
            Function<MigrationScheduleRow, Optional<T>> get) {
        MigrationScheduleRow.Builder give(MigrationScheduleRow.Builder builder) {
            return set.apply(builder, value);
        }

        MigrationScheduleRow.Builder takeBack(MigrationScheduleRow.Builder builder) {
            return set.apply(builder, null);
        }

        @Override
        public String toString() {
            return word;
        }
    }

    static List<Field<?>> fields() {
        return FIELDS;
    }

    @ParameterizedTest
    @MethodSource("fields")
    void rowHasTheFieldGivenToItsBuilder(Field<?> field) {
        MigrationScheduleRow row = field.give(MigrationScheduleRow.builder()).build();
        for (Field<?> other : FIELDS) {
            assertThat(other.get().apply(row))
                    .isEqualTo(other.equals(field) ? Optional.of(field.value()) : Optional.empty());
        }
    }

    @Test
    void omittedFieldsAreAbsent() {
        MigrationScheduleRow row = MigrationScheduleRow.builder().build();
        assertThat(FIELDS)
                .allSatisfy(field -> assertThat(field.get().apply(row)).isEqualTo(Optional.empty()));
        assertThat(row.priority()).isFalse();
        assertThat(row.certificateIds()).isEqualTo(CertificateIds.NONE);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void rowsWithADifferentFieldAreNotEqual(Field<?> field) {
        MigrationScheduleRow row = full().build();
        MigrationScheduleRow without = field.takeBack(full()).build();
        assertThat(without).isNotEqualTo(row);
        assertThat(row).isNotEqualTo(without);
        assertThat(field.give(without.toBuilder()).build()).isEqualTo(row).hasSameHashCodeAs(row);
    }

    @Test
    void rowsWithEqualFieldsAreEqual() {
        MigrationScheduleRow row = full().build();
        assertThat(List.of(row)).containsExactly(row);
        assertThat(row).isEqualTo(full().build()).hasSameHashCodeAs(full().build());
        assertThat(full().priority(false).build()).isNotEqualTo(row);
        assertThat(full().certificateIds(CertificateIds.NONE).build()).isNotEqualTo(row);
        assertThat(row).isNotEqualTo(null).isNotEqualTo("row");
    }

    @Test
    void builderOfARowStartsWithAllItsFields() {
        MigrationScheduleRow row = full().build();
        assertThat(row.toBuilder().build()).isEqualTo(row).isNotSameAs(row);
        MigrationScheduleRow empty = MigrationScheduleRow.builder().build();
        assertThat(empty.toBuilder().build()).isEqualTo(empty);
    }

    @Test
    void answerOfASupplierDoesNotChangeTheRowOfTheSchedule() {
        MigrationScheduleRow sent =
                full().priority(false).certificateIds(CertificateIds.NONE).build();
        MigrationScheduleRow answered =
                sent.toBuilder().priority(true).certificateIds(CERTIFICATES).build();
        assertThat(sent.priority()).isFalse();
        assertThat(sent.certificateIds()).isEqualTo(CertificateIds.NONE);
        assertThat(answered).isEqualTo(full().build());
        assertThat(answered.priority()).isTrue();
        assertThat(answered.certificateIds()).isEqualTo(CERTIFICATES);
    }

    @Test
    void builderCanBeReused() {
        MigrationScheduleRow.Builder builder = full();
        MigrationScheduleRow first = builder.build();
        MigrationScheduleRow second =
                builder.mprn(null).esmeSerialNumber("E-2").priority(false).build();
        assertThat(first).isEqualTo(full().build());
        assertThat(second.mprn()).isEmpty();
        assertThat(second.esmeSerialNumber()).contains("E-2");
        assertThat(second.priority()).isFalse();
        assertThat(second.chfDeviceId()).contains(new DeviceId(1));
        assertThat(second.certificateIds()).isEqualTo(CERTIFICATES);
    }

    @Test
    void textFormOfARowHasEveryValue() {
        String text = full().build().toString();
        for (Field<?> field : FIELDS) {
            assertThat(text).containsOnlyOnce(field.word() + "=" + field.value() + ",");
        }
        assertThat(text)
                .startsWith("MigrationScheduleRow[mpan=1312345678907, mprn=3938424403, notBefore=2019-08-05,"
                        + " notAfter=2019-08-30, chfDeviceId=00-00-00-00-00-00-00-01, ")
                .endsWith(", priority=true, certificateIds=" + CERTIFICATES + "]");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void textFormOfARowShowsAbsentFields(Field<?> field) {
        assertThat(field.takeBack(full()).build().toString()).containsOnlyOnce(field.word() + "=none,");
        assertThat(MigrationScheduleRow.builder().build().toString())
                .contains(field.word() + "=none, ")
                .contains(", priority=false, ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_000})
    void yearWithMoreThanFourDigitsOrBefore1IsRejected(int year) {
        LocalDate date = LocalDate.of(year, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationScheduleRow.builder().notBefore(date))
                .withMessage("Not before must be in the years 1 to 9999; got the year " + year);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationScheduleRow.builder().notAfter(date))
                .withMessage("Not after must be in the years 1 to 9999; got the year " + year);
    }

    @Test
    void serialNumberThatACellCannotHaveIsRejectedByName() {
        MigrationScheduleRow.Builder builder = MigrationScheduleRow.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.chSerialNumber(""))
                .withMessage("chSerialNumber: not blank; null where it is absent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.esmeSerialNumber(" "))
                .withMessageStartingWith("esmeSerialNumber: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.gsmeSerialNumber("\n"))
                .withMessageStartingWith("gsmeSerialNumber: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.ihdSerialNumber("x".repeat(32_768)))
                .withMessage("ihdSerialNumber: at most 32,767 characters, as a cell holds; got 32768");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.ppmidSerialNumber("\t"))
                .withMessageStartingWith("ppmidSerialNumber: ");
        assertThat(builder.build()).isEqualTo(MigrationScheduleRow.builder().build());
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationScheduleRow.builder().certificateIds(null))
                .withMessage("certificateIds");
    }

    private static MigrationScheduleRow.Builder full() {
        MigrationScheduleRow.Builder builder =
                MigrationScheduleRow.builder().priority(true).certificateIds(CERTIFICATES);
        for (Field<?> field : FIELDS) {
            field.give(builder);
        }
        return builder;
    }
}
