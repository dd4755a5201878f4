package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Findings of the two notifications have the severity that the catalogue gives for each. */
class SeverityByDocumentTest {
    private static BodyRow with(BodyRow row, String fields, String value) {
        BodyRow changed = row;
        for (String field : fields.split(";", -1)) {
            changed = value.isEmpty() ? changed.without(field) : changed.with(field, value);
        }
        return changed;
    }

    private static void assertFires(ValidationReport report, Rule rule, DocumentKind document, Severity severity) {
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule() == rule)
                .isNotEmpty()
                .allMatch(finding -> finding.severity() == severity);
        assertThat(rule.severity(document)).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({
        "MPXN_MISSING, MPAN;MPRN, '', ERROR, WARNING",
        "MPRN_LEADING_ZERO, MPRN, 0735800, ERROR, ERROR",
        "MPAN_FORMAT, MPAN, x, ERROR, ERROR",
        "MPAN_DISTRIBUTOR, MPAN, 9912345678901, WARNING, WARNING",
        "MPAN_CHECK_DIGIT, MPAN, 1312345678901, WARNING, WARNING",
        "MPRN_FORMAT, MPRN, x, ERROR, ERROR",
        "MPRN_CHECK_DIGIT, MPRN, 3938424404, WARNING, WARNING",
        "FIELD_TOO_LONG, MPRN, 39384244031, ERROR, ERROR",
        "FIELD_PADDED, CH Serial Number, ' CH1', WARNING, WARNING",
        "DATE_FORMAT, Not before;Not Before, x, ERROR, ERROR",
        "NOT_BEFORE_MISSING, Not before;Not Before, '', ERROR, ERROR"
    })
    void findingHasTheSeverityOfItsDocument(
            Rule rule, String fields, String value, Severity inASchedule, Severity inAFirmwareNotification)
            throws IOException {
        assertFires(
                MigrationSchedule.validate(Input.of(
                        GridWorkbook.of(Notices.schedule(with(BodyRow.ofSchedule(), fields, value)))
                                .bytes(),
                        "stream")),
                rule,
                DocumentKind.MIGRATION_SCHEDULE,
                inASchedule);
        assertFires(
                FirmwareUpgradeNotification.validate(Input.of(
                        GridWorkbook.of(Notices.firmware(with(BodyRow.ofFirmware(), fields, value)))
                                .bytes(),
                        "stream")),
                rule,
                DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION,
                inAFirmwareNotification);
    }
}
