package uk.smets.mam.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationReport;

/** How often a rule fired, and how severe its findings are. */
record RuleCounts(Severity severity, Rule rule, long number) {
    /** Errors first, then by code in the order of the catalogue. */
    static List<RuleCounts> of(ValidationReport report) {
        Map<Rule, Map<Severity, Long>> kept = new EnumMap<>(Rule.class);
        for (Finding finding : report.findings()) {
            kept.computeIfAbsent(finding.rule(), rule -> new TreeMap<>()).merge(finding.severity(), 1L, Long::sum);
        }
        List<RuleCounts> counts = new ArrayList<>();
        report.counts().forEach((rule, number) -> add(rule, number, kept.getOrDefault(rule, Map.of()), counts));
        counts.sort(Comparator.comparing(RuleCounts::severity).thenComparing(RuleCounts::rule));
        return counts;
    }

    /** A rule's findings may differ in severity; where some were not kept, the worst that was stands for all. */
    private static void add(Rule rule, long number, Map<Severity, Long> kept, List<RuleCounts> counts) {
        if (kept.values().stream().mapToLong(Long::longValue).sum() == number) {
            kept.forEach((severity, count) -> counts.add(new RuleCounts(severity, rule, count)));
        } else {
            Severity worst =
                    kept.keySet().stream().min(Comparator.naturalOrder()).orElse(rule.severity());
            counts.add(new RuleCounts(worst, rule, number));
        }
    }
}
