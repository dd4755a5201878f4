package uk.smets.mam.model.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationReport;

class CollectingSinkTest {
    private long line;

    @Test
    void findingsAreInTheOrderOfTheFile() {
        CollectingSink sink = new CollectingSink(10);
        accept(sink, new Location.Field("ma.csv", 7, 2, "MPRN"), Rule.MPRN_FORMAT, Severity.ERROR);
        accept(sink, new Location.Field("ma.csv", 7, 1, "MPAN"), Rule.MPAN_DISTRIBUTOR, Severity.WARNING);
        accept(sink, new Location.Field("ma.csv", 7, 1, "MPAN"), Rule.FIELD_PADDED, Severity.WARNING);
        accept(sink, new Location.Field("ma.csv", 7, 1, "MPAN"), Rule.MPAN_FORMAT, Severity.ERROR);
        accept(sink, new Location.Line("ma.csv", 7), Rule.FIELD_COUNT, Severity.ERROR);
        accept(sink, new Location.Line("ma.csv", 5), Rule.BLANK_LINE, Severity.WARNING);
        accept(sink, new Location.WholeFile("ma.csv"), Rule.FILE_NAME_FORMAT, Severity.WARNING);
        assertThat(report(sink).findings())
                .extracting(Finding::rule)
                .containsExactly(
                        Rule.FILE_NAME_FORMAT,
                        Rule.BLANK_LINE,
                        Rule.FIELD_COUNT,
                        Rule.MPAN_FORMAT,
                        Rule.FIELD_PADDED,
                        Rule.MPAN_DISTRIBUTOR,
                        Rule.MPRN_FORMAT);
    }

    @Test
    void findingsThatAreNotKeptAreCounted() {
        CollectingSink sink = new CollectingSink(2);
        fill(sink, Rule.MPAN_CHECK_DIGIT, Severity.WARNING, 1_000);
        fill(sink, Rule.MPAN_FORMAT, Severity.ERROR, 3);
        fill(sink, Rule.FINAL_LINE_END, Severity.INFO, 1);
        ValidationReport report = report(sink);
        assertThat(report.errors()).isEqualTo(3).isEqualTo(sink.errors());
        assertThat(report.warnings()).isEqualTo(1_000);
        assertThat(report.count(Rule.MPAN_CHECK_DIGIT)).isEqualTo(1_000);
        assertThat(report.count(Rule.MPAN_FORMAT)).isEqualTo(3);
        assertThat(report.count(Rule.FINAL_LINE_END)).isEqualTo(1);
        assertThat(report.omitted()).isEqualTo(1_002);
    }

    @Test
    void errorAfterTenThousandWarningsIsKept() {
        CollectingSink sink = new CollectingSink(100);
        fill(sink, Rule.MPAN_CHECK_DIGIT, Severity.WARNING, 10_000);
        fill(sink, Rule.MPAN_FORMAT, Severity.ERROR, 1);
        assertThat(report(sink).findings())
                .hasSize(100)
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .singleElement()
                .isEqualTo(finding(new Location.Line("ma.csv", 10_001), Rule.MPAN_FORMAT, Severity.ERROR));
    }

