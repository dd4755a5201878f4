package uk.smets.mam.secure;

/** A part of a submission that the sender has to send again after a rejection. */
public enum Resubmission {
    /** The file itself, corrected and sealed again, with a new archive and password file. */
    CORRECTED_FILE,
    /** The archive, to its SharePoint folder (clause 7.5.4). */
    ARCHIVE,
    /** The signed password file, by mail to DCC's Migration Control Centre (clause 7.5.4). */
    SIGNED_PASSWORD_FILE
}
