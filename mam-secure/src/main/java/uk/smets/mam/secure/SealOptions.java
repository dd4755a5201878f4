package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;

/**
 * How a submission is sealed. Immutable: every method that changes something answers with a new object.
 *
 * @param userId the supplier's User ID; needed for a workbook, which does not tell it
 * @param validation how a Migration Authorisation is checked
 * @param archive how the archive is made
 * @param archiveHash whether the signature is to tell the SHA-256 of the archive
 * @param mailDraft how the mail is drafted, where one is to be
 * @param overwriting whether files that exist already may be replaced
 */
public record SealOptions(
        Optional<UserId> userId,
        ValidationOptions validation,
        ArchiveOptions archive,
        boolean archiveHash,
        Optional<MailDraft> mailDraft,
        Overwriting overwriting) {
    private static final SealOptions DEFAULTS = new SealOptions(
            Optional.empty(),
            ValidationOptions.defaults(),
            ArchiveOptions.defaults(),
            false,
            Optional.empty(),
            Overwriting.never());

    /**
     * Takes the options.
     *
     * @param userId the supplier's User ID
     * @param validation how a Migration Authorisation is checked
     * @param archive how the archive is made
     * @param archiveHash whether the signature is to tell the SHA-256 of the archive
     * @param mailDraft how the mail is drafted
     * @param overwriting whether files that exist already may be replaced
     */
    public SealOptions {
        requireNonNull(userId, "userId");
        requireNonNull(validation, "validation");
        requireNonNull(archive, "archive");
        requireNonNull(mailDraft, "mailDraft");
        requireNonNull(overwriting, "overwriting");
    }

    /**
     * The User ID of the header, every rule at its own severity, the defaults of archives, no SHA-256, no mail, and no file
     * that exists is replaced.
     *
     * @return the defaults
     */
    public static SealOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The same with a User ID, which a workbook needs. That of a Migration Authorisation has to be its header's.
     *
     * @param userId the supplier's User ID
     * @return the new options
     */
    public SealOptions userId(UserId userId) {
        return new SealOptions(
                Optional.of(requireNonNull(userId, "userId")),
                validation,
                archive,
                archiveHash,
                mailDraft,
                overwriting);
    }

    /**
     * The same with another check of a Migration Authorisation. Whatever the options, a file name that is not of the form of clause
     * 7.2.1 is an error, and an essential rule ({@link uk.smets.mam.model.Rule#isEssential()}) keeps its severity.
     *
     * @param validation how it is checked
     * @return the new options
     */
    public SealOptions validation(ValidationOptions validation) {
        return new SealOptions(userId, validation, archive, archiveHash, mailDraft, overwriting);
    }

    /**
     * The same with other options for the archive.
     *
     * @param archive how it is made
     * @return the new options
     */
    public SealOptions archive(ArchiveOptions archive) {
        return new SealOptions(userId, validation, archive, archiveHash, mailDraft, overwriting);
    }

    /**
     * The same with the SHA-256 of the archive as a signed attribute. The receiver has to know of it: the MAM does not, and an
     * attribute that a program does not know it may refuse.
     *
     * @return the new options
     */
    public SealOptions withArchiveHash() {
        return new SealOptions(userId, validation, archive, true, mailDraft, overwriting);
    }

    /**
     * The same with a mail that is drafted, and left to be sent.
     *
     * @param draft how it is drafted
     * @return the new options
     */
    public SealOptions mailDraft(MailDraft draft) {
        return new SealOptions(
                userId, validation, archive, archiveHash, Optional.of(requireNonNull(draft, "draft")), overwriting);
    }

    /**
     * The same with another answer to whether files that exist already may be replaced.
     *
     * @param overwriting what may be replaced
     * @return the new options
     */
    public SealOptions overwriting(Overwriting overwriting) {
        return new SealOptions(userId, validation, archive, archiveHash, mailDraft, overwriting);
    }
}
