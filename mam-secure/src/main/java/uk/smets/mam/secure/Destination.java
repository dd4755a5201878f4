package uk.smets.mam.secure;

import java.util.Locale;

/** Where the files of a submission go (clause 7.5.4). */
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

    /** Where the archive of a file goes, by the file's name. */
    static Destination ofArchive(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") || name.endsWith(".xlsm") ? NOTIFICATION_OUTBOX : MIGRATION_AUTHORISATION_FOLDER;
    }

    /**
     * The folder or the mail address.
     *
     * @return its name as the MAM writes it
     */
    public String address() {
        return address;
    }

    /**
     * Whether files go there by mail.
     *
     * @return true for a mail address, false for a SharePoint folder
     */
    public boolean isMail() {
        return mail;
    }

    /** The folder or the mail address. */
    @Override
    public String toString() {
        return address;
    }
}
