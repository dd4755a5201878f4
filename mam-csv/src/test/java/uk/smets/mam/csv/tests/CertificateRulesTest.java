package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

/** The ten certificates of a row (clause 7.2.3). */
class CertificateRulesTest {
    private static final List<CertificateSlot> SLOTS = List.of(CertificateSlot.values());

    private static int serialOf(CertificateSlot slot) {
        return 6 + 2 * SLOTS.indexOf(slot);
    }

    private static List<String> expected(CertificateSlot slot, boolean serial, boolean issuer, boolean meterPoint) {
        List<String> findings = new ArrayList<>();
        if (slot.isMandatory() && meterPoint && !serial) {
            findings.add("4:" + serialOf(slot) + " ERROR CERTIFICATE_MISSING");
        }
        if (issuer && !serial) {
            findings.add("4:" + serialOf(slot) + " ERROR CERTIFICATE_SERIAL_MISSING");
        }
        if (serial && !issuer) {
            findings.add("4:" + (serialOf(slot) + 1) + " ERROR CERTIFICATE_ISSUER_MISSING");
        }
        if ((serial || issuer) && !meterPoint) {
            findings.add("4:" + serialOf(slot) + " WARNING CERTIFICATE_UNEXPECTED");
        }
        if (serial && !slot.isMandatory()) {
            findings.add("4:" + serialOf(slot.otherOfPair()) + " WARNING NETWORK_OPERATOR_PAIR_INCOMPLETE");
        }
        return findings;
    }

    @ParameterizedTest
    @EnumSource(CertificateSlot.class)
    void eachOfTheTenCertificatesIsCheckedForEveryCombinationOfMeterPointsSerialNumberAndIssuerName(
            CertificateSlot slot) {
        for (Lines.Row row : List.of(Lines.dualFuel(), Lines.electricity(), Lines.gas())) {
            int meterPoint = slot.device().isElectricity() ? 1 : 2;
            boolean meterPointGiven = !row.fields().get(meterPoint - 1).isEmpty();
            for (int mix = 0; mix < 4; mix++) {
                boolean serial = (mix & 1) != 0;
                boolean issuer = (mix & 2) != 0;
                String own = slot.isCritical() ? Lines.SERIAL : Lines.NON_CRITICAL_SERIAL;
                Lines.Row mixed = row.with(serialOf(slot), serial ? own : "")
                        .with(serialOf(slot) + 1, issuer ? Lines.ISSUER : "");

                assertThat(Lines.found(mixed))
                        .as(mixed.line())
                        .containsExactlyInAnyOrderElementsOf(expected(slot, serial, issuer, meterPointGiven));
            }
        }
    }

    @Test
    void halvesOfTwoNetworkOperatorPairsAreNotOnePair() {
        Lines.Row halves = Lines.dualFuel()
                .with(10, Lines.SERIAL)
                .with(11, Lines.ISSUER)
                .with(20, Lines.SERIAL)
                .with(21, Lines.ISSUER);

        assertThat(Lines.found(halves))
                .containsExactly(
                        "4:12 WARNING NETWORK_OPERATOR_PAIR_INCOMPLETE",
                        "4:18 WARNING NETWORK_OPERATOR_PAIR_INCOMPLETE");
        assertThat(Lines.message(Lines.file(halves.with(20, "").with(21, ""))))
                .isEqualTo(MessageListing.pinned(
                        Rule.NETWORK_OPERATOR_PAIR_INCOMPLETE, "Critical half of a Network Operator pair"))
                .contains(CertificateSlot.ESME_NETWORK_OPERATOR_CRITICAL.title());
    }

