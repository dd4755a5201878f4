package uk.smets.mam.xlsx.internal.layout;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import uk.smets.mam.model.Addressee;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.NotificationHeaderTable;

/** Checks that the lists of a header have one of the identifiers that the caller expects (clauses 7.3.1, 7.4.1). */
public final class AddresseeRule {
    private final Addressee addressee;
    private final Notification<?, ?> notification;
    private final CellReporter reporter;

    /**
     * Creates the rule.
     *
     * @param addressee the expected recipient of the notification
     * @param notification the kind of notification
     * @param reporter the reporter, at the cell of the list
     */
    public AddresseeRule(Addressee addressee, Notification<?, ?> notification, CellReporter reporter) {
        this.addressee = addressee;
        this.notification = notification;
        this.reporter = reporter;
    }

    public void checkSignifiers(List<SecPartySignifier> signifiers) {
        if (!addressee.hasSignifierAmong(signifiers)) {
            report(NotificationHeaderTable.SEC_PARTY_SIGNIFIER, addressee.secPartySignifiers());
        }
    }

    public void checkParticipants(List<MarketParticipantId> participants) {
        if (!addressee.hasParticipantAmong(participants)) {
            report(NotificationHeaderTable.MARKET_PARTICIPANT_ID, addressee.marketParticipantIds());
        }
    }

    private void report(int field, Collection<?> expected) {
        String identifiers = expected.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        reporter.reporter()
                .field(
                        Rule.NOT_ADDRESSED_TO_US,
                        notification.header().get(field),
                        "none of the identifiers that are expected here (" + identifiers
                                + "): check who the notification is addressed to");
    }
}
