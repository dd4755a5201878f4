package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The Working Days of England and Wales, in the meaning of the Smart Energy Code: days other than a Saturday, a Sunday, Christmas
 * Day, Good Friday or a bank holiday (clauses 5 and 6).
 *
 * <p>The bank holidays of 2019 to 2030 are known. A day of another year is refused with an {@link IllegalArgumentException} that
 * names these years, since an answer would be a guess. Days that were proclaimed after this library was released are given by
 * {@link #withBankHoliday}.
 *
 * <p>Two calendars are equal if their bank holidays are.
 */
public final class WorkingDays {
    private static final WorkingDays ENGLAND_AND_WALES = new WorkingDays(BankHolidays.ENGLAND_AND_WALES);

    private final NavigableSet<LocalDate> bankHolidays;

    private WorkingDays(Collection<LocalDate> bankHolidays) {
        this.bankHolidays = Collections.unmodifiableNavigableSet(new TreeSet<>(bankHolidays));
    }

    /** {@return the Working Days of England and Wales by the bank holidays known to this library} */
    public static WorkingDays ofEnglandAndWales() {
        return ENGLAND_AND_WALES;
    }

    /**
     * These Working Days less one more bank holiday, such as one proclaimed for a royal occasion.
     *
     * @param date the day; it may be one that is no Working Day already
     * @return a calendar that knows {@code date} as a bank holiday; this one does not change
     * @throws IllegalArgumentException if {@code date} lies outside the years 2019 to 2030
     */
    public WorkingDays withBankHoliday(LocalDate date) {
        requireKnown(requireNonNull(date, "date"));
        NavigableSet<LocalDate> more = new TreeSet<>(bankHolidays);
        more.add(date);
        return new WorkingDays(more);
    }

    /**
     * The bank holidays of a year as they are published: with Good Friday and Christmas Day, and with the substitute day in place of
     * one that falls on a weekend.
     *
     * @param year a year, 2019 to 2030
     * @return the days in their order, not to be modified
     * @throws IllegalArgumentException if {@code year} is another
     */
    public List<LocalDate> bankHolidays(int year) {
        requireKnownYear(year);
        return List.copyOf(bankHolidays.subSet(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true));
    }

    /**
     * Whether {@code date} is a Working Day.
     *
     * @param date a day of the years 2019 to 2030
     * @return whether it is neither a Saturday, nor a Sunday, nor a bank holiday, Good Friday and Christmas Day included
     * @throws IllegalArgumentException if {@code date} lies outside those years
     */
    public boolean isWorkingDay(LocalDate date) {
        requireKnown(requireNonNull(date, "date"));
        return isWorking(date);
    }

    /**
     * The day that stands so many Working Days after {@code date}, or before it where the number is negative. {@code date} itself is
     * not counted and need not be a Working Day: one Working Day after a Friday, and after the Saturday and the Sunday that follow
     * it, is the Monday.
     *
     * @param date a day of the years 2019 to 2030
     * @param workingDays how many Working Days to go on, or back where negative
     * @return a Working Day; where {@code workingDays} is 0, {@code date} as it is
     * @throws IllegalArgumentException if {@code date} or the day reached lies outside those years
     */
    public LocalDate add(LocalDate date, int workingDays) {
        requireKnown(requireNonNull(date, "date"));
        int step = Integer.signum(workingDays);
        LocalDate day = date;
        for (int left = workingDays; left != 0; ) {
            day = day.plusDays(step);
            requireKnown(day);
            if (isWorking(day)) {
                left -= step;
            }
        }
        return day;
    }

    /**
     * How many Working Days lie between two days, neither of them counted: the full Working Days that one has who is told on
     * {@code start} of what happens on {@code end}. From a Monday to the Friday of its week there are three.
     *
     * @param start a day of the years 2019 to 2030
     * @param end a day of those years, {@code start} or later
     * @return the number of Working Days after {@code start} and before {@code end}
     * @throws IllegalArgumentException if {@code end} is before {@code start}, or either lies outside those years
     */
    public int between(LocalDate start, LocalDate end) {
        requireKnown(requireNonNull(start, "start"));
        requireKnown(requireNonNull(end, "end"));
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("the end must not be before the start; " + end + " is before " + start);
        }
        int count = 0;
        for (LocalDate day = start.plusDays(1); day.isBefore(end); day = day.plusDays(1)) {
            if (isWorking(day)) {
                count++;
            }
        }
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkingDays that && bankHolidays.equals(that.bankHolidays);
    }

    @Override
    public int hashCode() {
        return bankHolidays.hashCode();
    }

    /** {@return a description for people: the years that are known} */
    @Override
    public String toString() {
        return "Working Days of England and Wales, " + BankHolidays.FIRST_YEAR + " to " + BankHolidays.LAST_YEAR;
    }

    private boolean isWorking(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && !bankHolidays.contains(date);
    }

    private static void requireKnown(LocalDate date) {
        requireKnownYear(date.getYear());
    }

    private static void requireKnownYear(int year) {
        if (year < BankHolidays.FIRST_YEAR || year > BankHolidays.LAST_YEAR) {
            throw new IllegalArgumentException("the bank holidays of England and Wales are known for the years "
                    + BankHolidays.FIRST_YEAR + " to " + BankHolidays.LAST_YEAR + "; got the year " + year);
        }
    }
}
