package uk.smets.mam.model.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;

class WorkbookFieldTypesTest {
    private static final int FIRST_DAY = (int) LocalDate.of(1, 1, 1).toEpochDay();
    private static final int LAST_DAY = (int) LocalDate.of(9999, 12, 31).toEpochDay();

    private final RecordingSink sink = new RecordingSink();

    @Property(tries = 300)
    void everyDayReadsBackInBothForms(@ForAll @IntRange(min = 0) int random) {
        LocalDate day = LocalDate.ofEpochDay(FIRST_DAY + random % (LAST_DAY - FIRST_DAY + 1));
        String digits = String.format("%02d%02d%04d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        readsBack(DayFirstDateType.compact(), day, digits);
        readsBack(
                DayFirstDateType.slashed(),
                day,
                digits.substring(0, 2) + "/" + digits.substring(2, 4) + "/" + digits.substring(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05082019",
                "5/8/2019",
                "2019-08-05",
                "05-08-2019",
                "05/08/19",
                "31/02/2019",
                "00/01/2019",
                "05/13/2019",
                "05/08/0000",
                "0a/08/2019",
                "05/08.2019",
                " 5/08/2019",
            })
    void dateOfTheScheduleIsARealOneWithSlashes(String text) {
        assertThat(decode(DayFirstDateType.slashed(), text)).isNull();
        assertThat(sink.rules()).containsExactly(Rule.DATE_FORMAT);
        assertThat(sink.findings.get(0).message()).contains("DD/MM/YYYY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/08/2019", "5082019", "20190805", "31022019", "05132019", "0508201x"})
    void dateOfAFirmwareNotificationIsARealOneOfEightDigits(String text) {
        assertThat(decode(DayFirstDateType.compact(), text)).isNull();
        assertThat(sink.rules()).containsExactly(Rule.DATE_FORMAT);
        assertThat(sink.findings.get(0).message()).contains("DDMMYYYY");
    }

    @Test
    void dayThatDoesNotExistIsSaidToBeNone() {
        decode(DayFirstDateType.slashed(), "29/02/2019");
        assertThat(sink.findings.get(0).message()).startsWith("there is no such day in the calendar");
        assertThat(DayFirstDateType.slashed().form()).isEqualTo("DD/MM/YYYY, for example 05/08/2019");
        assertThat(DayFirstDateType.compact().description()).isEqualTo("date DDMMYYYY");
    }

    @Property(tries = 300)
    void everyDeviceIdReadsBackWithHyphensAndWithout(@ForAll long value) {
        DeviceId id = new DeviceId(value);
        readsBack(new DeviceIdType(), id, id.toString());
        assertThat(decode(new DeviceIdType(), id.toString().replace("-", ""))).isEqualTo(id);
        assertThat(decode(new DeviceIdType(), id.toString().toLowerCase(Locale.ROOT)))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-DB-12-34-56-78-90-A",
                "00DB1234567890A",
                "00:DB:12:34:56:78:90:A0",
                "G0DB1234567890A0",
                "@0DB1234567890A0",
                "00DB-1234-5678-90A0",
                "00-DB-12-34-56-78-90-A\u00e9",
            })
    void deviceIdOfAnotherFormIsNone(String text) {
        assertThat(decode(new DeviceIdType(), text)).isNull();
        assertThat(sink.rules()).containsExactly(Rule.DEVICE_ID_FORMAT);
    }

    @Test
    void freeTextIsAnyText() {
        readsBack(new TextType(), "Societ\u00e9 \u20ac \ud83d\ude00", "Societ\u00e9 \u20ac \ud83d\ude00");
        assertThat(new TextType().description()).isEqualTo("text");
    }

    @Test
    void freeTextIsNotLongerThanACell() {
        String longest = "x".repeat(TextType.MAX_LENGTH);
        assertThat(decode(new TextType(), longest)).isEqualTo(longest);
        assertThat(sink.rules()).isEmpty();
        assertThat(decode(new TextType(), longest + "x")).isNull();
        assertThat(sink.rules()).containsExactly(Rule.FIELD_TOO_LONG);
    }

    private <T> void readsBack(FieldType<T> type, T value, String text) {
        FieldOutput out = new FieldOutput(0);
        type.encode(value, out);
        assertThat(new String(out.array(), 0, out.size(), StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(decode(type, text)).isEqualTo(value);
        assertThat(sink.rules()).isEmpty();
    }

    private <T> @Nullable T decode(FieldType<T> type, String text) {
        FieldText bytes = new FieldText();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.set(utf8, 0, utf8.length);
        return type.decode(
                bytes,
                new FieldProblems(sink.reporter(ValidationOptions.defaults(), text), RecordingSink.field(1, "Field")));
    }
}
