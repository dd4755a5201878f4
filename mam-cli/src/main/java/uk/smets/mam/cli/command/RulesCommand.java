package uk.smets.mam.cli.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.result.RuleExplanation;
import uk.smets.mam.cli.result.RuleList;
import uk.smets.mam.model.Rule;

/** {@code mam rules}: lists or explains rules. */
@Command(
        name = "rules",
        description = "List the rules, or explain one.",
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Examples:", "  mam rules", "  mam rules MIGRATION_WEEK_NOT_MONDAY"})
public final class RulesCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "CODE", arity = "0..1", description = "Code of a rule.")
    private @Nullable Rule rule;

    public RulesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return console.print(rule == null ? new RuleList() : new RuleExplanation(rule));
    }
}
