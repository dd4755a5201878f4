package uk.smets.mam.model;

/** The documents of the MAM that this library reads and writes. */
public enum DocumentKind {
    /** The weekly CSV by which a supplier authorises the migration of its Active Meters (clauses 4, 7.2). */
    MIGRATION_AUTHORISATION("Migration Authorisation"),
    /** The workbook by which DCC notifies a supplier of firmware and configuration upgrades of Dormant Meters (clauses 5, 7.3). */
    FIRMWARE_UPGRADE_NOTIFICATION("Firmware notification"),
    /** The workbook by which DCC notifies a supplier of the migration of Dormant Meters, and its response (clauses 6, 7.4). */
    MIGRATION_SCHEDULE("Migration Schedule");

    private final String title;

    DocumentKind(String title) {
        this.title = title;
    }

    /** {@return the name of the document, for a text, such as {@code Migration Schedule}} */
    public String title() {
        return title;
    }
}
