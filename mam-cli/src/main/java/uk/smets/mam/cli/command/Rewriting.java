package uk.smets.mam.cli.command;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.input.Input;
import uk.smets.mam.cli.option.CheckOptions;
import uk.smets.mam.cli.option.ReportOptions;
import uk.smets.mam.cli.output.Target;
import uk.smets.mam.cli.report.Report;
import uk.smets.mam.cli.result.ChangeReport;
import uk.smets.mam.csv.repair.Change;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenFile;

/** What repair and import have in common: a file in, a sound file out, and every change told. */
public final class Rewriting {
    /** What came of the file that was read. */
    record Outcome(MigrationAuthorisation document, List<Change> changes, ValidationReport report) {}

    /** Makes a sound document of an input. */
    interface Work {
        Outcome of(Input input, ValidationOptions options) throws IOException;
    }

    private final Console console;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", description = "The file to read, or - for standard input.")
    private String in = "";

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "The file to write, or - for standard output; a file that is there is replaced.")
    private String out = "";

    @Mixin
    private final CheckOptions check = new CheckOptions();

    @Option(
            names = "--max-changes",
            paramLabel = "N",
            defaultValue = "100",
            description = "Show so many changes as text and count the others (default: 100).")
    private int maxChanges;

    @Mixin
    private final ReportOptions output = new ReportOptions();

    Rewriting(Console console) {
        this.console = console;
    }

    Target target() {
        return Target.of(console, out);
    }

    /** Wrong usage, in the words of the command that this belongs to. */
    ParameterException misuse(String message) {
        if (spec == null) {
            throw new IllegalStateException("not part of a command");
        }
        return new ParameterException(spec.commandLine(), message);
    }

    int run(Work work) throws IOException {
        Target target = target();
        String[] inputs = check.inputsAfter(console, in);
        try {
            target.check(spec, inputs);
        } catch (IOException e) {
            return target.fail(e);
        }
        Input input = Input.of(console, in);
        check.requireEssentialRules();
        ValidationOptions options = check.options(console);
        Outcome outcome;
        try {
            outcome = work.of(input, input.named(options));
        } catch (InvalidDocumentException e) {
            return refuse(target, input.name(), e);
        } catch (IOException e) {
            return input.fail(e);
        }
        return write(input, target, outcome, options);
    }

    private int write(Input input, Target target, Outcome outcome, ValidationOptions options) {
        WrittenFile written;
        try {
            written = write(outcome.document(), target, options);
        } catch (InvalidDocumentException e) {
            return refuse(target, target.name(), e);
        } catch (IOException e) {
            return target.fail(e);
        }
        return console.print(new ChangeReport(
                input.name(), target.name(), outcome.changes(), outcome.report(), written, output.masking(),
                Math.max(maxChanges, 0)));
    }

    /**
     * Writes the document.
     *
     * @throws InvalidDocumentException where the name of the file says another SMSO or User ID than the header
     */
    private static WrittenFile write(MigrationAuthorisation document, Target target, ValidationOptions options)
            throws IOException {
        ValidationOptions named = options.named(target.name());
        return target.isStream()
                ? target.write(stream -> document.write(stream, named))
                : document.write(target.path(), named);
    }

    private int refuse(Target target, String about, InvalidDocumentException refusal) {
        try (Report report = output.open(console)) {
            report.file(about, refusal.report());
        }
        console.say(target.name() + " is not written");
        return ExitStatus.ERRORS_FOUND;
    }
}
