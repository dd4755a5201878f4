package uk.smets.mam.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * Whom a notification has to be for, by the identifiers in its header (clauses 7.3.1, 7.4.1): what {@link Rule#NOT_ADDRESSED_TO_US}
 * compares with. A notification is for a party where its header has one of the party's SEC Party Signifiers, and one of its Market
 * Participant IDs; a set that is empty is not compared.
 *
 * @param secPartySignifiers the party's SEC Party Signifiers
 * @param marketParticipantIds the party's Market Participant IDs
 */
public record Addressee(Set<SecPartySignifier> secPartySignifiers, Set<MarketParticipantId> marketParticipantIds) {
    /** Any party: nothing is compared. */
    public static final Addressee ANY = new Addressee(Set.of(), Set.of());

    /**
     * Takes the identifiers.
     *
     * @param secPartySignifiers the party's SEC Party Signifiers, which are copied
     * @param marketParticipantIds the party's Market Participant IDs, which are copied
     */
    public Addressee {
        secPartySignifiers = Set.copyOf(secPartySignifiers);
        marketParticipantIds = Set.copyOf(marketParticipantIds);
    }

    /**
     * Returns whether a header may be this party's, by its SEC Party Signifiers.
     *
     * @param signifiers the signifiers in the header
     * @return true if one of them is the party's, or the party has none to compare
     */
    public boolean hasSignifierAmong(Collection<SecPartySignifier> signifiers) {
        return secPartySignifiers.isEmpty() || !Collections.disjoint(signifiers, secPartySignifiers);
    }

    /**
     * Returns whether a header may be this party's, by its Market Participant IDs.
     *
     * @param participants the Market Participant IDs in the header
     * @return true if one of them is the party's, or the party has none to compare
     */
    public boolean hasParticipantAmong(Collection<MarketParticipantId> participants) {
        return marketParticipantIds.isEmpty() || !Collections.disjoint(participants, marketParticipantIds);
    }
}
