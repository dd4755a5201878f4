package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The notice that DCC must give to the Responsible Supplier of a Dormant Meter: at least 15 Working Days before its
 * configuration or firmware is upgraded (clause 5) or it is migrated (clause 6).
 *
 * <p>The MAM does not define how to count. This library counts full days: the day of the notice and the Not Before date
 * are not counted, because the upgrade or migration may take place at the start of that day. All 15 Working Days are
 * between the two. For a notice of Thursday 1 August 2019, the first Working Day is Friday 2 August and the fifteenth
 * is Thursday 22 August, so that the earliest Not Before date is Friday 23 August 2019.
 *
 * <p>Not Before and the day of the notice need not be Working Days: if the fifteenth Working Day is a Friday, Not
 * Before may be the Saturday. {@link #earliestNotBefore} and {@link #latestNotice} are consistent: a notice is not
 * later than the latest for a Not Before date if and only if that date is not earlier than the earliest for the notice.
 *
 * @param workingDays the number of full Working Days between the notice and Not Before, 1 or more
 * @param calendar the calendar of Working Days
 */
public record NoticePeriod(int workingDays, WorkingDays calendar) {
    private static final int WORKING_DAYS_OF_THE_MAM = 15;

    /**
     * Creates a period.
     *
     * @param workingDays the number of full Working Days between the notice and Not Before
     * @param calendar the calendar of Working Days
     * @throws IllegalArgumentException if {@code workingDays} is less than 1
     */
    public NoticePeriod {
        if (workingDays < 1) {
            throw new IllegalArgumentException("a notice period is of 1 or more Working Days; got " + workingDays);
        }
        requireNonNull(calendar, "calendar");
    }

    /** {@return the period of clauses 5 and 6: 15 Working Days of England and Wales} */
    public static NoticePeriod ofFifteenWorkingDays() {
        return ofFifteenWorkingDays(WorkingDays.ofEnglandAndWales());
    }

    /**
     * Returns the period of clauses 5 and 6 with a calendar, such as one
     * {@linkplain WorkingDays#withBankHoliday with a bank holiday} that was announced late.
     *
     * @param calendar the calendar of Working Days
     * @return the period of 15 Working Days
     */
    public static NoticePeriod ofFifteenWorkingDays(WorkingDays calendar) {
        return new NoticePeriod(WORKING_DAYS_OF_THE_MAM, calendar);
    }

    /**
     * Returns the earliest Not Before date of a notice: the day after the last of the full Working Days.
     *
     * @param notified the day of the notice
     * @return the date
     * @throws IllegalArgumentException if the calendar does not have all years that are counted
     */
    public LocalDate earliestNotBefore(LocalDate notified) {
        return calendar.add(requireNonNull(notified, "notified"), workingDays).plusDays(1);
    }

    /**
     * Returns the latest day of notice for a Not Before date: the day before the first of the full Working Days.
     *
     * @param notBefore the Not Before date
     * @return the day
     * @throws IllegalArgumentException if the calendar does not have all years that are counted
     */
    public LocalDate latestNotice(LocalDate notBefore) {
        return calendar.add(requireNonNull(notBefore, "notBefore"), -workingDays)
                .minusDays(1);
    }

    /**
     * Returns whether a notice is too late for its Not Before date.
     *
     * @param notified the day of the notice
     * @param notBefore the Not Before date, which may be before the notice
     * @return true if {@code notBefore} is before the {@linkplain #earliestNotBefore earliest} date
     * @throws IllegalArgumentException if the calendar does not have all years that are counted from {@code notified}
     */
    public boolean isShort(LocalDate notified, LocalDate notBefore) {
        return requireNonNull(notBefore, "notBefore").isBefore(earliestNotBefore(notified));
    }

    /**
     * Returns the number of full Working Days after the day of a notice and before the Not Before date.
     *
     * @param notified the day of the notice
     * @param notBefore the Not Before date
     * @return the number; 0 if {@code notBefore} is before {@code notified}
     * @throws IllegalArgumentException if the calendar does not have all years that are counted
     */
    public int fullWorkingDays(LocalDate notified, LocalDate notBefore) {
        requireNonNull(notified, "notified");
        requireNonNull(notBefore, "notBefore");
        return calendar.between(notified, notBefore.isBefore(notified) ? notified : notBefore);
    }

    /** {@return a description for people, such as {@code 15 Working Days of England and Wales, 2019 to 2030}} */
    @Override
    public String toString() {
        return workingDays + " " + calendar;
    }
}
