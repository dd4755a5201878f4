package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * The result of checking a document.
 *
 * @param document the kind of document
 * @param header the document's header, or empty if it could not be read
 * @param rows the number of rows in the body, with and without errors
 * @param tally the number of findings of each rule by severity, kept or not; rules without findings are absent
 * @param repairable the number of errors and warnings, kept or not, that {@code mam repair} can correct: see
 *     {@link Finding#repairable()}
 * @param findings the findings that were kept, in the order of the file: all up to
 *     {@link ValidationOptions#findingsKept()}; if there are more, errors are preferred and every rule keeps a fair
 *     share
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
     * @param header the document's header, or empty if it could not be read
     * @param rows the number of rows in the body
     * @param tally the number of findings of each rule by severity
     * @param repairable the number of errors and warnings that a repair can correct
     * @param findings the findings that were kept
     */
    public ValidationReport {
        requireNonNull(document, "document");
        requireNonNull(header, "header");
        tally = copyOf(Arguments.mapOf(tally, "tally"));
        findings = Arguments.listOf(findings, "findings");
    }

    private static Map<Rule, Map<Severity, Long>> copyOf(Map<Rule, Map<Severity, Long>> tally) {
        Map<Rule, Map<Severity, Long>> ordered = new EnumMap<>(Rule.class);
        tally.forEach((rule, numbers) -> ordered.put(rule, Collections.unmodifiableMap(new EnumMap<>(numbers))));
        return Collections.unmodifiableMap(ordered);
    }

    /** {@return the number of errors, kept or not} */
    public long errors() {
        return count(Severity.ERROR);
    }

    /** {@return the number of warnings, kept or not} */
    public long warnings() {
        return count(Severity.WARNING);
    }

    /**
     * Returns the number of findings of a severity, kept or not.
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

    /** {@return the number of findings of each rule, kept or not; rules without findings are absent} */
    public Map<Rule, Long> counts() {
        Map<Rule, Long> counts = new EnumMap<>(Rule.class);
        tally.keySet().forEach(rule -> counts.put(rule, count(rule)));
        return Collections.unmodifiableMap(counts);
    }

    /** {@return whether the document has no errors} */
    public boolean isSound() {
        return errors() == 0;
    }

    /**
     * Returns the number of findings of a rule, kept or not.
     *
     * @param rule the rule
     * @return the number
     */
    public long count(Rule rule) {
        return tally.getOrDefault(requireNonNull(rule, "rule"), Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** {@return the number of findings that were counted but not kept} */
    public long omitted() {
        return counts().values().stream().mapToLong(Long::longValue).sum() - findings.size();
    }

    /**
     * Returns this report without meter points, for output that others read: with {@linkplain Finding#masked() masked findings}, and with
     * the name of the supplier in the header of a notification masked in the same way. Counts do not change.
     *
     * @return the masked report; masking it again changes nothing
     */
    public ValidationReport masked() {
        return new ValidationReport(
                document,
                header.map(DocumentHeader::masked),
                rows,
                tally,
                repairable,
                findings.stream().map(Finding::masked).toList());
    }

    /** {@return the kind of document and the numbers of rows, errors and warnings, without the findings} */
    @Override
    public String toString() {
        return "ValidationReport[" + document + ", " + rows + " rows, " + errors() + " errors, " + warnings()
                + " warnings]";
    }
}
