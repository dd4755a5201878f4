package uk.smets.mam.cli.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.input.Input;
import uk.smets.mam.cli.option.CheckOptions;
import uk.smets.mam.cli.option.ReportOptions;
import uk.smets.mam.cli.option.ResponsibilityOptions;
import uk.smets.mam.cli.result.ComparedFiles;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.ScheduleComparison;

/** {@code mam compare}: what a response changed. */
@Command(
        name = "compare",
        description =
                "Tells, cell by cell, what a response changed in the schedule that DCC sent, and what it may not have.",
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 only yellow fields differ, 1 errors found, 2 wrong usage, 3 could not read.",
            "",
            "Example:",
            "  mam compare Migration-Schedule.xlsx response/Migration-Schedule.xlsx"
        })
public final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "SCHEDULE", description = "The workbook that DCC sent.")
    private String schedule = "";

    @Parameters(index = "1", paramLabel = "RESPONSE", description = "The workbook that the supplier sends back.")
    private String response = "";

    @Mixin
    private final ResponsibilityOptions responsibility = new ResponsibilityOptions();

    @Mixin
    private final CheckOptions check = new CheckOptions();

    @Mixin
    private final ReportOptions output = new ReportOptions();

    public CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        responsibility.complete(check.responsibility(console));
        responsibility.requireMeters();
        ValidationOptions checks = check.options(console);
        ValidationOptions checked;
        try {
            checked = responsibility.addTo(checks, console);
        } catch (IOException e) {
            return responsibility.fail(e, console);
        }
        ScheduleComparison comparison;
        Input reading = Input.ofFile(console, schedule);
        try {
            reading.workbook();
            reading = Input.ofFile(console, response);
            reading.workbook();
            ValidationOptions options = reading.named(checked);
            comparison = ScheduleComparison.compare(console.path(schedule), console.path(response), options);
        } catch (IOException e) {
            return reading.fail(e);
        }
        return console.print(new ComparedFiles(schedule, response, comparison, output.masking()));
    }
}
