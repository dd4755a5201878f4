package uk.smets.mam.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.smets.mam.model.Rule;

/** {@code mam rules}: the catalogue. */
@Command(
        name = "rules",
        description = "Lists the rules, or explains one.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {"", "Examples:", "  mam rules", "  mam rules MIGRATION_WEEK_NOT_MONDAY"})
final class RulesCommand implements Callable<Integer> {
    private static final String OWN = "-";
    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private static final int LONGEST = Arrays.stream(Rule.values())
            .mapToInt(each -> each.name().length())
            .max()
            .orElse(0);

    private final Console console;

    @Parameters(paramLabel = "CODE", arity = "0..1", description = "The code of a rule.")
    private @Nullable Rule rule;

    RulesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (rule == null) {
            list();
        } else {
            explain(rule);
        }
        return ExitStatus.OK;
    }

    private void list() {
        for (Rule.Group group : Rule.Group.values()) {
            console.line("%s", group.title());
            for (Rule each : Rule.values()) {
                if (each.group() == group) {
                    console.line(
                            "  %-7s  %-" + LONGEST + "s  %s",
                            each.severity(),
                            each,
                            each.clause().equals(OWN) ? OWN : "clause " + each.clause());
                }
            }
            console.line("");
        }
        console.line("'mam rules CODE' explains one. Clauses are those of MAM v2.1b; - is a rule of mam's own.");
    }

    private void explain(Rule code) {
        console.line("%s", code);
        paragraph(code.meaning());
        paragraph(code.remedy());
        console.line("");
        console.line("  Severity  %s", code.severity());
        console.line("  About     %s", code.group().title());
        console.line(
                "  Clause    %s",
                code.clause().equals(OWN) ? "none: a rule of mam's own" : code.clause() + " of MAM v2.1b");
        if (code.isEssential()) {
            console.line("  --off     leaves it out of a report; a value that breaks it is still not read");
        }
    }

    private void paragraph(String text) {
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH) {
                console.line("%s", line.toString().stripTrailing());
                line = new StringBuilder(INDENT);
            }
            line.append(word).append(' ');
        }
        console.line("%s", line.toString().stripTrailing());
    }
}
