package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** The rules of a row of a workbook, each with a sample that violates it, at its cell. */
class RuleTest {
    private static final String CRITICAL_SERIAL = "ESME Supplier Certificate Id (Critical) \u2013 Serial Number";
    private static final String NON_CRITICAL_SERIAL =
            "ESME Supplier Certificate Id (Non-Critical) \u2013 Serial Number";
    private static final String CRITICAL_ISSUER = "ESME Supplier Certificate Id (Critical) \u2013 Issuer Name";

    private static List<String> found(BodyRow... rows) throws IOException {
        return found(Notices.OPTIONS, rows);
    }

    private static List<String> found(ValidationOptions options, BodyRow... rows) throws IOException {
        return Notices.found(MigrationSchedule.validate(
                Input.of(GridWorkbook.of(Notices.schedule(rows)).bytes(), "stream"), options));
    }

    private static Finding onlyFinding(BodyRow row) throws IOException {
        List<Finding> findings = MigrationSchedule.validate(
                        Input.of(GridWorkbook.of(Notices.schedule(row)).bytes(), "stream"))
                .findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void soundRowsHaveNoFindings() throws IOException {
        assertThat(found(BodyRow.ofSchedule())).isEmpty();
        assertThat(found(BodyRow.ofResponse())).isEmpty();
        assertThat(Notices.foundInFirmware(Notices.firmware(BodyRow.ofFirmware())))
                .isEmpty();
    }

    @Test
    void locationIsTheCellAndItsField() throws IOException {
        Finding finding = onlyFinding(BodyRow.ofSchedule().with("MPAN", "131234567890"));
        assertThat(finding)
                .hasToString("stream: Schedule!A7 (MPAN): ERROR MPAN_FORMAT: "
                        + MessageListing.pinned(Rule.MPAN_FORMAT, "MPAN of 12 digits"));
        assertThat(finding.found()).contains("131234567890");
    }

    @Test
    void meterPointsFollowTheRulesOfTheMigrationAuthorisation() throws IOException {
        assertThat(found(BodyRow.ofSchedule().with("MPAN", "1312345678901")))
                .containsExactly("A7 WARNING MPAN_CHECK_DIGIT");
        assertThat(found(BodyRow.ofSchedule().with("MPAN", "9912345678901"))).contains("A7 WARNING MPAN_DISTRIBUTOR");
        assertThat(found(BodyRow.ofSchedule().with("MPRN", "3938424404")))
                .containsExactly("B7 WARNING MPRN_CHECK_DIGIT");
        assertThat(found(BodyRow.ofSchedule().with("MPRN", "39384244031")))
                .containsExactly("B7 ERROR FIELD_TOO_LONG", "B7 ERROR MPRN_FORMAT");
        assertThat(found(BodyRow.ofSchedule().with("MPRN", "12345"))).contains("B7 WARNING MPRN_FORMAT");
    }

    @Test
    void leadingZeroOfAnMprnIsAnErrorInAWorkbook() throws IOException {
        assertThat(found(BodyRow.ofSchedule().with("MPRN", "0735800"))).containsExactly("B7 ERROR MPRN_LEADING_ZERO");
        assertThat(Notices.foundInFirmware(Notices.firmware(BodyRow.ofFirmware().with("MPRN", "0735800"))))
                .containsExactly("B7 ERROR MPRN_LEADING_ZERO");
    }

    @Test
    void rowWithoutAMeterPointIsAnErrorInAScheduleAndAWarningInAFirmwareNotification() throws IOException {
        assertThat(found(BodyRow.ofSchedule().without("MPAN").without("MPRN")))
                .containsExactly("A7 ERROR MPXN_MISSING");
        assertThat(Notices.foundInFirmware(
                        Notices.firmware(BodyRow.ofFirmware().without("MPAN").without("MPRN"))))
                .containsExactly("A7 WARNING MPXN_MISSING");
    }

    @Test
    void repeatedMeterPointNamesTheRowOfTheFirst() throws IOException {
        Finding finding = MigrationSchedule.validate(Input.of(
                        GridWorkbook.of(Notices.schedule(
                                        BodyRow.ofSchedule(),
                                        BodyRow.ofSchedule().without("MPRN")))
                                .bytes(),
                        "stream"))
                .findings()
                .get(0);
        assertThat(Notices.describe(finding)).isEqualTo("A8 WARNING MPXN_DUPLICATE");
        assertThat(finding.message()).contains("MPAN", "row 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-09-02", "02092019", "2/9/2019", "31/02/2019", "soon"})
    void dateOfAScheduleMustBeDdMmYyyyWithSlashes(String date) throws IOException {
        Finding finding = onlyFinding(BodyRow.ofSchedule().with("Not before", date));
        assertThat(Notices.describe(finding)).isEqualTo("C7 ERROR DATE_FORMAT");
        assertThat(finding.message()).contains("DD/MM/YYYY");
    }

    @Test
    void dateOfAFirmwareNotificationMustBeDdmmyyyy() throws IOException {
        Finding finding = FirmwareUpgradeNotification.validate(Input.of(
                        GridWorkbook.of(Notices.firmware(BodyRow.ofFirmware().with("Not Before", "02/09/2019")))
                                .bytes(),
                        "stream"))
                .findings()
                .get(1);
        assertThat(Notices.describe(finding)).isEqualTo("C7 ERROR DATE_FORMAT");
        assertThat(finding.message()).contains("DDMMYYYY");
    }

    @Test
    void notAfterMustNotPrecedeNotBefore() throws IOException {
        assertThat(found(BodyRow.ofSchedule().with("Not after", "01/09/2019"))).containsExactly("D7 ERROR DATE_ORDER");
        assertThat(found(BodyRow.ofSchedule().with("Not after", "02/09/2019"))).isEmpty();
        assertThat(Notices.foundInFirmware(Notices.firmware(BodyRow.ofFirmware().with("Not After", "01092019"))))
                .containsExactly("D7 ERROR DATE_ORDER");
    }

    @Test
    void mandatoryDatesMustBeGiven() throws IOException {
        assertThat(found(BodyRow.ofSchedule().without("Not before").without("Not after")))
                .containsExactly("C7 ERROR NOT_BEFORE_MISSING", "D7 ERROR NOT_AFTER_MISSING");
        assertThat(Notices.foundInFirmware(Notices.firmware(
                        BodyRow.ofFirmware().without("Not Before").without("Not After"))))
                .containsExactly("C7 ERROR NOT_BEFORE_MISSING");
        assertThat(found(BodyRow.ofSchedule().with("Not before", "x"))).containsExactly("C7 ERROR DATE_FORMAT");
    }

    @Test
    void noticeOfFewerThanFifteenWorkingDaysIsAWarning() throws IOException {
        BodyRow row = BodyRow.ofSchedule().with("Not before", "22/08/2019").with("Not after", "30/08/2019");
        ValidationOptions options = ValidationOptions.defaults().notifiedOn(LocalDate.of(2019, 8, 1));
        assertThat(found(options, row)).containsExactly("C7 WARNING NOTICE_PERIOD_SHORT");
        assertThat(found(options, row.with("Not before", "23/08/2019"))).isEmpty();
        assertThat(found(BodyRow.ofSchedule())).isEmpty();
    }

    @Test
    void communicationsHubMustHaveADeviceId() throws IOException {
        assertThat(found(BodyRow.ofSchedule().without("CHF Device ID"))).containsExactly("E7 ERROR DEVICE_ID_MISSING");
        assertThat(found(BodyRow.ofSchedule().without("CAD Device ID"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"70-B3-D5-1F-5A-2C-D0", "70:B3:D5:1F:5A:2C-D0-9C", "70 B3 D5 1F 5A 2C D0 9C", "n/a"})
    void deviceIdMustBeAnEui64(String id) throws IOException {
        assertThat(found(BodyRow.ofSchedule().with("GPF Device ID", id))).containsExactly("F7 ERROR DEVICE_ID_FORMAT");
        assertThat(found(BodyRow.ofSchedule().with("CHF Device ID", id))).containsExactly("E7 ERROR DEVICE_ID_FORMAT");
    }

    @Test
    void deviceIdMayBeInLowerCaseWithoutHyphens() throws IOException {
        assertThat(found(BodyRow.ofSchedule().with("GPF Device ID", "70b3d51f5a2cd09d")))
                .isEmpty();
    }

    @Test
    void deviceIdWithColonsIsReadWithAWarning() throws IOException {
        BodyRow row = BodyRow.ofSchedule().with("GPF Device ID", "70:b3:D5:1F:5A:2C:D0:9D");
        Finding finding = onlyFinding(row);
        assertThat(Notices.describe(finding)).isEqualTo("F7 WARNING DEVICE_ID_FORMAT");
        assertThat(finding.found()).contains("70:b3:D5:1F:5A:2C:D0:9D");
        assertThat(MigrationSchedule.parse(
                                Input.of(GridWorkbook.of(Notices.schedule(row)).bytes(), "stream"))
                        .rows()
                        .get(0)
                        .gpfDeviceId())
                .contains(DeviceId.of("70-B3-D5-1F-5A-2C-D0-9D"));
        assertThat(found(ValidationOptions.defaults().without(Rule.DEVICE_ID_FORMAT), row))
                .isEmpty();
    }

    @Test
    void deviceWithoutItsMeterPointIsAWarning() throws IOException {
        BodyRow electricity = BodyRow.ofSchedule().without("MPRN");
        assertThat(found(electricity)).containsExactly("B7 WARNING METER_POINT_MISSING");
        assertThat(found(electricity.without("GPF Device ID"))).containsExactly("B7 WARNING METER_POINT_MISSING");
        assertThat(found(electricity.without("GSME Device ID"))).isEmpty();
        BodyRow gas = BodyRow.ofSchedule().without("MPAN");
        assertThat(found(gas)).containsExactly("A7 WARNING METER_POINT_MISSING");
        assertThat(onlyFinding(gas).message()).contains("ESME Device ID");
        assertThat(found(gas.without("ESME Device ID"))).isEmpty();
    }

    @Test
    void unreadableMeterPointIsNotReportedAsMissing() throws IOException {
        assertThat(found(BodyRow.ofSchedule().with("MPAN", "x"))).containsExactly("A7 ERROR MPAN_FORMAT");
    }

    @Test
    void deviceWithoutItsMeterPointIsReportedInMemory() throws IOException {
        MigrationSchedule sound = MigrationSchedule.parse(
                Input.of(GridWorkbook.of(Notices.schedule(BodyRow.ofSchedule())).bytes(), "stream"));
        MigrationSchedule withoutMprn = new MigrationSchedule(
                sound.header(),
                List.of(sound.rows().get(0).toBuilder().mprn(null).build()));
        assertThat(withoutMprn.check().findings())
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(tuple(Rule.METER_POINT_MISSING, Severity.WARNING));
    }

    @Test
    void priorityIsYOrBlank() throws IOException {
        assertThat(found(BodyRow.ofSchedule().with("Priority", "y"))).containsExactly("Q7 ERROR PRIORITY_VALUE");
        assertThat(found(BodyRow.ofSchedule().with("Priority", "Y"))).isEmpty();
    }

    @Test
    void rowWithoutCertificatesNeedsNone() throws IOException {
        assertThat(found(BodyRow.ofSchedule())).isEmpty();
        assertThat(found(BodyRow.ofSchedule().with("Priority", "Y"))).isEmpty();
    }

    @Test
    void rowWithACertificateNeedsAllMandatoryOnes() throws IOException {
        assertThat(found(BodyRow.ofResponse().withoutAll("GSME Supplier Certificate Id (Critical)")))
                .containsExactly("AH7 ERROR CERTIFICATE_MISSING");
        assertThat(found(BodyRow.ofSchedule().with(CRITICAL_ISSUER, "CN=Z1,OU=07")))
                .contains("R7 ERROR CERTIFICATE_SERIAL_MISSING", "T7 ERROR CERTIFICATE_MISSING")
                .contains("Z7 ERROR CERTIFICATE_MISSING", "AH7 ERROR CERTIFICATE_MISSING");
        assertThat(found(BodyRow.ofResponse().withoutAll("ESME Network Operator")))
                .isEmpty();
    }

    @Test
    void halfOfANetworkOperatorPairIsAWarningAtTheOtherHalf() throws IOException {
        assertThat(found(BodyRow.ofResponse().withoutAll("ESME Network Operator Certificate Id (Critical)")))
                .containsExactly("V7 WARNING NETWORK_OPERATOR_PAIR_INCOMPLETE");
        assertThat(found(BodyRow.ofResponse().withoutAll("GPF Network Operator Certificate Id (Non-Critical)")))
                .containsExactly("AF7 WARNING NETWORK_OPERATOR_PAIR_INCOMPLETE");
    }

    @Test
    void certificatesFollowTheRulesOfTheMigrationAuthorisation() throws IOException {
        assertThat(found(BodyRow.ofResponse().without(CRITICAL_ISSUER)))
                .containsExactly("S7 ERROR CERTIFICATE_ISSUER_MISSING");
        assertThat(found(BodyRow.ofResponse().without(CRITICAL_SERIAL)))
                .containsExactly("R7 ERROR CERTIFICATE_MISSING", "R7 ERROR CERTIFICATE_SERIAL_MISSING");
        assertThat(found(BodyRow.ofResponse().with(CRITICAL_SERIAL, "0x1F")))
                .containsExactly("R7 ERROR CERTIFICATE_SERIAL_FORMAT");
        assertThat(found(BodyRow.ofResponse().with(CRITICAL_ISSUER, "Z1")))
                .containsExactly("S7 WARNING CERTIFICATE_ISSUER_FORM");
        assertThat(found(BodyRow.ofResponse().with(NON_CRITICAL_SERIAL, BodyRow.CRITICAL)))
                .containsExactly("T7 WARNING CERTIFICATE_REUSED");
        assertThat(found(BodyRow.ofResponse().without("MPRN"))).contains("Z7 WARNING CERTIFICATE_UNEXPECTED");
        assertThat(found(BodyRow.ofResponse().with(CRITICAL_SERIAL, "1.23457E+12")))
                .containsExactly("R7 ERROR CERTIFICATE_SERIAL_FORMAT", "R7 INFO SPREADSHEET_DAMAGE");
    }

    @Test
    void certificateOfAnotherNetworkOperatorIsAWarning() throws IOException {
        ValidationOptions options = Notices.OPTIONS.networkOperators(
                NetworkOperatorCertificates.of(Map.of(13, Set.of(CertificateId.of("123456789", "CN=Z1,OU=07")))));
        assertThat(found(options, BodyRow.ofResponse()))
                .containsExactly("V7 WARNING NETWORK_OPERATOR_MISMATCH", "X7 WARNING NETWORK_OPERATOR_MISMATCH");
    }

    @Test
    void ruleCanBeTurnedOffOrMadeMoreSevere() throws IOException {
        BodyRow row = BodyRow.ofSchedule().with("MPAN", "1312345678901").without("Not after");
        assertThat(found(
                        ValidationOptions.defaults()
                                .without(Rule.NOT_AFTER_MISSING)
                                .with(Rule.MPAN_CHECK_DIGIT, Severity.ERROR),
                        row))
                .containsExactly("A7 ERROR MPAN_CHECK_DIGIT");
    }

    @Test
    void fieldLongerThanTheLimitIsAnError() throws IOException {
        ValidationOptions options = ValidationOptions.defaults().fieldLimit(64);
        assertThat(found(options, BodyRow.ofSchedule().with("CH Serial Number", "x".repeat(65))))
                .containsExactly("L7 ERROR FIELD_TOO_LONG");
        assertThat(found(options, BodyRow.ofSchedule().with("CH Serial Number", "x".repeat(64))))
                .isEmpty();
        assertThat(found(BodyRow.ofSchedule().with("CH Serial Number", "x".repeat(200_000))))
                .containsExactly("L7 ERROR FIELD_TOO_LONG");
    }

    @Test
    void findingOfARepeatedTextIsReportedInEveryRow() throws IOException {
        BodyRow first = BodyRow.ofSchedule().with("Priority", CellXml.shared("N"));
        BodyRow second = BodyRow.ofSchedule()
                .with("MPAN", "2012345678385")
                .with("MPRN", "1234567810")
                .with("Priority", CellXml.shared("N"));
        assertThat(found(first, second)).containsExactly("Q7 ERROR PRIORITY_VALUE", "Q8 ERROR PRIORITY_VALUE");
    }

    @Test
    void omittedFieldIsNotTakenFromTheRowBefore() throws IOException {
        List<BodyRow> rows = List.of(
                BodyRow.ofResponse(),
                BodyRow.ofSchedule()
                        .with("MPAN", "2012345678385")
                        .without("MPRN")
                        .without("GPF Device ID"),
                BodyRow.ofResponse().with("MPAN", "1234567890126").with("MPRN", "1234567810"));
        MigrationSchedule schedule = MigrationSchedule.parse(Input.of(
                GridWorkbook.of(Notices.schedule(rows.toArray(BodyRow[]::new))).bytes(), "stream"));
        for (int i = 0; i < rows.size(); i++) {
            MigrationSchedule alone = MigrationSchedule.parse(
                    Input.of(GridWorkbook.of(Notices.schedule(rows.get(i))).bytes(), "stream"));
            assertThat(schedule.rows().get(i)).isEqualTo(alone.rows().get(0));
        }
        assertThat(schedule.rows().get(1).priority()).isFalse();
        assertThat(schedule.rows().get(2).certificateIds())
                .isSameAs(schedule.rows().get(0).certificateIds());
    }
}