    @Test
    void warningNeverReplacesAnError() {
        CollectingSink sink = new CollectingSink(5);
        fill(sink, Rule.MPAN_FORMAT, Severity.ERROR, 10);
        fill(sink, Rule.MPAN_CHECK_DIGIT, Severity.WARNING, 10);
        fill(sink, Rule.FINAL_LINE_END, Severity.INFO, 10);
        assertThat(report(sink).findings()).hasSize(5).allMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Test
    void rulesOfTheSameSeverityShareTheLimit() {
        CollectingSink sink = new CollectingSink(9);
        fill(sink, Rule.MPAN_FORMAT, Severity.ERROR, 100);
        fill(sink, Rule.MPRN_FORMAT, Severity.ERROR, 100);
        fill(sink, Rule.DATE_FORMAT, Severity.ERROR, 100);
        List<Rule> kept = report(sink).findings().stream().map(Finding::rule).toList();
        assertThat(kept).hasSize(9);
        for (Rule rule : List.of(Rule.MPAN_FORMAT, Rule.MPRN_FORMAT, Rule.DATE_FORMAT)) {
            assertThat(kept).filteredOn(rule::equals).hasSizeBetween(2, 4);
        }
    }

    @Test
    void firstFindingOfARuleIsKept() {
        CollectingSink sink = new CollectingSink(3);
        fill(sink, Rule.MPAN_FORMAT, Severity.ERROR, 5);
        fill(sink, Rule.MPRN_FORMAT, Severity.ERROR, 5);
        fill(sink, Rule.DATE_FORMAT, Severity.ERROR, 5);
        fill(sink, Rule.PRIORITY_VALUE, Severity.ERROR, 5);
        assertThat(report(sink).findings())
                .extracting(CollectingSinkTest::line)
                .as("the first finding of each rule, but not of a fourth rule")
                .containsExactly(1L, 6L, 11L);
    }

    @Test
    void limitOfOneKeepsTheFirstError() {
        CollectingSink sink = new CollectingSink(1);
        fill(sink, Rule.BLANK_LINE, Severity.WARNING, 2);
        fill(sink, Rule.MPAN_FORMAT, Severity.ERROR, 2);
        fill(sink, Rule.MPRN_FORMAT, Severity.ERROR, 2);
        assertThat(report(sink).findings()).extracting(CollectingSinkTest::line).containsExactly(3L);
    }

    @Test
    void findingsAreNotCreatedIfNoneAreKept() {
        CollectingSink sink = new CollectingSink(0);
        for (int i = 0; i < 3; i++) {
            sink.accept(Rule.MPAN_FORMAT, Severity.ERROR, false, () -> {
                throw new AssertionError("created although it is not kept");
            });
        }
        assertThat(report(sink).findings()).isEmpty();
        assertThat(report(sink).count(Rule.MPAN_FORMAT)).isEqualTo(3);
    }

    @Test
    void findingsOfAWorkbookAreOrderedBySheetRowAndColumn() {
        CollectingSink sink = new CollectingSink(10);
        for (String cell : List.of("Body!B10", "Notes!A1", "Body!AA9", "Body!C9", "Body", "Head!A1", "")) {
            accept(sink, place(cell), Rule.MPAN_FORMAT, Severity.ERROR);
        }
        assertThat(sink.report(DocumentKind.MIGRATION_SCHEDULE, Optional.empty(), 1, List.of("Head", "Body", "Notes"))
                        .findings())
                .extracting(finding -> finding.at().toString())
                .containsExactly(
                        "s.xlsx",
                        "s.xlsx: Head!A1",
                        "s.xlsx: Body",
                        "s.xlsx: Body!C9",
                        "s.xlsx: Body!AA9",
                        "s.xlsx: Body!B10",
                        "s.xlsx: Notes!A1");
    }

    private static Location place(String name) {
        String[] parts = name.split("!", -1);
        if (name.isEmpty()) {
            return new Location.WholeFile("s.xlsx");
        }
        return parts.length == 1
                ? new Location.WholeSheet("s.xlsx", parts[0])
                : new Location.Cell("s.xlsx", parts[0], parts[1], OptionalInt.empty(), Optional.empty());
    }

    @Property(tries = 300)
    void limitIsKeptAndErrorsAreNeverReplacedByLesserFindings(
            @ForAll List<@From("rules") Rule> fired, @ForAll @IntRange(min = 0, max = 8) int cap) {
        line = 0;
        CollectingSink sink = new CollectingSink(cap);
        for (Rule rule : fired) {
            fill(sink, rule, rule.severity(), 1);
        }
        List<Finding> kept = report(sink).findings();
        assertThat(kept).hasSize(Math.min(cap, fired.size())).doesNotHaveDuplicates();
        assertThat(kept).extracting(CollectingSinkTest::line).isSorted();
        long errorsKept = kept.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        assertThat(errorsKept).isEqualTo(Math.min(cap, sink.errors()));
        assertThat(report(sink).counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(fired.size());
    }

    @Provide
    Arbitrary<Rule> rules() {
        return Arbitraries.of(
                Rule.MPAN_FORMAT,
                Rule.MPRN_FORMAT,
                Rule.DATE_FORMAT,
                Rule.MPAN_CHECK_DIGIT,
                Rule.MPRN_CHECK_DIGIT,
                Rule.FINAL_LINE_END);
    }

    @Test
    void findingsThatAreNotKeptAreCountedBySeverity() {
        CollectingSink sink = new CollectingSink(2);
        fill(sink, Rule.MPRN_FORMAT, Severity.ERROR, 5);
        fill(sink, Rule.MPRN_FORMAT, Severity.WARNING, 3);
        assertThat(report(sink).tally())
                .containsExactly(Map.entry(Rule.MPRN_FORMAT, Map.of(Severity.ERROR, 5L, Severity.WARNING, 3L)));
    }

    @Test
    void repairableErrorsAndWarningsAreCountedEvenIfNotKept() {
        CollectingSink sink = new CollectingSink(1);
        for (Severity severity : Severity.values()) {
            sink.accept(
                    Rule.BLANK_LINE,
                    severity,
                    true,
                    () -> finding(new Location.Line("ma.csv", 5), Rule.BLANK_LINE, severity));
        }
        fill(sink, Rule.MPAN_FORMAT, Severity.ERROR, 3);
        assertThat(report(sink).repairable()).isEqualTo(2);
    }

    private void fill(CollectingSink sink, Rule rule, Severity severity, int number) {
        for (int i = 0; i < number; i++) {
            line++;
            accept(sink, new Location.Line("ma.csv", line), rule, severity);
        }
    }

    private static void accept(CollectingSink sink, Location at, Rule rule, Severity severity) {
        sink.accept(rule, severity, false, () -> finding(at, rule, severity));
    }

    private static Finding finding(Location at, Rule rule, Severity severity) {
        return new Finding(rule, severity, at, Optional.empty(), "message");
    }

    private static ValidationReport report(CollectingSink sink) {
        return sink.report(DocumentKind.MIGRATION_AUTHORISATION, Optional.empty(), 10);
    }

    private static long line(Finding finding) {
        return finding.at().line().orElse(0);
    }
}
