package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.WorkingDays;

class WorkingDaysTest {
    private static final WorkingDays CALENDAR = WorkingDays.ofEnglandAndWales();

    private static final List<LocalDate> OF_2031 = Stream.of(
                    "01-01", "04-11", "04-14", "05-05", "05-26", "08-25", "12-25", "12-26")
            .map(day -> LocalDate.parse("2031-" + day))
            .toList();

    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);

    /** Days from the first to the last day that the calendar knows. */
    private static final int LAST_OFFSET = 4382;

    @ParameterizedTest
    @CsvSource({
        "2019, 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
        "2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
        "2021, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
        "2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
        "2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
        "2028, 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
        "2030, 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    })
    void bankHolidaysMatchThePublishedList(int year, String monthsAndDays) {
        List<LocalDate> published = Arrays.stream(monthsAndDays.split(" ", -1))
                .map(monthAndDay -> LocalDate.parse(year + "-" + monthAndDay))
                .toList();
        assertThat(CALENDAR.bankHolidays(year)).isEqualTo(published);
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027})
    void workingDaysMatchAnIndependentCalendar(int year) {
        HolidayManager england = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
        List<LocalDate> holidays = england.getHolidays(Year.of(year), "eng").stream()
                .map(Holiday::getDate)
                .toList();
        assertThat(daysOf(year))
                .allSatisfy(day -> assertThat(CALENDAR.isWorkingDay(day))
                        .as("%s", day)
                        .isEqualTo(isWeekday(day) && !holidays.contains(day)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026, 2027, 2028, 2029, 2030})
    void yearWithoutAProclamationFollowsTheRules(int year) {
        LocalDate easter = easterSunday(year);
        assertThat(CALENDAR.bankHolidays(year))
                .containsExactlyInAnyOrder(
                        weekdayFrom(LocalDate.of(year, 1, 1)),
                        easter.minusDays(2),
                        easter.plusDays(1),
                        mondayFrom(LocalDate.of(year, 5, 1)),
                        mondayFrom(LocalDate.of(year, 5, 25)),
                        mondayFrom(LocalDate.of(year, 8, 25)),
                        christmas(year).get(0),
                        christmas(year).get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-04-19",
                "2019-12-25",
                "2020-05-08",
                "2021-12-25",
                "2021-12-27",
                "2022-06-02",
                "2022-06-03",
                "2022-09-19",
                "2023-05-08",
                "2019-08-03",
                "2019-08-04",
            })
    void weekendsBankHolidaysGoodFridayAndChristmasDayAreNotWorkingDays(LocalDate date) {
        assertThat(CALENDAR.isWorkingDay(date)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-08-01", "2020-05-04", "2022-05-30", "2019-12-24", "2019-12-27", "2022-01-04"})
    void otherDaysAreWorkingDays(LocalDate date) {
        assertThat(CALENDAR.isWorkingDay(date)).isTrue();
    }

    @ParameterizedTest(name = "{0} and {1} Working Days is {2}")
    @CsvSource({
        "2019-08-01, 1, 2019-08-02",
        "2019-08-02, 1, 2019-08-05",
        "2019-08-03, 1, 2019-08-05",
        "2019-08-04, 1, 2019-08-05",
        "2019-08-01, 15, 2019-08-22",
        "2019-08-23, 1, 2019-08-27",
        "2019-04-18, 1, 2019-04-23",
        "2021-12-24, 1, 2021-12-29",
        "2021-12-24, 4, 2022-01-04",
        "2019-08-05, -1, 2019-08-02",
        "2019-08-04, -1, 2019-08-02",
        "2019-08-22, -15, 2019-08-01",
        "2019-08-03, 0, 2019-08-03",
        "2030-12-30, 1, 2030-12-31",
        "2019-01-03, -1, 2019-01-02",
    })
    void addingCountsOnlyWorkingDays(LocalDate date, int workingDays, LocalDate expected) {
        assertThat(CALENDAR.add(date, workingDays)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "between {0} and {1} there are {2}")
    @CsvSource({
        "2019-08-05, 2019-08-05, 0",
        "2019-08-05, 2019-08-06, 0",
        "2019-08-05, 2019-08-07, 1",
        "2019-08-05, 2019-08-09, 3",
        "2019-08-02, 2019-08-05, 0",
        "2019-08-23, 2019-08-28, 1",
    })
    void startAndEndAreNotCountedBetweenTwoDays(LocalDate start, LocalDate end, int expected) {
        assertThat(CALENDAR.between(start, end)).isEqualTo(expected);
    }

    @Test
    void endBeforeTheStartIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.between(LocalDate.of(2019, 8, 5), LocalDate.of(2019, 8, 4)))
                .withMessage("the end must not be before the start; 2019-08-04 is before 2019-08-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-12-31", "2031-01-01", "-999999999-01-01", "+999999999-12-31"})
    void dayOfAnUnknownYearIsRejectedWithTheKnownYears(LocalDate date) {
        String message = "the bank holidays of England and Wales are known for the years 2019 to 2030; got the year "
                + date.getYear() + ": add the bank holidays of that year";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.isWorkingDay(date))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.add(date, 1))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.between(date, LocalDate.MAX))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.withBankHoliday(date))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.bankHolidays(date.getYear()))
                .withMessage(message);
    }

    @Test
    void countingBeyondTheKnownYearsIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.add(LocalDate.of(2030, 12, 31), 1))
                .withMessageContaining("2019 to 2030");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.add(LocalDate.of(2019, 1, 2), -1))
                .withMessageContaining("2019 to 2030");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.add(LocalDate.of(2025, 1, 2), Integer.MIN_VALUE))
                .withMessageContaining("2019 to 2030");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.between(LocalDate.of(2030, 12, 31), LocalDate.of(2031, 1, 1)))
                .withMessageContaining("2019 to 2030");
    }

    @Test
    void bankHolidayThatIsProclaimedLaterCanBeAdded() {
        LocalDate proclaimed = LocalDate.of(2029, 6, 14);
        WorkingDays extended = CALENDAR.withBankHoliday(proclaimed);
        assertThat(extended.isWorkingDay(proclaimed)).isFalse();
        assertThat(extended.bankHolidays(2029)).contains(proclaimed).hasSize(9).isSorted();
        assertThat(extended.add(LocalDate.of(2029, 6, 13), 1)).isEqualTo("2029-06-15");
        assertThat(CALENDAR.isWorkingDay(proclaimed)).isTrue();
        assertThat(CALENDAR.bankHolidays(2029)).hasSize(8);
    }

    @Test
    void bankHolidayCanBeMovedInItsYear() {
        LocalDate from = LocalDate.of(2030, 5, 6);
        LocalDate to = LocalDate.of(2030, 5, 8);
        WorkingDays moved = CALENDAR.withBankHolidayMoved(from, to);
        assertThat(moved.isWorkingDay(from)).isTrue();
        assertThat(moved.isWorkingDay(to)).isFalse();
        assertThat(moved.bankHolidays(2030)).hasSize(8);
        assertThat(moved.add(LocalDate.of(2030, 5, 3), 3)).isEqualTo("2030-05-09");
        assertThat(CALENDAR.isWorkingDay(from)).isFalse();
        assertThat(moved.withBankHolidayMoved(to, from)).isEqualTo(CALENDAR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2030-05-07 | 2030-05-08 | only a bank holiday can be moved, and 2030-05-07 is not one
        2030-12-25 | 2031-01-02 | a bank holiday can only be moved within its year; 2030-12-25 and 2031-01-02 are in different years
        2031-05-05 | 2031-05-08 | the bank holidays of England and Wales are known for the years 2019 to 2030; got the year 2031: add the bank holidays of that year
        """)
    void invalidMoveIsRejected(LocalDate from, LocalDate to, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.withBankHolidayMoved(from, to))
                .withMessage(message);
    }

    @Test
    void cancelledBankHolidayIsAnOrdinaryDay() {
        LocalDate august = LocalDate.of(2030, 8, 26);
        WorkingDays without = CALENDAR.withoutBankHoliday(august);
        assertThat(without.isWorkingDay(august)).isTrue();
        assertThat(without.bankHolidays(2030)).hasSize(7).doesNotContain(august);
        assertThat(without.withBankHoliday(august)).isEqualTo(CALENDAR);
        assertThat(CALENDAR.isWorkingDay(august)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> without.withoutBankHoliday(august))
                .withMessage("only a bank holiday can be removed, and 2030-08-26 is not one");
    }

    @Test
    void yearWithItsBankHolidaysCanBeAdded() {
        WorkingDays longer = CALENDAR.withYear(2031, OF_2031);
        assertThat(longer.knows(2031)).isTrue();
        assertThat(longer.bankHolidays(2031)).isEqualTo(OF_2031);
        assertThat(longer.add(LocalDate.of(2030, 12, 31), 1)).isEqualTo("2031-01-02");
        assertThat(longer.isWorkingDay(LocalDate.of(2031, 4, 11))).isFalse();
        assertThat(longer).hasToString("Working Days of England and Wales, 2019 to 2031");
        assertThat(longer.withYear(2033, inYear(2033)))
                .hasToString("Working Days of England and Wales, 2019 to 2031, 2033");
        assertThat(longer).isNotEqualTo(CALENDAR).isEqualTo(CALENDAR.withYear(2031, OF_2031));
        assertThat(CALENDAR.knows(2031)).isFalse();
    }

    @Test
    void yearThatIsIncompleteOrAlreadyKnownIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.withYear(2031, OF_2031.subList(0, 7)))
                .withMessage("a year has at least 8 bank holidays, but 7 of 2031 are given: give all of them");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.withYear(2032, OF_2031))
                .withMessage("a bank holiday of 2032 must be in that year; got 2031-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.withYear(2030, OF_2031))
                .withMessage("the bank holidays of 2030 are already known: add or move single days");
    }

    private static List<LocalDate> inYear(int year) {
        return OF_2031.stream().map(day -> day.withYear(year)).toList();
    }

    @Test
    void calendarsWithEqualBankHolidaysAreEqual() {
        WorkingDays extended = CALENDAR.withBankHoliday(LocalDate.of(2029, 6, 14));
        assertThat(extended)
                .isNotEqualTo(CALENDAR)
                .isEqualTo(CALENDAR.withBankHoliday(LocalDate.of(2029, 6, 14)))
                .hasSameHashCodeAs(CALENDAR.withBankHoliday(LocalDate.of(2029, 6, 14)));
        assertThat(CALENDAR.withBankHoliday(LocalDate.of(2029, 12, 25))).isEqualTo(CALENDAR);
        assertThat(CALENDAR)
                .isNotEqualTo("Working Days")
                .hasToString("Working Days of England and Wales, 2019 to 2030");
    }

    @Test
    void returnedBankHolidaysCannotBeChanged() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> CALENDAR.bankHolidays(2019).clear());
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> CALENDAR.isWorkingDay(null))
                .withMessage("date");
        assertThatNullPointerException().isThrownBy(() -> CALENDAR.add(null, 1)).withMessage("date");
        assertThatNullPointerException()
                .isThrownBy(() -> CALENDAR.between(null, FIRST))
                .withMessage("start");
        assertThatNullPointerException()
                .isThrownBy(() -> CALENDAR.between(FIRST, null))
                .withMessage("end");
        assertThatNullPointerException()
                .isThrownBy(() -> CALENDAR.withBankHoliday(null))
                .withMessage("date");
    }

    @Property
    void addingReturnsTheDayWithThatNumberOfWorkingDaysInBetween(
            @ForAll @IntRange(max = LAST_OFFSET - 400) int offset,
            @ForAll @IntRange(min = 1, max = 250) int workingDays) {
        LocalDate date = FIRST.plusDays(offset);
        LocalDate reached = CALENDAR.add(date, workingDays);
        assertThat(CALENDAR.isWorkingDay(reached)).isTrue();
        assertThat(CALENDAR.between(date, reached)).isEqualTo(workingDays - 1);
    }

    @Property
    void addingAndSubtractingWorkingDaysReturnsToTheSameWorkingDay(
            @ForAll @IntRange(min = 400, max = LAST_OFFSET - 400) int offset,
            @ForAll @IntRange(min = -250, max = 250) int workingDays) {
        LocalDate day = CALENDAR.add(FIRST.plusDays(offset), 1);
        assertThat(CALENDAR.add(CALENDAR.add(day, workingDays), -workingDays)).isEqualTo(day);
    }

    private static List<LocalDate> daysOf(int year) {
        return IntStream.rangeClosed(1, Year.of(year).length())
                .mapToObj(Year.of(year)::atDay)
                .toList();
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static LocalDate weekdayFrom(LocalDate day) {
        return isWeekday(day) ? day : weekdayFrom(day.plusDays(1));
    }

    private static LocalDate mondayFrom(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.MONDAY ? day : mondayFrom(day.plusDays(1));
    }

    /** The first two weekdays from Christmas Day on: a day at the weekend has a substitute on the next weekday. */
    private static List<LocalDate> christmas(int year) {
        LocalDate first = weekdayFrom(LocalDate.of(year, 12, 25));
        return List.of(first, weekdayFrom(first.plusDays(1)));
    }

    /** The anonymous Gregorian algorithm (Meeus). */
    private static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int number = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, number / 31, number % 31 + 1);
    }
}
