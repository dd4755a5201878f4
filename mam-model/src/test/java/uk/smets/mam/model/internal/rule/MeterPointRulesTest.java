package uk.smets.mam.model.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.RecordingSink;

class MeterPointRulesTest {
    private final RecordingSink sink = new RecordingSink();

    @Test
    void rowWithSoundMeterPointsIsFine() {
        check("1312345678907", "3938424403");
        check("1312345678907", null);
        check(null, "1234567810");
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void rowWithoutAnyMeterPointIsAnError() {
        check(null, null);
        assertThat(sink.findings)
                .singleElement()
                .extracting(Finding::toString)
                .asString()
                .startsWith("ma.csv:4: ERROR MPXN_MISSING: ");
    }

    @Test
    void meterPointThatCouldNotBeReadIsNotMissing() {
        rules(ValidationOptions.defaults()).check(true, false, null, null);
        rules(ValidationOptions.defaults()).check(false, true, null, null);
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void wrongCheckDigitIsAWarningThatNamesTheRightOne() {
        check("1312345678901", "1234567890");
        assertThat(sink.findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "ma.csv:4: field 1 (MPAN): WARNING MPAN_CHECK_DIGIT: the check digit of the first twelve"
                                + " digits is 7: check the MPAN against the source system",
                        "ma.csv:4: field 2 (MPRN): WARNING MPRN_CHECK_DIGIT: the check digits of the other digits"
                                + " are 10: check the MPRN against the source system");
        sink.findings.clear();
        check(null, "3938424404");
        assertThat(sink.findings.get(0).message()).startsWith("the check digits of the other digits are 03: ");
    }

    @Test
    void distributorIsOneOfThoseThatTheCallerKnows() {
        Mpan mpan = Mpan.of("9912345678907");
        check(mpan.toString().substring(0, 12) + mpan.checkDigit(), null);
        assertThat(sink.findings)
                .singleElement()
                .hasToString(
                        "ma.csv:4: field 1 (MPAN): WARNING MPAN_DISTRIBUTOR: the first two digits are not those of a"
                                + " known distributor: check the MPAN against the source system");
        sink.findings.clear();
        Mpan known = Mpan.of(mpan.toString().substring(0, 12) + mpan.checkDigit());
        rules(ValidationOptions.defaults().distributors(Set.of(99))).check(true, false, known, null);
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void shortOrPaddedMprnIsAWarning() {
        check(null, "12");
        assertThat(sink.findings)
                .singleElement()
                .hasToString(
                        "ma.csv:4: field 2 (MPRN): WARNING MPRN_FORMAT: issued MPRNs have 6 to 10 digits; this has 2:"
                                + " check it against the source system");
        sink.findings.clear();
        Mprn others = Mprn.of("0123450");
        check(null, "01234" + String.format("%02d", others.checkDigits()));
        assertThat(sink.rules()).containsExactly(Rule.MPRN_LEADING_ZERO);
    }

    @Test
    void documentsDifferInWhatTheyCallAnError() {
        MeterPointRules rules = new MeterPointRules(
                RecordingSink.field(1, "MPAN"),
                RecordingSink.field(2, "MPRN"),
                DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION,
                ValidationOptions.defaults(),
                sink.reporter(ValidationOptions.defaults(), "found"));
        rules.check(false, false, null, null);
        rules.check(false, true, null, Mprn.of("0938424403"));
        assertThat(sink.findings.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(sink.findings.get(0).message()).contains("of the Dormant meter");
        assertThat(sink.findings.get(1).rule()).isEqualTo(Rule.MPRN_LEADING_ZERO);
        assertThat(sink.findings.get(1).severity()).isEqualTo(Severity.ERROR);
    }

    private void check(@Nullable String mpan, @Nullable String mprn) {
        rules(ValidationOptions.defaults())
                .check(
                        mpan != null,
                        mprn != null,
                        mpan == null ? null : Mpan.of(mpan),
                        mprn == null ? null : Mprn.of(mprn));
    }

    private MeterPointRules rules(ValidationOptions options) {
        return new MeterPointRules(
                RecordingSink.field(1, "MPAN"),
                RecordingSink.field(2, "MPRN"),
                DocumentKind.MIGRATION_AUTHORISATION,
                options,
                sink.reporter(options, "found"));
    }
}
