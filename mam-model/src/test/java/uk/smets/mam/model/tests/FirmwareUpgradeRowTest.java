package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DeviceFirmware;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;

class FirmwareUpgradeRowTest {
    private static final Mpan MPAN = Mpan.of("1312345678907");
    private static final Mprn MPRN = Mprn.of("3938424403");
    private static final LocalDate NOT_BEFORE = LocalDate.of(2019, 8, 5);
    private static final LocalDate NOT_AFTER = LocalDate.of(2019, 8, 30);
    private static final DeviceFirmware CH = device("CH-1");
    private static final DeviceFirmware ESME = device("ESME-1");
    private static final DeviceFirmware GSME = device("GSME-1");
    private static final DeviceFirmware PPMID = device("PPMID-1");
    private static final DeviceFirmware NONE = DeviceFirmware.NONE;

    @Test
    void rowHasTheFieldsGivenToItsBuilder() {
        FirmwareUpgradeRow row = full().build();
        assertThat(row.mpan()).contains(MPAN);
        assertThat(row.mprn()).contains(MPRN);
        assertThat(row.notBefore()).contains(NOT_BEFORE);
        assertThat(row.notAfter()).contains(NOT_AFTER);
        assertThat(row.ch()).isEqualTo(CH);
        assertThat(row.esme()).isEqualTo(ESME);
        assertThat(row.gsme()).isEqualTo(GSME);
        assertThat(row.ppmid()).isEqualTo(PPMID);
    }

    @Test
    void omittedFieldsAreAbsent() {
        FirmwareUpgradeRow row = FirmwareUpgradeRow.builder().build();
        assertThat(row.mpan()).isEmpty();
        assertThat(row.mprn()).isEmpty();
        assertThat(row.notBefore()).isEmpty();
        assertThat(row.notAfter()).isEmpty();
        assertThat(List.of(row.ch(), row.esme(), row.gsme(), row.ppmid())).containsOnly(NONE);
    }

    @Test
    void nullRemovesAnOptionalValue() {
        assertThat(FirmwareUpgradeRow.builder()
                        .mpan(MPAN)
                        .mprn(MPRN)
                        .notBefore(NOT_BEFORE)
                        .notAfter(NOT_AFTER)
                        .mpan(null)
                        .mprn(null)
                        .notBefore(null)
                        .notAfter(null)
                        .build())
                .isEqualTo(FirmwareUpgradeRow.builder().build());
    }

    @Test
    void rowsWithEqualFieldsAreEqual() {
        FirmwareUpgradeRow row = full().build();
        assertThat(List.of(row)).containsExactly(row);
        assertThat(row).isEqualTo(full().build()).hasSameHashCodeAs(full().build());
        List<UnaryOperator<FirmwareUpgradeRow.Builder>> changes = List.of(
                builder -> builder.mpan(null),
                builder -> builder.mprn(null),
                builder -> builder.notBefore(NOT_AFTER),
                builder -> builder.notAfter(null),
                builder -> builder.ch(ESME),
                builder -> builder.esme(NONE),
                builder -> builder.gsme(PPMID),
                builder -> builder.ppmid(GSME));
        for (UnaryOperator<FirmwareUpgradeRow.Builder> change : changes) {
            assertThat(change.apply(full()).build()).isNotEqualTo(row);
        }
        assertThat(row).isNotEqualTo(null).isNotEqualTo("row");
    }

    @Test
    void builderCanBeReused() {
        FirmwareUpgradeRow.Builder builder = full();
        FirmwareUpgradeRow first = builder.build();
        FirmwareUpgradeRow second = builder.mpan(null).ppmid(NONE).build();
        assertThat(first).isEqualTo(full().build());
        assertThat(second.mpan()).isEmpty();
        assertThat(second.ppmid()).isEqualTo(NONE);
        assertThat(second.mprn()).contains(MPRN);
        assertThat(second.notBefore()).contains(NOT_BEFORE);
        assertThat(second.ch()).isEqualTo(CH);
    }

    @Test
    void rowsCanBeChangedThroughABuilder() {
        FirmwareUpgradeRow row = full().build();
        assertThat(row.toBuilder().build()).isEqualTo(row);
        assertThat(row.toBuilder().mpan(null).build())
                .isEqualTo(full().mpan(null).build())
                .isNotEqualTo(row);
    }

    @Test
    void textFormOfARowHasEveryValue() {
        assertThat(full().build())
                .hasToString("FirmwareUpgradeRow[mpan=1312345678907, mprn=3938424403, notBefore=2019-08-05,"
                        + " notAfter=2019-08-30, ch=" + CH + ", esme=" + ESME + ", gsme=" + GSME + ", ppmid=" + PPMID
                        + "]");
        assertThat(FirmwareUpgradeRow.builder().build().toString())
                .startsWith("FirmwareUpgradeRow[mpan=none, mprn=none, notBefore=none, notAfter=none, ch=");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_000})
    void yearWithMoreThanFourDigitsOrBefore1IsRejected(int year) {
        LocalDate date = LocalDate.of(year, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirmwareUpgradeRow.builder().notBefore(date))
                .withMessage("Not before must be in the years 1 to 9999; got the year " + year);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirmwareUpgradeRow.builder().notAfter(date))
                .withMessage("Not after must be in the years 1 to 9999; got the year " + year);
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        FirmwareUpgradeRow.Builder builder = FirmwareUpgradeRow.builder();
        assertThatNullPointerException().isThrownBy(() -> builder.ch(null)).withMessage("ch");
        assertThatNullPointerException().isThrownBy(() -> builder.esme(null)).withMessage("esme");
        assertThatNullPointerException().isThrownBy(() -> builder.gsme(null)).withMessage("gsme");
        assertThatNullPointerException().isThrownBy(() -> builder.ppmid(null)).withMessage("ppmid");
    }

    private static DeviceFirmware device(String serialNumber) {
        return DeviceFirmware.builder()
                .serialNumber(serialNumber)
                .existingFirmware("1")
                .targetFirmware("2")
                .build();
    }

    private static FirmwareUpgradeRow.Builder full() {
        return FirmwareUpgradeRow.builder()
                .mpan(MPAN)
                .mprn(MPRN)
                .notBefore(NOT_BEFORE)
                .notAfter(NOT_AFTER)
                .ch(CH)
                .esme(ESME)
                .gsme(GSME)
                .ppmid(PPMID);
    }
}
