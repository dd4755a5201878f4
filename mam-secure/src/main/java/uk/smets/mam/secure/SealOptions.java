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
 * Options for sealing a submission. Immutable: each {@code with…} method returns new options.
 *
 * @param userId the supplier's User ID; required for a workbook, which does not contain it
 * @param validation the options for validating a Migration Authorisation
 * @param archive the options for creating the archive
 * @param archiveHash whether the signature contains the SHA-256 of the archive
 * @param mailDraft the settings of the mail draft; empty for no mail
 * @param overwriting whether existing files may be replaced
 * @param checkedSha256 the SHA-256 of the workbook that was checked, in 64 lower-case hexadecimal digits; empty to skip the comparison
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
     * Creates options.
     *
     * @param userId the supplier's User ID
     * @param validation the options for validating a Migration Authorisation
     * @param archive the options for creating the archive
     * @param archiveHash whether the signature contains the SHA-256 of the archive
     * @param mailDraft the settings of the mail draft
     * @param overwriting whether existing files may be replaced
     * @param checkedSha256 the SHA-256 of the workbook that was checked
     * @throws IllegalArgumentException if the SHA-256 is not 64 lower-case hexadecimal digits
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
     * {@return the defaults: the User ID of the header, every rule at its own severity, the default archive, no SHA-256, no mail, no
     * existing file replaced}
     */
    public static SealOptions defaults() {
        return DEFAULTS;
    }

    /**
     * {@return these options with a User ID} A workbook requires one; that of a Migration Authorisation has to be its header's.
     *
     * @param userId the supplier's User ID
     */
    public SealOptions withUserId(UserId userId) {
        Optional<UserId> supplier = Optional.of(requireNonNull(userId, "userId"));
        return new SealOptions(supplier, validation, archive, archiveHash, mailDraft, overwriting, checkedSha256);
    }

    /**
     * {@return these options with other validation of a Migration Authorisation} In any case a file name that does not follow clause
     * 7.2.1 is an error, and an essential rule ({@link uk.smets.mam.model.Rule#isEssential()}) keeps its severity. If the options
     * have no instant of submission, the current time of the signer's clock is used.
     *
     * @param validation the options for validating it
     */
    public SealOptions withValidation(ValidationOptions validation) {
        return new SealOptions(userId, validation, archive, archiveHash, mailDraft, overwriting, checkedSha256);
    }

    /**
     * {@return these options with other options for the archive}
     *
     * @param archive the options for creating the archive
     */
    public SealOptions withArchive(ArchiveOptions archive) {
        return new SealOptions(userId, validation, archive, archiveHash, mailDraft, overwriting, checkedSha256);
    }

    /**
     * {@return these options with the SHA-256 of the archive as a signed attribute} Agree on it with the receiver: the MAM does not
     * define it, and a receiver may reject an unknown attribute.
     */
    public SealOptions withArchiveHash() {
        return new SealOptions(userId, validation, archive, true, mailDraft, overwriting, checkedSha256);
    }

    /**
     * {@return these options with a mail that is drafted but not sent}
     *
     * @param draft the settings of the mail draft
     */
    public SealOptions withMailDraft(MailDraft draft) {
        Optional<MailDraft> mail = Optional.of(requireNonNull(draft, "draft"));
        return new SealOptions(userId, validation, archive, archiveHash, mail, overwriting, checkedSha256);
    }

    /**
     * {@return these options with a different permission to replace existing files}
     *
     * @param overwriting the permission
     */
    public SealOptions withOverwriting(Overwriting overwriting) {
        return new SealOptions(userId, validation, archive, archiveHash, mailDraft, overwriting, checkedSha256);
    }

    /**
     * {@return these options for a workbook that the caller has checked, for example with
     * {@code MigrationScheduleResponse.check(options, digest)} of {@code mam-xlsx}} A file with other bytes is not sealed.
     *
     * @param sha256 the SHA-256 of the checked bytes, 32 octets
     * @throws IllegalArgumentException if it is not 32 octets
     */
    public SealOptions withCheckedSha256(byte[] sha256) {
        Optional<String> hash = Optional.of(HexFormat.of().formatHex(requireNonNull(sha256, "sha256")));
        return new SealOptions(userId, validation, archive, archiveHash, mailDraft, overwriting, hash);
    }
}
