package uk.smets.mam.model;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The serialized form of a {@link ValidationReport} in an {@link InvalidDocumentException}. */
record SerializedReport(
        DocumentKind document,
        @Nullable DocumentHeader header,
        long rows,
        EnumMap<Rule, EnumMap<Severity, Long>> tally,
        long repairable,
        ArrayList<Item> findings)
        implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A finding. */
    private record Item(
            Rule rule,
            Severity severity,
            Location at,
            @Nullable String found,
            String message,
            boolean repairable) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        private Item(Finding finding) {
            this(
                    finding.rule(),
                    finding.severity(),
                    finding.at(),
                    finding.found().orElse(null),
                    finding.message(),
                    finding.repairable());
        }

        private Finding finding() {
            return new Finding(rule, severity, at, Optional.ofNullable(found), message, repairable);
        }
    }

    static SerializedReport of(ValidationReport report) {
        EnumMap<Rule, EnumMap<Severity, Long>> tally = new EnumMap<>(Rule.class);
        report.tally().forEach((rule, numbers) -> tally.put(rule, new EnumMap<>(numbers)));
        return new SerializedReport(
                report.document(),
                report.header().orElse(null),
                report.rows(),
                tally,
                report.repairable(),
                new ArrayList<>(report.findings().stream().map(Item::new).toList()));
    }

    ValidationReport report() {
        Map<Rule, Map<Severity, Long>> numbers = new EnumMap<>(Rule.class);
        numbers.putAll(tally);
        return new ValidationReport(
                document,
                Optional.ofNullable(header),
                rows,
                Collections.unmodifiableMap(numbers),
                repairable,
                findings.stream().map(Item::finding).toList());
    }
}
