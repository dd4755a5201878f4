package uk.smets.mam.model.internal.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.Reporter;

/** The rules that compare dates with the submission time (clauses 4, 6). Without it, they report nothing. */
public final class SubmissionTime {
    private static final DateTimeFormatter DEADLINE =
            DateTimeFormatter.ofPattern("HH:mm 'on' EEEE d MMMM uuuu", Locale.UK);

    /** Later and earlier instants give the same findings, but may be outside the range of dates. */
    private static final Instant EARLIEST = Instant.parse("-0002-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("+10002-01-01T00:00:00Z");

    private static final MigrationWeek LAST_WEEK = MigrationWeek.containing(LocalDate.of(9999, 12, 31));

    private final Reporter reporter;
    private final ZoneId zone;
    private final @Nullable Instant instant;
    private final LocalDate yearBefore;
    private final LocalDate yearAfter;
    private final String day;

    /**
     * Creates the rules.
     *
     * @param options the submission time and the time zone of deadlines
     * @param reporter receives the findings
     */
    public SubmissionTime(ValidationOptions options, Reporter reporter) {
        this.reporter = reporter;
        zone = options.deadlineZone();
        instant = options.submittedAt().map(SubmissionTime::clamp).orElse(null);
        if (instant == null) {
            yearBefore = LocalDate.MIN;
            yearAfter = LocalDate.MAX;
            day = "";
        } else {
            LocalDate date = LocalDate.ofInstant(instant, zone);
            yearBefore = date.minusYears(1);
            yearAfter = date.plusYears(1);
            day = date.toString();
        }
    }

    private static Instant clamp(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return instant.isAfter(LATEST) ? LATEST : instant;
    }

    /**
     * Checks a date of the current row.
     *
     * @param field the field of the date
     * @param date the date, or null
     */
    public void checkDate(DocumentField field, @Nullable LocalDate date) {
        if (date == null) {
            return;
        }
        boolean before = date.isBefore(yearBefore);
        if (before || date.isAfter(yearAfter)) {
            reporter.field(
                    Rule.DATE_REMOTE,
                    field,
                    "more than a year " + (before ? "before" : "after") + " the day of submission, " + day
                            + ": check the date, and in particular the year");
        }
    }

    /**
     * Checks the week of a Migration Authorisation's row.
     *
     * @param field the field of the week
     * @param week the week
     */
    public void checkAuthorisation(DocumentField field, MigrationWeek week) {
        if (isLate(week)) {
            reporter.field(
                    Rule.SUBMISSION_LATE,
                    field,
                    "files " + due(week)
                            + ": give one of these; DCC may process a late file, but does not guarantee it");
        }
    }

    /**
     * Checks the week in which a row of a Migration Schedule may first be migrated.
     *
     * @param field the field whose date is in the week
     * @param week the week
     */
    public void checkResponse(DocumentField field, MigrationWeek week) {
        if (isLate(week)) {
            reporter.field(
                    Rule.SUBMISSION_LATE,
                    field,
                    "responses " + due(week) + ": ask DCC whether it accepts a late response");
        }
    }

    /**
     * Returns whether the deadline of a week has passed.
     *
     * @param week the week
     * @return true if the submission time is known and after the deadline
     */
    public boolean isLate(MigrationWeek week) {
        return instant != null && week.isLate(instant, zone);
    }

    private String due(MigrationWeek week) {
        return "for the week of " + week + " were due by "
                + DEADLINE.format(week.submissionDeadline(zone).atZone(zone)) + " (" + zone + "); still open: "
                + openWeeks();
    }

    private String openWeeks() {
        return instant == null || isLate(LAST_WEEK) ? "none" : MigrationWeek.openAt(instant, zone) + " and later weeks";
    }
}
