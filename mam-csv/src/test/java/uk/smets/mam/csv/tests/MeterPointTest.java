package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

/** The MPAN and the MPRN of a row (clauses 4, 7.2.3). */
class MeterPointTest {
    private static MigrationAuthorisationRow rowOf(Lines.Row row) {
        return Unnamed.parse(Lines.file(row)).rows().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1312345678907", "2012345678385", "1234567890126", "2278676232781", "1000000000040"})
    void mpanWithItsCheckDigitHasNoFinding(String mpan) {
        assertThat(Lines.found(Lines.dualFuel().with(1, mpan))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1234567890121, 6", "2254787392943, 9"})
    void mpanWithAWrongCheckDigitIsAWarningThatGivesTheRightOne(String mpan, int digit) {
        byte[] file = Lines.file(Lines.dualFuel().with(1, mpan));

        assertThat(Lines.found(file)).containsExactly("4:1 WARNING MPAN_CHECK_DIGIT");
        assertThat(Lines.message(file)).containsPattern(" " + digit + "\\b");
        assertThat(rowOf(Lines.dualFuel().with(1, mpan)).mpan()).hasToString("Optional[" + mpan + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "131234567890",
                "13123456789071",
                "131234567890X",
                "1312345 678907",
                "-312345678907",
                "131234567890.5"
            })
    void mpanOtherThanThirteenDigitsIsAnError(String mpan) {
        assertThat(Lines.found(Lines.dualFuel().with(1, mpan))).containsExactly("4:1 ERROR MPAN_FORMAT");
    }

    @Test
    void paddedMpanIsPaddedAndHasAnInvalidForm() {
        assertThat(Lines.found(Lines.dualFuel().with(1, " " + Lines.MPAN)))
                .containsExactlyInAnyOrder("4:1 WARNING FIELD_PADDED", "4:1 ERROR MPAN_FORMAT");
    }

    @ParameterizedTest
    @CsvSource({"0912345678909, true", "1000000000040, false", "3812345678900, false", "3912345678900, true"})
    void distributorsAreTenToThirtyEightUnlessTheOptionsSayOtherwise(String mpan, boolean unknown) {
        byte[] file = Lines.file(Lines.dualFuel().with(1, mpan));

        assertThat(Lines.found(file).contains("4:1 WARNING MPAN_DISTRIBUTOR")).isEqualTo(unknown);
        assertThat(Lines.found(file, ValidationOptions.defaults().distributors(Set.of(9, 39)))
                        .contains("4:1 WARNING MPAN_DISTRIBUTOR"))
                .isEqualTo(!unknown);
    }

    @Test
    void mpanWithLeadingZerosKeepsThem() {
        assertThat(rowOf(Lines.dualFuel().with(1, "0000000000001")).mpan().orElseThrow())
                .hasToString("0000000000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3938424403", "1234567810", "1000000210", "1000000300", "123409", "12345601"})
    void mprnWithItsCheckDigitsHasNoFinding(String mprn) {
        assertThat(Lines.found(Lines.dualFuel().with(2, mprn))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1234567890, 10", "3938424404, 03"})
    void mprnWithWrongCheckDigitsIsAWarningThatGivesTheRightOnes(String mprn, String digits) {
        byte[] file = Lines.file(Lines.dualFuel().with(2, mprn));

        assertThat(Lines.found(file)).containsExactly("4:2 WARNING MPRN_CHECK_DIGIT");
        assertThat(Lines.message(file)).containsPattern(" " + digits + "\\b");
    }

    @Test
    void mprnOfFiveDigitsIsAWarning() {
        byte[] file = Lines.file(Lines.dualFuel().with(2, "12310"));

        assertThat(Lines.found(file)).containsExactly("4:2 WARNING MPRN_FORMAT");
        assertThat(Lines.message(file)).isEqualTo(MessageListing.pinned(Rule.MPRN_FORMAT, "MPRN of 5 digits"));
        assertThat(rowOf(Lines.dualFuel().with(2, "12310")).mprn()).hasToString("Optional[12310]");
    }

    @Test
    void mprnOfSixDigitsHasNoFinding() {
        assertThat(Lines.found(Lines.dualFuel().with(2, "123409"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "55"})
    void mprnOfOneOrTwoDigitsHasNoCheckDigits(String mprn) {
        assertThat(Lines.found(Lines.dualFuel().with(2, mprn))).containsExactly("4:2 WARNING MPRN_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901", "39384244O3", "3938 24403", "+393842440"})
    void mprnOtherThanDigitsIsAnError(String mprn) {
        assertThat(Lines.found(Lines.dualFuel().with(2, mprn)))
                .contains("4:2 ERROR MPRN_FORMAT")
                .isSubsetOf("4:2 ERROR MPRN_FORMAT", "4:2 ERROR FIELD_TOO_LONG");
    }

    @Test
    void mprnWithALeadingZeroIsAWarningAndKeepsTheZero() {
        assertThat(Lines.found(Lines.dualFuel().with(2, "0123456734")))
                .contains("4:2 WARNING MPRN_LEADING_ZERO")
                .allMatch(finding -> finding.contains("WARNING"));
        assertThat(rowOf(Lines.dualFuel().with(2, "0123456734")).mprn()).hasToString("Optional[0123456734]");
    }

    @Test
    void emptyQuotedMprnIsOmitted() {
        assertThat(Lines.found(Lines.file(Lines.electricity().lineWithRaw(2, "\"\""))))
                .isEmpty();
        assertThat(rowOf(Lines.electricity()).mprn()).isEmpty();
    }

    @Test
    void rowWithoutAMeterPointIsAnErrorOfItsLine() {
        assertThat(Lines.found(Lines.dualFuel().without(1, 2)))
                .contains("4 ERROR MPXN_MISSING")
                .filteredOn(finding -> finding.contains("ERROR"))
                .hasSize(1);
    }

    @Test
    void rowWithAnUnreadableMeterPointIsNotWithoutOne() {
        assertThat(Lines.found(Lines.electricity().with(1, "x"))).containsExactly("4:1 ERROR MPAN_FORMAT");
    }

    @Test
    void duplicateNamesTheEarlierLine() {
        byte[] file = Lines.file(
                Lines.dualFuel(),
                Lines.electricity().with(1, Lines.OTHER_MPAN),
                Lines.electricity(),
                Lines.gas(),
                Lines.gas());
        ValidationReport report = Unnamed.validate(file);

        assertThat(Lines.found(report))
                .containsExactly(
                        "6:1 WARNING MPXN_DUPLICATE", "7:2 WARNING MPXN_DUPLICATE", "8:2 WARNING MPXN_DUPLICATE");
        assertThat(report.findings()).extracting(Finding::message).allMatch(message -> message.contains("line 4:"));
    }

    @Test
    void mprnsThatDifferOnlyInLeadingZerosAreDuplicates() {
        assertThat(Lines.found(Lines.gas().with(2, "123456734"), Lines.gas().with(2, "0123456734")))
                .contains("5:2 WARNING MPXN_DUPLICATE");
    }

    @Test
    void mpanAndMprnWithTheSameDigitsAreNotDuplicates() {
        assertThat(Lines.found(
                        Lines.electricity().with(1, "0001000000210"),
                        Lines.gas().with(2, "1000000210")))
                .noneMatch(finding -> finding.contains("MPXN_DUPLICATE"));
    }

    @Test
    void duplicatesAreFoundAmongManyRows() {
        String[] lines = new String[20_001];
        for (int i = 0; i < 20_000; i++) {
            lines[i] = Lines.electricity().with(1, String.format("13%011d", i)).line();
        }
        lines[20_000] =
                Lines.electricity().with(1, String.format("13%011d", 7_777)).line();
        ValidationReport report =
                Unnamed.validate(Lines.file(lines), ValidationOptions.defaults().without(Rule.MPAN_CHECK_DIGIT));

        assertThat(Lines.found(report)).containsExactly("20004:1 WARNING MPXN_DUPLICATE");
        assertThat(Lines.onlyMessage(report)).contains("line 7781:");
    }
}
