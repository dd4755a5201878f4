package uk.smets.mam.model.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetDamageTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.23457E+12", "1.31235E+12", "1,23457E+12", "1E+12", "1.5e38", " 1.23457E+12 "})
    void scientificNotationIsRecognised(String text) {
        assertThat(SpreadsheetDamage.isScientific(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567890123", "12.5E+12", "1.E+12", "E+12", "1E", "1.2E-3", "1E+1000", "1.2.3E+4"})
    void otherTextIsNotScientificNotation(String text) {
        assertThat(SpreadsheetDamage.isScientific(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05/08/2019",
                "5/8/19",
                "2019-08-05",
                "05.08.2019",
                "05/08/2019 00:00",
                "05-Aug-19",
                "5 Aug 2019",
                "43682",
                " 05/08/2019 ",
            })
    void dateInAFormatOfASpreadsheetIsReformatted(String text) {
        assertThat(SpreadsheetDamage.isRewrittenDate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20190805", "2019080", "05/08-2019", "5 August 2019", "4368", "436820", "next Monday"})
    void otherTextIsNotAReformattedDate(String text) {
        assertThat(SpreadsheetDamage.isRewrittenDate(text)).isFalse();
    }

    @Test
    void longNumberWithZerosAfterTheFifteenthDigitIsRounded() {
        assertThat(SpreadsheetDamage.isRounded("145968135742498" + "0".repeat(24)))
                .isTrue();
        assertThat(SpreadsheetDamage.isRounded("145968135742498" + "0".repeat(8)))
                .isTrue();
        assertThat(SpreadsheetDamage.isRounded("145968135742498" + "0".repeat(7)))
                .isFalse();
        assertThat(SpreadsheetDamage.isRounded("145968135742498135214725983614725983614"))
                .isFalse();
        assertThat(SpreadsheetDamage.isRounded("145968135742498" + "0".repeat(23) + "1"))
                .isFalse();
    }
}
