package uk.smets.mam.secure;

/** What a sender has to send again after a file was rejected. */
public enum Resubmission {
    /** The file itself, corrected: it is sealed again, so that archive and password file follow. */
    CORRECTED_FILE,
    /** The archive, into its SharePoint folder (clause 7.5.4). */
    ARCHIVE,
    /** The signed password file, by mail to DCC's Migration Control Centre (clause 7.5.4). */
    SIGNED_PASSWORD_FILE
}
