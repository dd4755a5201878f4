package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Mpan;

class MpanTest {
    private static final long LARGEST = 9_999_999_999_999L;

    @ParameterizedTest
    @ValueSource(strings = {"1312345678907", "2012345678385", "1234567890126", "2278676232781", "1000000000040"})
    void checkDigitOfTheMamsExamplesIsRight(String digits) {
        assertThat(Mpan.of(digits).hasCheckDigit()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1234567890121, 6", "2254787392943, 9"})
    void wrongCheckDigitIsDetectedAndTheRightOneReturned(String digits, int right) {
        Mpan mpan = Mpan.of(digits);
        assertThat(mpan.hasCheckDigit()).isFalse();
        assertThat(mpan.checkDigit()).isEqualTo(right);
        assertThat(Mpan.of(digits.substring(0, 12) + right).hasCheckDigit()).isTrue();
    }

    @Test
    void remainderTenIsWrittenAsZero() {
        // 3 + 7, the weights of a 1 in the first and in the third place, are 10.
        assertThat(Mpan.of("1010000000000").checkDigit()).isZero();
        assertThat(Mpan.of("1010000000000").hasCheckDigit()).isTrue();
    }

    @Property
    void checkDigitIsTheSumOfDigitsTimesPrimesModuloElevenModuloTen(
            @ForAll @LongRange(min = 0, max = LARGEST) long number) {
        Mpan mpan = Mpan.of(number);
        String digits = mpan.toString();
        BigInteger prime = BigInteger.TWO;
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            prime = prime.nextProbablePrime();
            prime = prime.intValue() == 11 ? prime.nextProbablePrime() : prime;
            sum += Character.digit(digits.charAt(i), 10) * prime.intValue();
        }
        int expected = sum % 11 % 10;
        assertThat(mpan.checkDigit()).isEqualTo(expected);
        assertThat(mpan.hasCheckDigit()).isEqualTo(digits.endsWith(Integer.toString(expected)));
    }

    @Property
    void everyMpanReadsBackFromItsDigits(@ForAll @LongRange(min = 0, max = LARGEST) long number) {
        Mpan mpan = Mpan.of(number);
        String digits = mpan.toString();
        assertThat(digits).matches("[0-9]{13}");
        assertThat(Long.parseLong(digits)).isEqualTo(number);
        assertThat(Mpan.of(digits)).isEqualTo(mpan).hasSameHashCodeAs(mpan);
        assertThat(Mpan.find(digits)).contains(mpan);
        assertThat(mpan.number()).isEqualTo(number);
    }

    @Property
    void distributorIsTheFirstTwoDigits(@ForAll @LongRange(min = 0, max = LARGEST) long number) {
        Mpan mpan = Mpan.of(number);
        assertThat(mpan.distributorId())
                .isEqualTo(Integer.parseInt(mpan.toString().substring(0, 2)));
    }

    @Property
    void mpansAreOrderedLikeTheirDigits(
            @ForAll @LongRange(min = 0, max = LARGEST) long one,
            @ForAll @LongRange(min = 0, max = LARGEST) long other) {
        int order = Mpan.of(one).compareTo(Mpan.of(other));
        int orderOfTexts = Mpan.of(one).toString().compareTo(Mpan.of(other).toString());
        assertThat(Integer.signum(order)).isEqualTo(Integer.signum(orderOfTexts));
        assertThat(Mpan.of(one).equals(Mpan.of(other))).isEqualTo(order == 0);
    }

    @Property
    void textWithOneOtherCharacterIsNotAnMpan(
            @ForAll @LongRange(min = 0, max = LARGEST) long number,
            @ForAll @IntRange(min = 0, max = 12) int at,
            @ForAll char foreign) {
        StringBuilder text = new StringBuilder(Mpan.of(number).toString());
        text.setCharAt(at, foreign);
        assertThat(Mpan.find(text.toString()).isPresent()).isEqualTo(foreign >= '0' && foreign <= '9');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "131234567890",
                "13123456789077",
                " 131234567890",
                "1312345678907 ",
                "+312345678907",
                "-312345678907",
                "1.23457E+1200",
                "\uFF11312345678907",
                "\u0661312345678907",
            })
    void textOtherThanThirteenAsciiDigitsIsRejectedWithoutRepeatingIt(String text) {
        assertThat(Mpan.find(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mpan.of(text))
                .withMessageStartingWith("an MPAN is 13 digits, 0 to 9; got " + text.length() + " character")
                .satisfies(e -> assertThat(text.isEmpty() || !e.getMessage().contains(text))
                        .isTrue());
    }

    @Test
    void messageNamesTheInvalidLengthOrCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mpan.of("131234567890"))
                .withMessage("an MPAN is 13 digits, 0 to 9; got 12 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mpan.of("7"))
                .withMessage("an MPAN is 13 digits, 0 to 9; got 1 character");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mpan.of("131234567890O"))
                .withMessage("an MPAN is 13 digits, 0 to 9; got 13 characters, not all digits");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, LARGEST + 1, Long.MAX_VALUE})
    void numberOfMoreThanThirteenDigitsIsRejectedWithoutRepeatingIt(long number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mpan.of(number))
                .withMessage("an MPAN is 13 digits, 0 to 9; got a number outside that range");
    }

    @Test
    void mpanEqualsNoOtherObject() {
        assertThat(Mpan.of(1)).isNotEqualTo(null).isNotEqualTo("0000000000001").isNotEqualTo(Mpan.of(2));
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException().isThrownBy(() -> Mpan.of(null)).withMessage("digits");
        assertThatNullPointerException().isThrownBy(() -> Mpan.find(null)).withMessage("text");
    }
}
