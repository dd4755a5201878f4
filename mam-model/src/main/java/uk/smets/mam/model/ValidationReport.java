package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check of a document found.
 *
 * @param document the kind of document
 * @param header the document's header, where it could be read
 * @param rows how many rows the body has, sound or not
 * @param tally how often each rule fired with which severity, kept or not; rules that did not fire are absent. A rule may have
 *     findings of several severities, and options may give it others
 * @param repairable how many errors and warnings, kept or not, {@code mam repair} removes: see {@link Finding#repairable()}
 * @param findings the findings that were kept, in the order of the file: all of them up to
 *     {@link ValidationOptions#findingsKept()}; beyond that errors are preferred, and every rule keeps a fair share
 */
public record ValidationReport(
        DocumentKind document,
        Optional<DocumentHeader> header,
        long rows,
        Map<Rule, Map<Severity, Long>> tally,
        long repairable,
        List<Finding> findings) {
    /**
     * Creates the report.
     *
     * @param document the kind of document
     * @param header the document's header, where it could be read
     * @param rows how many rows the body has
     * @param tally how often each rule fired with which severity
     * @param repairable how many errors and warnings a repair removes
     * @param findings the findings that were kept
     */
    public ValidationReport {
        requireNonNull(document, "document");
        requireNonNull(header, "header");
        tally = copyOf(requireNonNull(tally, "tally"));
        findings = List.copyOf(requireNonNull(findings, "findings"));
    }

    private static Map<Rule, Map<Severity, Long>> copyOf(Map<Rule, Map<Severity, Long>> tally) {
        Map<Rule, Map<Severity, Long>> ordered = new EnumMap<>(Rule.class);
        tally.forEach((rule, numbers) -> ordered.put(rule, Collections.unmodifiableMap(new EnumMap<>(numbers))));
        return Collections.unmodifiableMap(ordered);
    }

    /** {@return how many errors were found, kept or not} */
    public long errors() {
        return count(Severity.ERROR);
    }

    /** {@return how many warnings were found, kept or not} */
    public long warnings() {
        return count(Severity.WARNING);
    }

    /**
     * Returns how many findings of a severity there are, kept or not.
     *
     * @param severity the severity
     * @return the number
     */
    public long count(Severity severity) {
        requireNonNull(severity, "severity");
        return tally.values().stream()
                .mapToLong(numbers -> numbers.getOrDefault(severity, 0L))
                .sum();
    }

    /** {@return how often each rule fired, kept or not, whatever the severity} */
    public Map<Rule, Long> counts() {
        Map<Rule, Long> counts = new EnumMap<>(Rule.class);
        tally.keySet().forEach(rule -> counts.put(rule, count(rule)));
        return Collections.unmodifiableMap(counts);
    }

    /** {@return whether the document may go out} */
    public boolean isSound() {
        return errors() == 0;
    }

    /**
     * Returns how often a rule fired.
     *
     * @param rule the rule
     * @return the number, 0 if it did not fire
     */
    public long count(Rule rule) {
        return tally.getOrDefault(requireNonNull(rule, "rule"), Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** {@return how many findings were counted and not kept} */
    public long omitted() {
        return counts().values().stream().mapToLong(Long::longValue).sum() - findings.size();
    }
}
