package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DeviceId;

class DeviceIdTest {
    @Test
    void hyphensMayBeLeftOutAndAreWritten() {
        assertThat(DeviceId.of("00-DB-12-34-56-78-90-A0").value()).isEqualTo(0x00DB1234567890A0L);
        assertThat(DeviceId.of("00DB1234567890A0")).hasToString("00-DB-12-34-56-78-90-A0");
        assertThat(DeviceId.find("00db1234567890a0")).contains(DeviceId.of("00-DB-12-34-56-78-90-A0"));
    }

    @Property
    void everyDeviceIdReadsBackFromBothForms(@ForAll long value) {
        DeviceId id = new DeviceId(value);
        assertThat(DeviceId.of(id.toString())).isEqualTo(id);
        assertThat(DeviceId.of(id.toString().replace("-", ""))).isEqualTo(id);
        assertThat(id.toString()).matches("[0-9A-F]{2}(-[0-9A-F]{2}){7}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-DB-12-34-56-78-90-A",
                "00-DB-12-34-56-78-90-A01",
                "00DB1234567890A",
                "00DB1234567890A00",
                "00DB-1234-5678-90A0",
                "00DB12345678-0A0",
                "G0DB1234567890A0",
                "00:DB:12:34:56:78:90:A0",
                "00\u2013DB\u201312\u201334\u201356\u201378\u201390\u2013A0",
            })
    void textOfAnotherFormIsNoDeviceId(String text) {
        assertThat(DeviceId.find(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceId.of(text))
                .withMessageStartingWith(
                        "a Device ID is 8 pairs of hexadecimal digits, with or without hyphens, such as "
                                + "00-DB-12-34-56-78-90-A0; ");
    }

    @Test
    void orderIsThatOfTheWireForm() {
        assertThat(DeviceId.of("00-00-00-00-00-00-00-01")).isLessThan(DeviceId.of("FF-00-00-00-00-00-00-00"));
    }

    @Test
    void nullIsRefusedByName() {
        assertThatNullPointerException().isThrownBy(() -> DeviceId.of(null)).withMessage("text");
        assertThatNullPointerException().isThrownBy(() -> DeviceId.find(null)).withMessage("text");
    }
}
