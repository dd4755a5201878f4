package uk.smets.mam.model.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.RecordingSink;

class CertificateRulesTest {
    private static final List<CertificateSlot> SLOTS = List.of(CertificateSlot.values());
    private static final CertificateId ID = new CertificateId(BigInteger.TWO, "CN=Z1,OU=07");
    private static final CertificateId OTHER = new CertificateId(BigInteger.TEN, "CN=Z1,OU=07");
    private static final CertificateId NON_CRITICAL = new CertificateId(BigInteger.ONE, "CN=Z1,OU=07");
    private static final CertificatePair PAIR = CertificatePair.of(ID, NON_CRITICAL);
    private static final CertificateIds ALL = CertificateIds.of(slot -> Optional.of(fitting(slot)));
    private static final Mpan MPAN = Mpan.of("1312345678907");
    private static final List<DocumentField> SERIALS = fields(6, " - Serial Number");
    private static final List<DocumentField> ISSUERS = fields(7, " - Issuer Name");

    private static CertificateId fitting(CertificateSlot slot) {
        return slot.isCritical() ? ID : NON_CRITICAL;
    }

    private final RecordingSink sink = new RecordingSink();

    @Test
    void rowWithAllCertificatesOfItsMeterPointsIsSound() {
        assertThat(check(ALL, true, true)).isTrue();
        assertThat(check(CertificateIds.ofElectricitySupplier(PAIR), true, false))
                .isTrue();
        assertThat(check(CertificateIds.ofGasSupplier(PAIR), false, true)).isTrue();
        assertThat(check(CertificateIds.NONE, false, false)).isTrue();
        assertThat(sink.findings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CertificateSlot.class)
    void omittedCertificateIsMissingIfItIsMandatoryAndHalfOfAPairOtherwise(CertificateSlot slot) {
        CertificateIds ids = CertificateIds.of(other -> other == slot ? Optional.empty() : Optional.of(fitting(other)));
        assertThat(check(ids, true, true)).isFalse();
        assertThat(sink.findings).singleElement().satisfies(finding -> {
            assertThat(finding.at()).isEqualTo(serialNumberOf(slot));
            assertThat(finding.rule())
                    .isEqualTo(slot.isMandatory() ? Rule.CERTIFICATE_MISSING : Rule.NETWORK_OPERATOR_PAIR_INCOMPLETE);
            assertThat(finding.severity()).isEqualTo(slot.isMandatory() ? Severity.ERROR : Severity.WARNING);
            assertThat(finding.message())
                    .contains(
                            slot.isMandatory()
                                    ? meterPointOf(slot)
                                    : slot.otherOfPair().title());
        });
    }

    @Test
    void missingCertificatesAreReportedWithTheGivenReason() {
        CertificateIds esme = CertificateIds.ofElectricitySupplier(PAIR);
        CertificateRules rules = rules(ValidationOptions.defaults());
        MandatoryCertificates gas = new MandatoryCertificates(null, "gas is yours");

        assertThat(rules.check(CertificateFields.of(esme), esme, gas, true, true, MPAN))
                .isFalse();
        assertThat(sink.findings).hasSize(4).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.CERTIFICATE_MISSING);
            assertThat(finding.message()).contains("gas is yours");
        });
        assertThat(gas.areIn(CertificateFields.of(esme))).isFalse();
        assertThat(gas.areIn(CertificateFields.of(CertificateIds.ofGasSupplier(PAIR))))
                .isTrue();
        assertThat(rules.check(
                        CertificateFields.of(esme), esme, new MandatoryCertificates(null, null), true, true, MPAN))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = CertificateSlot.class, names = ".*_NON_CRITICAL", mode = EnumSource.Mode.MATCH_ALL)
    void oneCertificateForBothUsesOfADeviceIsReportedAtTheNonCriticalOne(CertificateSlot slot) {
        CertificateIds ids = CertificateIds.of(other -> Optional.of(other == slot ? ID : fitting(other)));

        assertThat(check(ids, true, true)).isFalse();

        assertThat(sink.findings)
                .singleElement()
                .extracting(Finding::at, Finding::severity, Finding::rule)
                .containsExactly(serialNumberOf(slot), Severity.WARNING, Rule.CERTIFICATE_REUSED);
    }

    @Test
    void sameSerialNumberOfAnotherIssuerAndTheSameCertificateOnAnotherDeviceAreNotReused() {
        CertificateId otherIssuer = new CertificateId(ID.serialNumber(), "CN=Z2,OU=07");
        assertThat(check(CertificateIds.ofElectricitySupplier(CertificatePair.of(ID, otherIssuer)), true, false))
                .isTrue();
        CertificateIds crossed = CertificateIds.of(slot -> switch (slot) {
            case GPF_SUPPLIER_CRITICAL, GSME_SUPPLIER_NON_CRITICAL -> Optional.of(ID);
            case GPF_SUPPLIER_NON_CRITICAL, GSME_SUPPLIER_CRITICAL -> Optional.of(NON_CRITICAL);
            default -> Optional.empty();
        });
        assertThat(check(crossed, false, true)).isTrue();
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void noCertificateIsMissingForAMeterPointThatTheRowDoesNotHave() {
        assertThat(check(CertificateIds.NONE, true, false)).isFalse();
        assertThat(sink.rules()).containsExactly(Rule.CERTIFICATE_MISSING, Rule.CERTIFICATE_MISSING);
        sink.findings.clear();
        assertThat(check(CertificateIds.NONE, false, true)).isFalse();
        assertThat(sink.rules()).hasSize(4).containsOnly(Rule.CERTIFICATE_MISSING);
    }

    @ParameterizedTest
    @EnumSource(CertificateSlot.class)
    void certificateForADeviceWithoutItsMeterPointIsUnexpected(CertificateSlot slot) {
        CertificateIds ids = CertificateIds.of(other -> other == slot ? Optional.of(ID) : Optional.empty());
        assertThat(check(ids, false, false)).isFalse();
        assertThat(sink.findings)
                .filteredOn(finding -> finding.rule() != Rule.NETWORK_OPERATOR_PAIR_INCOMPLETE)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.at()).isEqualTo(serialNumberOf(slot));
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.rule()).isEqualTo(Rule.CERTIFICATE_UNEXPECTED);
                    assertThat(finding.message())
                            .contains(meterPointOf(slot), slot.device().toString());
                });
    }

    @Test
    void serialNumberWithoutItsIssuerNameIsReportedAtTheIssuerName() {
        CertificateFields given = new CertificateFields(allBits(), allBits() & ~1);
        assertThat(rules(ValidationOptions.defaults()).check(given, CertificateIds.NONE, true, true, null))
                .isFalse();
        assertThat(sink.findings)
                .singleElement()
                .extracting(Finding::at, Finding::severity, Finding::rule)
                .containsExactly(
                        new Location.Field("ma.csv", 4, 7, "ESME Supplier Certificate Id (Critical) - Issuer Name"),
                        Severity.ERROR,
                        Rule.CERTIFICATE_ISSUER_MISSING);
    }

    @Test
    void issuerNameWithoutItsSerialNumberIsReportedAtTheSerialNumber() {
        int networkOperator = 1 << SLOTS.indexOf(CertificateSlot.ESME_NETWORK_OPERATOR_CRITICAL);
        CertificateFields given = new CertificateFields(allBits() & ~networkOperator, allBits());
        assertThat(rules(ValidationOptions.defaults()).check(given, CertificateIds.NONE, true, true, null))
                .isFalse();
        assertThat(sink.findings)
                .singleElement()
                .extracting(Finding::at, Finding::severity, Finding::rule)
                .containsExactly(
                        serialNumberOf(CertificateSlot.ESME_NETWORK_OPERATOR_CRITICAL),
                        Severity.ERROR,
                        Rule.CERTIFICATE_SERIAL_MISSING);
    }

    @Test
    void formOfAnIssuerNameIsCheckedWithoutAReadableSerialNumber() {
        CertificateSlot slot = CertificateSlot.GPF_NETWORK_OPERATOR_CRITICAL;
        int bit = 1 << SLOTS.indexOf(slot);
        CertificateIds ids = CertificateIds.of(other -> other == slot ? Optional.empty() : Optional.of(fitting(other)));
        CertificateRules rules = rules(ValidationOptions.defaults());

        assertThat(rules.check(
                        new CertificateFields(allBits(), allBits(), Map.of(slot, "CN=Z1")), ids, true, true, null))
                .isTrue();
        assertThat(rules.check(new CertificateFields(allBits(), allBits(), Map.of(slot, "Z1")), ids, true, true, null))
                .isFalse();
        assertThat(rules.check(
                        new CertificateFields(allBits() & ~bit, allBits(), Map.of(slot, "Z1")), ids, true, true, null))
                .isFalse();
        assertThat(sink.rules())
                .containsExactly(
                        Rule.CERTIFICATE_ISSUER_FORM, Rule.CERTIFICATE_SERIAL_MISSING, Rule.CERTIFICATE_ISSUER_FORM);
        assertThat(sink.findings.get(0).at().toString())
                .isEqualTo("ma.csv:4: field 19 (" + slot.title() + " - Issuer Name)");
    }

    @Test
    void fieldsAreRestrictedToSomeCertificates() {
        CertificateFields fields = new CertificateFields(0b11, 0b111, Map.of(SLOTS.get(2), "Z1"));

        assertThat(fields.only(0b110)).isEqualTo(new CertificateFields(0b10, 0b110, Map.of(SLOTS.get(2), "Z1")));
        assertThat(fields.only(0b011)).isEqualTo(new CertificateFields(0b11, 0b11));
        assertThat(new CertificateFields(0b11, 0b11).only(1)).isEqualTo(new CertificateFields(1, 1));
    }

    @Test
    void certificateOfAnotherNetworkOperatorIsAMismatchForTheEsmeOnly() {
        ValidationOptions options = listed(Map.of(13, Set.of(OTHER)));
        assertThat(rules(options).check(CertificateFields.of(ALL), ALL, true, true, MPAN))
                .isFalse();
        assertThat(sink.findings)
                .extracting(Finding::at, Finding::severity, Finding::rule)
                .containsExactly(
                        tuple(
                                serialNumberOf(CertificateSlot.ESME_NETWORK_OPERATOR_CRITICAL),
                                Severity.WARNING,
                                Rule.NETWORK_OPERATOR_MISMATCH),
                        tuple(
                                serialNumberOf(CertificateSlot.ESME_NETWORK_OPERATOR_NON_CRITICAL),
                                Severity.WARNING,
                                Rule.NETWORK_OPERATOR_MISMATCH));
    }

    @Test
    void networkOperatorIsNotComparedWithoutAListOrAnMpan() {
        assertThat(rules(listed(Map.of(13, Set.of(ID, NON_CRITICAL))))
                        .check(CertificateFields.of(ALL), ALL, true, true, MPAN))
                .isTrue();
        assertThat(rules(listed(Map.of(14, Set.of(OTHER)))).check(CertificateFields.of(ALL), ALL, true, true, MPAN))
                .isTrue();
        assertThat(rules(listed(Map.of(13, Set.of(OTHER)))).check(CertificateFields.of(ALL), ALL, true, true, null))
                .isTrue();
        assertThat(rules(listed(Map.of())).dependOnDistributor()).isTrue();
        assertThat(rules(ValidationOptions.defaults()).dependOnDistributor()).isFalse();
    }

    private static Location serialNumberOf(CertificateSlot slot) {
        return new Location.Field("ma.csv", 4, 6 + 2 * SLOTS.indexOf(slot), slot.title() + " - Serial Number");
    }

    private static String meterPointOf(CertificateSlot slot) {
        return slot.device().isElectricity() ? "MPAN" : "MPRN";
    }

    private boolean check(CertificateIds ids, boolean mpanGiven, boolean mprnGiven) {
        @Nullable Mpan mpan = mpanGiven ? MPAN : null;
        return rules(ValidationOptions.defaults()).check(CertificateFields.of(ids), ids, mpanGiven, mprnGiven, mpan);
    }

    private CertificateRules rules(ValidationOptions options) {
        return new CertificateRules(SERIALS, ISSUERS, options, sink.reporter(options, "found"));
    }

    private static ValidationOptions listed(Map<Integer, Set<CertificateId>> byDistributor) {
        return ValidationOptions.defaults().networkOperators(NetworkOperatorCertificates.of(byDistributor));
    }

    private static int allBits() {
        return (1 << CertificateSlot.values().length) - 1;
    }

    private static List<DocumentField> fields(int first, String part) {
        return Arrays.stream(CertificateSlot.values())
                .map(slot -> RecordingSink.field(first + 2 * SLOTS.indexOf(slot), slot.title() + part))
                .toList();
    }
}
