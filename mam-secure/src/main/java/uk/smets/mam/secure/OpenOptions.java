package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.Overwriting;

/**
 * How a submission is opened. Immutable: every method that changes something answers with a new object.
 *
 * @param archive how large the file may be
 * @param archiveHashRequired whether the signature has to tell the SHA-256 of the archive; where it does so, it is checked in any case
 * @param overwriting whether a file that exists already may be replaced
 * @param userIdRequired whether the certificate of each signer has to name a User ID; where it names one, it is compared in any case
 * @param userIdExact whether that User ID has to be the file's, and not only one of the same organisation
 */
public record OpenOptions(
        ArchiveOptions archive,
        boolean archiveHashRequired,
        Overwriting overwriting,
        boolean userIdRequired,
        boolean userIdExact) {
    private static final OpenOptions DEFAULTS =
            new OpenOptions(ArchiveOptions.defaults(), false, Overwriting.never(), false, false);

    /**
     * Takes the options.
     *
     * @param archive how large the file may be
     * @param archiveHashRequired whether the signature has to tell the SHA-256 of the archive
     * @param overwriting whether a file that exists already may be replaced
     * @param userIdRequired whether the certificate of each signer has to name a User ID
     * @param userIdExact whether that User ID has to be the file's
     */
    public OpenOptions {
        requireNonNull(archive, "archive");
        requireNonNull(overwriting, "overwriting");
    }

    /**
     * The defaults of archives, and no SHA-256 required, as the MAM knows of none; no file that exists is replaced.
     *
     * @return the defaults
     */
    public static OpenOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The same with other options for the archive.
     *
     * @param archive how large the file may be
     * @return the new options
     */
    public OpenOptions archive(ArchiveOptions archive) {
        return new OpenOptions(archive, archiveHashRequired, overwriting, userIdRequired, userIdExact);
    }

    /**
     * The same, by which the signature has to tell the SHA-256 of the archive: where both sides agreed on that.
     *
     * @return the new options
     */
    public OpenOptions requiringArchiveHash() {
        return new OpenOptions(archive, true, overwriting, userIdRequired, userIdExact);
    }

    /**
     * The same with another answer to whether a file that exists already may be replaced.
     *
     * @param overwriting what may be replaced
     * @return the new options
     */
    public OpenOptions overwriting(Overwriting overwriting) {
        return new OpenOptions(archive, archiveHashRequired, overwriting, userIdRequired, userIdExact);
    }

    /**
     * The same, by which the certificate of each signer has to name a User ID. Without it, a certificate that names none is
     * accepted, as nothing says that an IKI File Signing certificate names one.
     *
     * @return the new options
     */
    public OpenOptions requiringUserId() {
        return new OpenOptions(archive, archiveHashRequired, overwriting, true, userIdExact);
    }

    /**
     * Returns the same options, by which the User ID in a signer's certificate has to be exactly the file's. Without it, another User
     * ID of the same organisation is noted and accepted (clause 7.2.2: "one of the Supplier's User ID", used for file handling only).
     *
     * @return the new options
     */
    public OpenOptions requiringExactUserId() {
        return new OpenOptions(archive, archiveHashRequired, overwriting, userIdRequired, true);
    }
}
