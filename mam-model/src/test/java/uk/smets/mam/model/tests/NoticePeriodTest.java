package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.NoticePeriod;
import uk.smets.mam.model.WorkingDays;

class NoticePeriodTest {
    private static final NoticePeriod PERIOD = NoticePeriod.ofFifteenWorkingDays();

    private static final LocalDate FIRST = LocalDate.of(2019, 2, 1);

    /** Days from the first known day to one that is more than 15 Working Days before the end of the last known year. */
    private static final int LAST_OFFSET = 4250;

    @Test
    void dayOfTheNoticeAndNotBeforeAreNotAmongTheFifteen() {
        LocalDate notified = LocalDate.of(2019, 8, 1);
        assertThat(PERIOD.workingDays()).isEqualTo(15);
        assertThat(PERIOD.earliestNotBefore(notified)).isEqualTo("2019-08-23");
        assertThat(PERIOD.latestNotice(LocalDate.of(2019, 8, 23))).isEqualTo(notified);
        assertThat(PERIOD.isShort(notified, LocalDate.of(2019, 8, 22))).isTrue();
        assertThat(PERIOD.isShort(notified, LocalDate.of(2019, 8, 23))).isFalse();
        assertThat(PERIOD.fullWorkingDays(notified, LocalDate.of(2019, 8, 22))).isEqualTo(14);
        assertThat(PERIOD.fullWorkingDays(notified, LocalDate.of(2019, 8, 23))).isEqualTo(15);
    }

    @ParameterizedTest(name = "notice of {0}: not before {1}")
    @CsvSource({
        // no holiday: three weeks and a day
        "2019-07-01, 2019-07-23",
        // the fifteenth Working Day is a Friday: Not Before may be the Saturday
        "2019-07-05, 2019-07-27",
        // a notice at the weekend counts from the Monday, like a notice on the Friday
        "2019-07-06, 2019-07-27",
        "2019-07-07, 2019-07-27",
        // the summer bank holiday is not counted
        "2019-08-12, 2019-09-04",
        // Good Friday, Easter Monday and the early May bank holiday are not counted
        "2019-04-15, 2019-05-10",
        // nor are Christmas, Boxing Day and New Year's Day
        "2019-12-16, 2020-01-10",
        // nor is a holiday proclaimed once
        "2022-09-01, 2022-09-24",
    })
    void earliestNotBeforeFollowsFifteenFullWorkingDays(LocalDate notified, LocalDate earliest) {
        assertThat(PERIOD.earliestNotBefore(notified)).isEqualTo(earliest);
    }

    @ParameterizedTest(name = "not before {0}: notice by {1}")
    @CsvSource({
        "2019-07-23, 2019-07-01",
        // the weekend after the fifteenth Working Day does not matter
        "2019-07-27, 2019-07-07",
        "2019-07-28, 2019-07-07",
        "2019-07-29, 2019-07-07",
        "2019-07-30, 2019-07-08",
        "2019-09-04, 2019-08-12",
    })
    void latestNoticePrecedesFifteenFullWorkingDays(LocalDate notBefore, LocalDate latest) {
        assertThat(PERIOD.latestNotice(notBefore)).isEqualTo(latest);
    }

    @Test
    void bankHolidayThatIsProclaimedLaterMovesTheDates() {
        NoticePeriod period = NoticePeriod.ofFifteenWorkingDays(
                WorkingDays.ofEnglandAndWales().withBankHoliday(LocalDate.of(2029, 6, 14)));
        assertThat(PERIOD.earliestNotBefore(LocalDate.of(2029, 6, 11))).isEqualTo("2029-07-03");
        assertThat(period.earliestNotBefore(LocalDate.of(2029, 6, 11))).isEqualTo("2029-07-04");
        assertThat(period.latestNotice(LocalDate.of(2029, 7, 3))).isEqualTo("2029-06-10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-08-01", "2019-07-31", "2018-01-01", "-999999999-01-01"})
    void notBeforeOnOrBeforeTheDayOfTheNoticeIsShort(LocalDate notBefore) {
        assertThat(PERIOD.isShort(LocalDate.of(2019, 8, 1), notBefore)).isTrue();
    }

    @Test
    void remoteNotBeforeInAnUnknownYearIsNotShort() {
        assertThat(PERIOD.isShort(LocalDate.of(2019, 8, 1), LocalDate.MAX)).isFalse();
    }

