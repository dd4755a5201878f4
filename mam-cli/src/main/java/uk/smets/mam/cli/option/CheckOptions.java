package uk.smets.mam.cli.option;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;

/** The options of the checks. */
public final class CheckOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "Time of sending, such as 2019-08-01T09:30:00Z, or now: reports weeks past their deadline"
                    + " and dates more than a year away.")
    private @Nullable Instant at;

    @Option(
            names = "--off",
            paramLabel = "RULE",
            converter = Converters.OfRules.class,
            completionCandidates = Converters.RuleCodes.class,
            description = "Rules to skip, separated by commas; see mam rules.")
    private List<Converters.Rules> off = new ArrayList<>();

    @Option(
            names = "--max-findings",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Maximum findings to list per file; the rest are counted (default: 1000).")
    private int maxFindings;

    @Mixin
    private final CallerDataOptions data = new CallerDataOptions();

    /** Refuses to skip essential rules, for commands that write or send rows. */
    public void requireEssentialRules() {
        List<Rule> essential = off().filter(Rule::isEssential).toList();
        if (!essential.isEmpty()) {
            throw Usage.error(
                    spec,
                    "--off " + essential.get(0)
                            + ": this command cannot skip an essential rule, because a row that breaks"
                            + " it cannot be read; 'mam validate' can skip it");
        }
    }

    private Stream<Rule> off() {
        return off.stream().flatMap(rules -> rules.values().stream());
    }

    /**
     * Returns the options for the library, with the data of the files that they name.
     *
     * @throws IOException if a file cannot be read or used
     */
    public ValidationOptions options(Console console) throws IOException {
        return data.in(named(), console);
    }

    /** Returns the supplier's responsibility from the settings file. */
    public ResponsibilityOptions responsibility(Console console) throws IOException {
        return data.responsibility(console);
    }

    /** Returns the names of the files and directories that are read for the checks. */
    public List<String> inputs(Console console) throws IOException {
        return data.inputs(console);
    }

    /** Returns these names and those of the files that the command itself reads. */
    public List<String> inputsWith(Console console, List<String> own) throws IOException {
        return Stream.concat(own.stream(), inputs(console).stream()).toList();
    }

    private ValidationOptions named() {
        if (maxFindings < 0) {
            throw Usage.error(spec, "--max-findings is negative: " + maxFindings);
        }
        ValidationOptions options = ValidationOptions.defaults().findingsKept(maxFindings);
        for (Rule rule : off().toList()) {
            options = options.without(rule);
        }
        return at == null ? options : options.submittedAt(at);
    }

    /** Returns the options for a file that is about to be sent: the default of {@code --at} is now. */
    public ValidationOptions sendingOptions(Console console) throws IOException {
        ValidationOptions options = options(console);
        return options.submittedAt().isPresent()
                ? options
                : options.submittedAt(console.clock().instant());
    }
}
