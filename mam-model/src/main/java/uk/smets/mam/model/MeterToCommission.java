package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A meter of a SMETS1 Installation that is migrated, as far as clause 6 needs to know it to say who puts certificates on it: see
 * {@link CertificateAssociation#decide}. Immutable; each {@code with…} method gives a new one.
 *
 * @param fuel what the meter measures
 * @param status whether it is Active or Dormant
 * @param otherStatus the status of the installation's other meter, or empty where there is none
 * @param suppliers how many Responsible Suppliers the installation has, and whether two are affiliated
 * @param groupId the GroupID of the installation, such as {@code EA}, where it is known
 * @param duisVersion the major version of DUIS that the Responsible Supplier of the meter uses, 1 or more
 * @param supplierCertificates who has given the Supplier certificates of the meter, all that are required
 * @param networkOperatorCertificates who has given its Network Operator certificates
 * @param distributorHasNotified whether the Electricity Distributor has notified DCC of its certificates (TMAD 4.47)
 */
public record MeterToCommission(
        Fuel fuel,
        Status status,
        Optional<Status> otherStatus,
        Suppliers suppliers,
        Optional<String> groupId,
        int duisVersion,
        GivenBy supplierCertificates,
        GivenBy networkOperatorCertificates,
        boolean distributorHasNotified) {
    /** What a meter measures. */
    public enum Fuel {
        /** Electricity: an ESME. */
        ELECTRICITY,
        /** Gas: a GPF with a GSME. */
        GAS
    }

    /** Whether a meter is Active or Dormant in the SMSO's system. */
    public enum Status {
        /** Active. */
        ACTIVE,
        /** Dormant. */
        DORMANT
    }

    /** The Responsible Suppliers of an installation. */
    public enum Suppliers {
        /** One supplier is responsible for all meters. */
        ONE,
        /** Two suppliers, which are not affiliated. */
        TWO,
        /** Two suppliers, which are affiliated. */
        TWO_AFFILIATED
    }

    /** Who has given certificates, in a Migration Authorisation or in the response to a schedule. */
    public enum GivenBy {
        /** Nobody, or not all that are required. */
        NOBODY,
        /** The meter's Responsible Supplier. */
        RESPONSIBLE_SUPPLIER,
        /** The Responsible Supplier of the installation's other meter. */
        OTHER_SUPPLIER
    }

    /**
     * Creates the meter.
     *
     * @param fuel what the meter measures
     * @param status whether it is Active or Dormant
     * @param otherStatus the status of the installation's other meter
     * @param suppliers the Responsible Suppliers of the installation
     * @param groupId the GroupID of the installation
     * @param duisVersion the major version of DUIS
     * @param supplierCertificates who has given the Supplier certificates
     * @param networkOperatorCertificates who has given the Network Operator certificates
     * @param distributorHasNotified whether the Electricity Distributor has notified DCC of its certificates
     * @throws IllegalArgumentException if {@code duisVersion} is less than 1, two suppliers share an installation of one meter, or
     *     the GroupID is not of its form
     */
    public MeterToCommission {
        requireNonNull(fuel, "fuel");
        requireNonNull(status, "status");
        requireNonNull(otherStatus, "otherStatus");
        requireNonNull(suppliers, "suppliers");
        requireNonNull(groupId, "groupId").ifPresent(AffiliateGroups::requireGroupId);
        requireNonNull(supplierCertificates, "supplierCertificates");
        requireNonNull(networkOperatorCertificates, "networkOperatorCertificates");
        if (duisVersion < 1) {
            throw new IllegalArgumentException("duisVersion: 1 or more; got " + duisVersion);
        }
        if (suppliers != Suppliers.ONE && otherStatus.isEmpty()) {
            throw new IllegalArgumentException("otherStatus: an installation of two suppliers has two meters");
        }
    }

    /**
     * Returns the only meter of an installation, whose supplier uses DUIS 3 and has given no certificates.
     *
     * @param fuel what the meter measures
     * @param status whether it is Active or Dormant
     * @return the meter
     */
    public static MeterToCommission of(Fuel fuel, Status status) {
        return new MeterToCommission(
                fuel,
                status,
                Optional.empty(),
                Suppliers.ONE,
                Optional.empty(),
                3,
                GivenBy.NOBODY,
                GivenBy.NOBODY,
                false);
    }

    /**
     * Returns the same meter beside another one.
     *
     * @param other the status of the other meter
     * @param responsible the Responsible Suppliers of the two
     * @return the meter
     */
    public MeterToCommission withOtherMeter(Status other, Suppliers responsible) {
        return new MeterToCommission(
                fuel,
                status,
                Optional.of(other),
                responsible,
                groupId,
                duisVersion,
                supplierCertificates,
                networkOperatorCertificates,
                distributorHasNotified);
    }

    /**
     * Returns the same meter with the GroupID of its installation.
     *
     * @param group the GroupID
     * @return the meter
     */
    public MeterToCommission withGroupId(String group) {
        return new MeterToCommission(
                fuel,
                status,
                otherStatus,
                suppliers,
                Optional.of(group),
                duisVersion,
                supplierCertificates,
                networkOperatorCertificates,
                distributorHasNotified);
    }

    /**
     * Returns the same meter with another version of DUIS.
     *
     * @param version the major version
     * @return the meter
     * @throws IllegalArgumentException if it is less than 1
     */
    public MeterToCommission withDuisVersion(int version) {
        return new MeterToCommission(
                fuel,
                status,
                otherStatus,
                suppliers,
                groupId,
                version,
                supplierCertificates,
                networkOperatorCertificates,
                distributorHasNotified);
    }

    /**
     * Returns the same meter with certificates.
     *
     * @param supplier who has given the Supplier certificates
     * @param networkOperator who has given the Network Operator certificates
     * @return the meter
     */
    public MeterToCommission withCertificates(GivenBy supplier, GivenBy networkOperator) {
        return new MeterToCommission(
                fuel,
                status,
                otherStatus,
                suppliers,
                groupId,
                duisVersion,
                supplier,
                networkOperator,
                distributorHasNotified);
    }

    /** {@return the same meter where the Electricity Distributor has notified DCC of its certificates} */
    public MeterToCommission withNotifiedDistributor() {
        return new MeterToCommission(
                fuel,
                status,
                otherStatus,
                suppliers,
                groupId,
                duisVersion,
                supplierCertificates,
                networkOperatorCertificates,
                true);
    }

    /** {@return whether the installation is mixed: one meter is Active and the other is Dormant} */
    public boolean isMixed() {
        return otherStatus.filter(other -> other != status).isPresent();
    }

    boolean isDormant() {
        return status == Status.DORMANT;
    }
}
