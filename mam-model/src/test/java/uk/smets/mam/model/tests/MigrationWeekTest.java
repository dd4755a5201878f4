package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.MigrationWeek;

class MigrationWeekTest {
    private static final MigrationWeek AUGUST_5 = MigrationWeek.of(LocalDate.of(2019, 8, 5));

    /** 0001-01-01 and 9999-12-27, the first and the last Monday that a file can have. */
    private static final long FIRST_MONDAY = -719_162;

    private static final long LAST_MONDAY = 2_932_892;

    @Test
    void weekRunsFromItsMondayToItsSunday() {
        assertThat(AUGUST_5.monday()).isEqualTo("2019-08-05");
        assertThat(AUGUST_5.sunday()).isEqualTo("2019-08-11");
        assertThat(AUGUST_5.contains(LocalDate.of(2019, 8, 4))).isFalse();
        assertThat(AUGUST_5.contains(LocalDate.of(2019, 8, 5))).isTrue();
        assertThat(AUGUST_5.contains(LocalDate.of(2019, 8, 11))).isTrue();
        assertThat(AUGUST_5.contains(LocalDate.of(2019, 8, 12))).isFalse();
        assertThat(AUGUST_5.next()).isEqualTo(MigrationWeek.of(LocalDate.of(2019, 8, 12)));
        assertThat(AUGUST_5.previous()).isEqualTo(MigrationWeek.of(LocalDate.of(2019, 7, 29)));
    }

