package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Mprn;

class MprnTest {
    @ParameterizedTest
    @ValueSource(strings = {"3938424403", "1234567810", "1000000210", "1000000300"})
    void checkDigitsOfTheMamsExamplesAreRight(String digits) {
        assertThat(Mprn.of(digits).hasCheckDigits()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1234567890, 10", "3938424404, 3"})
    void wrongCheckDigitsAreDetectedAndTheRightOnesReturned(String digits, int right) {
        assertThat(Mprn.of(digits).hasCheckDigits()).isFalse();
        assertThat(Mprn.of(digits).checkDigits()).isEqualTo(right);
    }

    @Test
    void checkDigitsMayBeTen() {
        assertThat(Mprn.of("1234567810").checkDigits()).isEqualTo(10);
        assertThat(Mprn.of("1234567800").hasCheckDigits()).isFalse();
    }

    @Property
    void checkDigitsAreTheSumOfDigitsTimesPositionsFromTheRightModuloEleven(
            @ForAll @NumericChars @StringLength(min = 3, max = 10) String digits) {
        String others = new StringBuilder(digits.substring(0, digits.length() - 2))
                .reverse()
                .toString();
        int sum = 0;
        for (int i = 0; i < others.length(); i++) {
            sum += Character.digit(others.charAt(i), 10) * (i + 1);
        }
        Mprn mprn = Mprn.of(digits);
        assertThat(mprn.checkDigits()).isEqualTo(sum % 11);
        assertThat(mprn.hasCheckDigits()).isEqualTo(digits.endsWith(String.format("%02d", sum % 11)));
    }

    @Property
    void everyMprnReadsBackFromItsDigits(@ForAll @NumericChars @StringLength(min = 1, max = 10) String digits) {
        Mprn mprn = Mprn.of(digits);
        assertThat(mprn).hasToString(digits);
        assertThat(mprn.length()).isEqualTo(digits.length());
        assertThat(mprn.number()).isEqualTo(Long.parseLong(digits));
        assertThat(mprn.hasLeadingZero()).isEqualTo(digits.startsWith("0"));
        assertThat(Mprn.find(digits)).contains(mprn);
        assertThat(Mprn.of(mprn.number(), mprn.length())).isEqualTo(mprn).hasSameHashCodeAs(mprn);
    }

    @Test
    void leadingZerosAreKeptAndDistinguishMprns() {
        Mprn trimmed = Mprn.of("12345");
        Mprn padded = Mprn.of("0000012345");
        assertThat(padded).hasToString("0000012345").isNotEqualTo(trimmed).isGreaterThan(trimmed);
        assertThat(padded.number()).isEqualTo(trimmed.number());
        assertThat(trimmed.hasLeadingZero()).isFalse();
        assertThat(padded.hasLeadingZero()).isTrue();
    }

    @Test
    void mprnsOfFewerThanThreeDigitsHaveNoCheckDigits() {
        assertThat(Mprn.of("0").hasCheckDigits()).isFalse();
        assertThat(Mprn.of("00").hasCheckDigits()).isFalse();
        assertThat(Mprn.of("101").hasCheckDigits()).isTrue();
    }

    @Test
    void mprnsAreOrderedByNumberAndThenByLength() {
        assertThat(Mprn.of("1000000210")).isGreaterThan(Mprn.of("999999999"));
        assertThat(Mprn.of("07")).isLessThan(Mprn.of("8")).isGreaterThan(Mprn.of("7"));
        assertThat(Mprn.of("07")).isEqualByComparingTo(Mprn.of("07"));
    }

    @Property
    void textWithOneOtherCharacterIsNotAnMprn(
            @ForAll @NumericChars @StringLength(10) String digits,
            @ForAll @IntRange(min = 0, max = 9) int at,
            @ForAll char foreign) {
        StringBuilder text = new StringBuilder(digits);
        text.setCharAt(at, foreign);
        assertThat(Mprn.find(text.toString()).isPresent()).isEqualTo(foreign >= '0' && foreign <= '9');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12345678901", "393842440\u0663", " 393842440", "3938424403 ", "-393842440", "3.93842E+9"})
    void textOtherThanOneToTenAsciiDigitsIsRejectedWithoutRepeatingIt(String text) {
        assertThat(Mprn.find(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mprn.of(text))
                .withMessageStartingWith("an MPRN is 1 to 10 digits, 0 to 9; got " + text.length() + " characters")
                .satisfies(e -> assertThat(text.isEmpty() || !e.getMessage().contains(text))
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "10, 1", "1, 0", "1, -1", "1, 11", "10000000000, 10"})
    void numberWithMoreDigitsThanItsLengthIsRejected(long number, int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mprn.of(number, length))
                .withMessage("an MPRN is 1 to 10 digits, 0 to 9; got a number outside that range");
    }

    @Test
    void mprnEqualsNoOtherObject() {
        assertThat(Mprn.of("7")).isNotEqualTo(null).isNotEqualTo("7").isNotEqualTo(Mprn.of("8"));
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException().isThrownBy(() -> Mprn.of(null)).withMessage("digits");
        assertThatNullPointerException().isThrownBy(() -> Mprn.find(null)).withMessage("text");
    }
}
