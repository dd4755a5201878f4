package uk.smets.mam.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationReport;

/** How often a rule fired with a severity. */
public record RuleCounts(Severity severity, Rule rule, long number) {
    /** Errors first, then by code in the order of the catalogue. */
    static List<RuleCounts> of(ValidationReport report) {
        List<RuleCounts> counts = new ArrayList<>();
        report.tally()
                .forEach((rule, numbers) ->
                        numbers.forEach((severity, number) -> counts.add(new RuleCounts(severity, rule, number))));
        counts.sort(Comparator.comparing(RuleCounts::severity).thenComparing(RuleCounts::rule));
        return counts;
    }
}
