package uk.smets.mam.cli.result;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Formats;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.NoticePeriod;

/** The days and deadlines of a Migration Week at an instant. */
public record MigrationWeekDates(MigrationWeek week, Instant now, ZoneId zone, NoticePeriod noticePeriod)
        implements Result {
    /** Clause 4 sets a time for no other answers, and for no file that is late. */
    private static final String ANSWERED = "installations with one Active and one Dormant meter, in files sent on time";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    @Override
    public void text(Console console) {
        console.line("Migration Week %s: %s to %s", week, Formats.day(week.monday()), Formats.day(week.sunday()));
        console.line("  Files due         %s", deadline(week.submissionDeadline(zone)));
        console.line("                    %s", left(week.submissionDeadline(zone)));
        console.line("  DCC answers by    %s", deadline(week.validationResponseDue(zone)));
        console.line("                    only for %s", ANSWERED.replace(", ", ",\n                    "));
        console.line("  Notice of DCC by  %s", notice());
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("migrationWeek", week.toString());
        json.writeStringProperty("monday", week.monday().toString());
        json.writeStringProperty("sunday", week.sunday().toString());
        json.writeStringProperty("filesDue", week.submissionDeadline(zone).toString());
        json.writeBooleanProperty("open", !now.isAfter(week.submissionDeadline(zone)));
        json.writeStringProperty("answersDue", week.validationResponseDue(zone).toString());
        json.writeStringProperty("answersDueFor", ANSWERED);
        JsonOutput.text(json, "noticeBy", latestNotice().map(LocalDate::toString));
    }

    private String deadline(Instant instant) {
        LocalDateTime there = LocalDateTime.ofInstant(instant, zone);
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return Formats.day(there.toLocalDate()) + ", " + TIME.format(there) + " " + zone + " (" + TIME.format(utc)
                + " UTC)";
    }

    private String left(Instant deadline) {
        return now.isAfter(deadline)
                ? "passed " + Formats.span(Duration.between(deadline, now)) + " ago"
                : Formats.span(Duration.between(now, deadline)) + " left";
    }

    private String notice() {
        return latestNotice()
                .map(day -> Formats.day(day) + ", at least 15 Working Days before the Monday")
                .orElse("unknown: add the bank holidays of that year with --bank-holidays");
    }

    /** Returns the last day on which DCC can give notice of a migration on the Monday (clause 6). */
    private Optional<LocalDate> latestNotice() {
        try {
            return Optional.of(noticePeriod.latestNotice(week.monday()));
        } catch (IllegalArgumentException e) {
            // The bank holidays of that year are not known.
            return Optional.empty();
        }
    }
}
