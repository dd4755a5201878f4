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
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.cli.input.CommandInput;
import uk.smets.mam.cli.option.CheckOptions;
import uk.smets.mam.cli.option.ReportOptions;
import uk.smets.mam.cli.output.CommandOutput;
import uk.smets.mam.cli.result.ChangeReport;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.repair.Change;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenFile;

/** The common part of {@code repair} and {@code import}: reads a file, writes a file without errors, and reports every change. */
public final class Rewriting {
    /** The document from the file that was read, with the changes and findings. */
    record Outcome(MigrationAuthorisation document, List<Change> changes, ValidationReport report) {}

    /** Creates a document without errors from an input. */
    interface Work {
        Outcome of(CommandInput input, ValidationOptions options) throws IOException;
    }

    private final Console console;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", description = "File to read, or - for standard input.")
    private String in = "";

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "File to write, or - for standard output; an existing file is replaced.")
    private String out = "";

    @Mixin
    private final CheckOptions check = new CheckOptions();

    @Option(
            names = "--max-changes",
            paramLabel = "N",
            defaultValue = "100",
            description = "Maximum changes to list as text; the rest are counted (default: 100).")
    private int maxChanges;

    @Mixin
    private final ReportOptions output = new ReportOptions();

    Rewriting(Console console) {
        this.console = console;
    }

    CommandOutput target() {
        return CommandOutput.of(console, out);
    }

    ParameterException misuse(String message) {
        return Usage.error(spec, message);
    }

    int run(Work work) throws IOException {
        CommandOutput target = target();
        target.check(spec, check.inputsWith(console, List.of(in)));
        CommandInput input = CommandInput.of(console, in);
        check.requireEssentialRules();
        ValidationOptions options = check.options(console);
        Outcome outcome;
        try {
            outcome = work.of(input, input.named(options));
        } catch (InvalidDocumentException e) {
            return refuse(target, input.name(), e);
        }
        return write(input, target, outcome, options);
    }

    private int write(CommandInput input, CommandOutput target, Outcome outcome, ValidationOptions options)
            throws IOException {
        WrittenFile written;
        try {
            written = write(outcome.document(), target, options);
        } catch (InvalidDocumentException e) {
            return refuse(target, target.name(), e);
        } catch (IOException e) {
            throw target.failure(e);
        }
        return console.print(new ChangeReport(
                input.name(),
                target.name(),
                outcome.changes(),
                outcome.report(),
                written,
                output.masking(),
                Math.max(maxChanges, 0)));
    }

    /**
     * Writes the document.
     *
     * @throws InvalidDocumentException if the SMSO or User ID in the name of the file differs from that in the header
     */
    private static WrittenFile write(MigrationAuthorisation document, CommandOutput target, ValidationOptions options)
            throws IOException {
        ValidationOptions named = options.named(target.name());
        return target.isStream()
                ? target.write(stream -> document.write(stream, named))
                : document.write(target.path(), named);
    }

    private int refuse(CommandOutput target, String about, InvalidDocumentException refusal) {
        output.report(console, about, refusal.report());
        console.say(target.name() + " is not written");
        return ExitStatus.ERRORS_FOUND;
    }
}
