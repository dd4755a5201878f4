package uk.smets.mam.xlsx.internal.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.AffiliateGroups;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MeterToCommission.Fuel;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.Responsibility.Meters;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.rule.CertificateFields;
import uk.smets.mam.model.internal.rule.CertificateRules;
import uk.smets.mam.model.internal.rule.MandatoryCertificates;
import uk.smets.mam.model.internal.rule.SoundCertificates;

/**
 * The rules for a supplier's answer in a row (clauses 6, 7.4.2). A row may have two Responsible Suppliers, each of which names the
 * Supplier certificates for its own side: the ESME, or the GPF and GSME. The certificates are empty in the schedule that DCC sends. A
 * Priority alone, or Network Operator certificates alone, are an answer: which certificates are mandatory depends on the sides that name
 * any.
 */
public final class ResponseRules {
    private static final int MPAN = MigrationScheduleTable.SUBJECT.mpan().number() - 1;
    private static final int MPRN = MigrationScheduleTable.SUBJECT.mprn().number() - 1;
    private static final CertificateFields NO_FIELDS = CertificateFields.of(CertificateIds.NONE);
    private static final int ESME_SUPPLIER = MandatoryCertificates.ofSide(true);
    private static final int GAS_SUPPLIER = MandatoryCertificates.ofSide(false);
    private static final int GAS = gasSlots();

    private static final String NAMES_SOME = "the row has another Supplier certificate of that side";
    private static final String ELECTRICITY_OURS = "electricity is declared yours, and the row has gas certificates";
    private static final String GAS_OURS = "gas is declared yours, and the row has electricity certificates";

    private final CertificateRules certificates;
    private final ValidationOptions options;
    private final Reporter reporter;
    private final SoundCertificates sound = new SoundCertificates();
    private boolean saidUnstated;

    public ResponseRules(ValidationOptions options, Reporter reporter) {
        this.reporter = reporter;
        this.options = options;
        certificates =
                new CertificateRules(MigrationScheduleTable.SERIALS, MigrationScheduleTable.ISSUERS, options, reporter);
    }

    private static int gasSlots() {
        int bits = 0;
        for (CertificateSlot slot : CertificateSlot.values()) {
            bits |= slot.device().isElectricity() ? 0 : 1 << slot.ordinal();
        }
        return bits;
    }

    /** Checks a row that is being read. */
    public void check(MigrationScheduleDraft row) {
        check(row.certificateFields(), row.certificateIds(), row, responsibilityIn(row));
    }

    /** Returns the responsibility that the options give for a row. */
    public Optional<Responsibility> responsibilityIn(MigrationScheduleDraft row) {
        return options.responsibilities().of(row.mpan(), row.mprn());
    }

    /**
     * Checks a row together with its answer.
     *
     * @param fields the certificate fields that are not empty
     * @param ids the certificates that could be read
     * @param row the row
     * @param responsibility the responsibility for the row, or empty if not given
     */
    public void check(
            CertificateFields fields,
            CertificateIds ids,
            MigrationScheduleDraft row,
            Optional<Responsibility> responsibility) {
        check(fields, ids, row.isGiven(MPAN), row.isGiven(MPRN), row.mpan(), responsibility);
    }

    /** Checks a row in memory, in which each certificate has both fields. */
    public void check(MigrationScheduleRow row) {
        Mpan mpan = row.mpan().orElse(null);
        boolean mprnGiven = row.mprn().isPresent();
        CertificateIds ids = row.certificateIds();
        Optional<Responsibility> responsibility =
                options.responsibilities().of(mpan, row.mprn().orElse(null));
        boolean known = responsibility.isEmpty()
                && !certificates.dependOnDistributor()
                && sound.contains(ids, mpan != null, mprnGiven);
        if (!known) {
            check(CertificateFields.of(ids), ids, mpan != null, mprnGiven, mpan, responsibility);
        }
    }

    private void check(
            CertificateFields fields,
            CertificateIds ids,
            boolean mpanGiven,
            boolean mprnGiven,
            @Nullable Mpan mpan,
            Optional<Responsibility> responsibility) {
        if (fields.equals(NO_FIELDS)) {
            return;
        }
        int named = fields.serials() | fields.issuers();
        if (responsibility.isPresent()) {
            checkSides(fields, named, responsibility.get());
            checkGroup(fields, named, responsibility.get(), mpan);
        } else if (mpanGiven && mprnGiven) {
            checkStated(named);
        }
        MandatoryCertificates mandatory =
                mandatory(named, mpanGiven, mprnGiven, responsibility.map(Responsibility::meters));
        if (!isKnownToBeSound(fields, ids, mandatory, mpanGiven, mprnGiven)
                && certificates.check(fields, ids, mandatory, mpanGiven, mprnGiven, mpan)) {
            sound.add(fields, ids, mpanGiven, mprnGiven);
        }
    }

