package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

/**
 * How a submission is opened. Immutable: every method that changes something answers with a new object.
 *
 * @param archive how large the file may be
 * @param archiveHashRequired whether the signature has to tell the SHA-256 of the archive; where it does so, it is checked in any case
 */
public record OpenOptions(ArchiveOptions archive, boolean archiveHashRequired) {
    private static final OpenOptions DEFAULTS = new OpenOptions(ArchiveOptions.defaults(), false);

    /**
     * Takes the options.
     *
     * @param archive how large the file may be
     * @param archiveHashRequired whether the signature has to tell the SHA-256 of the archive
     */
    public OpenOptions {
        requireNonNull(archive, "archive");
    }

    /**
     * The defaults of archives, and no SHA-256 required, as the MAM knows of none.
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
        return new OpenOptions(archive, archiveHashRequired);
    }

    /**
     * The same, by which the signature has to tell the SHA-256 of the archive: where both sides agreed on that.
     *
     * @return the new options
     */
    public OpenOptions requiringArchiveHash() {
        return new OpenOptions(archive, true);
    }
}
