package uk.smets.mam.secure;

import java.util.Locale;

/** The destinations of the files of a submission (clause 7.5.4). */
public enum Destination {
    /** The SharePoint folder for the archives of Migration Authorisations. */
    MIGRATION_AUTHORISATION_FOLDER("Migration Authorisation", false),

    /** The SharePoint folder for the archives of schedule responses. */
    NOTIFICATION_OUTBOX("Notification\\Outbox", false),

    /** The mailbox of DCC's Migration Control Centre, for signed password files. */
    MIGRATION_CONTROL_CENTRE("migration@smartdcc.co.uk", true);

    private final String address;
    private final boolean mail;

    Destination(String address, boolean mail) {
        this.address = address;
        this.mail = mail;
    }

    /** Returns the destination of a file's archive, which depends on the file's name. */
    static Destination ofArchive(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") || name.endsWith(".xlsm") ? NOTIFICATION_OUTBOX : MIGRATION_AUTHORISATION_FOLDER;
    }

    /** {@return the name of the folder or the mail address, as the MAM writes it} */
    public String address() {
        return address;
    }

    /**
     * Returns whether files are sent there by mail.
     *
     * @return true for a mail address, false for a SharePoint folder
     */
    public boolean isMail() {
        return mail;
    }

    /** Returns the folder or the mail address. */
    @Override
    public String toString() {
        return address;
    }
}