    /** Returns whether the same certificates have passed before: they are valid with any mandatory certificates that they include. */
    private boolean isKnownToBeSound(
            CertificateFields fields,
            CertificateIds ids,
            MandatoryCertificates mandatory,
            boolean mpanGiven,
            boolean mprnGiven) {
        return mandatory.areIn(fields)
                && !certificates.dependOnDistributor()
                && sound.contains(fields, ids, mpanGiven, mprnGiven);
    }

    /** Returns the mandatory sides: those that name a Supplier certificate, and those declared ours if the other side names one. */
    private static MandatoryCertificates mandatory(
            int named, boolean mpanGiven, boolean mprnGiven, Optional<Meters> meters) {
        boolean electricity = (named & ESME_SUPPLIER) != 0;
        boolean gas = (named & GAS_SUPPLIER) != 0;
        boolean electricityOurs = meters.isPresent() && meters.get() != Meters.GAS;
        boolean gasOurs = meters.isPresent() && meters.get() != Meters.ELECTRICITY;
        return new MandatoryCertificates(
                mpanGiven ? reason(electricity, electricityOurs && gas, ELECTRICITY_OURS) : null,
                mprnGiven ? reason(gas, gasOurs && electricity, GAS_OURS) : null);
    }

    private static @Nullable String reason(boolean namesSome, boolean isOursAlone, String ours) {
        if (namesSome) {
            return NAMES_SOME;
        }
        return isOursAlone ? ours : null;
    }

    private void checkSides(CertificateFields fields, int named, Responsibility responsibility) {
        if (responsibility.affiliated()) {
            return;
        }
        if ((named & ESME_SUPPLIER) != 0 && !responsibility.covers(Fuel.ELECTRICITY)) {
            reportOthers(fields, ESME_SUPPLIER, "the ESME to the electricity supplier");
        }
        if ((named & GAS_SUPPLIER) != 0 && !responsibility.covers(Fuel.GAS)) {
            reportOthers(fields, GAS_SUPPLIER, "the GPF and the GSME to the gas supplier");
        }
    }

    private void reportOthers(CertificateFields fields, int side, String whose) {
        reporter.field(
                Rule.RESPONSE_SIDE_NOT_OURS,
                firstNamed(fields, side),
                "the meter is declared to be neither yours nor an affiliate's: leave the certificates of " + whose);
    }

    /** Checks the group: only an electricity supplier may name certificates for an affiliate's meter, and not in every group. */
    private void checkGroup(CertificateFields fields, int named, Responsibility responsibility, @Nullable Mpan mpan) {
        if ((named & GAS) == 0 || !responsibility.affiliated() || responsibility.meters() != Meters.ELECTRICITY) {
            return;
        }
        String groupId = responsibility
                .groupId()
                .orElseGet(() -> mpan == null ? "" : options.groupIds().getOrDefault(mpan, ""));
        if (AffiliateGroups.areExcepted(groupId)) {
            reporter.field(
                    Rule.RESPONSE_GROUP_NOT_AFFILIATED,
                    firstNamed(fields, GAS),
                    "the installation's GroupID is " + groupId
                            + ", in which the electricity supplier must not give gas certificates: leave those of the"
                            + " GPF and the GSME to the gas supplier");
        }
    }

    private void checkStated(int named) {
        if (!saidUnstated && (named & ESME_SUPPLIER) != 0 && (named & GAS_SUPPLIER) != 0) {
            saidUnstated = true;
            reporter.line(
                    Rule.RESPONSIBILITY_UNSTATED,
                    "the row has Supplier certificates for electricity and for gas, and it was not stated which meters"
                            + " are yours: state it, so that certificates on another supplier's meter are found");
        }
    }

    private static DocumentField firstNamed(CertificateFields fields, int slots) {
        int slot = Integer.numberOfTrailingZeros((fields.serials() | fields.issuers()) & slots);
        boolean serial = (fields.serials() & 1 << slot) != 0;
        return serial ? MigrationScheduleTable.SERIALS.get(slot) : MigrationScheduleTable.ISSUERS.get(slot);
    }
}
