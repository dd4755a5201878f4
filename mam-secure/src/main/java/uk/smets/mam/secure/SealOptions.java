package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.Overwriting;

/**
 * How a submission is sealed. Immutable: every method that changes something answers with a new object.
 *
 * @param userId the supplier's User ID; needed for a workbook, which does not tell it
 * @param validation how a Migration Authorisation is checked
 * @param archive how the archive is made
 * @param archiveHash whether the signature is to tell the SHA-256 of the archive
 * @param mailDraft how the mail is drafted, where one is to be
 * @param overwriting whether files that exist already may be replaced
 * @param checkedSha256 the SHA-256 of the workbook that was checked, in 64 lower-case hexadecimal digits, where it is to be compared
 */
public record SealOptions(
        Optional<UserId> userId,
        ValidationOptions validation,
        ArchiveOptions archive,
        boolean archiveHash,
        Optional<MailDraft> mailDraft,
        Overwriting overwriting,
        Optional<String> checkedSha256) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private static final SealOptions DEFAULTS = new SealOptions(
            Optional.empty(),
            ValidationOptions.defaults(),
            ArchiveOptions.defaults(),
            false,
            Optional.empty(),
            Overwriting.never(),
            Optional.empty());

    /**
     * Takes the options.
     *
     * @param userId the supplier's User ID
     * @param validation how a Migration Authorisation is checked
     * @param archive how the archive is made
     * @param archiveHash whether the signature is to tell the SHA-256 of the archive
     * @param mailDraft how the mail is drafted
     * @param overwriting whether files that exist already may be replaced
     * @param checkedSha256 the SHA-256 of the workbook that was checked
     * @throws IllegalArgumentException where the SHA-256 is not 64 lower-case hexadecimal digits
     */
    public SealOptions {
        requireNonNull(userId, "userId");
        requireNonNull(validation, "validation");
        requireNonNull(archive, "archive");
        requireNonNull(mailDraft, "mailDraft");
        requireNonNull(overwriting, "overwriting");
        requireNonNull(checkedSha256, "checkedSha256")
                .filter(hash -> !SHA_256.matcher(hash).matches())
                .ifPresent(hash -> {
                    throw new IllegalArgumentException("checkedSha256: 64 lower-case hexadecimal digits");
                });
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
                overwriting,
                checkedSha256);
    }

    /**
     * The same with another check of a Migration Authorisation. Whatever the options, a file name that is not of the form of clause
     * 7.2.1 is an error, and an essential rule ({@link uk.smets.mam.model.Rule#isEssential()}) keeps its severity. Where they name no
     * instant of submission, it is the present one by the clock of the signer.
     *
     * @param validation how it is checked
     * @return the new options
     */
    public SealOptions validation(ValidationOptions validation) {
        return new SealOptions(userId, validation, archive, archiveHash, mailDraft, overwriting, checkedSha256);
    }

    /**
     * The same with other options for the archive.
     *
     * @param archive how it is made
     * @return the new options
     */
    public SealOptions archive(ArchiveOptions archive) {
        return new SealOptions(userId, validation, archive, archiveHash, mailDraft, overwriting, checkedSha256);
    }

    /**
     * The same with the SHA-256 of the archive as a signed attribute. The receiver has to know of it: the MAM does not, and an
     * attribute that a program does not know it may refuse.
     *
     * @return the new options
     */
    public SealOptions withArchiveHash() {
        return new SealOptions(userId, validation, archive, true, mailDraft, overwriting, checkedSha256);
    }

    /**
     * The same with a mail that is drafted, and left to be sent.
     *
     * @param draft how it is drafted
     * @return the new options
     */
    public SealOptions mailDraft(MailDraft draft) {
        return new SealOptions(
                userId,
                validation,
                archive,
                archiveHash,
                Optional.of(requireNonNull(draft, "draft")),
                overwriting,
                checkedSha256);
    }

    /**
     * The same with another answer to whether files that exist already may be replaced.
     *
     * @param overwriting what may be replaced
     * @return the new options
     */
    public SealOptions overwriting(Overwriting overwriting) {
        return new SealOptions(userId, validation, archive, archiveHash, mailDraft, overwriting, checkedSha256);
    }

    /**
     * The same for a workbook that the caller has checked, as {@code MigrationScheduleResponse.check(options, digest)} of {@code
     * mam-xlsx} does: a file of other bytes is not sealed.
     *
     * @param sha256 the SHA-256 of the bytes that were checked, 32 octets
     * @return the new options
     * @throws IllegalArgumentException where it is not 32 octets
     */
    public SealOptions checkedSha256(byte[] sha256) {
        return new SealOptions(
                userId,
                validation,
                archive,
                archiveHash,
                mailDraft,
                overwriting,
                Optional.of(HexFormat.of().formatHex(requireNonNull(sha256, "sha256"))));
    }
}
