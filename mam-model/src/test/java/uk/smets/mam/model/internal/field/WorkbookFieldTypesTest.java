package uk.smets.mam.model.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.RecordingSink;
import uk.smets.mam.testing.MessageListing;

/** The types of fields that only workbooks have. */
class WorkbookFieldTypesTest {
    private final RecordingSink sink = new RecordingSink();

    @Property(tries = 300)
    void everyDayReadsBackInBothFormats(@ForAll("days") LocalDate day) {
        int year = day.getYear();
        int month = day.getMonthValue();
        int dayOfMonth = day.getDayOfMonth();
        readsBack(DayFirstDateType.compact(), day, String.format("%02d%02d%04d", dayOfMonth, month, year));
        readsBack(DayFirstDateType.slashed(), day, String.format("%02d/%02d/%04d", dayOfMonth, month, year));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Test
    void dayIsBeforeTheMonth() {
        assertThat(decode(DayFirstDateType.compact(), "05082019")).isEqualTo(LocalDate.of(2019, 8, 5));
        assertThat(decode(DayFirstDateType.slashed(), "05/08/2019")).isEqualTo(LocalDate.of(2019, 8, 5));
        assertThat(sink.findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31112019", "29022019", "29021900", "08132019", "00082019", "05002019", "32012019", "01010000"})
    void dateThatDoesNotExistIsInvalid(String text) {
        assertThat(decode(DayFirstDateType.compact(), text)).isNull();
        String slashed = text.substring(0, 2) + "/" + text.substring(2, 4) + "/" + text.substring(4);
        assertThat(decode(DayFirstDateType.slashed(), slashed)).isNull();
        assertThat(sink.findings).allMatch(finding -> finding.rule() == Rule.DATE_FORMAT);
        assertThat(sink.findings)
                .extracting(finding -> finding.message())
                .containsExactly(
                        MessageListing.pinned(Rule.DATE_FORMAT, "DDMMYYYY that does not exist"),
                        MessageListing.pinned(Rule.DATE_FORMAT, "DD/MM/YYYY that does not exist"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5082019", "050820199", "05/08/2019", "0508-019", "0508201A", "+5082019", "5/8/2019", "x"})
    void dateInAnotherFormatIsNotAValidDdmmyyyy(String text) {
        assertThat(decode(DayFirstDateType.compact(), text)).isNull();
        assertThat(sink.findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.DATE_FORMAT);
            assertThat(finding.message())
                    .isEqualTo(MessageListing.pinned(Rule.DATE_FORMAT, "DDMMYYYY in another format"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05082019",
                "5/8/2019",
                "05/08/19",
                "05-08-2019",
                "05/08-2019",
                "05-08/2019",
                "2019/08/05",
                "2019-08-05",
                "0A/08/2019",
                "05/A8/2019",
                "05/08/201A",
                "05/08/2019 ",
                "05\\08\\2019",
                " 5/08/2019",
                "05/08.2019",
            })
    void dateInAnotherFormatIsNotAValidDateWithSlashes(String text) {
        assertThat(decode(DayFirstDateType.slashed(), text)).isNull();
        assertThat(sink.findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.DATE_FORMAT);
            assertThat(finding.message())
                    .isEqualTo(MessageListing.pinned(Rule.DATE_FORMAT, "DD/MM/YYYY in another format"));
        });
    }

    @Test
    void dateInAnotherFormatIsNotRepairedBecauseItMayMeanAnotherDay() {
        for (String text : new String[] {"2019-08-05", "8/5/2019", "05-08-2019", "20190805"}) {
            assertThat(DayFirstDateType.compact().repair(text)).isEmpty();
            assertThat(DayFirstDateType.slashed().repair(text)).isEmpty();
        }
    }

    @Property(tries = 300)
    void everyDeviceIdReadsBackWithOrWithoutHyphens(@ForAll long value) {
        DeviceIdType type = new DeviceIdType();
        String hyphenated = new DeviceId(value).toString();
        readsBack(type, new DeviceId(value), hyphenated);
        assertThat(decode(type, hyphenated.replace("-", ""))).isEqualTo(new DeviceId(value));
        assertThat(decode(type, hyphenated.toLowerCase(Locale.ROOT))).isEqualTo(new DeviceId(value));
        assertThat(sink.findings).isEmpty();
    }

    @Property(tries = 300)
    void everyDeviceIdWithColonsIsReadWithAWarning(@ForAll long value) {
        String colons = new DeviceId(value).toString().replace('-', ':');
        sink.findings.clear();
        assertThat(decode(new DeviceIdType(), colons)).isEqualTo(new DeviceId(value));
        assertThat(sink.findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.DEVICE_ID_FORMAT);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void deviceIdWithColonsHasItsOwnMessage() {
        decode(new DeviceIdType(), "00:DB:12:34:56:78:90:A0");
        assertThat(sink.findings)
                .extracting(Finding::message)
                .containsExactly(MessageListing.pinned(Rule.DEVICE_ID_FORMAT, "Device ID with colons"));
    }

    @Property(tries = 500)
    void readerAndModelAcceptTheSameDeviceIds(
            @ForAll long value,
            @ForAll boolean hyphens,
            @ForAll @IntRange(min = 0, max = 22) int at,
            @ForAll @CharRange(from = ' ', to = '\u00FF') char other) {
        String sound = hyphens ? new DeviceId(value).toString() : String.format("%016x", value);
        StringBuilder text = new StringBuilder(sound);
        text.setCharAt(at % text.length(), other);
        assertThat(decode(new DeviceIdType(), text.toString()))
                .isEqualTo(DeviceId.find(text.toString()).orElse(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "00DB1234567890A",
                "00DB1234567890A00",
                "00-DB-12-34-56-78-90-A0 ",
                " 00-DB-12-34-56-78-90-A",
                "00:DB-12-34-56-78-90-A0",
                "00-DB:12:34:56:78:90:A0",
                "00:DB:12:34:56:78:90:A",
                "00-DB-12-34-56-78-90-G0",
                "00-DB-12-34-56-78-90-g0",
                "00-DB-12-34-56-78-90-@0",
                "@0DB1234567890A0",
                "00DB-1234-5678-90A0",
                "00-DB-12-34-56-78-90-A\u00E9",
                "00-DB-12-34-56-78-9--A0",
                "00DB12345678-0A0",
                "1.23457E+12",
            })
    void deviceIdInAnotherFormIsInvalid(String text) {
        assertThat(decode(new DeviceIdType(), text)).isNull();
        assertThat(sink.findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.DEVICE_ID_FORMAT);
            assertThat(finding.message())
                    .isEqualTo(MessageListing.pinned(Rule.DEVICE_ID_FORMAT, "Device ID of two digits"));
        });
    }

    @Property(tries = 300)
    void textOfAnyCharactersReadsBack(@ForAll("texts") String text) {
        readsBack(new TextType(), text, text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(text -> text.codePoints()
                        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                        .collect(() -> new StringBuilder("x"), StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    @Test
    void textHasAtMostTheLengthThatACellCanHave() {
        String longest = "\u00E9".repeat(32_767);
        assertThat(decode(new TextType(), longest)).isEqualTo(longest);
        assertThat(sink.findings).isEmpty();
        assertThat(decode(new TextType(), longest + "e")).isNull();
        assertThat(sink.findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.FIELD_TOO_LONG);
            assertThat(finding.message()).contains("32767", "32768");
        });
    }

    @Test
    void everyTypeHasADescription() {
        assertThat(DayFirstDateType.compact().description()).isEqualTo("date DDMMYYYY");
        assertThat(DayFirstDateType.compact().pattern()).isEqualTo("DDMMYYYY");
        assertThat(DayFirstDateType.compact().formWithExample()).isEqualTo("DDMMYYYY, for example 05082019");
        assertThat(DayFirstDateType.slashed().description()).isEqualTo("date DD/MM/YYYY");
        assertThat(DayFirstDateType.slashed().pattern()).isEqualTo("DD/MM/YYYY");
        assertThat(DayFirstDateType.slashed().formWithExample()).isEqualTo("DD/MM/YYYY, for example 05/08/2019");
        assertThat(new DeviceIdType().description()).isEqualTo("EUI-64, 8 hexadecimal pairs joined by hyphens");
        assertThat(new TextType().description()).isEqualTo("text");
    }

    private <T> void readsBack(FieldType<T> type, T value, String text) {
        FieldOutput out = new FieldOutput(0);
        type.encode(value, out);
        assertThat(new String(out.array(), 0, out.size(), StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(decode(type, text)).isEqualTo(value);
        assertThat(sink.findings).isEmpty();
    }

    private <T> @Nullable T decode(FieldType<T> type, String text) {
        FieldProblems problems =
                new FieldProblems(sink.reporter(ValidationOptions.defaults(), text), RecordingSink.field(1, "Field"));
        int before = sink.findings.size();
        T value = type.decode(FieldTextTest.text(text), problems);
        assertThat(problems.any()).isEqualTo(sink.findings.size() > before);
        return value;
    }
}
