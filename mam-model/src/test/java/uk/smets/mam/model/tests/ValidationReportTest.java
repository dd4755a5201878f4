package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
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
    void documentWithoutErrorsIsSoundEvenWithWarnings() {
        assertThat(report(Map.of(Rule.BLANK_LINE, Map.of(Severity.WARNING, 7L))).isSound())
                .isTrue();
        assertThat(report(Map.of(Rule.MPAN_FORMAT, Map.of(Severity.ERROR, 1L))).isSound())
                .isFalse();
    }

    @Test
    void countOfARuleWithoutFindingsIsZero() {
        ValidationReport report = report(Map.of(Rule.BLANK_LINE, Map.of(Severity.WARNING, 7L)));
        assertThat(report.count(Rule.BLANK_LINE)).isEqualTo(7);
        assertThat(report.count(Rule.MPAN_FORMAT)).isZero();
        assertThat(report.counts()).containsOnlyKeys(Rule.BLANK_LINE);
    }

    @Test
    void numbersBySeverityAddUpToTheCountsOfTheRules() {
        ValidationReport report = report(Map.of(
                Rule.MPRN_FORMAT,
                Map.of(Severity.ERROR, 2L, Severity.WARNING, 5L),
                Rule.FINAL_LINE_END,
                Map.of(Severity.INFO, 1L)));
        assertThat(report.errors()).isEqualTo(2);
        assertThat(report.warnings()).isEqualTo(5);
        assertThat(report.count(Severity.INFO)).isEqualTo(1);
        assertThat(report.count(Rule.MPRN_FORMAT)).isEqualTo(7);
        assertThat(report.counts())
                .containsExactly(Map.entry(Rule.FINAL_LINE_END, 1L), Map.entry(Rule.MPRN_FORMAT, 7L));
    }

    @Test
    void countedFindingsThatWereNotKeptAreOmitted() {
        Map<Rule, Map<Severity, Long>> tally =
                Map.of(Rule.BLANK_LINE, Map.of(Severity.WARNING, 7L), Rule.MPAN_FORMAT, Map.of(Severity.ERROR, 3L));
        assertThat(report(tally, FINDING, FINDING).omitted()).isEqualTo(8);
        assertThat(report(Map.of(Rule.BLANK_LINE, Map.of(Severity.WARNING, 1L)), FINDING)
                        .omitted())
                .isZero();
    }

    @Test
    void countsAreInTheOrderOfTheCatalogue() {
        Map<Rule, Map<Severity, Long>> tally = new LinkedHashMap<>();
        tally.put(Rule.MPAN_FORMAT, Map.of(Severity.ERROR, 1L));
        tally.put(Rule.FILE_EMPTY, Map.of(Severity.ERROR, 1L));
        tally.put(Rule.NO_ROWS, Map.of(Severity.WARNING, 1L));
        assertThat(report(tally).counts().keySet()).containsExactly(Rule.FILE_EMPTY, Rule.NO_ROWS, Rule.MPAN_FORMAT);
        assertThat(report(tally).tally().keySet()).containsExactly(Rule.FILE_EMPTY, Rule.NO_ROWS, Rule.MPAN_FORMAT);
    }

    @Test
    void reportCopiesItsArguments() {
        Map<Severity, Long> numbers = new EnumMap<>(Map.of(Severity.WARNING, 1L));
        Map<Rule, Map<Severity, Long>> tally = new LinkedHashMap<>(Map.of(Rule.BLANK_LINE, numbers));
        List<Finding> findings = new ArrayList<>(List.of(FINDING));
        ValidationReport report =
                new ValidationReport(DocumentKind.MIGRATION_AUTHORISATION, Optional.empty(), 10, tally, 0, findings);
        tally.put(Rule.NO_ROWS, Map.of(Severity.WARNING, 1L));
        numbers.put(Severity.ERROR, 1L);
        findings.clear();
        assertThat(report.tally()).containsExactly(Map.entry(Rule.BLANK_LINE, Map.of(Severity.WARNING, 1L)));
        assertThat(report.findings()).containsExactly(FINDING);
        assertThatThrownBy(() -> report.tally().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> report.tally().values().forEach(Map::clear))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> report.findings().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void reportHasTheHeaderIfItWasReadable() {
        MigrationAuthorisationHeader header = new MigrationAuthorisationHeader(new UserId(1), true, Smso.CGI);
        ValidationReport report = new ValidationReport(
                DocumentKind.MIGRATION_AUTHORISATION, Optional.of(header), 3, Map.of(), 0, List.of());
        assertThat(report.header()).contains(header);
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.document()).isEqualTo(DocumentKind.MIGRATION_AUTHORISATION);
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        DocumentKind kind = DocumentKind.MIGRATION_AUTHORISATION;
        assertThatNullPointerException()
                .isThrownBy(() -> new ValidationReport(null, Optional.empty(), 0, Map.of(), 0, List.of()))
                .withMessage("document");
        assertThatNullPointerException()
                .isThrownBy(() -> new ValidationReport(kind, null, 0, Map.of(), 0, List.of()))
                .withMessage("header");
        assertThatNullPointerException()
                .isThrownBy(() -> new ValidationReport(kind, Optional.empty(), 0, null, 0, List.of()))
                .withMessage("tally");
        assertThatNullPointerException()
                .isThrownBy(() -> new ValidationReport(kind, Optional.empty(), 0, Map.of(), 0, null))
                .withMessage("findings");
        assertThatNullPointerException()
                .isThrownBy(() -> report(Map.of()).count((Rule) null))
                .withMessage("rule");
        assertThatNullPointerException()
                .isThrownBy(() -> report(Map.of()).count((Severity) null))
                .withMessage("severity");
    }

    private static ValidationReport report(Map<Rule, Map<Severity, Long>> tally, Finding... findings) {
        return new ValidationReport(
                DocumentKind.MIGRATION_AUTHORISATION, Optional.empty(), 10, tally, 0, List.of(findings));
    }
}
