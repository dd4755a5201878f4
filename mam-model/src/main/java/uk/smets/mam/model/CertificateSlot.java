package uk.smets.mam.model;

/**
 * The ten certificate IDs of a row, in the order of the MAM's tables (fields 6 to 25 of clause 7.2.3, and the last
 * twenty of clause 7.4.2). Columns, rules, messages and documentation all use this list.
 */
public enum CertificateSlot {
    /** Fields 6 and 7. */
    ESME_SUPPLIER_CRITICAL(Device.ESME, Role.SUPPLIER, true),
    /** Fields 8 and 9. */
    ESME_SUPPLIER_NON_CRITICAL(Device.ESME, Role.SUPPLIER, false),
    /** Fields 10 and 11. */
    ESME_NETWORK_OPERATOR_CRITICAL(Device.ESME, Role.NETWORK_OPERATOR, true),
    /** Fields 12 and 13. */
    ESME_NETWORK_OPERATOR_NON_CRITICAL(Device.ESME, Role.NETWORK_OPERATOR, false),
    /** Fields 14 and 15. */
    GPF_SUPPLIER_CRITICAL(Device.GPF, Role.SUPPLIER, true),
    /** Fields 16 and 17. */
    GPF_SUPPLIER_NON_CRITICAL(Device.GPF, Role.SUPPLIER, false),
    /** Fields 18 and 19. */
    GPF_NETWORK_OPERATOR_CRITICAL(Device.GPF, Role.NETWORK_OPERATOR, true),
    /** Fields 20 and 21. */
    GPF_NETWORK_OPERATOR_NON_CRITICAL(Device.GPF, Role.NETWORK_OPERATOR, false),
    /** Fields 22 and 23. */
    GSME_SUPPLIER_CRITICAL(Device.GSME, Role.SUPPLIER, true),
    /** Fields 24 and 25. */
    GSME_SUPPLIER_NON_CRITICAL(Device.GSME, Role.SUPPLIER, false);

    /** The device that a certificate is put on. */
    public enum Device {
        /** The electricity meter, which belongs to the MPAN. */
        ESME(true),
        /** The Gas Proxy Function, which belongs to the MPRN. */
        GPF(false),
        /** The gas meter, which belongs to the MPRN. */
        GSME(false);

        private final boolean electricity;

        Device(boolean electricity) {
            this.electricity = electricity;
        }

        /** {@return whether the device belongs to the MPAN rather than the MPRN} */
        public boolean isElectricity() {
            return electricity;
        }
    }

    /** The party that owns the certificate. */
    public enum Role {
        /** The Responsible Supplier's: mandatory if the device's meter point is given. */
        SUPPLIER("Supplier"),
        /** The Network Operator's: optional. */
        NETWORK_OPERATOR("Network Operator");

        private final String words;

        Role(String words) {
            this.words = words;
        }
    }

    private final Device device;
    private final Role role;
    private final boolean critical;

    CertificateSlot(Device device, Role role, boolean critical) {
        this.device = device;
        this.role = role;
        this.critical = critical;
    }

    /** {@return the device that the certificate is put on} */
    public Device device() {
        return device;
    }

    /**
     * The party that owns the certificate.
     *
     * @return the party's role
     */
    public Role role() {
        return role;
    }

    /** {@return whether it is the Critical one of its pair} */
    public boolean isCritical() {
        return critical;
    }

    /** {@return the other certificate of its pair: the same party's, on the same device} */
    public CertificateSlot otherOfPair() {
        return values()[critical ? ordinal() + 1 : ordinal() - 1];
    }

    /**
     * Returns whether the certificate is mandatory if its device's meter point is given (clause 7.2.3).
     *
     * @return true for a supplier's
     */
    public boolean isMandatory() {
        return role == Role.SUPPLIER;
    }

    /** {@return the MAM's name for it, such as {@code ESME Supplier Certificate Id (Critical)}} */
    public String title() {
        return device + " " + role.words + " Certificate Id (" + (critical ? "Critical" : "Non-Critical") + ")";
    }
}
