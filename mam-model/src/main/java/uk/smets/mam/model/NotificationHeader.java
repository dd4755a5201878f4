package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import uk.smets.mam.model.internal.primitive.Arguments;
import uk.smets.mam.model.internal.primitive.MeterPointMask;

/**
 * The header of the two Dormant Meter notifications: the supplier that DCC notifies, and the operator of the meters.
 * DCC fills all four fields, which are mandatory (clauses 7.3.1 and 7.4.1).
 *
 * @param name the name of the supplier
 * @param secPartySignifiers the supplier's SEC Party Signifiers, at least one
 * @param marketParticipantIds the supplier's Market Participant IDs, at least one
 * @param smso the operator of every meter in the file
 */
public record NotificationHeader(
        String name,
        List<SecPartySignifier> secPartySignifiers,
        List<MarketParticipantId> marketParticipantIds,
        Smso smso)
        implements DocumentHeader {
    /**
     * Creates a header.
     *
     * @param name the name of the supplier
     * @param secPartySignifiers the supplier's SEC Party Signifiers, which are copied
     * @param marketParticipantIds the supplier's Market Participant IDs, which are copied
     * @param smso the operator of every meter in the file
     * @throws IllegalArgumentException if {@code name} is blank, or a list is empty
     */
    public NotificationHeader {
        if (requireNonNull(name, "name").isBlank()) {
            throw new IllegalArgumentException("name: must not be blank");
        }
        secPartySignifiers = Arguments.listOf(secPartySignifiers, "secPartySignifiers");
        if (secPartySignifiers.isEmpty()) {
            throw new IllegalArgumentException("secPartySignifiers: at least one");
        }
        marketParticipantIds = Arguments.listOf(marketParticipantIds, "marketParticipantIds");
        if (marketParticipantIds.isEmpty()) {
            throw new IllegalArgumentException("marketParticipantIds: at least one");
        }
        requireNonNull(smso, "smso");
    }

    @Override
    public NotificationHeader masked() {
        return new NotificationHeader(MeterPointMask.inName(name), secPartySignifiers, marketParticipantIds, smso);
    }
}
