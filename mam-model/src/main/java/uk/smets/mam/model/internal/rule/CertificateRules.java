package uk.smets.mam.model.internal.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.Reporter;

/** The rules of the ten certificate IDs of a row (clause 7.2.3; the schedule has the same, clause 7.4.2). */
public final class CertificateRules {
    private static final CertificateSlot[] SLOTS = CertificateSlot.values();

    private final List<DocumentField> serials;
    private final List<DocumentField> issuers;
    private final @Nullable NetworkOperatorCertificates networkOperators;
    private final Reporter reporter;

    /** The last valid Issuer Name: the certificates of a file have only one or two different ones. */
    private String soundIssuer = "";

    /**
     * Creates the rules of a document.
     *
     * @param serials the fields of the ten Serial Numbers, in the order of {@link CertificateSlot}
     * @param issuers the fields of the ten Issuer Names
     * @param options the list of Network Operator certificates
     * @param reporter receives the findings
     */
    public CertificateRules(
            List<DocumentField> serials, List<DocumentField> issuers, ValidationOptions options, Reporter reporter) {
        this.serials = List.copyOf(serials);
        this.issuers = List.copyOf(issuers);
        this.networkOperators = options.networkOperators().orElse(null);
        this.reporter = reporter;
    }

    /**
     * Returns whether the rules depend on the MPAN's distributor. If not, rows with the same fields and meter points
     * have the same findings.
     *
     * @return true if they do
     */
    public boolean dependOnDistributor() {
        return networkOperators != null;
    }

    /**
     * Checks the certificates of a row in which the meter points decide which are mandatory.
     *
     * @param given which certificate fields are not empty
     * @param ids the certificates that are valid
     * @param mpanGiven whether the row has an MPAN, valid or not
     * @param mprnGiven whether the row has an MPRN, valid or not
     * @param mpan the MPAN, or null if it is not valid
     * @return true if there was nothing to report
     */
    public boolean check(
            CertificateFields given, CertificateIds ids, boolean mpanGiven, boolean mprnGiven, @Nullable Mpan mpan) {
        return check(given, ids, MandatoryCertificates.ofMeterPoints(mpanGiven, mprnGiven), mpanGiven, mprnGiven, mpan);
    }

    /**
     * Checks the certificates of a row.
     *
     * @param given which certificate fields are not empty
     * @param ids the certificates that are valid
     * @param mandatory which of them are mandatory, and why
     * @param mpanGiven whether the row has an MPAN, valid or not
     * @param mprnGiven whether the row has an MPRN, valid or not
     * @param mpan the MPAN, or null if it is not valid
     * @return true if there was nothing to report
     */
    public boolean check(
            CertificateFields given,
            CertificateIds ids,
            MandatoryCertificates mandatory,
            boolean mpanGiven,
            boolean mprnGiven,
            @Nullable Mpan mpan) {
        boolean sound = true;
        for (CertificateSlot slot : SLOTS) {
            boolean meterPointGiven = slot.device().isElectricity() ? mpanGiven : mprnGiven;
            sound &= checkMandatory(slot, given, mandatory);
            sound &= checkPresence(slot, given, meterPointGiven);
            sound &= checkPair(slot, given);
            Optional<CertificateId> id = ids.get(slot);
            if (id.isPresent()) {
                sound &= checkIssuer(slot, id.get().issuerName());
                sound &= checkNetworkOperator(slot, id.get(), mpan);
                sound &= checkNotReused(slot, id.get(), ids);
            }
            String loneIssuer = given.loneIssuers().get(slot);
            if (loneIssuer != null) {
                sound &= checkIssuer(slot, loneIssuer);
            }
        }
        return sound;
    }

    private boolean checkMandatory(CertificateSlot slot, CertificateFields given, MandatoryCertificates mandatory) {
        String reason = given.hasSerial(slot) ? null : mandatory.reason(slot);
        return reason == null
                || report(
                        Rule.CERTIFICATE_MISSING,
                        serials.get(slot.ordinal()),
                        "mandatory because " + reason + ": give the certificate's Serial Number");
    }

    private boolean checkPresence(CertificateSlot slot, CertificateFields given, boolean meterPointGiven) {
        boolean serial = given.hasSerial(slot);
        boolean issuer = given.hasIssuer(slot);
        boolean sound = true;
        if (issuer && !serial) {
            sound = report(
                    Rule.CERTIFICATE_SERIAL_MISSING,
                    serials.get(slot.ordinal()),
                    "its Issuer Name is given: give the Serial Number too, or remove the Issuer Name");
        }
        if (serial && !issuer) {
            sound = report(
                    Rule.CERTIFICATE_ISSUER_MISSING,
                    issuers.get(slot.ordinal()),
                    "its Serial Number is given: give the certificate's Issuer Name, for example CN=Z1,OU=07");
        }
        if ((serial || issuer) && !meterPointGiven) {
            String meterPoint = slot.device().isElectricity() ? "MPAN" : "MPRN";
            sound = report(
                    Rule.CERTIFICATE_UNEXPECTED,
                    serials.get(slot.ordinal()),
                    "the row has no " + meterPoint + " for the " + slot.device() + ": give the " + meterPoint
                            + ", or remove the certificate");
        }
        return sound;
    }

    /** Checks from the absent half. An issuer alone is a certificate without a Serial Number. */
    private boolean checkPair(CertificateSlot slot, CertificateFields given) {
        if (slot.role() != CertificateSlot.Role.NETWORK_OPERATOR
                || given.hasSerial(slot)
                || given.hasIssuer(slot)
                || !given.hasSerial(slot.otherOfPair())) {
            return true;
        }
        return report(
                Rule.NETWORK_OPERATOR_PAIR_INCOMPLETE,
                serials.get(slot.ordinal()),
                "the " + slot.otherOfPair().title() + " is given: give this certificate too, or remove both");
    }

    private boolean checkIssuer(CertificateSlot slot, String issuerName) {
        if (issuerName.equals(soundIssuer)) {
            return true;
        }
        Optional<String> problem = IssuerNameForm.problemOf(issuerName);
        if (problem.isPresent()) {
            return report(Rule.CERTIFICATE_ISSUER_FORM, issuers.get(slot.ordinal()), problem.get());
        }
        soundIssuer = issuerName;
        return true;
    }

    private boolean checkNetworkOperator(CertificateSlot slot, CertificateId id, @Nullable Mpan mpan) {
        if (networkOperators == null
                || mpan == null
                || slot.role() != CertificateSlot.Role.NETWORK_OPERATOR
                || !slot.device().isElectricity()) {
            return true;
        }
        Optional<Set<CertificateId>> known = networkOperators.of(mpan.distributorId());
        return known.isEmpty()
                || known.get().contains(id)
                || report(
                        Rule.NETWORK_OPERATOR_MISMATCH,
                        serials.get(slot.ordinal()),
                        "not a certificate of the Network Operator of the MPAN's distributor: give one of those listed"
                                + " for it");
    }

    /** The SMKI issues each certificate for only one of the two uses. */
    private boolean checkNotReused(CertificateSlot slot, CertificateId id, CertificateIds ids) {
        return slot.isCritical()
                || !ids.get(slot.otherOfPair()).equals(Optional.of(id))
                || report(
                        Rule.CERTIFICATE_REUSED,
                        serials.get(slot.ordinal()),
                        "the same certificate is given as the Critical one: give the certificate for key agreement"
                                + " here, and the one for digital signatures there");
    }

    private boolean report(Rule rule, DocumentField field, String message) {
        reporter.field(rule, field, message);
        return false;
    }
}
