package uk.smets.mam.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.smets.mam.model.MigrationWeek;

/** {@code mam week}: a Migration Week and its deadlines. */
@Command(
        name = "week",
        description = "Tells the Monday, the deadline and the notice date of a Migration Week.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {"", "Examples:", "  mam week", "  mam week 2019-08-07", "  mam week 20190805"})
final class WeekCommand implements Callable<Integer> {
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
        return console.print(new MigrationWeekDates(week, now));
    }
}