    @Test
    void everyCertificateIsReadIntoItsSlot() {
        Lines.Row row = Lines.dualFuel();
        for (CertificateSlot slot : SLOTS) {
            row = row.with(serialOf(slot), Integer.toString(serialOf(slot))).with(serialOf(slot) + 1, "CN=" + slot);
        }
        CertificateIds ids = Unnamed.parse(Lines.file(row)).rows().get(0).certificateIds();

        assertThat(SLOTS)
                .allSatisfy(slot -> assertThat(ids.get(slot))
                        .hasValue(CertificateId.of(Integer.toString(serialOf(slot)), "CN=" + slot)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "01", "-1", "+1", "0x1F", "1F", "1 234", "1.5", "1,234"})
    void serialNumberIsAPositiveDecimalInteger(String serial) {
        assertThat(Lines.found(Lines.electricity().with(6, serial)))
                .containsExactly("4:6 ERROR CERTIFICATE_SERIAL_FORMAT");
    }

    @Test
    void serialNumberHasAtMostFortyFourDigits() {
        byte[] longest = Lines.file(Lines.electricity().with(6, "9".repeat(44)));

        assertThat(Lines.found(longest)).isEmpty();
        assertThat(Unnamed.parse(longest)
                        .rows()
                        .get(0)
                        .certificateIds()
                        .get(CertificateSlot.ESME_SUPPLIER_CRITICAL)
                        .orElseThrow()
                        .serialNumber())
                .hasToString("9".repeat(44));
        byte[] longer = Lines.file(Lines.electricity().with(6, "9".repeat(45)));
        assertThat(Lines.found(longer)).containsExactly("4:6 ERROR FIELD_TOO_LONG");
        assertThat(Lines.message(longer)).contains(" 44 ", " 45");
    }

    @Test
    void quotesDoNotCountTowardsTheLengthOfAValue() {
        assertThat(Lines.found(Lines.file(Lines.electricity().lineWithRaw(6, Lines.quoted("9".repeat(44))))))
                .isEmpty();
    }

    @Test
    void serialNumberInScientificNotationIsSpreadsheetDamage() {
        assertThat(Lines.found(Lines.electricity().with(6, "9.21385E+37")))
                .containsExactly("4:6 ERROR CERTIFICATE_SERIAL_FORMAT", "4:6 INFO SPREADSHEET_DAMAGE");
    }

    @Test
    void serialNumberWithOnlyZerosAfterItsFifteenthDigitIsSpreadsheetDamage() {
        assertThat(Lines.found(Lines.electricity().with(6, "921384958374592" + "0".repeat(23))))
                .containsExactly("4:6 ERROR SPREADSHEET_DAMAGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "   "})
    void issuerNameOfSpacesIsMissing(String issuer) {
        assertThat(Lines.found(Lines.electricity().with(7, issuer)))
                .containsExactlyInAnyOrder("4:7 ERROR CERTIFICATE_ISSUER_MISSING", "4:7 WARNING FIELD_PADDED");
        assertThat(Lines.found(Lines.electricity().with(6, "").with(7, issuer)))
                .containsExactlyInAnyOrder("4:6 ERROR CERTIFICATE_MISSING", "4:7 WARNING FIELD_PADDED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=Z1,OU=07",
                "CN=\"Z, 1\",OU=07",
                "CN=Z\\,1,OU=07",
                "2.5.4.3=Z1",
                "CN=#0C025A31",
                "OU=07",
                "CN=Z1+OU=07"
            })
    void issuerNameOfRfc2253HasNoFinding(String issuer) {
        assertThat(Lines.found(Lines.electricity().with(7, issuer))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z1", "/OU=07/CN=Z1", "OU=07,CN=Z1", "OU=07, CN=Z1", "CN=Z1,", "CN", "CN=a\"b", "=Z1"})
    void issuerNameInAnotherFormIsAWarningAndIsKeptUnchanged(String issuer) {
        byte[] file = Lines.file(Lines.electricity().with(7, issuer));

        assertThat(Lines.found(file)).containsExactly("4:7 WARNING CERTIFICATE_ISSUER_FORM");
        assertThat(Unnamed.parse(file)
                        .rows()
                        .get(0)
                        .certificateIds()
                        .get(CertificateSlot.ESME_SUPPLIER_CRITICAL)
                        .orElseThrow()
                        .issuerName())
                .isEqualTo(issuer);
    }

    @ParameterizedTest
    @CsvSource({"'', CERTIFICATE_SERIAL_MISSING", "0x12, CERTIFICATE_SERIAL_FORMAT", "1\u2013, NON_ASCII"})
    void formOfAnIssuerNameIsCheckedEvenIfItsSerialNumberIsInvalid(String serial, String rule) {
        Lines.Row row = Lines.electricity().with(10, serial).with(11, "/OU=07/CN=Z1");

        assertThat(Lines.found(row)).contains("4:10 ERROR " + rule, "4:11 WARNING CERTIFICATE_ISSUER_FORM");
    }

    @Test
    void issuerNamesWithoutAReadableSerialNumberAreCheckedInEachRow() {
        Lines.Row row = Lines.electricity()
                .with(10, "0x12")
                .with(11, Lines.ISSUER)
                .with(12, Lines.SERIAL)
                .with(13, Lines.ISSUER);

        assertThat(Lines.found(
                        row,
                        row.with(1, Lines.OTHER_MPAN).with(11, "Z1"),
                        row.with(1, "2278676232781").with(11, "Z1"),
                        Lines.gas()))
                .containsExactly(
                        "4:10 ERROR CERTIFICATE_SERIAL_FORMAT",
                        "5:10 ERROR CERTIFICATE_SERIAL_FORMAT",
                        "5:11 WARNING CERTIFICATE_ISSUER_FORM",
                        "6:10 ERROR CERTIFICATE_SERIAL_FORMAT",
                        "6:11 WARNING CERTIFICATE_ISSUER_FORM");
    }

    @Test
    void issuerNameHasAtMostSixtyFourKibibytes() {
        String longest = "CN=" + "x".repeat(64 * 1024 - 3);

        assertThat(Lines.found(Lines.electricity().with(7, longest))).isEmpty();
        assertThat(Lines.found(Lines.electricity().with(7, longest + "x"))).containsExactly("4:7 ERROR FIELD_TOO_LONG");
    }

    @Test
    void issuerNameThatIsTheWorstCaseOfAPatternIsCheckedQuickly() {
        String worst = "CN=" + "\\,a+b=".repeat(10_000) + "\"";

        assertThat(Lines.found(Lines.electricity().with(7, worst)))
                .containsExactly("4:7 WARNING CERTIFICATE_ISSUER_FORM");
    }

    @Test
    void networkOperatorCertificateOfAnotherDistributorIsAWarningForTheEsmeOnly() {
        Set<CertificateId> ofThirteen =
                Set.of(CertificateId.of("13", Lines.ISSUER), CertificateId.of("130", Lines.ISSUER));
        ValidationOptions options = ValidationOptions.defaults()
                .networkOperators(NetworkOperatorCertificates.of(Map.of(13, ofThirteen, 20, Set.of())));
        Lines.Row right = Lines.dualFuel()
                .with(10, "13")
                .with(11, Lines.ISSUER)
                .with(12, "130")
                .with(13, Lines.ISSUER)
                .with(18, "99")
                .with(19, Lines.ISSUER)
                .with(20, "100")
                .with(21, Lines.ISSUER);

        assertThat(Lines.found(Lines.file(right), options)).isEmpty();
        assertThat(Lines.found(Lines.file(right.with(12, "14")), options))
                .containsExactly("4:12 WARNING NETWORK_OPERATOR_MISMATCH");
        assertThat(Lines.found(Lines.file(right.with(11, "CN=Z2,OU=07")), options))
                .containsExactly("4:10 WARNING NETWORK_OPERATOR_MISMATCH");
        assertThat(Lines.found(Lines.file(right.with(1, Lines.OTHER_MPAN)), options))
                .containsExactly("4:10 WARNING NETWORK_OPERATOR_MISMATCH", "4:12 WARNING NETWORK_OPERATOR_MISMATCH");
        assertThat(Lines.found(Lines.file(right.with(1, "2278676232781")), options))
                .isEmpty();
        assertThat(Lines.found(Lines.file(right.with(12, "14")))).isEmpty();
    }

    @Test
    void networkOperatorIsComparedInEveryRowEvenIfItsCertificatesAreRepeated() {
        ValidationOptions options = ValidationOptions.defaults()
                .networkOperators(NetworkOperatorCertificates.of(
                        Map.of(13, Set.of(CertificateId.of("13", Lines.ISSUER)), 20, Set.of())));
        Lines.Row row = Lines.electricity().with(10, "13").with(11, Lines.ISSUER);
        ValidationReport report = Unnamed.validate(
                Lines.file(
                        row, row.with(1, Lines.OTHER_MPAN), row.with(1, "1300000000003"), row.with(1, "2000000000006")),
                options);

        assertThat(Lines.found(report))
                .filteredOn(finding -> finding.endsWith("NETWORK_OPERATOR_MISMATCH"))
                .containsExactly("5:10 WARNING NETWORK_OPERATOR_MISMATCH", "7:10 WARNING NETWORK_OPERATOR_MISMATCH");
    }
}
