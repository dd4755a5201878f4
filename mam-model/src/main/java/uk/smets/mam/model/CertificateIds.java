package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;

/**
 * The certificates of one row: ten, in five pairs (fields 6 to 25 of clause 7.2.3).
 *
 * @param esmeSupplier the supplier's on the electricity meter: mandatory with an MPAN
 * @param esmeNetworkOperator the Network Operator's on the electricity meter
 * @param gpfSupplier the supplier's on the Gas Proxy Function: mandatory with an MPRN
 * @param gpfNetworkOperator the Network Operator's on the Gas Proxy Function
 * @param gsmeSupplier the supplier's on the gas meter: mandatory with an MPRN
 */
public record CertificateIds(
        CertificatePair esmeSupplier,
        CertificatePair esmeNetworkOperator,
        CertificatePair gpfSupplier,
        CertificatePair gpfNetworkOperator,
        CertificatePair gsmeSupplier) {
    /** No certificates. */
    public static final CertificateIds NONE = new CertificateIds(
            CertificatePair.NONE,
            CertificatePair.NONE,
            CertificatePair.NONE,
            CertificatePair.NONE,
            CertificatePair.NONE);

    /**
     * Creates the set.
     *
     * @param esmeSupplier the supplier's on the electricity meter
     * @param esmeNetworkOperator the Network Operator's on the electricity meter
     * @param gpfSupplier the supplier's on the Gas Proxy Function
     * @param gpfNetworkOperator the Network Operator's on the Gas Proxy Function
     * @param gsmeSupplier the supplier's on the gas meter
     */
    public CertificateIds {
        requireNonNull(esmeSupplier, "esmeSupplier");
        requireNonNull(esmeNetworkOperator, "esmeNetworkOperator");
        requireNonNull(gpfSupplier, "gpfSupplier");
        requireNonNull(gpfNetworkOperator, "gpfNetworkOperator");
        requireNonNull(gsmeSupplier, "gsmeSupplier");
    }

    /**
     * Returns a set with a supplier's certificates on every device of a dual-fuel row: ESME, GPF and GSME.
     *
     * @param supplier the pair
     * @return the set, without Network Operator certificates
     */
    public static CertificateIds ofSupplier(CertificatePair supplier) {
        requireNonNull(supplier, "supplier");
        return new CertificateIds(supplier, CertificatePair.NONE, supplier, CertificatePair.NONE, supplier);
    }

    /**
     * Returns a set with a supplier's certificates on the device of an electricity-only row: the ESME.
     *
     * @param supplier the pair
     * @return the set, without Network Operator certificates
     */
    public static CertificateIds ofElectricitySupplier(CertificatePair supplier) {
        requireNonNull(supplier, "supplier");
        return new CertificateIds(
                supplier, CertificatePair.NONE, CertificatePair.NONE, CertificatePair.NONE, CertificatePair.NONE);
    }

    /**
     * Returns a set with a supplier's certificates on the devices of a gas-only row: GPF and GSME.
     *
     * @param supplier the pair
     * @return the set, without Network Operator certificates
     */
    public static CertificateIds ofGasSupplier(CertificatePair supplier) {
        requireNonNull(supplier, "supplier");
        return new CertificateIds(CertificatePair.NONE, CertificatePair.NONE, supplier, CertificatePair.NONE, supplier);
    }

    /**
     * Returns a set with the certificates that a function returns for the ten slots.
     *
     * @param certificates returns the certificate of a slot, or empty
     * @return the set
     */
    public static CertificateIds of(Function<CertificateSlot, Optional<CertificateId>> certificates) {
        requireNonNull(certificates, "certificates");
        return new CertificateIds(
                pair(certificates, CertificateSlot.ESME_SUPPLIER_CRITICAL, CertificateSlot.ESME_SUPPLIER_NON_CRITICAL),
                pair(
                        certificates,
                        CertificateSlot.ESME_NETWORK_OPERATOR_CRITICAL,
                        CertificateSlot.ESME_NETWORK_OPERATOR_NON_CRITICAL),
                pair(certificates, CertificateSlot.GPF_SUPPLIER_CRITICAL, CertificateSlot.GPF_SUPPLIER_NON_CRITICAL),
                pair(
                        certificates,
                        CertificateSlot.GPF_NETWORK_OPERATOR_CRITICAL,
                        CertificateSlot.GPF_NETWORK_OPERATOR_NON_CRITICAL),
                pair(certificates, CertificateSlot.GSME_SUPPLIER_CRITICAL, CertificateSlot.GSME_SUPPLIER_NON_CRITICAL));
    }

    private static CertificatePair pair(
            Function<CertificateSlot, Optional<CertificateId>> certificates,
            CertificateSlot critical,
            CertificateSlot nonCritical) {
        return CertificatePair.of(certificates.apply(critical), certificates.apply(nonCritical));
    }

    /**
     * Returns the same set with other Network Operator certificates on the electricity meter.
     *
     * @param networkOperator the pair
     * @return the new set
     */
    public CertificateIds withEsmeNetworkOperator(CertificatePair networkOperator) {
        requireNonNull(networkOperator, "networkOperator");
        return new CertificateIds(esmeSupplier, networkOperator, gpfSupplier, gpfNetworkOperator, gsmeSupplier);
    }

    /**
     * Returns the same set with other Network Operator certificates on the Gas Proxy Function.
     *
     * @param networkOperator the pair
     * @return the new set
     */
    public CertificateIds withGpfNetworkOperator(CertificatePair networkOperator) {
        requireNonNull(networkOperator, "networkOperator");
        return new CertificateIds(esmeSupplier, esmeNetworkOperator, gpfSupplier, networkOperator, gsmeSupplier);
    }

    /**
     * Returns the certificate in a slot.
     *
     * @param slot the slot
     * @return the certificate, or empty
     */
    public Optional<CertificateId> get(CertificateSlot slot) {
        CertificatePair pair = pair(requireNonNull(slot, "slot"));
        return slot.isCritical() ? pair.critical() : pair.nonCritical();
    }

    /** Equals as for a record, but fast for the same object, because rows share sets. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof CertificateIds that
                        && esmeSupplier.equals(that.esmeSupplier)
                        && esmeNetworkOperator.equals(that.esmeNetworkOperator)
                        && gpfSupplier.equals(that.gpfSupplier)
                        && gpfNetworkOperator.equals(that.gpfNetworkOperator)
                        && gsmeSupplier.equals(that.gsmeSupplier));
    }

    @Override
    public int hashCode() {
        int hash = esmeSupplier.hashCode();
        hash = hash * 31 + esmeNetworkOperator.hashCode();
        hash = hash * 31 + gpfSupplier.hashCode();
        hash = hash * 31 + gpfNetworkOperator.hashCode();
        return hash * 31 + gsmeSupplier.hashCode();
    }

    private CertificatePair pair(CertificateSlot slot) {
        boolean supplier = slot.role() == CertificateSlot.Role.SUPPLIER;
        return switch (slot.device()) {
            case ESME -> supplier ? esmeSupplier : esmeNetworkOperator;
            case GPF -> supplier ? gpfSupplier : gpfNetworkOperator;
            case GSME -> gsmeSupplier;
        };
    }
}
