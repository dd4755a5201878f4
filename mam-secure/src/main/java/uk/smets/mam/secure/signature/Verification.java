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
 * The result of verifying a signed file: the verdict with its reasons, the signers and, if the verdict is {@link Verdict#VALID}, the
 * verified bytes. Use those bytes from here on: the file on disk may have changed since.
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

    /** Returns the result for an unknown layout: the signature was not verified, so it is not known to be invalid. */
    static Verification ofUnknownLayout(String name) {
        VerificationReason reason = new VerificationReason(
                Rule.SIGNATURE_INVALID,
                name
                        + ": the lines after the third are a signature in an unknown layout, which cannot be"
                        + " verified: have it verified by the program that signed it, ask for a CMS signature (.p7s or"
                        + " .p7m), or give the library the layout (SignatureLayout.appended)");
        return new Verification(null, List.of(reason), List.of(), List.of(), List.of(), List.of(), false);
    }

    /**
     * {@return {@link Verdict#VALID} if there are no reasons, {@link Verdict#INDETERMINATE} if the only reasons are that the signer
     * is not trusted ({@link Rule#SIGNER_UNTRUSTED}) or that the layout of the signature is unknown, otherwise
     * {@link Verdict#INVALID}}
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
     * Returns whether the layout of the signature is known. If it is not, nothing was verified: the signature is in the lines after the
     * third line of a password file, in a form that only the signing program can read.
     *
     * @return false if there is such a signature, otherwise true
     */
    public boolean isLayoutKnown() {
        return layoutKnown;
    }

    /**
     * Returns whether the file may be used.
     *
     * @return true if the verdict is {@link Verdict#VALID}
     */
    public boolean isValid() {
        return reasons.isEmpty();
    }

    /** {@return the reasons why the file is not valid; empty if the verdict is {@link Verdict#VALID}} */
    public List<VerificationReason> reasons() {
        return reasons;
    }

    /** {@return the signers, as far as their certificates are known; at least one if the verdict is {@link Verdict#VALID}} */
    public List<VerifiedSigner> signers() {
        return signers;
    }

    /** {@return the first signer, which is the only one in a file that follows the MAM; empty if no signer is known} */
    public Optional<VerifiedSigner> signer() {
        return signers.stream().findFirst();
    }

    /**
     * Returns how each of the caller's revocation lists was used.
     *
     * @return one entry for each list of the {@link Trust}, in that order; empty if verification ended before the certification paths
     *     were checked
     */
    public List<RevocationListUse> revocationLists() {
        return revocationLists;
    }

    /**
     * Returns the certificates below the trust anchor for whose issuer the caller gave no revocation list, so that their status is
     * unknown. This does not make the file invalid unless {@link Trust#withRevocationListsRequired()} was set.
     *
     * @return the subjects, in the form of {@link SmkiCertificate#subjectName()}; empty if the caller gave no lists
     */
    public List<String> certificatesWithoutRevocationList() {
        return unlisted;
    }

    /**
     * Returns the content, as it was before it was signed.
     *
     * @return exactly the verified bytes, under their original name
     * @throws SecureExchangeException with the reasons, unless the verdict is {@link Verdict#VALID}
     */
    public NamedFile content() {
        if (!reasons.isEmpty()) {
            throw refusal(reasons);
        }
        return requireNonNull(content, "content");
    }

    /** Returns an exception with the first reason, and with the others as suppressed exceptions. */
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
     * Returns remarks that do not make the file invalid: a signer's certificate that names a different User ID of the same
     * organisation, or a password file with CR LF line ends.
     *
     * @return the notes, each with the rule that it relates to
     */
    public List<VerificationReason> notes() {
        return notes;
    }

    /**
     * Returns this verification with one more condition: each signer belongs to the organisation whose User ID the file names. The
     * first six octets of a User ID identify the organisation; the User ID in a file is used for file handling only (clause 7.2.2).
     * The condition is applied after the verification, since the content must not be read before.
     *
     * @param userId the User ID in the file
     * @return this if every signer's certificate names that User ID or none; otherwise one with {@link Rule#SIGNER_MISMATCH} among
     *     its reasons, or among its notes if the organisation is the same
     */
    public Verification agreeingWith(UserId userId) {
        return agreeingWith(userId, false);
    }

    /**
     * Returns this verification with one more condition: the certificate of each signer names exactly this User ID, or none.
     *
     * @param userId the User ID in the file
     * @return this if it does; otherwise one with {@link Rule#SIGNER_MISMATCH} among its reasons
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
                String message = "the signer's certificate names User ID " + named
                        + ", but the file's User ID is " + userId
                        + (same
                                ? ", another User ID of the same organisation"
                                : ": have the file signed by the party that it names");
                (same && !exactly ? others : mismatches).add(new VerificationReason(Rule.SIGNER_MISMATCH, message));
            });
        }
        return with(mismatches, others);
    }

    /**
     * Returns this verification with one more condition: the certificate of each signer names a User ID.
     *
     * @return this if all of them do; otherwise one with {@link Rule#SIGNER_MISMATCH} among its reasons
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
     * Returns this verification with the condition of {@link #agreeingWith} if the content has the form of a password file, regardless of
     * its name. If the verdict is not {@link Verdict#VALID}, the content is not read.
     *
     * @return this if there is nothing to add; otherwise one with {@link Rule#SIGNER_MISMATCH} among its reasons or notes, or with
     *     {@link Rule#PASSWORD_FILE_FORMAT} or {@link Rule#PASSWORD_FILE_NAME_UNSAFE} if the password file is not valid
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
     * Reads the verified password file. Its lines may end in CR LF: table 7.5.1 states only "New line", and the signature is over these
     * bytes.
     */
    private PasswordFile passwordFile() {
        return PasswordFile.parseSigned(content().bytes());
    }

    /** Adds a note if the password file ends its lines in CR LF. */
    private Verification noting(PasswordFile passwordFile) {
        return PasswordFileText.endsLinesInCrLf(passwordFile.toBytes())
                ? with(
                        List.of(),
                        List.of(new VerificationReason(
                                Rule.PASSWORD_FILE_FORMAT,
                                "the lines of the password file end in CR LF and were signed like this; this library"
                                        + " writes LF")))
                : this;
    }

    /** Returns the verdict and its reasons. */
    @Override
    public String toString() {
        return reasons.isEmpty() ? verdict().toString() : verdict() + " " + reasons;
    }
}
