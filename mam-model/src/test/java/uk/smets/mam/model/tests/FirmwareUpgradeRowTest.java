package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DeviceFirmware;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;

class FirmwareUpgradeRowTest {
    private static final DeviceFirmware HUB = DeviceFirmware.builder()
            .serialNumber("C82364095")
            .manufacturer("Acme")
            .model("M16")
            .existingFirmware("1.0.3")
            .targetFirmware("1.2.0")
            .build();

    private static FirmwareUpgradeRow.Builder row() {
        return FirmwareUpgradeRow.builder()
                .mpan(Mpan.of("1312345678907"))
                .mprn(Mprn.of("3938424403"))
                .notBefore(LocalDate.of(2019, 8, 5))
                .notAfter(LocalDate.of(2019, 8, 11))
                .ch(HUB)
                .esme(HUB)
                .gsme(HUB)
                .ppmid(HUB);
    }

    @Test
    void rowHoldsWhatItsBuilderWasGiven() {
        FirmwareUpgradeRow row = row().build();
        assertThat(row.mpan()).contains(Mpan.of("1312345678907"));
        assertThat(row.mprn()).contains(Mprn.of("3938424403"));
        assertThat(row.notBefore()).contains(LocalDate.of(2019, 8, 5));
        assertThat(row.notAfter()).contains(LocalDate.of(2019, 8, 11));
        assertThat(List.of(row.ch(), row.esme(), row.gsme(), row.ppmid())).containsOnly(HUB);
        assertThat(row)
                .hasToString("FirmwareUpgradeRow[mpan=1312345678907, mprn=3938424403, notBefore=2019-08-05,"
                        + " notAfter=2019-08-11, ch=" + HUB + ", esme=" + HUB + ", gsme=" + HUB + ", ppmid=" + HUB
                        + "]");
    }

    @Test
    void deviceHoldsWhatItsBuilderWasGiven() {
        assertThat(HUB.serialNumber()).contains("C82364095");
        assertThat(HUB.manufacturer()).contains("Acme");
        assertThat(HUB.model()).contains("M16");
        assertThat(HUB.existingFirmware()).contains("1.0.3");
        assertThat(HUB.targetFirmware()).contains("1.2.0");
        assertThat(HUB.isEmpty()).isFalse();
        assertThat(HUB)
                .hasToString("DeviceFirmware[serialNumber=C82364095, manufacturer=Acme, model=M16,"
                        + " existingFirmware=1.0.3, targetFirmware=1.2.0]");
    }

    @Test
    void whatTheBuilderWasNotGivenIsAbsent() {
        FirmwareUpgradeRow row = FirmwareUpgradeRow.builder().build();
        assertThat(row.mpan()).isEmpty();
        assertThat(row.mprn()).isEmpty();
        assertThat(row.notBefore()).isEmpty();
        assertThat(row.notAfter()).isEmpty();
        assertThat(List.of(row.ch(), row.esme(), row.gsme(), row.ppmid())).containsOnly(DeviceFirmware.NONE);
        assertThat(DeviceFirmware.NONE.isEmpty()).isTrue();
        assertThat(DeviceFirmware.NONE.serialNumber()).isEmpty();
        assertThat(DeviceFirmware.NONE).asString().contains("serialNumber=none");
        assertThat(row).asString().contains("mpan=none");
    }

    @Test
    void rowsAreEqualWhereEveryFieldIs() {
        assertThat(row().build()).isEqualTo(row().build()).hasSameHashCodeAs(row().build());
        List<UnaryOperator<FirmwareUpgradeRow.Builder>> changes = List.of(
                row -> row.mpan(null),
                row -> row.mprn(null),
                row -> row.notBefore(null),
                row -> row.notAfter(null),
                row -> row.ch(DeviceFirmware.NONE),
                row -> row.esme(DeviceFirmware.NONE),
                row -> row.gsme(DeviceFirmware.NONE),
                row -> row.ppmid(DeviceFirmware.NONE));
        assertThat(changes)
                .allSatisfy(change -> assertThat(change.apply(row()).build()).isNotEqualTo(row().build()));
        assertThat(row().build()).isNotEqualTo("row");
    }

    @Test
    void devicesAreEqualWhereEveryFieldIs() {
        List<UnaryOperator<DeviceFirmware.Builder>> changes = List.of(
                device -> device.serialNumber("other"),
                device -> device.manufacturer("other"),
                device -> device.model("other"),
                device -> device.existingFirmware("other"),
                device -> device.targetFirmware("other"));
        assertThat(changes).allSatisfy(change -> {
            DeviceFirmware.Builder one = DeviceFirmware.builder();
            assertThat(change.apply(one).build())
                    .isNotEqualTo(DeviceFirmware.NONE)
                    .isEqualTo(one.build())
                    .hasSameHashCodeAs(one.build());
        });
        assertThat(HUB).isNotEqualTo("hub");
    }

    @Test
    void textThatNoCellCanHoldIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceFirmware.builder().model(" "))
                .withMessageStartingWith("model: not blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceFirmware.builder().model("x".repeat(32_768)))
                .withMessageContaining("got 32768");
    }

    @Test
    void dateThatTheFormCannotWriteIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row().notBefore(LocalDate.of(10_000, 1, 1)))
                .withMessage("Not before lies in the years 1 to 9999; got the year 10000");
        assertThatIllegalArgumentException().isThrownBy(() -> row().notAfter(LocalDate.of(0, 1, 1)));
    }

    @Test
    void nullDeviceIsRefusedByName() {
        assertThatNullPointerException().isThrownBy(() -> row().ch(null)).withMessage("ch");
        assertThatNullPointerException().isThrownBy(() -> row().esme(null)).withMessage("esme");
        assertThatNullPointerException().isThrownBy(() -> row().gsme(null)).withMessage("gsme");
        assertThatNullPointerException().isThrownBy(() -> row().ppmid(null)).withMessage("ppmid");
    }
}
