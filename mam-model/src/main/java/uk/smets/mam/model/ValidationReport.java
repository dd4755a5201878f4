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
 * @param errors how many errors were found, kept or not
 * @param warnings how many warnings were found, kept or not
 * @param counts how often each rule fired, kept or not; rules that did not fire are absent
 * @param findings the findings that were kept, in the order of the file: all of them up to
 *     {@link ValidationOptions#findingsKept()}; beyond that errors are preferred, and every rule keeps a fair share
 */
public record ValidationReport(
        DocumentKind document,
        Optional<DocumentHeader> header,
        long rows,
        long errors,
        long warnings,
        Map<Rule, Long> counts,
        List<Finding> findings) {
    /**
     * Makes the report.
     *
     * @param document the kind of document
     * @param header the document's header, where it could be read
     * @param rows how many rows the body has
     * @param errors how many errors were found
     * @param warnings how many warnings were found
     * @param counts how often each rule fired
     * @param findings the findings that were kept
     */
    public ValidationReport {
        requireNonNull(document, "document");
        requireNonNull(header, "header");
        Map<Rule, Long> ordered = new EnumMap<>(Rule.class);
        ordered.putAll(requireNonNull(counts, "counts"));
        counts = Collections.unmodifiableMap(ordered);
        findings = List.copyOf(requireNonNull(findings, "findings"));
    }

    /**
     * Whether the document may go out.
     *
     * @return true where there is no error
     */
    public boolean isSound() {
        return errors == 0;
    }

    /**
     * How often a rule fired.
     *
     * @param rule the rule
     * @return the number, 0 where it did not fire
     */
    public long count(Rule rule) {
        return counts.getOrDefault(requireNonNull(rule, "rule"), 0L);
    }

    /**
     * How many findings were counted and not kept.
     *
     * @return 0 where {@link #findings()} is complete
     */
    public long omitted() {
        return counts.values().stream().mapToLong(Long::longValue).sum() - findings.size();
    }
}
