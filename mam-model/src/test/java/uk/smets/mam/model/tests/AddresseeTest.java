package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Addressee;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.SecPartySignifier;

class AddresseeTest {
    private static final SecPartySignifier OURS = SecPartySignifier.of("EXSUPP");
    private static final SecPartySignifier THEIRS = SecPartySignifier.of("OTHERS");
    private static final MarketParticipantId OUR_GAS = MarketParticipantId.of("EXG");
    private static final MarketParticipantId THEIR_GAS = MarketParticipantId.of("OTH");

    @Test
    void oneMatchingIdentifierIsEnough() {
        Addressee us = new Addressee(Set.of(OURS), Set.of(OUR_GAS));
        assertThat(us.hasSignifierAmong(List.of(THEIRS, OURS))).isTrue();
        assertThat(us.hasSignifierAmong(List.of(THEIRS))).isFalse();
        assertThat(us.hasParticipantAmong(List.of(THEIR_GAS, OUR_GAS))).isTrue();
        assertThat(us.hasParticipantAmong(List.of(THEIR_GAS))).isFalse();
    }

    @Test
    void unknownIdentifiersAreNotCompared() {
        assertThat(Addressee.ANY.hasSignifierAmong(List.of(THEIRS))).isTrue();
        assertThat(Addressee.ANY.hasParticipantAmong(List.of(THEIR_GAS))).isTrue();
    }
}
