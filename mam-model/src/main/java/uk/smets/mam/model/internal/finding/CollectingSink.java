package uk.smets.mam.model.internal.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.primitive.CellReference;

/**
 * Counts all findings and keeps them up to a limit. At the limit, a finding of a rule with few kept findings replaces
 * one of the rule with the most, but a warning never replaces an error: one error after ten thousand warnings is still
 * kept.
 */
public final class CollectingSink implements FindingSink {
    private final int cap;
    private final Map<Rule, Map<Severity, Long>> tally = new EnumMap<>(Rule.class);
    private final Map<Severity, Map<Rule, List<Finding>>> kept = new EnumMap<>(Severity.class);
    private long errors;
    private long repairable;
    private int size;

    /**
     * Creates an empty sink.
     *
     * @param cap the number of findings to keep
     */
    public CollectingSink(int cap) {
        this.cap = cap;
        for (Severity severity : Severity.values()) {
            kept.put(severity, new EnumMap<>(Rule.class));
        }
    }

    @Override
    public void accept(Rule rule, Severity severity, boolean isRepairable, Supplier<Finding> finding) {
        tally.computeIfAbsent(rule, r -> new EnumMap<>(Severity.class)).merge(severity, 1L, Long::sum);
        errors += severity == Severity.ERROR ? 1 : 0;
        repairable += isRepairable && severity != Severity.INFO ? 1 : 0;
        if (size < cap || makeRoomFor(rule, severity)) {
            keptOf(severity).computeIfAbsent(rule, r -> new ArrayList<>()).add(finding.get());
            size++;
        }
    }

    private boolean makeRoomFor(Rule rule, Severity severity) {
        List<Finding> victim = null;
        for (Severity lighter : Severity.values()) {
            if (lighter.compareTo(severity) > 0) {
                victim = longer(victim, longest(lighter));
            }
        }
        if (victim == null || victim.isEmpty()) {
            victim = longest(severity);
            List<Finding> own = keptOf(severity).getOrDefault(rule, List.of());
            if (victim == null || own.size() + 1 >= victim.size()) {
                return false;
            }
        }
        victim.remove(victim.size() - 1);
        size--;
        return true;
    }

    private Map<Rule, List<Finding>> keptOf(Severity severity) {
        return kept.getOrDefault(severity, Map.of());
    }

    private @Nullable List<Finding> longest(Severity severity) {
        List<Finding> longest = null;
        for (List<Finding> findings : keptOf(severity).values()) {
            longest = longer(longest, findings);
        }
        return longest;
    }

    private static @Nullable List<Finding> longer(@Nullable List<Finding> one, @Nullable List<Finding> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.size() > one.size() ? other : one;
    }

    /** {@return the number of errors} */
    public long errors() {
        return errors;
    }

    /**
     * Returns the report about a text file.
     *
     * @param document the kind of document
     * @param header the header, or empty if it could not be read
     * @param rows the number of rows in the body
     * @return the report, with findings in the order of the file
     */
    public ValidationReport report(DocumentKind document, Optional<DocumentHeader> header, long rows) {
        return report(document, header, rows, List.of());
    }

    /**
     * Returns the report about a workbook.
     *
     * @param document the kind of document
     * @param header the header, or empty if it could not be read
     * @param rows the number of rows in the body
     * @param sheets the names of the sheets, in the order of the workbook
     * @return the report, with findings about the whole file first, then sheet by sheet and row by row
     */
    public ValidationReport report(
            DocumentKind document, Optional<DocumentHeader> header, long rows, List<String> sheets) {
        List<Finding> findings = new ArrayList<>(size);
        kept.values().forEach(byRule -> byRule.values().forEach(findings::addAll));
        findings.sort(Comparator.<Finding>comparingInt(finding -> sheet(finding.at(), sheets))
                .thenComparingLong(finding -> line(finding.at()))
                .thenComparingInt(finding -> field(finding.at()))
                .thenComparing(Finding::severity)
                .thenComparing(Finding::rule));
        return new ValidationReport(document, header, rows, tally, repairable, findings);
    }

    private static int sheet(Location at, List<String> sheets) {
        return at.sheet().map(sheets::indexOf).orElse(-1);
    }

    private static long line(Location at) {
        return at.line().orElseGet(() -> at.cell().map(CellReference::row).orElse(0));
    }

    private static int field(Location at) {
        return at.cell().isPresent()
                ? CellReference.column(at.cell().get())
                : at.field().orElse(0);
    }
}
