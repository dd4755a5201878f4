package uk.smets.mam.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * The party that notifications must be addressed to, for {@link Rule#NOT_ADDRESSED_TO_US}. A notification is addressed
 * to a party if its header (clauses 7.3.1, 7.4.1) has one of the party's SEC Party Signifiers and one of its Market
 * Participant IDs. An empty set is not compared.
 *
 * @param secPartySignifiers the party's SEC Party Signifiers
 * @param marketParticipantIds the party's Market Participant IDs
 */
public record Addressee(Set<SecPartySignifier> secPartySignifiers, Set<MarketParticipantId> marketParticipantIds) {
    /** Any party. */
    public static final Addressee ANY = new Addressee(Set.of(), Set.of());

    /**
     * Creates the addressee.
     *
     * @param secPartySignifiers the party's SEC Party Signifiers, which are copied
     * @param marketParticipantIds the party's Market Participant IDs, which are copied
     */
    public Addressee {
        secPartySignifiers = Arguments.setOf(secPartySignifiers, "secPartySignifiers");
        marketParticipantIds = Arguments.setOf(marketParticipantIds, "marketParticipantIds");
    }

    /**
     * Returns whether this party's SEC Party Signifiers match a header.
     *
     * @param signifiers the signifiers in the header
     * @return true if one of them is this party's, or this party has none
     */
    public boolean hasSignifierAmong(Collection<SecPartySignifier> signifiers) {
        List<SecPartySignifier> given = Arguments.listOf(signifiers, "signifiers");
        return secPartySignifiers.isEmpty() || !Collections.disjoint(given, secPartySignifiers);
    }

    /**
     * Returns whether this party's Market Participant IDs match a header.
     *
     * @param participants the Market Participant IDs in the header
     * @return true if one of them is this party's, or this party has none
     */
    public boolean hasParticipantAmong(Collection<MarketParticipantId> participants) {
        List<MarketParticipantId> given = Arguments.listOf(participants, "participants");
        return marketParticipantIds.isEmpty() || !Collections.disjoint(given, marketParticipantIds);
    }
}
