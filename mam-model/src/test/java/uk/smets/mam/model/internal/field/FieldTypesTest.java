package uk.smets.mam.model.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.RecordingSink;
import uk.smets.mam.testing.MessageListing;

class FieldTypesTest {
    private static final DocumentField FIELD = RecordingSink.field(1, "Field");

    private final RecordingSink sink = new RecordingSink();

    @Property
    void everyMpanReadsBack(@ForAll @LongRange(min = 0, max = 9_999_999_999_999L) long number) {
        readsBack(new MpanType(), Mpan.of(number), Mpan.of(number).toString());
    }

    @Property
    void everyMprnReadsBackWithItsLeadingZeros(@ForAll @LongRange(min = 0, max = 9_999_999_999L) long number) {
        readsBack(new MprnType(), Mprn.of(number, 10), Mprn.of(number, 10).toString());
        readsBack(new MprnType(), Mprn.of(Long.toString(number)), Long.toString(number));
    }

    @Property
    void everyDayOfAFourDigitYearReadsBack(@ForAll("days") LocalDate day) {
        readsBack(
                new DateType(),
                day,
                String.format("%04d%02d%02d", day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
        MigrationWeek week = MigrationWeek.containing(day);
        readsBack(new MigrationWeekType(), week, week.toString());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property
    void everySerialNumberReadsBack(
            @ForAll @BigRange(min = "1", max = "99999999999999999999999999999999999999999999") BigInteger number) {
        FieldOutput out = new FieldOutput(0);
        new SerialNumberType().encode(number, out);
        assertThat(text(out)).isEqualTo(number.toString());
        assertThat(decode(new SerialNumberType(), text(out))).isEqualTo(number);
    }

    @Property
    void everyUserIdReadsBack(@ForAll long value) {
        readsBack(new UserIdType(), new UserId(value), new UserId(value).toString());
    }

    @ParameterizedTest
    @EnumSource(Smso.class)
    void everySmsoReadsBack(Smso smso) {
        readsBack(new SmsoType(), smso, smso.toString());
        assertThat(new SmsoType().description()).contains(smso.toString());
    }

    @Test
    void valuesOfChoiceFieldsReadBack() {
        readsBack(new YesNoType(), true, "YES");
        readsBack(new YesNoType(), false, "NO");
        readsBack(new PriorityType(), true, "Y");
        readsBack(new IssuerNameType(64), "CN=Z1,OU=07", "CN=Z1,OU=07");
        FieldOutput out = new FieldOutput(0);
        new PriorityType().encode(false, out);
        assertThat(text(out)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        131234567890   | MPAN of 12 digits
        1              | MPAN of 1 digit
        13123456789071 | MPAN of 14 digits
        131234567890A  | MPAN with a letter
        13-1234567-890 | MPAN with a letter
        """)
    void invalidMpanIsReportedWithItsLengthOrItsForm(String text, String sample) {
        assertThat(decode(new MpanType(), text)).isNull();
        assertThat(sink.findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.MPAN_FORMAT);
            assertThat(finding.message()).isEqualTo(MessageListing.pinned(Rule.MPAN_FORMAT, sample));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901", "123456789A", "MPRN", "-1234567"})
    void mprnInAnotherFormIsInvalid(String text) {
        assertThat(decode(new MprnType(), text)).isNull();
        assertThat(sink.rules()).containsExactly(Rule.MPRN_FORMAT);
    }

    @Test
    void numberInScientificNotationIsAlsoSpreadsheetDamage() {
        assertThat(decode(new MpanType(), "1.23457E+12")).isNull();
        assertThat(decode(new MprnType(), "3.93842E+9")).isNull();
        assertThat(decode(new SerialNumberType(), "1.45968E+38")).isNull();
        assertThat(decode(new DateType(), "2.01908E+07")).isNull();
        assertThat(sink.rules())
                .containsExactly(
                        Rule.MPAN_FORMAT,
                        Rule.SPREADSHEET_DAMAGE,
                        Rule.MPRN_FORMAT,
                        Rule.SPREADSHEET_DAMAGE,
                        Rule.CERTIFICATE_SERIAL_FORMAT,
                        Rule.SPREADSHEET_DAMAGE,
                        Rule.DATE_FORMAT,
                        Rule.SPREADSHEET_DAMAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"20190230", "20190229", "20191301", "20190001", "20190100", "20190132", "00000101", "19000229"})
    void dateThatDoesNotExistIsInvalid(String text) {
        assertThat(decode(new DateType(), text)).isNull();
        assertThat(sink.findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.DATE_FORMAT);
            assertThat(finding.message())
                    .isEqualTo(MessageListing.pinned(Rule.DATE_FORMAT, "YYYYMMDD that does not exist"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019080", "201908055", "2019-8-5x", "2019080Z", "Monday", "20190805Z"})
    void dateInAnotherFormatIsInvalid(String text) {
        assertThat(decode(new DateType(), text)).isNull();
        assertThat(decode(new MigrationWeekType(), text)).isNull();
        assertThat(sink.rules()).containsExactly(Rule.DATE_FORMAT, Rule.DATE_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/08/2019", "05-Aug-19", "43682", "5.8.2019"})
    void dateReformattedByASpreadsheetIsAlsoSpreadsheetDamage(String text) {
        assertThat(decode(new DateType(), text)).isNull();
        assertThat(sink.rules()).containsExactly(Rule.DATE_FORMAT, Rule.SPREADSHEET_DAMAGE);
    }

    @Test
    void weekThatDoesNotStartOnAMondayIsReportedWithItsMonday() {
        assertThat(decode(new MigrationWeekType(), "20190807")).isNull();
        assertThat(sink.findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.MIGRATION_WEEK_NOT_MONDAY);
            assertThat(finding.message()).contains("Wednesday", "20190805");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "N", "YES", " ", "YY", "1"})
    void priorityOtherThanYIsInvalid(String text) {
        assertThat(decode(new PriorityType(), text)).isNull();
        assertThat(sink.rules()).containsExactly(Rule.PRIORITY_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "No", "Y", "TRUE", "YES "})
    void commissionedByDccOtherThanYesOrNoIsInvalid(String text) {
        assertThat(decode(new YesNoType(), text)).isNull();
        assertThat(sink.rules()).containsExactly(Rule.COMMISSIONED_BY_DCC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-7", "+7", "0x7F", "1A", "1,000", "1 000", "7.5", "07", "0", "00"})
    void serialNumberOtherThanDecimalDigitsIsInvalid(String text) {
        assertThat(decode(new SerialNumberType(), text)).isNull();
        assertThat(sink.rules()).containsExactly(Rule.CERTIFICATE_SERIAL_FORMAT);
    }

    @Test
    void serialNumberThatIsTooLongIsReportedByTheGuardOnly() {
        assertThat(decode(new SerialNumberType(), "1".repeat(45))).isNull();
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void roundedSerialNumberIsAnError() {
        String digits = "145968135742498" + "0".repeat(24);
        assertThat(decode(new SerialNumberType(), digits)).isEqualTo(new BigInteger(digits));
        assertThat(sink.findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.SPREADSHEET_DAMAGE);
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        });
    }

    @Test
    void supersededSmsoIsReadAndReportedWithTheNewCode() {
        assertThat(decode(new SmsoType(), "BTG")).isEqualTo(Smso.BRG);
        assertThat(sink.findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.SMSO_SUPERSEDED);
            assertThat(finding.message()).contains("BRG");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"cgi", "INF", "XXX", "CGI ", "C"})
    void otherSmsoIsUnknownAndReportedWithTheSevenCodes(String text) {
        assertThat(decode(new SmsoType(), text)).isNull();
        assertThat(sink.findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.SMSO_UNKNOWN);
            assertThat(finding.message()).contains("BRG, CGI, EDM, MDS, NPW, SCM, TRL");
        });
    }

    @Test
    void userIdInLowerCaseIsReadWithAWarning() {
        assertThat(decode(new UserIdType(), "70-b3-d5-1f-30-00-a0-01")).isEqualTo(UserId.of("70-B3-D5-1F-30-00-A0-01"));
        assertThat(sink.rules()).containsExactly(Rule.USER_ID_CASE);
        sink.findings.clear();
        assertThat(decode(new UserIdType(), "70B3D51F3000A001")).isNull();
        assertThat(sink.rules()).containsExactly(Rule.USER_ID_FORMAT);
    }

    @Test
    void issuerNameThatTheGuardReportsHasNoValue() {
        assertThat(decode(new IssuerNameType(4), "12345")).isNull();
        assertThat(decode(new IssuerNameType(64), "CN=Z1\u2013")).isNull();
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void everyTypeHasADescription() {
        assertThat(new MpanType().description()).isEqualTo("text, 13 digits");
        assertThat(new MprnType().description()).isEqualTo("text, up to 10 digits");
        assertThat(new DateType().description()).isEqualTo("date YYYYMMDD, UTC");
        assertThat(new MigrationWeekType().description()).isEqualTo("date YYYYMMDD, UTC, a Monday");
        assertThat(new PriorityType().description()).isEqualTo("character, Y or omitted");
        assertThat(new YesNoType().description()).isEqualTo("text, YES or NO");
        assertThat(new SerialNumberType().description()).isEqualTo("integer, decimal digits");
        assertThat(new IssuerNameType(64).description()).isEqualTo("text");
        assertThat(new UserIdType().description()).isEqualTo("text, 8 hexadecimal pairs joined by hyphens");
    }

    private <T> void readsBack(FieldType<T> type, T value, String text) {
        FieldOutput out = new FieldOutput(0);
        type.encode(value, out);
        assertThat(text(out)).isEqualTo(text);
        assertThat(decode(type, text)).isEqualTo(value);
        assertThat(sink.findings).isEmpty();
    }

    private <T> @Nullable T decode(FieldType<T> type, String text) {
        FieldProblems problems = new FieldProblems(sink.reporter(ValidationOptions.defaults(), text), FIELD);
        int before = sink.findings.size();
        T value = type.decode(FieldTextTest.text(text), problems);
        assertThat(problems.any()).isEqualTo(sink.findings.size() > before);
        return value;
    }

    private static String text(FieldOutput out) {
        return new String(out.array(), 0, out.size(), StandardCharsets.ISO_8859_1);
    }
}
