package uk.smets.mam.model.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.RecordingSink;
import uk.smets.mam.testing.MessageListing;

class MeterPointRulesTest {
    private static final Location MPAN_FIELD = new Location.Field("ma.csv", 4, 1, "MPAN");
    private static final Location MPRN_FIELD = new Location.Field("ma.csv", 4, 2, "MPRN");

    private final RecordingSink sink = new RecordingSink();

    @Test
    void rowWithValidMeterPointsHasNoFinding() {
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
                .extracting(Finding::at, Finding::severity, Finding::rule)
                .containsExactly(new Location.Line("ma.csv", 4), Severity.ERROR, Rule.MPXN_MISSING);
    }

    @Test
    void unreadableMeterPointIsNotMissing() {
        rules(ValidationOptions.defaults()).check(true, false, null, null);
        rules(ValidationOptions.defaults()).check(false, true, null, null);
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void wrongCheckDigitIsAWarningThatGivesTheRightOne() {
        check("1312345678901", "1234567890");
        assertThat(sink.findings)
                .extracting(Finding::at, Finding::severity, Finding::rule)
                .containsExactly(
                        tuple(MPAN_FIELD, Severity.WARNING, Rule.MPAN_CHECK_DIGIT),
                        tuple(MPRN_FIELD, Severity.WARNING, Rule.MPRN_CHECK_DIGIT));
        assertThat(sink.findings.get(0).message()).contains(" 7:");
        assertThat(sink.findings.get(1).message()).contains(" 10:");
        sink.findings.clear();
        check(null, "3938424404");
        assertThat(sink.findings.get(0).message()).contains(" 03:");
    }

    @Test
    void distributorIsOneOfTheKnownDistributorsOfTheOptions() {
        Mpan mpan = Mpan.of("9912345678907");
        check(mpan.toString().substring(0, 12) + mpan.checkDigit(), null);
        assertThat(sink.findings)
                .singleElement()
                .extracting(Finding::at, Finding::severity, Finding::rule)
                .containsExactly(MPAN_FIELD, Severity.WARNING, Rule.MPAN_DISTRIBUTOR);
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
                .extracting(Finding::at, Finding::severity, Finding::rule)
                .containsExactly(MPRN_FIELD, Severity.WARNING, Rule.MPRN_FORMAT);
        assertThat(sink.findings.get(0).message()).contains(" 2:");
        sink.findings.clear();
        Mprn others = Mprn.of("0123450");
        check(null, "01234" + String.format("%02d", others.checkDigits()));
        assertThat(sink.rules()).containsExactly(Rule.MPRN_LEADING_ZERO);
    }

    @Test
    void severitiesAndMessagesDependOnTheDocument() {
        MeterPointRules rules = new MeterPointRules(
                RecordingSink.field(1, "MPAN"),
                RecordingSink.field(2, "MPRN"),
                DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION,
                ValidationOptions.defaults(),
                sink.reporter(ValidationOptions.defaults(), "found"));
        rules.check(false, false, null, null);
        rules.check(false, true, null, Mprn.of("0938424403"));
        assertThat(sink.findings.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(sink.findings.get(0).message())
                .isEqualTo(MessageListing.pinned(Rule.MPXN_MISSING, "row of a FIRMWARE_UPGRADE_NOTIFICATION"))
                .isNotEqualTo(MessageListing.pinned(Rule.MPXN_MISSING, "row of a MIGRATION_AUTHORISATION"));
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