    @Test
    void anotherDayIsRejectedWithTheMondayOfItsWeek() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationWeek.of(LocalDate.of(2019, 8, 7)))
                .withMessage("a Migration Week starts on a Monday; 2019-08-07 is a Wednesday, "
                        + "and the Monday of its week is 2019-08-05");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MigrationWeek(LocalDate.of(2019, 8, 11)))
                .withMessageContaining("is a Sunday")
                .withMessageEndingWith("2019-08-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-08-05", "2019-08-07", "2019-08-11"})
    void everyDayIsInTheWeekOfTheMondayOnOrBeforeIt(LocalDate date) {
        assertThat(MigrationWeek.containing(date)).isEqualTo(AUGUST_5);
    }

    @Test
    void textFormIsTheMondayInEightDigits() {
        assertThat(AUGUST_5).hasToString("20190805");
        assertThat(MigrationWeek.find("20190805")).contains(AUGUST_5);
        assertThat(MigrationWeek.of(LocalDate.of(1, 1, 1))).hasToString("00010101");
        assertThat(MigrationWeek.find("99991227").orElseThrow()).hasToString("99991227");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20190807",
                "2019085",
                "201908050",
                "20190805Z",
                "20190805+0100",
                "2019-08-05",
                "05082019",
                "05/08/2019",
                "20190230",
                "20191301",
                "20190005",
                "20190800",
                "20190832",
                "00000103",
                " 20190805",
                "20190805\n",
                "2019O805",
                "+2019080",
                "-2019080",
                "2.01908E+07",
                "\u0662\u0660\u0661\u0669\u0660\u0668\u0660\u0665",
            })
    void textThatIsNotAMondayOfTheCalendarIsNotAWeek(String text) {
        assertThat(MigrationWeek.find(text)).isEmpty();
    }

    @Test
    void leapDayIsAMondayOnlyInALeapYear() {
        assertThat(MigrationWeek.find("20160229")).isPresent();
        assertThat(MigrationWeek.find("21000229")).isEmpty();
    }

    @Test
    void deadlineOfTheExampleInClause4IsTenOClockOnThursdayTheFirstOfAugust() {
        assertThat(AUGUST_5.submissionDeadline()).isEqualTo(london("2019-08-01", "10:00"));
        assertThat(AUGUST_5.submissionDeadline()).isEqualTo("2019-08-01T09:00:00Z");
        assertThat(AUGUST_5.submissionDeadline(ZoneOffset.UTC)).isEqualTo("2019-08-01T10:00:00Z");
    }

    @Test
    void fileIsInTimeAtTenOClockAndLateAnyTimeAfter() {
        Instant ten = Instant.parse("2019-08-01T09:00:00Z");
        assertThat(AUGUST_5.isLate(ten.minusNanos(1))).isFalse();
        assertThat(AUGUST_5.isLate(ten)).isFalse();
        assertThat(AUGUST_5.isLate(ten.plusNanos(1))).isTrue();
        assertThat(AUGUST_5.isLate(ten.plusNanos(1), ZoneOffset.UTC)).isFalse();
        assertThat(AUGUST_5.isLate(ten.plusSeconds(3600), ZoneOffset.UTC)).isFalse();
        assertThat(AUGUST_5.isLate(ten.plusSeconds(3600).plusNanos(1), ZoneOffset.UTC))
                .isTrue();
    }

    @ParameterizedTest(name = "the deadline for {0} is {1}")
    @CsvSource({
        // clocks go forward on Sunday 31 March 2019, back on Sunday 27 October 2019
        "20190401, 2019-03-28T10:00:00Z, 2019-03-28T23:59:00Z",
        "20190408, 2019-04-04T09:00:00Z, 2019-04-04T22:59:00Z",
        "20191028, 2019-10-24T09:00:00Z, 2019-10-24T22:59:00Z",
        "20191104, 2019-10-31T10:00:00Z, 2019-10-31T23:59:00Z",
        // the Thursday may be in the previous month and year
        "20210104, 2020-12-31T10:00:00Z, 2020-12-31T23:59:00Z",
        "20240304, 2024-02-29T10:00:00Z, 2024-02-29T23:59:00Z",
    })
    void deadlinesKeepTheTimeOfDayInLondonWhenTheClocksChange(String week, Instant submission, Instant response) {
        MigrationWeek migrationWeek = MigrationWeek.find(week).orElseThrow();
        assertThat(migrationWeek.submissionDeadline()).isEqualTo(submission);
        assertThat(migrationWeek.validationResponseDue()).isEqualTo(response);
    }

    @Test
    void dccRespondsByOneMinuteToMidnightOnTheThursdayOfTheDeadline() {
        assertThat(AUGUST_5.validationResponseDue()).isEqualTo(london("2019-08-01", "23:59"));
        assertThat(AUGUST_5.validationResponseDue(ZoneOffset.UTC)).isEqualTo("2019-08-01T23:59:00Z");
    }

    @ParameterizedTest(name = "at {0} the week of {1} is open")
    @CsvSource({
        "2019-07-29T00:00:00Z, 20190805",
        "2019-08-01T09:00:00Z, 20190805",
        "2019-08-01T09:00:00.000000001Z, 20190812",
        "2019-08-04T12:00:00Z, 20190812",
        // 23:30 UTC on a Sunday in summer is Monday in London
        "2019-08-04T23:30:00Z, 20190812",
        "2019-08-05T12:00:00Z, 20190812",
        "2020-12-31T10:00:00Z, 20210104",
        "2020-12-31T10:00:01Z, 20210111",
    })
    void openWeekIsTheFirstWhoseDeadlineHasNotPassed(Instant instant, String week) {
        assertThat(MigrationWeek.openAt(instant)).hasToString(week);
        assertThat(MigrationWeek.openAt(Clock.fixed(instant, ZoneId.of("Asia/Tokyo"))))
                .hasToString(week);
    }

    @Test
    void openWeekDependsOnTheZoneOfTheDeadline() {
        Instant halfPastTenInLondon = Instant.parse("2019-08-01T09:30:00Z");
        assertThat(MigrationWeek.openAt(halfPastTenInLondon)).hasToString("20190812");
        assertThat(MigrationWeek.openAt(halfPastTenInLondon, ZoneOffset.UTC)).hasToString("20190805");
    }

    @Test
    void thereIsNoOpenWeekOutsideTheYears1To9999() {
        for (Instant instant : List.of(Instant.MIN, Instant.MAX, Instant.parse("-0001-12-31T00:00:00Z"))) {
            for (ZoneId zone : List.of(ZoneOffset.MIN, ZoneOffset.UTC, ZoneOffset.MAX)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> MigrationWeek.openAt(instant, zone))
                        .withMessageContaining(
                                "a Migration Week must be in the years 1 to 9999; got the instant " + instant);
            }
        }
        Instant lastOfTheYearZero = Instant.parse("0000-12-31T23:00:00Z");
        assertThat(MigrationWeek.openAt(lastOfTheYearZero, ZoneOffset.ofHours(2)))
                .hasToString("00010108");
    }

    @Test
    void yearWithMoreThanFourDigitsOrBefore1IsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationWeek.of(LocalDate.of(10_000, 1, 3)))
                .withMessage("a Migration Week must be in the years 1 to 9999; got the year 10000");
        assertThatIllegalArgumentException().isThrownBy(() -> MigrationWeek.containing(LocalDate.of(0, 12, 31)));
        assertThatIllegalArgumentException().isThrownBy(() -> MigrationWeek.containing(LocalDate.MIN));
        assertThatIllegalArgumentException().isThrownBy(() -> MigrationWeek.containing(LocalDate.MAX));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        MigrationWeek.of(LocalDate.ofEpochDay(LAST_MONDAY)).next());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        MigrationWeek.of(LocalDate.ofEpochDay(FIRST_MONDAY)).previous());
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationWeek.of(null))
                .withMessage("monday");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationWeek.containing(null))
                .withMessage("date");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationWeek.find(null))
                .withMessage("yyyymmdd");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationWeek.openAt((Clock) null))
                .withMessage("clock");
        assertThatNullPointerException().isThrownBy(() -> AUGUST_5.isLate(null)).withMessage("sent");
        assertThatNullPointerException()
                .isThrownBy(() -> AUGUST_5.submissionDeadline(null))
                .withMessage("zone");
    }

    @Property
    void everyWeekReadsBackFromItsText(@ForAll @LongRange(min = FIRST_MONDAY, max = LAST_MONDAY) long day) {
        MigrationWeek week = MigrationWeek.containing(LocalDate.ofEpochDay(day));
        assertThat(MigrationWeek.find(week.toString())).contains(week);
        assertThat(week.contains(LocalDate.ofEpochDay(day))).isTrue();
    }

    @Property
    void openWeekIsNotLateAndTheWeekBeforeItIsLate(
            @ForAll @LongRange(min = 0, max = 4_102_444_800L) long second, @ForAll @IntRange(max = 1) int nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        MigrationWeek open = MigrationWeek.openAt(instant);
        assertThat(open.isLate(instant)).isFalse();
        assertThat(open.previous().isLate(instant)).isTrue();
    }

    @Property
    void weeksAndTheirDeadlinesAreInChronologicalOrder(
            @ForAll @LongRange(min = 0, max = 30_000) long one, @ForAll @LongRange(min = 0, max = 30_000) long other) {
        MigrationWeek first = MigrationWeek.containing(LocalDate.ofEpochDay(one));
        MigrationWeek second = MigrationWeek.containing(LocalDate.ofEpochDay(other));
        int order = Integer.signum(first.compareTo(second));
        assertThat(order).isEqualTo(Integer.signum(first.toString().compareTo(second.toString())));
        assertThat(order).isEqualTo(first.submissionDeadline().compareTo(second.submissionDeadline()));
    }

    private static Instant london(String date, String time) {
        return ZonedDateTime.of(LocalDate.parse(date), LocalTime.parse(time), ZoneId.of("Europe/London"))
                .toInstant();
    }
}
