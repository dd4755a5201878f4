package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.internal.file.PasswordFileText;
import uk.smets.mam.secure.internal.path.RevocationRecord;
import uk.smets.mam.secure.smki.SmkiCertificate;

/**
 * What came of verifying a signed file: the verdict with its reasons, the signers, and, where the verdict is {@link Verdict#VALID},
 * the very bytes that were verified. Work on with those: the file on the disk may be another one by now.
 */
public final class Verification {
    private final @Nullable NamedFile content;
    private final List<VerificationReason> reasons;
    private final List<VerifiedSigner> signers;
    private final List<RevocationListUse> revocationLists;
    private final List<String> unlisted;
    private final List<VerificationReason> notes;
    private final boolean layoutKnown;

    Verification(
            @Nullable NamedFile content,
            List<VerificationReason> reasons,
            List<VerifiedSigner> signers,
            List<RevocationRecord.Use> revocationLists,
            List<String> unlisted) {
        this(
                content,
                reasons,
                signers,
                revocationLists.stream().map(RevocationListUse::of).toList(),
                unlisted,
                List.of(),
                true);
    }

    private Verification(
            @Nullable NamedFile content,
            List<VerificationReason> reasons,
            List<VerifiedSigner> signers,
            List<RevocationListUse> revocationLists,
            List<String> unlisted,
            List<VerificationReason> notes,
            boolean layoutKnown) {
        this.content = content;
        this.reasons = List.copyOf(reasons);
        this.signers = List.copyOf(signers);
        this.revocationLists = List.copyOf(revocationLists);
        this.unlisted = List.copyOf(unlisted);
        this.notes = List.copyOf(notes);
        this.layoutKnown = layoutKnown;
    }

    private Verification with(List<VerificationReason> moreReasons, List<VerificationReason> moreNotes) {
        return moreReasons.isEmpty() && moreNotes.isEmpty()
                ? this
                : new Verification(
                        content,
                        joined(reasons, moreReasons),
                        signers,
                        revocationLists,
                        unlisted,
                        joined(notes, moreNotes),
                        layoutKnown);
    }

