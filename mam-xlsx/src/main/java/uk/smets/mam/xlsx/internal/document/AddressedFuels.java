package uk.smets.mam.xlsx.internal.document;

import java.util.Optional;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.finding.Reporter;

/**
 * Checks that the header has a Market Participant ID for each fuel with meter points in the rows (clauses 7.3.1, 7.4.1). The cause is in
 * the header, so each fuel is reported once, at its first row.
 */
public final class AddressedFuels {
    private final DocumentField mpan;
    private final DocumentField mprn;
    private final Reporter reporter;
    private boolean electricity;
    private boolean gas;

    /**
     * Creates the check of a document.
     *
     * @param header its header; if empty because it could not be read, nothing is checked
     * @param mpan the field of the MPAN
     * @param mprn the field of the MPRN
     * @param reporter receives the findings
     */
    AddressedFuels(Optional<NotificationHeader> header, DocumentField mpan, DocumentField mprn, Reporter reporter) {
        this.mpan = mpan;
        this.mprn = mprn;
        this.reporter = reporter;
        electricity = header.isEmpty()
                || header.get().marketParticipantIds().stream().anyMatch(MarketParticipantId::isElectricity);
        gas = header.isEmpty() || header.get().marketParticipantIds().stream().anyMatch(MarketParticipantId::isGas);
    }

    /** Checks the next row. */
    void check(boolean mpanGiven, boolean mprnGiven) {
        if (mpanGiven && !electricity) {
            electricity = true;
            report(mpan, "electricity, which has 4 characters");
        }
        if (mprnGiven && !gas) {
            gas = true;
            report(mprn, "gas, which has 3 characters");
        }
    }

    private void report(DocumentField field, String fuel) {
        reporter.field(
                Rule.NOT_ADDRESSED_TO_US,
                Severity.WARNING,
                field,
                "this row, and perhaps others, has an " + field.name()
                        + ", but the header has no Market Participant ID for " + fuel
                        + ": check who the notification is addressed to");
    }
}
