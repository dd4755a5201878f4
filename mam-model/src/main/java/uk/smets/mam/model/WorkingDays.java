package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.IntStream;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * The Working Days of England and Wales as defined by the Smart Energy Code: all days except Saturdays, Sundays,
 * Christmas Day, Good Friday and bank holidays (clauses 5 and 6).
 *
 * <p>The bank holidays of 2019 to 2030 are known. For a day of another year, methods throw an
 * {@link IllegalArgumentException} that lists the known years. Changes that were announced after the release of this
 * library can be made with {@link #withBankHoliday}, {@link #withoutBankHoliday}, {@link #withBankHolidayMoved} and
 * {@link #withYear}.
 *
 * <p>Two calendars are equal if they know the same years and bank holidays.
 */
public final class WorkingDays {
    /** New Year's Day, Good Friday, Easter Monday, two in May, one in August, Christmas Day and Boxing Day. */
    private static final int FEWEST_IN_A_YEAR = 8;

    private static final WorkingDays ENGLAND_AND_WALES = new WorkingDays(
            new TreeSet<>(IntStream.rangeClosed(BankHolidays.FIRST_YEAR, BankHolidays.LAST_YEAR)
                    .boxed()
                    .toList()),
            new TreeSet<>(BankHolidays.ENGLAND_AND_WALES));

    private final NavigableSet<Integer> years;
    private final NavigableSet<LocalDate> bankHolidays;

    private WorkingDays(NavigableSet<Integer> years, NavigableSet<LocalDate> bankHolidays) {
        this.years = Collections.unmodifiableNavigableSet(years);
        this.bankHolidays = Collections.unmodifiableNavigableSet(bankHolidays);
    }

    /** {@return the Working Days of England and Wales with the bank holidays known to this library} */
    public static WorkingDays ofEnglandAndWales() {
        return ENGLAND_AND_WALES;
    }

    /**
     * Returns this calendar with another bank holiday, such as one for a royal occasion.
     *
     * @param date the day, which may already be a non-working day
     * @return the new calendar
     * @throws IllegalArgumentException if the bank holidays of its year are not known
     */
    public WorkingDays withBankHoliday(LocalDate date) {
        requireKnown(requireNonNull(date, "date"));
        NavigableSet<LocalDate> more = new TreeSet<>(bankHolidays);
        more.add(date);
        return new WorkingDays(years, more);
    }

    /**
     * Returns this calendar without a bank holiday that was cancelled.
     *
     * @param date the bank holiday, which becomes an ordinary day
     * @return the new calendar
     * @throws IllegalArgumentException if {@code date} is not a bank holiday
     */
    public WorkingDays withoutBankHoliday(LocalDate date) {
        requireKnown(requireNonNull(date, "date"));
        if (!bankHolidays.contains(date)) {
            throw new IllegalArgumentException("only a bank holiday can be removed, and " + date + " is not one");
        }
        NavigableSet<LocalDate> fewer = new TreeSet<>(bankHolidays);
        fewer.remove(date);
        return new WorkingDays(years, fewer);
    }

    /**
     * Returns this calendar with a bank holiday moved to another day of its year, as that of 4 May 2020 was moved to 8
     * May 2020.
     *
     * @param from the bank holiday, which becomes an ordinary day
     * @param to the day that replaces it
     * @return the new calendar
     * @throws IllegalArgumentException if {@code from} is not a bank holiday, or {@code to} is in another year
     */
    public WorkingDays withBankHolidayMoved(LocalDate from, LocalDate to) {
        requireKnown(requireNonNull(from, "from"));
        requireNonNull(to, "to");
        if (!bankHolidays.contains(from)) {
            throw new IllegalArgumentException("only a bank holiday can be moved, and " + from + " is not one");
        }
        if (from.getYear() != to.getYear()) {
            throw new IllegalArgumentException("a bank holiday can only be moved within its year; " + from + " and "
                    + to + " are in different years");
        }
        NavigableSet<LocalDate> moved = new TreeSet<>(bankHolidays);
        moved.remove(from);
        moved.add(to);
        return new WorkingDays(years, moved);
    }

    /**
     * Returns this calendar with the bank holidays of another year.
     *
     * @param year the year
     * @param days all its bank holidays as published, with Good Friday, Christmas Day and the substitute days for
     *     weekends
     * @return the new calendar
     * @throws IllegalArgumentException if {@code year} is already known, a day is not in that year, or there are fewer
     *     than 8 days, which no year has
     */
    public WorkingDays withYear(int year, Collection<LocalDate> days) {
        NavigableSet<LocalDate> given = new TreeSet<>(Arguments.setOf(days, "days"));
        if (years.contains(year)) {
            throw new IllegalArgumentException(
                    "the bank holidays of " + year + " are already known: add or move single days");
        }
        for (LocalDate day : given) {
            if (day.getYear() != year) {
                throw new IllegalArgumentException("a bank holiday of " + year + " must be in that year; got " + day);
            }
        }
        if (given.size() < FEWEST_IN_A_YEAR) {
            throw new IllegalArgumentException("a year has at least " + FEWEST_IN_A_YEAR + " bank holidays, but "
                    + given.size() + " of " + year + " are given: give all of them");
        }
        NavigableSet<Integer> moreYears = new TreeSet<>(years);
        moreYears.add(year);
        NavigableSet<LocalDate> moreDays = new TreeSet<>(bankHolidays);
        moreDays.addAll(given);
        return new WorkingDays(moreYears, moreDays);
    }

    /**
     * Returns whether the bank holidays of a year are known.
     *
     * @param year the year
     * @return true for 2019 to 2030, and for a year that was {@linkplain #withYear added}
     */
    public boolean knows(int year) {
        return years.contains(year);
    }

    /**
     * Returns the bank holidays of a year as published: with Good Friday, Christmas Day, and the substitute days for
     * weekends.
     *
     * @param year a known year
     * @return the days in their order, unmodifiable
     * @throws IllegalArgumentException if {@code year} is not known
     */
    public List<LocalDate> bankHolidays(int year) {
        requireKnownYear(year);
        return List.copyOf(bankHolidays.subSet(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true));
    }

    /**
     * Returns whether {@code date} is a Working Day.
     *
     * @param date a day of a known year
     * @return false for a Saturday, a Sunday, Good Friday, Christmas Day or another bank holiday
     * @throws IllegalArgumentException if {@code date} is in another year
     */
    public boolean isWorkingDay(LocalDate date) {
        requireKnown(requireNonNull(date, "date"));
        return isWorking(date);
    }

    /**
     * Returns the day a number of Working Days after {@code date}, or before it if the number is negative. {@code date}
     * is not counted and need not be a Working Day: one Working Day after a Friday, a Saturday or a Sunday is the
     * Monday.
     *
     * @param date a day of a known year
     * @param workingDays the number of Working Days
     * @return a Working Day; if {@code workingDays} is 0, {@code date}
     * @throws IllegalArgumentException if {@code date} or the result is in another year
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
     * Returns the number of Working Days between two days, which are not counted. Between a Monday and the Friday of
     * its week there are three.
     *
     * @param start a day of a known year
     * @param end a day of a known year, {@code start} or later
     * @return the number
     * @throws IllegalArgumentException if {@code end} is before {@code start}, or either is in a year that is not known
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
        return other instanceof WorkingDays that && years.equals(that.years) && bankHolidays.equals(that.bankHolidays);
    }

    @Override
    public int hashCode() {
        return 31 * years.hashCode() + bankHolidays.hashCode();
    }

    /** {@return a description with the known years} */
    @Override
    public String toString() {
        return "Working Days of England and Wales, " + knownYears();
    }

    /** Returns, for example, {@code 2019 to 2030, 2032}. */
    private String knownYears() {
        StringJoiner spans = new StringJoiner(", ");
        for (Integer first = years.first(); first != null; ) {
            int last = first;
            while (years.contains(last + 1)) {
                last++;
            }
            spans.add(first == last ? String.valueOf(last) : first + " to " + last);
            first = years.higher(last);
        }
        return spans.toString();
    }

    private boolean isWorking(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && !bankHolidays.contains(date);
    }

    private void requireKnown(LocalDate date) {
        requireKnownYear(date.getYear());
    }

    private void requireKnownYear(int year) {
        if (!knows(year)) {
            throw new IllegalArgumentException("the bank holidays of England and Wales are known for the years "
                    + knownYears() + "; got the year " + year + ": add the bank holidays of that year");
        }
    }
}
