package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.MarketParticipantId;

class MarketParticipantIdTest {
    @Test
    void identifierHasThreeCharactersForGasAndFourForElectricity() {
        MarketParticipantId gas = MarketParticipantId.of("GAS");
        assertThat(gas.isGas()).isTrue();
        assertThat(gas.isElectricity()).isFalse();
        MarketParticipantId electricity = MarketParticipantId.of("ELEC");
        assertThat(electricity.isGas()).isFalse();
        assertThat(electricity.isElectricity()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AB", "ABCDE", "AB ", " ABC", "A B", "A,B", "ABC,", "AB\n", "AB\u00A0", "ABC\u00C9"})
    void textInAnotherFormIsNotAnIdentifier(String text) {
        assertThat(MarketParticipantId.find(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketParticipantId.of(text))
                .withMessageStartingWith("a Market Participant ID is 3 characters for gas or 4 for electricity, without"
                        + " spaces and commas; got ");
        assertThatIllegalArgumentException().isThrownBy(() -> new MarketParticipantId(text));
    }

    @ParameterizedTest
    @CsvSource({"'', got an empty text", "'A,B', 'got \"A,B\"'", "'A B', got 3 characters", "ABCDE, got 5 characters"})
    void messageDescribesTheInvalidText(String text, String got) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketParticipantId.of(text))
                .withMessageEndingWith("; " + got);
    }

    @Test
    void identifiersAreOrderedLikeTheirTexts() {
        MarketParticipantId gas = MarketParticipantId.of("ABC");
        assertThat(gas).isLessThan(MarketParticipantId.of("ABCD")).isGreaterThan(MarketParticipantId.of("ABBD"));
        assertThat(gas).isEqualByComparingTo(MarketParticipantId.of("ABC"));
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new MarketParticipantId(null))
                .withMessage("value");
        assertThatNullPointerException()
                .isThrownBy(() -> MarketParticipantId.of(null))
                .withMessage("text");
        assertThatNullPointerException()
                .isThrownBy(() -> MarketParticipantId.find(null))
                .withMessage("text");
    }

    @Property(tries = 200)
    void threeOrFourPrintableCharactersWithoutACommaAreAnIdentifier(
            @ForAll @CharRange(from = '!', to = '~') @StringLength(min = 1, max = 6) String text) {
        if (text.contains(",") || text.length() < 3 || text.length() > 4) {
            assertThat(MarketParticipantId.find(text)).isEmpty();
        } else {
            assertThat(MarketParticipantId.of(text)).hasToString(text);
            assertThat(MarketParticipantId.find(text)).contains(new MarketParticipantId(text));
        }
    }
}
