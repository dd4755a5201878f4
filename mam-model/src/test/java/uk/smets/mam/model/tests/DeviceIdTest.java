package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DeviceId;

class DeviceIdTest {
    private static final String FORM =
            "a Device ID is 8 pairs of hexadecimal digits, with or without hyphens, such as 00-DB-12-34-56-78-90-A0; ";

    @ParameterizedTest
    @ValueSource(
            strings = {"00-DB-12-34-56-78-90-A0", "00DB1234567890A0", "00-db-12-34-56-78-90-a0", "00db1234567890a0"})
    void hyphensAndCaseAreIgnored(String text) {
        assertThat(DeviceId.of(text).value()).isEqualTo(0x00DB1234567890A0L);
        assertThat(DeviceId.of(text)).hasToString("00-DB-12-34-56-78-90-A0");
        assertThat(DeviceId.find(text)).contains(new DeviceId(0x00DB1234567890A0L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00DB1234567890A",
                "00DB1234567890A00",
                "00-DB-12-34-56-78-90-A",
                "00-DB-12-34-56-78-90-A0 ",
                "00-DB-12-34-56-78-90A0",
                "00-DB12345678-90",
                "00:DB:12:34:56:78:90:A0",
                "00DB-1234-5678-90A0",
                "00-DB-12-34-56-78-90-G0",
                "00DB1234567890G0",
                "0x00DB1234567890",
                "-0DB1234567890A0",
                "00DB12345678-0A0",
                "00\u2013DB\u201312\u201334\u201356\u201378\u201390\u2013A0",
                "\u0660\u0660DB1234567890A0",
            })
    void textInAnotherFormIsNotADeviceId(String text) {
        assertThat(DeviceId.find(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> DeviceId.of(text)).withMessageStartingWith(FORM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        00-DB-12-34-56-78-90-G0  | character 22 is 'G' where a hexadecimal digit belongs
        00-DB-12:34-56-78-90-A0  | character 9 is ':' where a hyphen belongs
        00DB1234567890-0         | character 15 is '-' where a hexadecimal digit belongs
        00DB1234567890A00        | got 17 characters
        00                       | got "00"
        """)
    void messageDescribesTheDefect(String text, String defect) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeviceId.of(text)).withMessage(FORM + defect);
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException().isThrownBy(() -> DeviceId.of(null)).withMessage("text");
        assertThatNullPointerException().isThrownBy(() -> DeviceId.find(null)).withMessage("text");
    }

    @Property(tries = 200)
    void everyDeviceIdReadsBackFromItsText(@ForAll long value) {
        DeviceId deviceId = new DeviceId(value);
        assertThat(deviceId.toString()).hasSize(23);
        assertThat(deviceId.toString().replace("-", "")).isEqualTo(String.format("%016X", value));
        assertThat(DeviceId.of(deviceId.toString())).isEqualTo(deviceId);
        assertThat(DeviceId.of(deviceId.toString().replace("-", ""))).isEqualTo(deviceId);
        assertThat(DeviceId.find(deviceId.toString().toLowerCase(Locale.ROOT))).contains(deviceId);
    }

    @Property(tries = 200)
    void deviceIdsAreOrderedLikeTheirTexts(@ForAll long one, @ForAll long other) {
        int order = new DeviceId(one).compareTo(new DeviceId(other));
        int orderOfTexts = new DeviceId(one).toString().compareTo(new DeviceId(other).toString());
        assertThat(Integer.signum(order)).isEqualTo(Integer.signum(orderOfTexts));
    }

    @Property(tries = 200)
    void textWithOneOtherCharacterIsNotADeviceId(
            @ForAll long value,
            @ForAll @IntRange(min = 0, max = 22) int at,
            @ForAll @CharRange(from = 'G', to = 'Z') char foreign) {
        StringBuilder hyphenated = new StringBuilder(new DeviceId(value).toString());
        hyphenated.setCharAt(at, foreign);
        assertThat(DeviceId.find(hyphenated.toString())).isEqualTo(Optional.empty());
        StringBuilder plain = new StringBuilder(String.format("%016X", value));
        plain.setCharAt(at % plain.length(), foreign);
        assertThat(DeviceId.find(plain.toString())).isEqualTo(Optional.empty());
    }
}
