package uk.smets.mam.model;

import static java.time.temporal.TemporalAdjusters.previousOrSame;
import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * A Migration Week, named by the Monday that it starts on and running to its Sunday (clause 4). In a file it is that Monday as
 * {@code YYYYMMDD} (clause 7.2.3).
 *
 * <p>Migration Authorisations for a week are due by 10:00 on the Thursday of the week before: for Monday 5 August 2019 by 10:00 on
 * Thursday 1 August 2019. The same time binds the response to a Migration Schedule (clause 6). DCC may process late files, without
 * guarantee.
 *
 * <p>The MAM names no time zone for its deadlines. Here it is {@link #DEADLINE_ZONE} unless the caller names another.
 *
 * @param monday the first day of the week, a Monday of the years 1 to 9999
 */
public record MigrationWeek(LocalDate monday) implements Comparable<MigrationWeek> {
    /**
     * The zone of deadlines where the caller names none: Europe/London. In summer its 10:00 comes an hour before that of UTC, so
     * that a file sent in time by it is in time by either reading.
     */
    public static final ZoneId DEADLINE_ZONE = ZoneId.of("Europe/London");

    private static final LocalTime SUBMISSION_TIME = LocalTime.of(10, 0);

    private static final LocalTime VALIDATION_RESPONSE_TIME = LocalTime.of(23, 59);

    private static final int DAYS_FROM_THURSDAY_TO_MONDAY = 4;

    /**
     * Takes the week that starts on a Monday.
     *
     * @param monday the first day of the week
     * @throws IllegalArgumentException if {@code monday} is another day, of which the message names the Monday of its week; or if
     *     its year is not one of 1 to 9999, which four digits can write
     */
    public MigrationWeek {
        requireWritableYear(requireNonNull(monday, "monday"));
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a Migration Week starts on a Monday; " + monday + " is a "
                    + monday.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                    + ", and the Monday of its week is " + mondayOf(monday));
        }
    }

    /**
     * Returns the week that starts on {@code monday}.
     *
     * @param monday the first day of the week
     * @return the week
     * @throws IllegalArgumentException if {@code monday} is another day, of which the message names the Monday of its week; or if
     *     its year is not one of 1 to 9999
     */
    public static MigrationWeek of(LocalDate monday) {
        return new MigrationWeek(monday);
    }

    /**
     * Returns the week in which {@code date} lies.
     *
     * @param date any day, Monday to Sunday
     * @return the week that {@linkplain #contains contains} it
     * @throws IllegalArgumentException if the year of {@code date} is not one of 1 to 9999
     */
    public static MigrationWeek containing(LocalDate date) {
        requireWritableYear(requireNonNull(date, "date"));
        return new MigrationWeek(mondayOf(date));
    }

    /**
     * Returns the week whose Monday {@code yyyymmdd} spells, if it spells one: the way in for data.
     *
     * @param yyyymmdd any text; of a week, eight digits such as {@code 20190805}
     * @return the week, or empty if the text is no real date of that form, or not a Monday
     */
    public static Optional<MigrationWeek> find(String yyyymmdd) {
        return CompactDate.find(requireNonNull(yyyymmdd, "yyyymmdd"))
                .filter(date -> date.getDayOfWeek() == DayOfWeek.MONDAY)
                .map(MigrationWeek::new);
    }

    /**
     * Returns the first week whose {@linkplain #submissionDeadline() submission deadline} has not passed.
     *
     * @param clock tells the instant; its zone does not matter
     * @return the week that a file sent now can still be for
     * @throws IllegalArgumentException if that week would not lie in the years 1 to 9999
     */
    public static MigrationWeek openAt(Clock clock) {
        return openAt(requireNonNull(clock, "clock").instant());
    }

    /**
     * Returns the first week whose {@linkplain #submissionDeadline() submission deadline} has not passed.
     *
     * @param instant the time at which a file would be sent
     * @return the first week for which it would not be {@linkplain #isLate(Instant) late}
     * @throws IllegalArgumentException if that week would not lie in the years 1 to 9999
     */
    public static MigrationWeek openAt(Instant instant) {
        return openAt(instant, DEADLINE_ZONE);
    }

    /**
     * Returns the first week whose {@linkplain #submissionDeadline(ZoneId) submission deadline}, read in {@code zone}, has not passed.
     *
     * @param instant the time at which a file would be sent
     * @param zone the zone of the deadline
     * @return the first week for which it would not be {@linkplain #isLate(Instant, ZoneId) late}
     * @throws IllegalArgumentException if that week would not lie in the years 1 to 9999
     */
    public static MigrationWeek openAt(Instant instant, ZoneId zone) {
        requireNonNull(instant, "instant");
        requireNonNull(zone, "zone");
        MigrationWeek following =
                new MigrationWeek(mondayOf(LocalDate.ofInstant(instant, zone)).plusWeeks(1));
        return following.isLate(instant, zone) ? following.next() : following;
    }

    /** {@return the last day of the week} */
    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    /**
     * Returns whether {@code date} lies in this week.
     *
     * @param date any day
     * @return whether it is one of the seven days from the Monday to the Sunday, both included
     */
    public boolean contains(LocalDate date) {
        requireNonNull(date, "date");
        return !date.isBefore(monday) && !date.isAfter(sunday());
    }

    /**
     * Returns the week after this one.
     *
     * @return the week that starts seven days later
     * @throws IllegalArgumentException if it would start after the year 9999
     */
    public MigrationWeek next() {
        return new MigrationWeek(monday.plusWeeks(1));
    }

    /**
     * Returns the week before this one.
     *
     * @return the week that starts seven days earlier
     * @throws IllegalArgumentException if it would start before the year 1
     */
    public MigrationWeek previous() {
        return new MigrationWeek(monday.minusWeeks(1));
    }

    /**
     * Returns the last instant at which a file for this week is in time: 10:00 on the Thursday before, in {@link #DEADLINE_ZONE} (clauses 4
     * and 6).
     *
     * @return the deadline, itself still in time
     */
    public Instant submissionDeadline() {
        return submissionDeadline(DEADLINE_ZONE);
    }

    /**
     * Returns the last instant at which a file for this week is in time: 10:00 on the Thursday before, in {@code zone} (clauses 4 and 6).
     *
     * @param zone the zone whose 10:00 is meant
     * @return the deadline, itself still in time
     */
    public Instant submissionDeadline(ZoneId zone) {
        return onTheThursdayBefore(SUBMISSION_TIME, zone);
    }

    /**
     * Returns whether a file for this week that is sent at {@code sent} is late, the deadline being read in {@link #DEADLINE_ZONE}.
     *
     * @param sent when the file is sent
     * @return whether that is after the {@linkplain #submissionDeadline() deadline}; at 10:00:00 exactly it is in time
     */
    public boolean isLate(Instant sent) {
        return isLate(sent, DEADLINE_ZONE);
    }

    /**
     * Returns whether a file for this week that is sent at {@code sent} is late, the deadline being read in {@code zone}.
     *
     * @param sent when the file is sent
     * @param zone the zone of the deadline
     * @return whether that is after the {@linkplain #submissionDeadline(ZoneId) deadline}; at 10:00:00 exactly it is in time
     */
    public boolean isLate(Instant sent, ZoneId zone) {
        return requireNonNull(sent, "sent").isAfter(submissionDeadline(zone));
    }

    /**
     * Returns the time by which DCC answers for installations with one Active and one Dormant Meter, and for no others: 23:59 on the
     * Thursday of the {@linkplain #submissionDeadline() deadline}, in {@link #DEADLINE_ZONE} (clause 4). It holds only for a Migration
     * Authorisation that DCC receives in time; where it is {@linkplain #isLate(Instant) late}, DCC may not answer on that day.
     *
     * @return the instant at which the answer is due
     */
    public Instant validationResponseDue() {
        return validationResponseDue(DEADLINE_ZONE);
    }

    /**
     * Returns the time by which DCC answers for installations with one Active and one Dormant Meter, and for no others: 23:59 on the
     * Thursday of the {@linkplain #submissionDeadline(ZoneId) deadline}, in {@code zone} (clause 4). It holds only for a Migration
     * Authorisation that DCC receives in time; where it is {@linkplain #isLate(Instant, ZoneId) late}, DCC may not answer on that day.
     *
     * @param zone the zone whose 23:59 is meant
     * @return the instant at which the answer is due
     */
    public Instant validationResponseDue(ZoneId zone) {
        return onTheThursdayBefore(VALIDATION_RESPONSE_TIME, zone);
    }

    /** {@return the order of the Mondays} */
    @Override
    public int compareTo(MigrationWeek other) {
        return monday.compareTo(other.monday);
    }

    /** {@return the wire form: the Monday as {@code YYYYMMDD}} */
    @Override
    public String toString() {
        return CompactDate.format(monday);
    }

    private Instant onTheThursdayBefore(LocalTime time, ZoneId zone) {
        return monday.minusDays(DAYS_FROM_THURSDAY_TO_MONDAY)
                .atTime(time)
                .atZone(requireNonNull(zone, "zone"))
                .toInstant();
    }

    private static void requireWritableYear(LocalDate date) {
        if (!CompactDate.isYear(date.getYear())) {
            throw new IllegalArgumentException("a Migration Week lies in the years " + CompactDate.MIN_YEAR + " to "
                    + CompactDate.MAX_YEAR + "; got the year " + date.getYear());
        }
    }

    private static LocalDate mondayOf(LocalDate date) {
        return date.with(previousOrSame(DayOfWeek.MONDAY));
    }
}
