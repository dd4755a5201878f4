package uk.smets.mam.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uk.smets.mam.cli.console.CommandException;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.input.CommandInput;
import uk.smets.mam.cli.input.InputSearch;
import uk.smets.mam.cli.option.CheckOptions;
import uk.smets.mam.cli.option.NoticeOption;
import uk.smets.mam.cli.option.ReportOptions;
import uk.smets.mam.cli.option.ResponsibilityOptions;
import uk.smets.mam.cli.report.Report;
import uk.smets.mam.model.SeenMeterPoints;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.primitive.WorkbookForm;

/** {@code mam validate}: checks files. */
@Command(
        name = "validate",
        description = "Check files and report every problem with its place.",
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 no errors (there may be warnings), 1 errors found, 2 wrong usage, 3 could not read.",
            "",
            "Examples:",
            "  mam validate MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv",
            "  mam validate --at now --off MPAN_DISTRIBUTOR,MPRN_CHECK_DIGIT outbox/",
            "  mam validate --notified-on 2019-07-01 Migration-Schedule.xlsx",
            "  mam validate --format json --mask outbox/ > report.json",
            "  unzip -p archive.zip | mam validate -"
        })
public final class ValidateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files, directories with *.csv, *.xlsx and *.xlsm files, or - for standard input.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final ResponsibilityOptions responsibility = new ResponsibilityOptions();

    @Mixin
    private final CheckOptions check = new CheckOptions();

    @Mixin
    private final NoticeOption notice = new NoticeOption();

    @Mixin
    private final ReportOptions output = new ReportOptions();

    public ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        responsibility.complete(check.responsibility(console));
        responsibility.requireMeters();
        ValidationOptions checks = notice.in(check.options(console));
        ValidationOptions options = responsibility.addTo(checks, console);
        SeenMeterPoints together = SeenMeterPoints.none();
        SeenMeterPoints responses = SeenMeterPoints.none();
        Set<Object> checked = new HashSet<>();
        InputSearch search = new InputSearch(console);
        List<CommandInput> inputs = search.find(files);
        boolean workbooks = inputs.stream()
                        .filter(input -> WorkbookForm.isName(input.name()))
                        .count()
                > 1;
        int status = search.status();
        try (Report report = output.open(console)) {
            for (CommandInput input : inputs) {
                // A file that is named twice does not duplicate itself.
                boolean isNew = checked.add(input.identity());
                // A response repeats the meter points of its schedule.
                SeenMeterPoints seen = workbooks && isResponse(input) ? responses : together;
                status = ExitStatus.worse(
                        status, validate(input, isNew ? options.seenMeterPoints(seen) : options, report));
            }
        }
        return status;
    }

    private static boolean isResponse(CommandInput input) {
        try {
            return input.isResponse();
        } catch (CommandException e) {
            // Validating the file reports why it cannot be read.
            return false;
        }
    }

    private int validate(CommandInput input, ValidationOptions options, Report report) {
        ValidationReport found;
        try {
            found = input.validate(input.named(options));
        } catch (CommandException e) {
            return console.fail(e);
        }
        report.file(input.name(), found);
        return found.isSound() ? ExitStatus.OK : ExitStatus.ERRORS_FOUND;
    }
}
