package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationReport;

class ValidationReportTest {
    private static final Finding FINDING = new Finding(
            Rule.BLANK_LINE, Severity.WARNING, new Location.Line("ma.csv", 5), Optional.empty(), "remove it");

    @Test
    void documentWithoutErrorIsSoundWhateverItsWarnings() {
        assertThat(report(0, 7, Map.of(Rule.BLANK_LINE, 7L), List.of()).isSound())
                .isTrue();
        assertThat(report(1, 0, Map.of(Rule.MPAN_FORMAT, 1L), List.of()).isSound())
                .isFalse();
    }

    @Test
    void ruleThatDidNotFireCountsZero() {
        ValidationReport report = report(0, 7, Map.of(Rule.BLANK_LINE, 7L), List.of());
        assertThat(report.count(Rule.BLANK_LINE)).isEqualTo(7);
        assertThat(report.count(Rule.MPAN_FORMAT)).isZero();
        assertThat(report.counts()).containsOnlyKeys(Rule.BLANK_LINE);
    }

    @Test
    void findingsThatWereCountedAndNotKeptAreOmitted() {
        Map<Rule, Long> counts = Map.of(Rule.BLANK_LINE, 7L, Rule.MPAN_FORMAT, 3L);
        assertThat(report(3, 7, counts, List.of(FINDING, FINDING)).omitted()).isEqualTo(8);
        assertThat(report(0, 1, Map.of(Rule.BLANK_LINE, 1L), List.of(FINDING)).omitted())
                .isZero();
    }

    @Test
    void countsStandInTheOrderOfTheCatalogue() {
        Map<Rule, Long> counts = new LinkedHashMap<>();
        counts.put(Rule.MPAN_FORMAT, 1L);
        counts.put(Rule.FILE_EMPTY, 1L);
        counts.put(Rule.NO_ROWS, 1L);
        assertThat(report(2, 1, counts, List.of()).counts().keySet())
                .containsExactly(Rule.FILE_EMPTY, Rule.NO_ROWS, Rule.MPAN_FORMAT);
    }

    @Test
    void reportDoesNotChangeWithWhatItWasMadeOf() {
        Map<Rule, Long> counts = new LinkedHashMap<>(Map.of(Rule.BLANK_LINE, 1L));
        List<Finding> findings = new ArrayList<>(List.of(FINDING));
        ValidationReport report = report(0, 1, counts, findings);
        counts.put(Rule.NO_ROWS, 1L);
        findings.clear();
        assertThat(report.counts()).containsOnlyKeys(Rule.BLANK_LINE);
        assertThat(report.findings()).containsExactly(FINDING);
        assertThatThrownBy(() -> report.counts().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> report.findings().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void reportHoldsTheHeaderWhereItCouldBeRead() {
        MigrationAuthorisationHeader header = new MigrationAuthorisationHeader(new UserId(1), true, Smso.CGI);
        ValidationReport report = new ValidationReport(
                DocumentKind.MIGRATION_AUTHORISATION, Optional.of(header), 3, 0, 0, Map.of(), List.of());
        assertThat(report.header()).contains(header);
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.document()).isEqualTo(DocumentKind.MIGRATION_AUTHORISATION);
    }

    @Test
    void nullIsRefusedByName() {
        DocumentKind kind = DocumentKind.MIGRATION_AUTHORISATION;
        assertThatNullPointerException()
                .isThrownBy(() -> new ValidationReport(null, Optional.empty(), 0, 0, 0, Map.of(), List.of()))
                .withMessage("document");
        assertThatNullPointerException()
                .isThrownBy(() -> new ValidationReport(kind, null, 0, 0, 0, Map.of(), List.of()))
                .withMessage("header");
        assertThatNullPointerException()
                .isThrownBy(() -> new ValidationReport(kind, Optional.empty(), 0, 0, 0, null, List.of()))
                .withMessage("counts");
        assertThatNullPointerException()
                .isThrownBy(() -> new ValidationReport(kind, Optional.empty(), 0, 0, 0, Map.of(), null))
                .withMessage("findings");
        assertThatNullPointerException()
                .isThrownBy(() -> report(0, 0, Map.of(), List.of()).count(null))
                .withMessage("rule");
    }

    private static ValidationReport report(long errors, long warnings, Map<Rule, Long> counts, List<Finding> findings) {
        return new ValidationReport(
                DocumentKind.MIGRATION_AUTHORISATION, Optional.empty(), 10, errors, warnings, counts, findings);
    }
}
