package uk.smets.mam.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ErrorText;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Message;
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.cli.input.CommandInput;
import uk.smets.mam.cli.option.CheckOptions;
import uk.smets.mam.cli.option.ReportOptions;
import uk.smets.mam.cli.option.ResponsibilityOptions;
import uk.smets.mam.cli.output.CommandOutput;
import uk.smets.mam.cli.result.AnsweredFile;
import uk.smets.mam.cli.table.AnswersFile;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenResponse;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/** {@code mam respond}: fills in the yellow fields of a Migration Schedule. */
@Command(
        name = "respond",
        description = {
            "Fill in the yellow fields of the workbook from DCC, and copy everything else unchanged.",
            "If an answer matches no row or breaks a rule, nothing is written.",
            "The columns Responsible for, Affiliated and GroupID of a line take precedence over the options."
        },
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 written, 1 errors found, 2 wrong usage, 3 could not read or write.",
            "",
            "Examples:",
            "  mam answers Migration-Schedule.xlsx --out answers.csv",
            "  mam respond Migration-Schedule.xlsx --answers answers.csv \\",
            "      --out response/Migration-Schedule.xlsx --responsible-for electricity"
        })
public final class RespondCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SCHEDULE", description = "Workbook from DCC.")
    private String schedule = "";

    @Option(
            names = "--answers",
            paramLabel = "ANSWERS",
            required = true,
            description = "Answers: a CSV file with the headings of 'mam answers'.")
    private String answers = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Workbook to write, or - for standard output; an existing file is replaced.")
    private String out = "";

    @Mixin
    private final ResponsibilityOptions responsibility = new ResponsibilityOptions();

    @Mixin
    private final CheckOptions check = new CheckOptions();

    @Mixin
    private final ReportOptions output = new ReportOptions();

    public RespondCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        check.requireEssentialRules();
        CommandInput input = CommandInput.ofFile(console, schedule);
        CommandOutput target = CommandOutput.of(console, out);
        responsibility.complete(check.responsibility(console));
        List<String> own = new ArrayList<>(List.of(schedule, answers));
        own.addAll(responsibility.inputs());
        target.check(spec, check.inputsWith(console, own));
        ValidationOptions checks = input.named(check.options(console));
        MigrationScheduleResponse response = MigrationScheduleResponse.to(input.workbook());
        AnswersFile read = answers(response);
        List<Message> problems = read.problems();
        if (!problems.isEmpty()) {
            problems.forEach(console::say);
            console.say(out + " is not written");
            return ExitStatus.ERRORS_FOUND;
        }
        responsibility.requireMeters(read.statesMeters());
        return write(response, input, responsibility.addTo(checks, console), target);
    }

    private AnswersFile answers(MigrationScheduleResponse response) throws IOException {
        CommandInput input = CommandInput.ofFile(console, answers);
        Path file = input.table();
        try {
            return AnswersFile.read(answers, file, responsibility.meters(), responsibility.affiliated(), response);
        } catch (IOException e) {
            throw input.failure(e);
        }
    }

    private int write(
            MigrationScheduleResponse response, CommandInput input, ValidationOptions options, CommandOutput target)
            throws IOException {
        try {
            WrittenResponse written = target.isStream()
                    ? target.write(stream -> response.write(stream, options))
                    : response.write(target.path(), options);
            return console.print(
                    new AnsweredFile(schedule, answers, out, responsibility.meters(), written, output.masking()));
        } catch (InvalidDocumentException e) {
            output.report(console, input.name(), e.report());
            console.say(out + " is not written");
            return ExitStatus.ERRORS_FOUND;
        } catch (IOException e) {
            throw target.failure(e);
        } catch (IllegalArgumentException e) {
            throw Usage.error(spec, ErrorText.withArgument(e));
        }
    }
}
