package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A meter of a SMETS1 Installation that is migrated, with the properties that decide who puts certificates on it
 * (clause 6): see {@link CertificateAssociation#decide}. Immutable: each {@code with…} method returns a new one.
 *
 * @param fuel what the meter measures
 * @param status whether it is Active or Dormant
 * @param otherStatus the status of the installation's other meter, or empty
 * @param suppliers the number of Responsible Suppliers that the installation has, and whether two are affiliated
 * @param groupId the GroupID of the installation, such as {@code EA}, or empty if it is not known
 * @param duisVersion the major version of DUIS that the Responsible Supplier of the meter uses, 1 or more
 * @param supplierCertificates who gave all required Supplier certificates of the meter
 * @param networkOperatorCertificates who gave its Network Operator certificates
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

    /** Who gave certificates, in a Migration Authorisation or in the response to a schedule. */
    public enum GivenBy {
        /** Nobody, or not all required certificates were given. */
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
     * @param supplierCertificates who gave the Supplier certificates
     * @param networkOperatorCertificates who gave the Network Operator certificates
     * @param distributorHasNotified whether the Electricity Distributor has notified DCC of its certificates
     * @throws IllegalArgumentException if {@code duisVersion} is less than 1, two suppliers share an installation of
     *     one meter, or the GroupID is not valid
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
     * Returns the only meter of an installation whose supplier uses DUIS 3 and gave no certificates.
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
     * Returns this meter in an installation with another one.
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
     * Returns this meter with the GroupID of its installation.
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
     * Returns this meter with another version of DUIS.
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
     * Returns this meter with certificates.
     *
     * @param supplier who gave the Supplier certificates
     * @param networkOperator who gave the Network Operator certificates
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

    /** {@return this meter if the Electricity Distributor has notified DCC of its certificates} */
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

    /** {@return whether the installation has one Active and one Dormant meter} */
    public boolean isMixed() {
        return otherStatus.filter(other -> other != status).isPresent();
    }

    boolean isDormant() {
        return status == Status.DORMANT;
    }
}
