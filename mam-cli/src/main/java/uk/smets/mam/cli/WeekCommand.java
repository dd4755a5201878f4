package uk.smets.mam.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.NoticePeriod;

/** {@code mam week}: a Migration Week and its deadlines. */
@Command(
        name = "week",
        description = "Tells the Monday, the deadline and the notice date of a Migration Week.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {"", "Examples:", "  mam week", "  mam week 2019-08-07", "  mam week 20190805"})
final class WeekCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Console console;

    @Parameters(
            paramLabel = "DATE",
            arity = "0..1",
            converter = DateConverter.class,
            description = "Any day of the week, as 2019-08-07 or 20190807; without it, the first week that files can"
                    + " still be sent for.")
    private @Nullable LocalDate date;

    WeekCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant now = console.clock().instant();
        MigrationWeek week = date == null ? MigrationWeek.openAt(now) : MigrationWeek.containing(date);
        console.line("Migration Week %s: %s to %s", week, Words.day(week.monday()), Words.day(week.sunday()));
        console.line("  Files due         %s", deadline(week.submissionDeadline()));
        console.line("                    %s", left(week.submissionDeadline(), now));
        console.line("  DCC answers by    %s", deadline(week.validationResponseDue()));
        console.line("  Notice of DCC by  %s", notice(week));
        return ExitStatus.OK;
    }

    private static String deadline(Instant instant) {
        LocalDateTime there = LocalDateTime.ofInstant(instant, MigrationWeek.DEADLINE_ZONE);
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return Words.day(there.toLocalDate()) + ", " + TIME.format(there) + " " + MigrationWeek.DEADLINE_ZONE + " ("
                + TIME.format(utc) + " UTC)";
    }

    private static String left(Instant deadline, Instant now) {
        return now.isAfter(deadline)
                ? "passed " + Words.span(Duration.between(deadline, now)) + " ago"
                : Words.span(Duration.between(now, deadline)) + " left";
    }

    /** The last day on which DCC can tell of a migration on the Monday (clause 6). */
    private static String notice(MigrationWeek week) {
        try {
            return Words.day(NoticePeriod.ofFifteenWorkingDays().latestNotice(week.monday()))
                    + ", at least 15 Working Days before the Monday";
        } catch (IllegalArgumentException e) {
            return "not known: " + e.getMessage();
        }
    }
}
