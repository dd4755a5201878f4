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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Trouble;
import uk.smets.mam.cli.input.Input;
import uk.smets.mam.cli.option.CheckOptions;
import uk.smets.mam.cli.option.ReportOptions;
import uk.smets.mam.cli.option.ResponsibilityOptions;
import uk.smets.mam.cli.output.Target;
import uk.smets.mam.cli.report.Report;
import uk.smets.mam.cli.result.AnsweredFile;
import uk.smets.mam.cli.table.AnswersFile;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenResponse;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/** {@code mam respond}: fills the yellow fields of a Migration Schedule. */
@Command(
        name = "respond",
        description = {
            "Fills the yellow fields of DCC's own workbook, and leaves everything else in it byte for byte as it is.",
            "Where an answer fits no row, or breaks a rule, nothing is written.",
            "The columns Responsible for, Affiliated and GroupID of a line count before the options."
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
            "  mam respond Migration-Schedule.xlsx --answers answers.csv --out response/Migration-Schedule.xlsx \\",
            "      --responsible-for electricity"
        })
public final class RespondCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SCHEDULE", description = "The workbook that DCC sent.")
    private String schedule = "";

    @Option(
            names = "--answers",
            paramLabel = "ANSWERS",
            required = true,
            description = "The answers: a CSV file with the headings of 'mam answers'.")
    private String answers = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The workbook to write, or - for standard output; a file that is there is replaced.")
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
        Path file = console.path(schedule);
        Input input = Input.ofFile(console, schedule);
        Target target = Target.of(console, out);
        responsibility.complete(check.responsibility(console));
        List<String> own = new ArrayList<>(List.of(schedule, answers));
        own.addAll(responsibility.inputs());
        String[] inputs = check.inputsAfter(console, own.toArray(String[]::new));
        try {
            target.check(spec, inputs);
        } catch (IOException e) {
            return target.fail(e);
        }
        ValidationOptions checks = input.named(check.options(console));
        MigrationScheduleResponse response = MigrationScheduleResponse.to(file);
        AnswersFile read;
        try {
            input.workbook();
        } catch (IOException e) {
            return input.fail(e);
        }
        try {
            Input.ofFile(console, answers).table();
            read = AnswersFile.read(
                    answers, console.path(answers), responsibility.meters(), responsibility.affiliated(), response);
        } catch (IOException e) {
            return Input.ofFile(console, answers).fail(e);
        }
        if (!read.problems().isEmpty()) {
            read.problems().forEach(console::say);
            console.say(out + " is not written");
            return ExitStatus.ERRORS_FOUND;
        }
        ValidationOptions options;
        try {
            options = responsibility.addTo(checks, console);
        } catch (IOException e) {
            return responsibility.fail(e, console);
        }
        return write(response, input, options, target);
    }

    private int write(MigrationScheduleResponse response, Input input, ValidationOptions options, Target target) {
        try {
            WrittenResponse written = target.isStream()
                    ? target.write(stream -> response.write(stream, options))
                    : response.write(target.path(), options);
            return console.print(
                    new AnsweredFile(schedule, answers, out, responsibility.meters(), written, output.masking()));
        } catch (InvalidDocumentException e) {
            try (Report report = output.open(console)) {
                report.file(input.name(), e.report());
            }
            console.say(out + " is not written");
            return ExitStatus.ERRORS_FOUND;
        } catch (IOException e) {
            return target.fail(e);
        } catch (IllegalArgumentException e) {
            if (spec == null) {
                throw e;
            }
            throw new ParameterException(spec.commandLine(), Trouble.withArgument(e), e);
        }
    }
}
