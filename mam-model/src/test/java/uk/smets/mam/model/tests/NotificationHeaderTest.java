package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Smso;

class NotificationHeaderTest {
    private static final List<SecPartySignifier> SIGNIFIERS = List.of(SecPartySignifier.of("EXSUPP"));
    private static final List<MarketParticipantId> PARTICIPANTS =
            List.of(MarketParticipantId.of("EXPL"), MarketParticipantId.of("EXG"));

    @Test
    void headerHoldsItsFourFieldsAndCopiesOfItsLists() {
        List<SecPartySignifier> given = new ArrayList<>(SIGNIFIERS);
        NotificationHeader header = new NotificationHeader("Example Energy", given, PARTICIPANTS, Smso.TRL);
        given.clear();
        assertThat(header.name()).isEqualTo("Example Energy");
        assertThat(header.secPartySignifiers()).isEqualTo(SIGNIFIERS);
        assertThat(header.marketParticipantIds()).isEqualTo(PARTICIPANTS);
        assertThat(header.smso()).isEqualTo(Smso.TRL);
    }

    @Test
    void mandatoryFieldsAreNotEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotificationHeader(" ", SIGNIFIERS, PARTICIPANTS, Smso.TRL))
                .withMessageStartingWith("name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotificationHeader("Example", List.of(), PARTICIPANTS, Smso.TRL))
                .withMessageStartingWith("secPartySignifiers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotificationHeader("Example", SIGNIFIERS, List.of(), Smso.TRL))
                .withMessageStartingWith("marketParticipantIds");
    }

    @Test
    void nullIsRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new NotificationHeader(null, SIGNIFIERS, PARTICIPANTS, Smso.TRL))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> new NotificationHeader("Example", null, PARTICIPANTS, Smso.TRL))
                .withMessage("secPartySignifiers");
        assertThatNullPointerException()
                .isThrownBy(() -> new NotificationHeader("Example", SIGNIFIERS, null, Smso.TRL))
                .withMessage("marketParticipantIds");
        assertThatNullPointerException()
                .isThrownBy(() -> new NotificationHeader("Example", SIGNIFIERS, PARTICIPANTS, null))
                .withMessage("smso");
    }

    @Test
    void participantOfGasHasThreeCharactersAndOneOfElectricityFour() {
        MarketParticipantId gas = MarketParticipantId.of("EXG");
        MarketParticipantId electricity = MarketParticipantId.of("EXPL");
        assertThat(gas.isGas()).isTrue();
        assertThat(gas.isElectricity()).isFalse();
        assertThat(electricity.isGas()).isFalse();
        assertThat(electricity.isElectricity()).isTrue();
        assertThat(gas).hasToString("EXG").isLessThan(electricity);
        assertThat(MarketParticipantId.find("EXPL")).contains(electricity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EX", "EXPLE", "E,X", "EX ", "E\u00e9X", "EX\t"})
    void textOfAnotherFormIsNoMarketParticipantId(String text) {
        assertThat(MarketParticipantId.find(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketParticipantId.of(text))
                .withMessageStartingWith("a Market Participant ID is 3 characters for gas or 4 for electricity");
    }

    @Test
    void signifierHasSixCharacters() {
        SecPartySignifier signifier = SecPartySignifier.of("EXSUPP");
        assertThat(signifier).hasToString("EXSUPP").isGreaterThan(SecPartySignifier.of("EXGASS"));
        assertThat(SecPartySignifier.find("EXSUPP")).contains(signifier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EXSUP", "EXSUPPL", "EX,UPP", "EX UPP", "EXSUP\u00e9", "EXSUPP "})
    void textOfAnotherFormIsNoSignifier(String text) {
        assertThat(SecPartySignifier.find(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecPartySignifier.of(text))
                .withMessageStartingWith("a SEC Party Signifier is 6 characters");
    }

    @Test
    void nullTextIsRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> SecPartySignifier.of(null))
                .withMessage("text");
        assertThatNullPointerException()
                .isThrownBy(() -> SecPartySignifier.find(null))
                .withMessage("text");
        assertThatNullPointerException()
                .isThrownBy(() -> MarketParticipantId.of(null))
                .withMessage("text");
        assertThatNullPointerException()
                .isThrownBy(() -> MarketParticipantId.find(null))
                .withMessage("text");
    }
}
