package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.model.DeviceFirmware;

class DeviceFirmwareTest {
    /** One of the five fields, as it is given to a builder. */
    private record Field(String word, BiFunction<DeviceFirmware.Builder, String, DeviceFirmware.Builder> set) {
        DeviceFirmware.Builder give(DeviceFirmware.Builder builder, String value) {
            return set.apply(builder, value);
        }

        @Override
        public String toString() {
            return word;
        }
    }

    static List<Field> fields() {
        return List.of(
                new Field("serialNumber", DeviceFirmware.Builder::serialNumber),
                new Field("manufacturer", DeviceFirmware.Builder::manufacturer),
                new Field("model", DeviceFirmware.Builder::model),
                new Field("existingFirmware", DeviceFirmware.Builder::existingFirmware),
                new Field("targetFirmware", DeviceFirmware.Builder::targetFirmware));
    }

    @Test
    void deviceHasTheFieldsGivenToItsBuilder() {
        DeviceFirmware device = full().build();
        assertThat(device.serialNumber()).contains("19P1234567");
        assertThat(device.manufacturer()).contains("A Maker");
        assertThat(device.model()).contains("M-1");
        assertThat(device.existingFirmware()).contains("0001.0002");
        assertThat(device.targetFirmware()).contains("0001.0003");
        assertThat(device.isEmpty()).isFalse();
    }

    @Test
    void omittedFieldsAreAbsent() {
        DeviceFirmware device = DeviceFirmware.builder().build();
        assertThat(device.serialNumber()).isEmpty();
        assertThat(device.manufacturer()).isEmpty();
        assertThat(device.model()).isEmpty();
        assertThat(device.existingFirmware()).isEmpty();
        assertThat(device.targetFirmware()).isEmpty();
        assertThat(device.isEmpty()).isTrue();
        assertThat(device).isEqualTo(DeviceFirmware.NONE);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void deviceWithOneFieldIsNotAbsent(Field field) {
        DeviceFirmware device = field.give(DeviceFirmware.builder(), "x").build();
        assertThat(device.isEmpty()).isFalse();
        assertThat(device).isNotEqualTo(DeviceFirmware.NONE);
        assertThat(device.toString()).contains(field.word + "=x");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void devicesWithEqualFieldsAreEqual(Field field) {
        DeviceFirmware device = full().build();
        assertThat(device).isEqualTo(full().build()).hasSameHashCodeAs(full().build());
        assertThat(field.give(full(), "x").build()).isNotEqualTo(device);
        assertThat(field.give(full(), null).build()).isNotEqualTo(device);
        assertThat(device).isNotEqualTo(null).isNotEqualTo("device");
    }

    @Test
    void builderCanBeReused() {
        DeviceFirmware.Builder builder = full();
        DeviceFirmware first = builder.build();
        DeviceFirmware second =
                builder.serialNumber("19P7654321").targetFirmware(null).build();
        assertThat(first).isEqualTo(full().build());
        assertThat(second.serialNumber()).contains("19P7654321");
        assertThat(second.targetFirmware()).isEmpty();
        assertThat(second.manufacturer()).contains("A Maker");
    }

    @Test
    void textFormOfADeviceHasEveryValue() {
        assertThat(full().build())
                .hasToString("DeviceFirmware[serialNumber=19P1234567, manufacturer=A Maker, model=M-1,"
                        + " existingFirmware=0001.0002, targetFirmware=0001.0003]");
        assertThat(DeviceFirmware.NONE)
                .hasToString("DeviceFirmware[serialNumber=none, manufacturer=none, model=none, existingFirmware=none,"
                        + " targetFirmware=none]");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void textThatACellCannotHaveIsRejectedByName(Field field) {
        DeviceFirmware.Builder builder = full();
        for (String blank : List.of("", " ", "\n")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> field.give(builder, blank))
                    .withMessage(field.word + ": not blank; null where it is absent");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field.give(builder, "x".repeat(32_768)))
                .withMessage(field.word + ": at most 32,767 characters, as a cell holds; got 32768");
        assertThat(builder.build()).isEqualTo(full().build());
        assertThat(field.give(builder, "x".repeat(32_767)).build()).isNotEqualTo(DeviceFirmware.NONE);
    }

    private static DeviceFirmware.Builder full() {
        return DeviceFirmware.builder()
                .serialNumber("19P1234567")
                .manufacturer("A Maker")
                .model("M-1")
                .existingFirmware("0001.0002")
                .targetFirmware("0001.0003");
    }
}
