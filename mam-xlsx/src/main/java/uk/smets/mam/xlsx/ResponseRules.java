package uk.smets.mam.xlsx;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.AffiliateGroups;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.CertificateFields;
import uk.smets.mam.model.internal.CertificateRules;
import uk.smets.mam.model.internal.Reporter;
import uk.smets.mam.model.internal.SoundCertificates;

/**
 * The rules of what a supplier answers in a row (clauses 6, 7.4.2). As DCC sends it, the certificates are empty, and a supplier may answer
 * with a Priority alone: which certificates are mandatory counts only in a row that names any.
 */
final class ResponseRules {
    private static final CertificateFields NO_FIELDS = CertificateFields.of(CertificateIds.NONE);

    private static final int GAS = gasBits();

    private final CertificateRules certificates;
    private final Map<Mpan, String> groupIds;
    private final Reporter reporter;
    private final SoundCertificates sound = new SoundCertificates();

    ResponseRules(ValidationOptions options, Reporter reporter) {
        this.reporter = reporter;
        groupIds = options.groupIds();
        certificates =
                new CertificateRules(MigrationScheduleTable.SERIALS, MigrationScheduleTable.ISSUERS, options, reporter);
    }

    private static int gasBits() {
        int bits = 0;
        for (CertificateSlot slot : CertificateSlot.values()) {
            bits |= slot.device().isElectricity() ? 0 : 1 << slot.ordinal();
        }
        return bits;
    }

    /**
     * Checks the certificates of a row.
     *
     * @param fields which certificate fields hold anything
     * @param ids the certificates that could be read
     * @param mpanGiven whether the row has an MPAN, readable or not
     * @param mprnGiven whether the row has an MPRN, readable or not
     * @param mpan the MPAN, where it could be read
     */
    void check(
            CertificateFields fields, CertificateIds ids, boolean mpanGiven, boolean mprnGiven, @Nullable Mpan mpan) {
        if (fields.equals(NO_FIELDS)) {
            return;
        }
        if (mpan != null && AffiliateGroups.areExcepted(groupIds.getOrDefault(mpan, ""))) {
            checkNotAffiliated(fields, ids, mpanGiven, mpan);
        } else if (!isKnownToBeSound(fields, ids, mpanGiven, mprnGiven)
                && certificates.check(fields, ids, mpanGiven, mprnGiven, mpan)) {
            sound.add(fields, ids, mpanGiven, mprnGiven);
        }
    }

    private boolean isKnownToBeSound(
            CertificateFields fields, CertificateIds ids, boolean mpanGiven, boolean mprnGiven) {
        return !certificates.dependOnDistributor() && sound.contains(fields, ids, mpanGiven, mprnGiven);
    }

    /** Checks the certificates of a row in memory, which has both fields of each. */
    void check(CertificateIds ids, @Nullable Mpan mpan, boolean mprnGiven) {
        boolean known = !certificates.dependOnDistributor()
                && groupIds.isEmpty()
                && sound.contains(ids, mpan != null, mprnGiven);
        if (!known) {
            check(CertificateFields.of(ids), ids, mpan != null, mprnGiven, mpan);
        }
    }

    /** The gas certificates may not be there, and so none of them is missed. */
    private void checkNotAffiliated(CertificateFields fields, CertificateIds ids, boolean mpanGiven, Mpan mpan) {
        CertificateFields ofEsme = fields.only(~GAS);
        int ofGas = (fields.serials() | fields.issuers()) & GAS;
        if (ofGas != 0) {
            int slot = Integer.numberOfTrailingZeros(ofGas);
            boolean serial = (fields.serials() & 1 << slot) != 0;
            reporter.field(
                    Rule.RESPONSE_GROUP_NOT_AFFILIATED,
                    serial ? MigrationScheduleTable.SERIALS.get(slot) : MigrationScheduleTable.ISSUERS.get(slot),
                    "the installation's GroupID is " + groupIds.get(mpan)
                            + ", for which the electricity supplier gives no gas certificates: leave those of the GPF"
                            + " and the GSME to the gas supplier");
        }
        if (!ofEsme.equals(NO_FIELDS)) {
            CertificateIds idsOfEsme =
                    CertificateIds.of(slot -> slot.device().isElectricity() ? ids.get(slot) : Optional.empty());
            certificates.check(ofEsme, idsOfEsme, mpanGiven, false, mpan);
        }
    }
}
