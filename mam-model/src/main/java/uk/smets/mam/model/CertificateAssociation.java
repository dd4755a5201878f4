package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who puts the certificates of a meter's Responsible Supplier and of its Network Operator on the device (clause 6). In
 * an installation with Active and Dormant meters, the answer differs from meter to meter.
 *
 * @param supplier who associates the Supplier certificates
 * @param networkOperator who associates the Network Operator certificates
 * @param deviceCommissionedAlert whether the Responsible Supplier receives a Device Commissioned Alert, after which
 *     Service Request 6.21 may be sent
 */
public record CertificateAssociation(Outcome supplier, Outcome networkOperator, boolean deviceCommissionedAlert) {
    private static final int DUIS_WITH_HANDOVER = 3;
    private static final String CLAUSE_6 = "6";
    private static final String TMAD = "6 (TMAD 4.47, 4.48)";

    /** Who associates certificates with a device, and when. */
    public enum Means {
        /** DCC, as the Commissioning Party, while it commissions the device. */
        DCC_AT_COMMISSIONING("DCC, at commissioning"),
        /** DCC, by Service Request 6.21 after the Device Commissioned Alert. */
        DCC_BY_SRV_6_21("DCC, by SRV 6.21 after the Device Commissioned Alert"),
        /** The Responsible Supplier, by Service Request 6.21 (Request Handover of DCC Controlled Device) after the alert. */
        SUPPLIER_BY_SRV_6_21("the supplier, by SRV 6.21 (Request Handover of DCC Controlled Device)"),
        /** Nobody: there is no certificate to associate. */
        NOBODY("nobody");

        private final String title;

        Means(String title) {
            this.title = title;
        }

        /** {@return a description for people} */
        public String title() {
            return title;
        }
    }

    /**
     * The answer for one kind of certificate.
     *
     * @param means who associates it
     * @param reason the reason, as a sentence
     * @param clause the clause of MAM v2.1b
     */
    public record Outcome(Means means, String reason, String clause) {
        /**
         * Creates the outcome.
         *
         * @param means who associates it
         * @param reason the reason, as a sentence
         * @param clause the clause of MAM v2.1b
         */
        public Outcome {
            requireNonNull(means, "means");
            requireNonNull(reason, "reason");
            requireNonNull(clause, "clause");
        }

        /** {@return whether DCC Alert N42 is raised, which reports that certificates were associated with a device} */
        public boolean alertN42() {
            return means != Means.NOBODY;
        }
    }

    /**
     * Creates the outcome.
     *
     * @param supplier who associates the Supplier certificates
     * @param networkOperator who associates the Network Operator certificates
     * @param deviceCommissionedAlert whether the Responsible Supplier receives a Device Commissioned Alert
     */
    public CertificateAssociation {
        requireNonNull(supplier, "supplier");
        requireNonNull(networkOperator, "networkOperator");
    }

    /**
     * Decides who associates the certificates of a meter.
     *
     * @param meter the meter, its installation and the certificates that were given
     * @return the answer
     */
    public static CertificateAssociation decide(MeterToCommission meter) {
        requireNonNull(meter, "meter");
        return new CertificateAssociation(
                supplier(meter),
                networkOperator(meter),
                meter.suppliers() != MeterToCommission.Suppliers.ONE || meter.isMixed());
    }

    private static Outcome supplier(MeterToCommission meter) {
        if (meter.isMixed() && (meter.isDormant() || meter.suppliers() != MeterToCommission.Suppliers.ONE)) {
            return bySupplier(
                    meter.isDormant()
                            ? "the installation has Active and Dormant meters, and DCC cannot associate Supplier"
                                    + " certificates with the Dormant one, regardless of the version of DUIS"
                            : "the installation has Active and Dormant meters of two suppliers, for which DCC sends no"
                                    + " SRV 6.21");
        }
        Optional<String> missing = whyNotGiven(meter, meter.supplierCertificates(), "Supplier");
        if (missing.isPresent()) {
            return bySupplier(missing.get());
        }
        if (meter.suppliers() == MeterToCommission.Suppliers.ONE) {
            return new Outcome(
                    Means.DCC_AT_COMMISSIONING,
                    "one supplier is responsible for the installation, and it has given the certificates",
                    CLAUSE_6);
        }
        return meter.duisVersion() >= DUIS_WITH_HANDOVER
                ? new Outcome(
                        Means.DCC_BY_SRV_6_21,
                        "two suppliers are responsible, the meters are all Active or all Dormant, the supplier uses"
                                + " DUIS 3, and the certificates were given",
                        CLAUSE_6)
                : bySupplier("two suppliers are responsible, and DCC sends SRV 6.21 only if the supplier uses DUIS 3");
    }

    private static Outcome bySupplier(String reason) {
        return new Outcome(Means.SUPPLIER_BY_SRV_6_21, reason, CLAUSE_6);
    }

    private static Outcome networkOperator(MeterToCommission meter) {
        Optional<String> missing = whyNotGiven(meter, meter.networkOperatorCertificates(), "Network Operator");
        if (missing.isEmpty()) {
            return new Outcome(Means.DCC_AT_COMMISSIONING, "the certificates were given", CLAUSE_6);
        }
        if (meter.fuel() == MeterToCommission.Fuel.GAS) {
            return new Outcome(Means.NOBODY, missing.get(), CLAUSE_6);
        }
        return meter.distributorHasNotified()
                ? new Outcome(
                        Means.DCC_AT_COMMISSIONING,
                        missing.get() + ", and DCC adds those that the Electricity Distributor has notified",
                        TMAD)
                : new Outcome(
                        Means.NOBODY, missing.get() + ", and the Electricity Distributor has not notified any", TMAD);
    }

    /** Returns why certificates are not treated as given by the Responsible Supplier, or empty if they are. */
    private static Optional<String> whyNotGiven(
            MeterToCommission meter, MeterToCommission.GivenBy givenBy, String kind) {
        return switch (givenBy) {
            case RESPONSIBLE_SUPPLIER -> Optional.empty();
            case NOBODY -> Optional.of("no " + kind + " certificates were given");
            case OTHER_SUPPLIER -> {
                if (meter.fuel() != MeterToCommission.Fuel.GAS
                        || meter.suppliers() != MeterToCommission.Suppliers.TWO_AFFILIATED) {
                    yield Optional.of(
                            "the " + kind + " certificates were given by a supplier that is not responsible for the"
                                    + " meter; only an affiliated electricity supplier may name those of the gas"
                                    + " meter");
                }
                yield meter.groupId()
                        .filter(AffiliateGroups::areExcepted)
                        .map(group -> "the " + kind
                                + " certificates were given by the affiliated electricity supplier, which is not"
                                + " allowed in GroupID "
                                + group);
            }
        };
    }
}
