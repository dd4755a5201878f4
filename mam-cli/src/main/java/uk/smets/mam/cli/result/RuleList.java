package uk.smets.mam.cli.result;

import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.model.Rule;

/** All rules by group. */
public record RuleList() implements Result {
    private static final String OWN = "-";

    private static final int LONGEST = Arrays.stream(Rule.values())
            .mapToInt(each -> each.name().length())
            .max()
            .orElse(0);

    /** Returns whether a rule is not in the MAM. */
    static boolean isOwn(Rule rule) {
        return rule.clause().equals(OWN);
    }

    @Override
    public void text(Console console) {
        for (Rule.Group group : Rule.Group.values()) {
            console.line("%s", group.title());
            for (Rule each : Rule.values()) {
                if (each.group() == group) {
                    console.line(
                            "  %-7s  %-" + LONGEST + "s  %s",
                            each.severity(),
                            each,
                            isOwn(each) ? OWN : "clause " + each.clause());
                    RuleExplanation.otherSeverities(each).forEach(other -> console.line("           %s", other));
                    if (!each.data().isEmpty()) {
                        console.line("           needs %s", RuleExplanation.options(each));
                    }
                }
            }
            console.line("");
        }
        console.line("Clauses are those of MAM v2.1b; - marks a rule of mam itself.");
        console.line("'mam rules CODE' explains a rule.");
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeArrayPropertyStart("rules");
        Arrays.stream(Rule.values()).forEach(each -> RuleExplanation.json(json, each));
        json.writeEndArray();
    }
}
