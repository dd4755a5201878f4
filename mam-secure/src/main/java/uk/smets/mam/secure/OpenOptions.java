package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.Overwriting;

/**
 * Options for opening a submission. Immutable: each {@code with…} method returns new options.
 *
 * @param archive the limits on the size of the file
 * @param archiveHashRequired whether the signature must contain the SHA-256 of the archive; if present, it is always checked
 * @param overwriting whether an existing file may be replaced
 * @param userIdRequired whether the certificate of each signer must name a User ID; if present, it is always compared
 * @param userIdExact whether that User ID must be exactly the file's, not just one of the same organisation
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
     * Creates options.
     *
     * @param archive the limits on the size of the file
     * @param archiveHashRequired whether the signature must contain the SHA-256 of the archive
     * @param overwriting whether an existing file may be replaced
     * @param userIdRequired whether the certificate of each signer must name a User ID
     * @param userIdExact whether that User ID must be exactly the file's
     */
    public OpenOptions {
        requireNonNull(archive, "archive");
        requireNonNull(overwriting, "overwriting");
    }

    /** {@return the defaults: the default limits, no SHA-256 and no User ID required, no existing file replaced} */
    public static OpenOptions defaults() {
        return DEFAULTS;
    }

    /**
     * {@return these options with other limits on the size of the file}
     *
     * @param archive the limits
     */
    public OpenOptions withArchive(ArchiveOptions archive) {
        return new OpenOptions(archive, archiveHashRequired, overwriting, userIdRequired, userIdExact);
    }

    /**
     * {@return these options, requiring the SHA-256 of the archive in the signature: for parties that agreed on it, since the MAM
     * does not define it}
     */
    public OpenOptions withArchiveHashRequired() {
        return new OpenOptions(archive, true, overwriting, userIdRequired, userIdExact);
    }

    /**
     * {@return these options with a different permission to replace an existing file}
     *
     * @param overwriting the permission
     */
    public OpenOptions withOverwriting(Overwriting overwriting) {
        return new OpenOptions(archive, archiveHashRequired, overwriting, userIdRequired, userIdExact);
    }

    /**
     * {@return these options, requiring that the certificate of each signer names a User ID} By default a certificate without a User ID is
     * accepted, because no clause requires an IKI File Signing certificate to name one.
     */
    public OpenOptions withUserIdRequired() {
        return new OpenOptions(archive, archiveHashRequired, overwriting, true, userIdExact);
    }

    /**
     * {@return these options, requiring that the User ID in a signer's certificate is exactly the file's} By default a different User ID
     * of the same organisation is noted and accepted (clause 7.2.2: "one of the Supplier's User ID", used for file handling only).
     */
    public OpenOptions withUserIdExact() {
        return new OpenOptions(archive, archiveHashRequired, overwriting, userIdRequired, true);
    }
}