    @Test
    void noticeAfterNotBeforeHasNoWorkingDays() {
        assertThat(PERIOD.fullWorkingDays(LocalDate.of(2019, 8, 1), LocalDate.of(2019, 7, 1)))
                .isZero();
        assertThat(PERIOD.fullWorkingDays(LocalDate.of(2019, 8, 1), LocalDate.of(2019, 8, 1)))
                .isZero();
    }

    @Test
    void countingIntoAnUnknownYearIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PERIOD.earliestNotBefore(LocalDate.of(2030, 12, 20)))
                .withMessageContaining("2019 to 2030");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PERIOD.latestNotice(LocalDate.of(2019, 1, 10)))
                .withMessageContaining("2019 to 2030");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PERIOD.isShort(LocalDate.of(2031, 1, 1), LocalDate.of(2031, 5, 1)))
                .withMessageContaining("2019 to 2030");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void periodWithoutAWorkingDayIsRejected(int workingDays) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoticePeriod(workingDays, WorkingDays.ofEnglandAndWales()))
                .withMessage("a notice period is of 1 or more Working Days; got " + workingDays);
    }

    @Test
    void textFormDescribesThePeriod() {
        assertThat(PERIOD).hasToString("15 Working Days of England and Wales, 2019 to 2030");
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        LocalDate date = LocalDate.of(2019, 8, 1);
        assertThatNullPointerException()
                .isThrownBy(() -> NoticePeriod.ofFifteenWorkingDays(null))
                .withMessage("calendar");
        assertThatNullPointerException()
                .isThrownBy(() -> PERIOD.earliestNotBefore(null))
                .withMessage("notified");
        assertThatNullPointerException()
                .isThrownBy(() -> PERIOD.latestNotice(null))
                .withMessage("notBefore");
        assertThatNullPointerException()
                .isThrownBy(() -> PERIOD.isShort(date, null))
                .withMessage("notBefore");
        assertThatNullPointerException()
                .isThrownBy(() -> PERIOD.fullWorkingDays(null, date))
                .withMessage("notified");
    }

    @Property
    void noticeIsInTimeForADateIfAndOnlyIfTheDateIsInTimeForTheNotice(
            @ForAll @IntRange(max = LAST_OFFSET) int offset, @ForAll @IntRange(max = 40) int days) {
        LocalDate notified = FIRST.plusDays(offset);
        LocalDate notBefore = notified.plusDays(days);
        boolean inTime = PERIOD.fullWorkingDays(notified, notBefore) >= 15;
        assertThat(!notBefore.isBefore(PERIOD.earliestNotBefore(notified))).isEqualTo(inTime);
        assertThat(!notified.isAfter(PERIOD.latestNotice(notBefore))).isEqualTo(inTime);
        assertThat(PERIOD.isShort(notified, notBefore)).isEqualTo(!inTime);
    }

    @Property
    void earliestNotBeforeOfTheLatestNoticeIsOnOrBeforeTheDateAndHasTheSameLatestNotice(
            @ForAll @IntRange(min = 40, max = LAST_OFFSET) int offset) {
        LocalDate notBefore = FIRST.plusDays(offset);
        LocalDate latest = PERIOD.latestNotice(notBefore);
        assertThat(PERIOD.earliestNotBefore(latest)).isBeforeOrEqualTo(notBefore);
        assertThat(PERIOD.latestNotice(PERIOD.earliestNotBefore(latest))).isEqualTo(latest);
    }

    @Property
    void earliestAndLatestDatesAreExact(@ForAll @IntRange(max = LAST_OFFSET) int offset) {
        LocalDate notified = FIRST.plusDays(offset);
        LocalDate earliest = PERIOD.earliestNotBefore(notified);
        assertThat(PERIOD.fullWorkingDays(notified, earliest)).isEqualTo(15);
        assertThat(PERIOD.fullWorkingDays(notified, earliest.minusDays(1))).isEqualTo(14);
        LocalDate latest = PERIOD.latestNotice(earliest);
        assertThat(PERIOD.fullWorkingDays(latest, earliest)).isEqualTo(15);
        assertThat(PERIOD.fullWorkingDays(latest.plusDays(1), earliest)).isEqualTo(14);
    }
}
