package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The notice that DCC gives the Responsible Supplier of a Dormant Meter: at least 15 Working Days before its configuration or firmware
 * is upgraded (clause 5), or before it is migrated (clause 6).
 *
 * <p>The MAM leaves the counting open. Here the days are full ones: neither the day of the notice counts, nor the Not Before date
 * itself, since what is announced may happen as that day begins. All 15 Working Days lie between the two. For a notice of Thursday 1
 * August 2019 the first Working Day that counts is Friday 2 August and the fifteenth is Thursday 22 August, so that Not Before is
 * Friday 23 August 2019 at the earliest.
 *
 * <p>Not Before and notice may each be any day of the calendar: after a fifteenth Working Day that is a Friday, Not Before may be the
 * Saturday. {@link #earliestNotBefore} and {@link #latestNotice} are two faces of one rule: a notice is no later than the latest for
 * a Not Before date exactly where that date is no earlier than the earliest for the notice.
 *
 * @param workingDays the full Working Days that must lie between notice and Not Before, 1 or more
 * @param calendar which days are Working Days
 */
public record NoticePeriod(int workingDays, WorkingDays calendar) {
    private static final int WORKING_DAYS_OF_THE_MAM = 15;

    /**
     * Takes a period of so many Working Days.
     *
     * @param workingDays the full Working Days that must lie between notice and Not Before
     * @param calendar which days are Working Days
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
     * Returns the period of clauses 5 and 6 by a calendar of the caller's, such as one {@linkplain WorkingDays#withBankHoliday with a bank
     * holiday} proclaimed late.
     *
     * @param calendar which days are Working Days
     * @return the period of 15 Working Days
     */
    public static NoticePeriod ofFifteenWorkingDays(WorkingDays calendar) {
        return new NoticePeriod(WORKING_DAYS_OF_THE_MAM, calendar);
    }

    /**
     * Returns the earliest Not Before date that a notice may give: the day after the last of the full Working Days that follow the notice.
     *
     * @param notified the day of the notice
     * @return the first date that is not {@linkplain #isShort short}
     * @throws IllegalArgumentException if the days to be counted leave the years that {@linkplain #calendar() the calendar} knows
     */
    public LocalDate earliestNotBefore(LocalDate notified) {
        return calendar.add(requireNonNull(notified, "notified"), workingDays).plusDays(1);
    }

    /**
     * Returns the latest day on which notice of a Not Before date may be given: the day before the first of the full Working Days that
     * precede that date.
     *
     * @param notBefore the Not Before date
     * @return the last day of notice for which it is not {@linkplain #isShort short}
     * @throws IllegalArgumentException if the days to be counted leave the years that {@linkplain #calendar() the calendar} knows
     */
    public LocalDate latestNotice(LocalDate notBefore) {
        return calendar.add(requireNonNull(notBefore, "notBefore"), -workingDays)
                .minusDays(1);
    }

    /**
     * Returns whether a notice comes too late for its Not Before date.
     *
     * @param notified the day of the notice
     * @param notBefore the Not Before date; any date will do, one before the notice is short too
     * @return whether {@code notBefore} is before the {@linkplain #earliestNotBefore earliest} date that the notice may give
     * @throws IllegalArgumentException if the days to be counted from {@code notified} on leave the years that {@linkplain #calendar()
     *     the calendar} knows
     */
    public boolean isShort(LocalDate notified, LocalDate notBefore) {
        return requireNonNull(notBefore, "notBefore").isBefore(earliestNotBefore(notified));
    }

    /**
     * Returns how many full Working Days a notice gives: those after the day of the notice and before the Not Before date.
     *
     * @param notified the day of the notice
     * @param notBefore the Not Before date
     * @return the number; 0 if {@code notBefore} is before {@code notified}
     * @throws IllegalArgumentException if a date that is needed for the answer lies outside the years that {@linkplain #calendar() the calendar} knows
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
