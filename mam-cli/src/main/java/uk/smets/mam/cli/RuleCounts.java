package uk.smets.mam.cli;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationReport;

/** How often a rule fired, and how severe its findings are. */
record RuleCounts(Severity severity, Rule rule, long number) {
    /** Errors first, then by code in the order of the catalogue. */
    static List<RuleCounts> of(ValidationReport report) {
        Map<Rule, Severity> worst = new EnumMap<>(Rule.class);
        for (Finding finding : report.findings()) {
            worst.merge(finding.rule(), finding.severity(), (one, other) -> one.compareTo(other) < 0 ? one : other);
        }
        return report.counts().entrySet().stream()
                .map(count -> new RuleCounts(
                        worst.getOrDefault(count.getKey(), count.getKey().severity()),
                        count.getKey(),
                        count.getValue()))
                .sorted(Comparator.comparing(RuleCounts::severity).thenComparing(RuleCounts::rule))
                .toList();
    }
}
