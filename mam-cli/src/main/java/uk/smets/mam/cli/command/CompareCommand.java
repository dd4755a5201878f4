package uk.smets.mam.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.input.CommandInput;
import uk.smets.mam.cli.option.CheckOptions;
import uk.smets.mam.cli.option.ReportOptions;
import uk.smets.mam.cli.option.ResponsibilityOptions;
import uk.smets.mam.cli.result.ComparedFiles;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.ScheduleComparison;

/** {@code mam compare}: lists the changes of a response. */
@Command(
        name = "compare",
        description =
                "List the cells that a response changed in the schedule from DCC, and check that it may change them.",
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

    @Parameters(index = "0", paramLabel = "SCHEDULE", description = "Workbook from DCC.")
    private String schedule = "";

    @Parameters(index = "1", paramLabel = "RESPONSE", description = "Workbook that the supplier sends back.")
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
        ValidationOptions checked = responsibility.addTo(checks, console);
        Path sent = CommandInput.ofFile(console, schedule).workbook();
        CommandInput input = CommandInput.ofFile(console, response);
        Path returned = input.workbook();
        ScheduleComparison comparison;
        try {
            comparison = ScheduleComparison.compare(sent, returned, input.named(checked));
        } catch (IOException e) {
            throw input.failure(e);
        }
        return console.print(new ComparedFiles(schedule, response, comparison, output.masking()));
    }
}