    private static <T> List<T> joined(List<T> first, List<T> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    static Verification refused(VerificationReason reason) {
        return new Verification(null, List.of(reason), List.of(), List.of(), List.of());
    }

    /** Nothing was verified, and so nothing is known to be wrong either. */
    static Verification ofUnknownLayout(String name) {
        VerificationReason reason = new VerificationReason(
                Rule.SIGNATURE_INVALID,
                name
                        + ": the lines after the third are a signature in a layout that is not known, so it cannot be"
                        + " verified: have it verified by the program that signed it, ask for a CMS signature (.p7s or"
                        + " .p7m), or give the library the layout (SignatureLayout.appended)");
        return new Verification(null, List.of(reason), List.of(), List.of(), List.of(), List.of(), false);
    }

    /**
     * The verdict.
     *
     * @return {@link Verdict#VALID} where there are no reasons against it, {@link Verdict#INDETERMINATE} where the only ones are that
     *     the signer could not be traced ({@link Rule#SIGNER_UNTRUSTED}) or that the layout of the signature is not known, else
     *     {@link Verdict#INVALID}
     */
    public Verdict verdict() {
        if (reasons.isEmpty()) {
            return Verdict.VALID;
        }
        return !layoutKnown || reasons.stream().allMatch(reason -> reason.rule() == Rule.SIGNER_UNTRUSTED)
                ? Verdict.INDETERMINATE
                : Verdict.INVALID;
    }

    /**
     * Whether the layout of the signature is known. Where it is not, nothing was verified: the signature is in the lines after the third
     * line of a password file, in a form that only the program that signed it knows.
     *
     * @return false where there is such a signature, true in every other case
     */
    public boolean isLayoutKnown() {
        return layoutKnown;
    }

    /**
     * Whether the file may be used.
     *
     * @return true where the verdict is {@link Verdict#VALID}
     */
    public boolean isValid() {
        return reasons.isEmpty();
    }

    /**
     * All that speaks against the file.
     *
     * @return the reasons, empty where the verdict is {@link Verdict#VALID}
     */
    public List<VerificationReason> reasons() {
        return reasons;
    }

    /**
     * Those whom the signatures name, as far as their certificates are known.
     *
     * @return the signers, at least one where the verdict is {@link Verdict#VALID}
     */
    public List<VerifiedSigner> signers() {
        return signers;
    }

    /**
     * The first signer: the only one, where the file was signed as the MAM has it.
     *
     * @return the signer, or empty where none is known
     */
    public Optional<VerifiedSigner> signer() {
        return signers.stream().findFirst();
    }

    /**
     * What became of each revocation list that the caller gave: for which certificates it was used, or why it was not.
     *
     * @return one entry for each list of the {@link Trust}, in that order; empty where verification ended before the signers' paths
     *     were looked at
     */
    public List<RevocationListUse> revocationLists() {
        return revocationLists;
    }

    /**
     * The certificates below the trust anchor of whose issuer the caller gave no revocation list: nothing is known of whether they were
     * revoked. It does not speak against the file unless {@link Trust#requiringRevocationLists()} asks for every list.
     *
     * @return the subjects, in the form of {@link SmkiCertificate#subjectName()}; empty where the caller gave no list at all
     */
    public List<String> certificatesWithoutRevocationList() {
        return unlisted;
    }

    /**
     * The content, as it was before it was signed.
     *
     * @return exactly the bytes that were verified, under the name that they had
     * @throws SecureExchangeException with the reasons, unless the verdict is {@link Verdict#VALID}
     */
    public NamedFile content() {
        if (!reasons.isEmpty()) {
            throw refusal(reasons);
        }
        return requireNonNull(content, "content");
    }

    /** The first of several reasons; the others are suppressed exceptions of it, so that they survive wherever it goes. */
    private static SecureExchangeException refusal(List<VerificationReason> reasons) {
        VerificationReason first = reasons.get(0);
        SecureExchangeException exception = new SecureExchangeException(first.rule(), first.message());
        reasons.stream()
                .skip(1)
                .map(reason -> new SecureExchangeException(reason.rule(), reason.message()))
                .forEach(exception::addSuppressed);
        return exception;
    }

    /**
     * Returns what is worth knowing and does not speak against the file: that a signer's certificate names another User ID of the
     * same organisation, or that a password file ends its lines in CR LF.
     *
     * @return the notes, each with the rule that it is information of
     */
    public List<VerificationReason> notes() {
        return notes;
    }

    /**
     * Returns the same verification with one more condition: that each signer is of the organisation whose User ID the file names. The
     * first six octets of a User ID say which organisation it is of; the User ID in a file serves its handling only (clause 7.2.2). The
     * condition can be put only after the file was verified, as its content is not to be read before.
     *
     * @param userId the User ID in the file
     * @return this where every signer's certificate names that User ID or none; else one with {@link Rule#SIGNER_MISMATCH} among its
     *     reasons, or among its notes where the organisation is the same
     */
    public Verification agreeingWith(UserId userId) {
        return agreeingWith(userId, false);
    }

    /**
     * Returns the same verification with the condition that the certificate of each signer names exactly one User ID, or none.
     *
     * @param userId the User ID in the file
     * @return this where it does; else one with {@link Rule#SIGNER_MISMATCH} among its reasons
     */
    public Verification agreeingExactlyWith(UserId userId) {
        return agreeingWith(userId, true);
    }

    private Verification agreeingWith(UserId userId, boolean exactly) {
        requireNonNull(userId, "userId");
        List<VerificationReason> mismatches = new ArrayList<>();
        List<VerificationReason> others = new ArrayList<>();
        for (VerifiedSigner signer : signers) {
            signer.certificate().userId().filter(named -> !named.equals(userId)).ifPresent(named -> {
                boolean same = named.isOfSameOrganisation(userId);
                String message = "the signer's certificate is that of User ID " + named
                        + ", the file's User ID is " + userId
                        + (same
                                ? ", another one of the same organisation"
                                : ": have it signed by the party that it names");
                (same && !exactly ? others : mismatches).add(new VerificationReason(Rule.SIGNER_MISMATCH, message));
            });
        }
        return with(mismatches, others);
    }

    /**
     * Returns the same verification with one more condition: that the certificate of each signer names a User ID.
     *
     * @return this where all of them do, else one with {@link Rule#SIGNER_MISMATCH} among its reasons
     */
    public Verification requireUserId() {
        if (signers.stream().allMatch(signer -> signer.certificate().userId().isPresent())) {
            return this;
        }
        return with(
                List.of(new VerificationReason(
                        Rule.SIGNER_MISMATCH,
                        "the signer's certificate names no User ID, which is required here: have it signed with a"
                                + " certificate that names one")),
                List.of());
    }

    /**
     * Returns the same verification with the condition of {@link #agreeingWith}, where the content is a password file: its form decides,
     * and not its name. Nothing is read, and this is given back, unless the verdict is {@link Verdict#VALID}.
     *
     * @return this where there is nothing to add; else one with {@link Rule#SIGNER_MISMATCH} among its reasons or notes, or with
     *     {@link Rule#PASSWORD_FILE_FORMAT} or {@link Rule#PASSWORD_FILE_NAME_UNSAFE} where the password file is not a sound one
     */
    public Verification agreeingWithPasswordFile() {
        if (!isValid() || !PasswordFile.isRecognised(content().bytes())) {
            return this;
        }
        try {
            PasswordFile passwordFile = passwordFile();
            return noting(passwordFile).agreeingWith(passwordFile.userId());
        } catch (SecureExchangeException e) {
            return with(List.of(e.reasons().get(0)), List.of());
        }
    }

    /**
     * Reads the password file that was verified. Its lines may end in CR LF: table 7.5.1 says "New line" only, and over these very bytes
     * the signature holds.
     */
    private PasswordFile passwordFile() {
        return PasswordFile.parseSigned(content().bytes());
    }

    /** Notes the line ends of a password file, where they are not those that this library writes. */
    private Verification noting(PasswordFile passwordFile) {
        return PasswordFileText.endsLinesInCrLf(passwordFile.toBytes())
                ? with(
                        List.of(),
                        List.of(new VerificationReason(
                                Rule.PASSWORD_FILE_FORMAT,
                                "the password file ends its lines in CR LF, and was signed so; this library"
                                        + " writes LF")))
                : this;
    }

    /** The verdict and its reasons. */
    @Override
    public String toString() {
        return reasons.isEmpty() ? verdict().toString() : verdict() + " " + reasons;
    }
}
