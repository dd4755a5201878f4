package uk.smets.mam.cli.command;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.option.Converters;
import uk.smets.mam.cli.result.MigrationWeekDates;
import uk.smets.mam.cli.table.BankHolidaysFile;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.NoticePeriod;

/** {@code mam week}: shows the deadlines of a Migration Week. */
@Command(
        name = "week",
        description = "Show the Monday, the deadline and the notice date of a Migration Week.",
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Examples:", "  mam week", "  mam week 2019-08-07", "  mam week 20190805"})
public final class WeekCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "DATE",
            arity = "0..1",
            converter = Converters.OfDate.class,
            description =
                    "Any day of the week, such as 2019-08-07 or 20190807 (default: the first week that is still open"
                            + " for files).")
    private @Nullable LocalDate date;

    @Option(
            names = "--deadline-zone",
            paramLabel = "ZONE",
            converter = Converters.OfZone.class,
            description = "Time zone of the deadlines (default: Europe/London).")
    private ZoneId deadlineZone = MigrationWeek.DEADLINE_ZONE;

    @Option(
            names = "--bank-holidays",
            paramLabel = "FILE",
            description = "Bank holidays to add or move, and those of years after 2030.")
    private @Nullable String bankHolidays;

    public WeekCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Instant now = console.clock().instant();
        MigrationWeek week = date == null ? MigrationWeek.openAt(now, deadlineZone) : MigrationWeek.containing(date);
        NoticePeriod notice = bankHolidays == null
                ? NoticePeriod.ofFifteenWorkingDays()
                : NoticePeriod.ofFifteenWorkingDays(BankHolidaysFile.read(console, bankHolidays));
        return console.print(new MigrationWeekDates(week, now, deadlineZone, notice));
    }
}
