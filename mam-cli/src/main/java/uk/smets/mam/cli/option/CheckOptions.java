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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;

/** How a document is checked. */
public final class CheckOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "When the file is sent, such as 2019-08-01T09:30:00Z or now: reports late weeks and"
                    + " dates more than a year away.")
    private @Nullable Instant at;

    @Option(
            names = "--off",
            paramLabel = "RULE",
            converter = RuleConverter.OfList.class,
            completionCandidates = RuleConverter.Codes.class,
            description = "Rules to leave out, joined by comma; see mam rules.")
    private List<RuleConverter.Rules> off = new ArrayList<>();

    @Option(
            names = "--max-findings",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Show so many findings of a file and count the others (default: 1000).")
    private int maxFindings;

    @Mixin
    private final CallerDataOptions data = new CallerDataOptions();

    /** For commands that write rows or send them: there an essential rule cannot be left out. */
    public void requireEssentialRules() {
        List<Rule> essential = off().filter(Rule::isEssential).toList();
        if (!essential.isEmpty() && spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--off " + essential.get(0)
                            + ": an essential rule cannot be left out here, as nobody could read a row"
                            + " that breaks it; mam validate can leave it out of a report");
        }
    }

    private Stream<Rule> off() {
        return off.stream().flatMap(rules -> rules.rules().stream());
    }

    /**
     * Reads what the options name.
     *
     * @throws IOException where a file of it cannot be read or used
     */
    public ValidationOptions options(Console console) throws IOException {
        return data.in(named(), console);
    }

    /** What the file of settings says of the supplier's responsibility. */
    public ResponsibilityOptions responsibility(Console console) throws IOException {
        return data.responsibility(console);
    }

    /** The files and directories that are read for the check, none of which may be written to. */
    public List<String> inputs(Console console) throws IOException {
        return data.inputs(console);
    }

    /** These, behind the files that the command itself reads. */
    public String[] inputsAfter(Console console, String... own) throws IOException {
        return Stream.concat(Stream.of(own), inputs(console).stream()).toArray(String[]::new);
    }

    private ValidationOptions named() {
        if (maxFindings < 0 && spec != null) {
            throw new ParameterException(spec.commandLine(), "--max-findings is 0 or more, and not " + maxFindings);
        }
        ValidationOptions options = ValidationOptions.defaults().findingsKept(maxFindings);
        for (Rule rule : off().toList()) {
            options = options.without(rule);
        }
        return at == null ? options : options.submittedAt(at);
    }

    /** The options for what is about to be sent: where the user names no instant, it is the present one. */
    public ValidationOptions sendingOptions(Console console) throws IOException {
        ValidationOptions options = options(console);
        return options.submittedAt().isPresent()
                ? options
                : options.submittedAt(console.clock().instant());
    }
}
