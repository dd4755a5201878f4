package uk.smets.mam.model.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

class WriterFindingsTest {
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.CGI);
    private static final Location ROW = new Location.Line("ma.csv", 4);

    private final List<Finding> heard = new ArrayList<>();
    private final WriterFindings findings = findings(ValidationOptions.defaults());

    @Test
    void findingsOfARowThatIsWrittenArePassedOnInTheirOrder() {
        add(findings, Severity.WARNING, ROW, "first");
        add(findings, Severity.INFO, ROW, "second");
        assertThat(heard).isEmpty();
        findings.settle(false, 0);
        assertThat(heard).extracting(Finding::message).containsExactly("first", "second");
    }

    @Test
    void findingsArePassedOnOnce() {
        add(findings, Severity.WARNING, ROW, "first");
        findings.settle(false, 0);
        findings.settle(false, 0);
        add(findings, Severity.WARNING, ROW, "second");
        findings.settle(false, 0);
        assertThat(heard).extracting(Finding::message).containsExactly("first", "second");
    }

    @Test
    void onlyWarningsThatWerePassedOnAreCounted() {
        add(findings, Severity.WARNING, ROW, "first");
        add(findings, Severity.INFO, ROW, "second");
        add(findings, Severity.WARNING, ROW, "third");
        assertThat(findings.warnings()).isZero();
        findings.settle(false, 0);
        assertThat(findings.warnings()).isEqualTo(2);
    }

    @Test
    void rowWithAnErrorIsRejectedWithAllItsFindings() {
        add(findings, Severity.WARNING, ROW, "warning");
        add(findings, Severity.ERROR, ROW, "error");
        ValidationReport report = rejection(findings, false, 1);
        assertThat(report.document()).isEqualTo(DocumentKind.MIGRATION_AUTHORISATION);
        assertThat(report.header()).contains(HEADER);
        assertThat(report.rows()).isEqualTo(1);
        assertThat(report.errors()).isEqualTo(1);
        assertThat(report.findings()).extracting(Finding::message).containsExactly("error", "warning");
        assertThat(heard).isEmpty();
        assertThat(findings.warnings()).isZero();
    }

    @Test
    void findingsOfARejectedRowAreNotThoseOfTheNext() {
        add(findings, Severity.ERROR, ROW, "error");
        assertThat(rejection(findings, false, 1).errors()).isEqualTo(1);
        add(findings, Severity.WARNING, ROW, "warning");
        findings.settle(false, 0);
        assertThat(heard).extracting(Finding::message).containsExactly("warning");
    }

    @Test
    void documentIsRejectedThoughNothingIsHeld() {
        ValidationReport report = rejection(findings, true, 7);
        assertThat(report.rows()).isEqualTo(7);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void documentIsRejectedWithItsWarnings() {
        add(findings, Severity.WARNING, ROW, "warning");
        assertThat(rejection(findings, true, 7).warnings()).isEqualTo(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void rejectionKeepsUpToTheNumberOfFindingsInTheOptions() {
        WriterFindings few = findings(ValidationOptions.defaults().findingsKept(1));
        add(few, Severity.ERROR, ROW, "first");
        add(few, Severity.ERROR, ROW, "second");
        ValidationReport report = rejection(few, false, 1);
        assertThat(report.errors()).isEqualTo(2);
        assertThat(report.findings()).extracting(Finding::message).containsExactly("first");
        assertThat(report.omitted()).isEqualTo(1);
    }

    @Test
    void findingsOfARejectionAreInTheOrderOfTheSheets() {
        add(findings, Severity.ERROR, cell("Body"), "in the second sheet");
        add(findings, Severity.ERROR, cell("Header"), "in the first sheet");
        assertThat(rejection(findings, false, 1).findings())
                .extracting(Finding::message)
                .containsExactly("in the first sheet", "in the second sheet");
    }

    private static Location cell(String sheet) {
        return new Location.Cell("s.xlsx", sheet, "A2", OptionalInt.empty(), Optional.empty());
    }

    private static void add(WriterFindings findings, Severity severity, Location at, String message) {
        findings.accept(
                Rule.MPAN_FORMAT,
                severity,
                false,
                () -> new Finding(Rule.MPAN_FORMAT, severity, at, Optional.empty(), message));
    }

    private static ValidationReport rejection(WriterFindings findings, boolean refused, long rows) {
        List<ValidationReport> reports = new ArrayList<>();
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> findings.settle(refused, rows))
                .satisfies(exception -> reports.add(exception.report()));
        return reports.get(0);
    }

    private WriterFindings findings(ValidationOptions options) {
        return new WriterFindings(
                DocumentKind.MIGRATION_AUTHORISATION, HEADER, List.of("Header", "Body"), options, heard::add);
    }
}
