package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationReport;

/** A masked report contains no meter points, in any field. */
class MaskedReportTest {
    private static final String SERIAL = "Certificate Id (Critical) – Serial Number";

    private static Finding finding(String field, String found, String message) {
        return new Finding(
                Rule.MPAN_FORMAT,
                Severity.ERROR,
                new Location.Field("ma.csv", 4, 1, field),
                Optional.of(found),
                message,
                true);
    }

    private static String masked(String field, String found) {
        return finding(field, found, "").masked().found().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "MPAN, 1312345678907, *************",
        "MPAN, 13 123, ** ***",
        "MPRN, 12, **",
        "MPxN, 1.3E+12, *.*E+**",
        "Priority, 1312345678907, *************",
        "Priority, 123456, ******",
        "Priority, 12345, 12345",
        "Priority, 13 1234 5678 907, ** **** **** ***",
        "Priority, x1312345678907, x*************",
        "Priority, 20190805, ********",
        "Migration Week, 20190805, 20190805",
        "Migrate on, 05/08/2019, 05/08/2019",
        "Migration Week, 1312345678907, *************",
        "Migration Week, 3938424403, **********",
        "'Issuer Name', 'CN=1312345678907', 'CN=*************'"
    })
    void meterPointIsMaskedInEveryField(String field, String found, String masked) {
        assertThat(masked(field, found)).isEqualTo(masked);
    }

    @Test
    void serialNumbersAreKeptUnlessTheyAreAsShortAsAMeterPoint() {
        assertThat(masked(SERIAL, "1312345678907")).isEqualTo("*************");
        assertThat(masked(SERIAL, "393842")).isEqualTo("******");
        assertThat(masked(SERIAL, "13123456789071")).isEqualTo("13123456789071");
    }

    @Test
    void placeAndMessageAreMaskedAndOtherPartsAreKept() {
        Finding finding = new Finding(
                Rule.MPXN_DUPLICATE,
                Severity.WARNING,
                new Location.Line("1312345678907.csv", 4),
                Optional.empty(),
                "also in 1312345678907.csv, of 20190805: keep one",
                true);
        assertThat(finding.masked())
                .isEqualTo(new Finding(
                        Rule.MPXN_DUPLICATE,
                        Severity.WARNING,
                        new Location.Line("*************.csv", 4),
                        Optional.empty(),
                        "also in *************.csv, of 20190805: keep one",
                        true));
        assertThat(finding.masked().masked()).isEqualTo(finding.masked());
    }

    @Test
    void reportIsMaskedWithTheNameInItsHeader() {
        NotificationHeader header = new NotificationHeader(
                "Supplier 3938424403",
                List.of(SecPartySignifier.of("EXSUPP")),
                List.of(MarketParticipantId.of("EXPL")),
                Smso.CGI);
        Finding finding = finding("Priority", "1312345678907", "write Y");
        Map<Rule, Map<Severity, Long>> tally = Map.of(Rule.MPAN_FORMAT, Map.of(Severity.ERROR, 7L));
        ValidationReport report = new ValidationReport(
                DocumentKind.MIGRATION_SCHEDULE, Optional.of(header), 9, tally, 3, List.of(finding));
        assertThat(report.masked())
                .isEqualTo(new ValidationReport(
                        DocumentKind.MIGRATION_SCHEDULE,
                        Optional.of(new NotificationHeader(
                                "Supplier **********",
                                header.secPartySignifiers(),
                                header.marketParticipantIds(),
                                Smso.CGI)),
                        9,
                        tally,
                        3,
                        List.of(finding("Priority", "*************", "write Y"))));
        assertThat(report.masked().masked()).isEqualTo(report.masked());
    }

    @Test
    void headerOfAMigrationAuthorisationIsNotMasked() {
        MigrationAuthorisationHeader header =
                new MigrationAuthorisationHeader(UserId.of("00-00-00-00-00-00-00-01"), true, Smso.BRG);
        assertThat(header.masked()).isEqualTo(header);
        assertThat(header.smso()).isEqualTo(Smso.BRG);
    }
}
