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
import uk.smets.mam.model.SecPartySignifier;

class SecPartySignifierTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SUPP1",
                "SUPPL12",
                "SUPPL ",
                " SUPPL",
                "SUP PL",
                "SUP,PL",
                "SUPPL\t",
                "SUPPL\n",
                "SUPPL\u00A0",
                "SUPPL\u00C9",
                "SUPPL\u007F",
            })
    void textInAnotherFormIsNotASignifier(String text) {
        assertThat(SecPartySignifier.find(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecPartySignifier.of(text))
                .withMessageStartingWith("a SEC Party Signifier is 6 characters without spaces and commas; got ");
        assertThatIllegalArgumentException().isThrownBy(() -> new SecPartySignifier(text));
    }

    @ParameterizedTest
    @CsvSource({"'', got an empty text", "AB, got \"AB\"", "SUPPL12, got 7 characters", "'SUP,PL', got 6 characters"})
    void messageDescribesTheInvalidText(String text, String got) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecPartySignifier.of(text))
                .withMessageEndingWith("; " + got);
    }

    @Test
    void signifiersAreOrderedLikeTheirTexts() {
        SecPartySignifier first = SecPartySignifier.of("SUPPL1");
        assertThat(first)
                .isLessThan(SecPartySignifier.of("SUPPL2"))
                .isEqualByComparingTo(SecPartySignifier.of("SUPPL1"));
        assertThat(SecPartySignifier.of("suppl1")).isGreaterThan(first).isNotEqualTo(first);
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new SecPartySignifier(null))
                .withMessage("value");
        assertThatNullPointerException()
                .isThrownBy(() -> SecPartySignifier.of(null))
                .withMessage("text");
        assertThatNullPointerException()
                .isThrownBy(() -> SecPartySignifier.find(null))
                .withMessage("text");
    }

    @Property(tries = 200)
    void sixPrintableCharactersWithoutACommaAreASignifier(
            @ForAll @CharRange(from = '!', to = '~') @StringLength(6) String text) {
        if (text.contains(",")) {
            assertThat(SecPartySignifier.find(text)).isEmpty();
        } else {
            assertThat(SecPartySignifier.of(text)).hasToString(text);
            assertThat(SecPartySignifier.find(text)).contains(new SecPartySignifier(text));
        }
    }
}
