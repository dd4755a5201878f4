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
 * A Migration Week, from Monday to Sunday (clause 4). In a file it is the Monday as {@code YYYYMMDD} (clause 7.2.3).
 *
 * <p>Migration Authorisations for a week are due by 10:00 on the Thursday of the week before: for Monday 5 August 2019
 * by 10:00 on Thursday 1 August 2019. The response to a Migration Schedule is due at the same time (clause 6). DCC may
 * process late files, but does not guarantee it.
 *
 * <p>The MAM does not define the time zone of its deadlines. The default is {@link #DEADLINE_ZONE}.
 *
 * @param monday the first day of the week, a Monday of the years 1 to 9999
 */
public record MigrationWeek(LocalDate monday) implements Comparable<MigrationWeek> {
    /**
     * The default time zone of deadlines: Europe/London. In summer, 10:00 in London is an hour earlier than 10:00 UTC,
     * so that a file that is on time in London is on time in both.
     */
    public static final ZoneId DEADLINE_ZONE = ZoneId.of("Europe/London");

    private static final LocalTime SUBMISSION_TIME = LocalTime.of(10, 0);

    private static final LocalTime VALIDATION_RESPONSE_TIME = LocalTime.of(23, 59);

    private static final int DAYS_FROM_THURSDAY_TO_MONDAY = 4;

    /** Instants before and after these are in other years in all time zones, and may be outside the range of dates. */
    private static final Instant EARLIEST = Instant.parse("0000-12-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("+10000-01-02T00:00:00Z");

    /**
     * Creates the week that starts on a Monday.
     *
     * @param monday the first day of the week
     * @throws IllegalArgumentException if {@code monday} is not a Monday, or its year is not from 1 to 9999
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
     * @throws IllegalArgumentException if {@code monday} is not a Monday, or its year is not from 1 to 9999
     */
    public static MigrationWeek of(LocalDate monday) {
        return new MigrationWeek(monday);
    }

    /**
     * Returns the week that contains {@code date}.
     *
     * @param date any day
     * @return the week
     * @throws IllegalArgumentException if the year of {@code date} is not from 1 to 9999
     */
    public static MigrationWeek containing(LocalDate date) {
        requireWritableYear(requireNonNull(date, "date"));
        return new MigrationWeek(mondayOf(date));
    }

    /**
     * Returns the week that starts on the Monday in {@code yyyymmdd}, or empty if it is not valid.
     *
     * @param yyyymmdd the text, eight digits such as {@code 20190805}
     * @return the week, or empty if the text is not the date of a Monday
     */
    public static Optional<MigrationWeek> find(String yyyymmdd) {
        return CompactDate.find(requireNonNull(yyyymmdd, "yyyymmdd"))
                .filter(date -> date.getDayOfWeek() == DayOfWeek.MONDAY)
                .map(MigrationWeek::new);
    }

    /**
     * Returns the first week whose {@linkplain #submissionDeadline() submission deadline} has not passed.
     *
     * @param clock supplies the time; its zone is ignored
     * @return the first week that a file sent now can be for
     * @throws IllegalArgumentException if that week is not in the years 1 to 9999
     */
    public static MigrationWeek openAt(Clock clock) {
        return openAt(requireNonNull(clock, "clock").instant());
    }

    /**
     * Returns the first week whose {@linkplain #submissionDeadline() submission deadline} has not passed.
     *
     * @param instant when a file would be sent
     * @return the first week for which it would not be {@linkplain #isLate(Instant) late}
     * @throws IllegalArgumentException if that week is not in the years 1 to 9999
     */
    public static MigrationWeek openAt(Instant instant) {
        return openAt(instant, DEADLINE_ZONE);
    }

    /**
     * Returns the first week whose {@linkplain #submissionDeadline(ZoneId) submission deadline} in a time zone has not
     * passed.
     *
     * @param instant when a file would be sent
     * @param zone the time zone of the deadline
     * @return the first week for which it would not be {@linkplain #isLate(Instant, ZoneId) late}
     * @throws IllegalArgumentException if that week is not in the years 1 to 9999
     */
    public static MigrationWeek openAt(Instant instant, ZoneId zone) {
        requireNonNull(instant, "instant");
        requireNonNull(zone, "zone");
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException("a Migration Week must be in the years " + CompactDate.MIN_YEAR + " to "
                    + CompactDate.MAX_YEAR + "; got the instant " + instant);
        }
        MigrationWeek following =
                new MigrationWeek(mondayOf(LocalDate.ofInstant(instant, zone)).plusWeeks(1));
        return following.isLate(instant, zone) ? following.next() : following;
    }

    /** {@return the last day of the week} */
    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    /**
     * Returns whether {@code date} is in this week.
     *
     * @param date any day
     * @return true if it is from the Monday to the Sunday of the week
     */
    public boolean contains(LocalDate date) {
        requireNonNull(date, "date");
        return !date.isBefore(monday) && !date.isAfter(sunday());
    }

    /**
     * Returns the week after this one.
     *
     * @return the week that starts seven days later
     * @throws IllegalArgumentException if it starts after the year 9999
     */
    public MigrationWeek next() {
        return new MigrationWeek(monday.plusWeeks(1));
    }

    /**
     * Returns the week before this one.
     *
     * @return the week that starts seven days earlier
     * @throws IllegalArgumentException if it starts before the year 1
     */
    public MigrationWeek previous() {
        return new MigrationWeek(monday.minusWeeks(1));
    }

    /**
     * Returns the last instant at which a file for this week is on time: 10:00 on the Thursday before, in
     * {@link #DEADLINE_ZONE} (clauses 4 and 6).
     *
     * @return the deadline; a file that is sent at this instant is on time
     */
    public Instant submissionDeadline() {
        return submissionDeadline(DEADLINE_ZONE);
    }

    /**
     * Returns the last instant at which a file for this week is on time: 10:00 on the Thursday before, in a time zone
     * (clauses 4 and 6).
     *
     * @param zone the time zone of the deadline
     * @return the deadline; a file that is sent at this instant is on time
     */
    public Instant submissionDeadline(ZoneId zone) {
        return onTheThursdayBefore(SUBMISSION_TIME, zone);
    }

    /**
     * Returns whether a file for this week that is sent at {@code sent} is late, with the deadline in
     * {@link #DEADLINE_ZONE}.
     *
     * @param sent when the file is sent
     * @return true if that is after the {@linkplain #submissionDeadline() deadline}
     */
    public boolean isLate(Instant sent) {
        return isLate(sent, DEADLINE_ZONE);
    }

    /**
     * Returns whether a file for this week that is sent at {@code sent} is late, with the deadline in a time zone.
     *
     * @param sent when the file is sent
     * @param zone the time zone of the deadline
     * @return true if that is after the {@linkplain #submissionDeadline(ZoneId) deadline}
     */
    public boolean isLate(Instant sent, ZoneId zone) {
        return requireNonNull(sent, "sent").isAfter(submissionDeadline(zone));
    }

    /**
     * Returns when the validation response of DCC is due: 23:59 on the Thursday of the
     * {@linkplain #submissionDeadline() deadline}, in {@link #DEADLINE_ZONE} (clause 4). It applies only to
     * installations with one Active and one Dormant Meter, and only if the Migration Authorisation is not
     * {@linkplain #isLate(Instant) late}.
     *
     * @return the instant
     */
    public Instant validationResponseDue() {
        return validationResponseDue(DEADLINE_ZONE);
    }

    /**
     * Returns when the validation response of DCC is due: 23:59 on the Thursday of the
     * {@linkplain #submissionDeadline(ZoneId) deadline}, in a time zone (clause 4). It applies only to installations
     * with one Active and one Dormant Meter, and only if the Migration Authorisation is not
     * {@linkplain #isLate(Instant, ZoneId) late}.
     *
     * @param zone the time zone
     * @return the instant
     */
    public Instant validationResponseDue(ZoneId zone) {
        return onTheThursdayBefore(VALIDATION_RESPONSE_TIME, zone);
    }

    /** {@return the order by Monday} */
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
            throw new IllegalArgumentException("a Migration Week must be in the years " + CompactDate.MIN_YEAR + " to "
                    + CompactDate.MAX_YEAR + "; got the year " + date.getYear());
        }
    }

    private static LocalDate mondayOf(LocalDate date) {
        return date.with(previousOrSame(DayOfWeek.MONDAY));
    }
}
