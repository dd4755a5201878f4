package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.primitive.Arguments;
import uk.smets.mam.secure.internal.file.PasswordFileText;

/**
 * The notice by which a receiver such as DCC rejects a file (clause 4): the file, when it was received, each reason with its code, its
 * clause and what to do, and what to send again. {@link #text()} is for people, {@link #json()} for programs.
 *
 * <p>It contains no password and, unless requested, no meter point. The sender is the one that the file names, which is not verified.
 *
 * <p>Immutable, and deterministic: equal rejections give equal notices.
 *
 * @param file the name of the file, without folders, as it was received
 * @param userId the User ID of the supplier that the file names, if any
 * @param signifiers the SEC Party Signifiers in the header of a workbook
 * @param receivedAt when it was received
 * @param reasons the reasons for the rejection, at least one
 * @param otherReasons the number of errors that the check counted but did not keep
 */
public record RejectionNotice(
        String file,
        Optional<UserId> userId,
        List<SecPartySignifier> signifiers,
        Instant receivedAt,
        List<RejectionReason> reasons,
        long otherReasons) {
    private static final String CSV = ".csv";

    /**
     * Creates a notice.
     *
     * @param file the name of the file
     * @param userId the User ID that the file names
     * @param signifiers the SEC Party Signifiers
     * @param receivedAt when it was received
     * @param reasons the reasons for the rejection
     * @param otherReasons the number of errors that are not listed
     * @throws IllegalArgumentException if there are no reasons
     */
    public RejectionNotice {
        requireNonNull(file, "file");
        requireNonNull(userId, "userId");
        signifiers = Arguments.listOf(signifiers, "signifiers");
        requireNonNull(receivedAt, "receivedAt");
        reasons = Arguments.listOf(reasons, "reasons");
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("reasons: at least one, as a file without a reason is not rejected");
        }
    }

    /**
     * Returns the notice for a submission that could not be opened.
     *
     * @param file the name of the archive, without folders
     * @param receivedAt when it was received
     * @param refusal the exception of {@link Submission#open} or {@link Submission#read}
     * @return the notice, with each reason of the verification
     */
    public static RejectionNotice of(String file, Instant receivedAt, SecureExchangeException refusal) {
        List<RejectionReason> reasons = requireNonNull(refusal, "refusal").reasons().stream()
                .map(RejectionReason::of)
                .toList();
        return new RejectionNotice(file, userIdIn(file), List.of(), receivedAt, reasons, 0);
    }

    /**
     * Returns the notice for a document with errors. It contains no values of the file, and so no meter points.
     *
     * @param file the name of the document, without folders
     * @param receivedAt when it was received
     * @param report the validation report
     * @return the notice, with each error that the report lists
     * @throws IllegalArgumentException if there is no error
     */
    public static RejectionNotice of(String file, Instant receivedAt, ValidationReport report) {
        return of(file, receivedAt, report, false);
    }

    /**
     * Returns the notice for a document with errors, with the values found in the file, some of which are meter points.
     *
     * @param file the name of the document, without folders
     * @param receivedAt when it was received
     * @param report the validation report
     * @return the notice, with each error that the report lists
     * @throws IllegalArgumentException if there is no error
     */
    public static RejectionNotice withFoundTexts(String file, Instant receivedAt, ValidationReport report) {
        return of(file, receivedAt, report, true);
    }

    private static RejectionNotice of(String file, Instant receivedAt, ValidationReport report, boolean found) {
        List<Finding> errors = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        Optional<DocumentHeader> header = report.header();
        return new RejectionNotice(
                file,
                header.filter(MigrationAuthorisationHeader.class::isInstance)
                        .map(MigrationAuthorisationHeader.class::cast)
                        .map(MigrationAuthorisationHeader::userId)
                        .or(() -> userIdIn(file)),
                header.filter(NotificationHeader.class::isInstance)
                        .map(NotificationHeader.class::cast)
                        .map(NotificationHeader::secPartySignifiers)
                        .orElse(List.of()),
                receivedAt,
                errors.stream()
                        .map(finding -> RejectionReason.of(finding, found))
                        .toList(),
                report.errors() - errors.size());
    }

    /** Returns the User ID in the name of a Migration Authorisation or of its archive. */
    private static Optional<UserId> userIdIn(String file) {
        return name(file).map(MigrationAuthorisationFileName::userId);
    }

    private static Optional<MigrationAuthorisationFileName> name(String file) {
        return MigrationAuthorisationFileName.find(PasswordFileText.stem(file) + CSV);
    }

    /**
     * {@return this notice with the User ID of the sender, if known to the receiver}
     *
     * @param sender the User ID
     */
    public RejectionNotice withSender(UserId sender) {
        return new RejectionNotice(
                file, Optional.of(requireNonNull(sender, "sender")), signifiers, receivedAt, reasons, otherReasons);
    }

    /**
     * Returns the parts of the submission that the sender has to send again.
     *
     * @return the parts, in the order of the enum
     */
    public Set<Resubmission> sendAgain() {
        EnumSet<Resubmission> parts = EnumSet.noneOf(Resubmission.class);
        reasons.forEach(reason -> parts.addAll(reason.sendAgain()));
        return Collections.unmodifiableSet(parts);
    }

    /** Returns the destination of the archive; it cannot be derived from the name of a response's archive. */
    Optional<Destination> archiveDestination() {
        return Destination.ofArchive(file) == Destination.NOTIFICATION_OUTBOX
                ? Optional.of(Destination.NOTIFICATION_OUTBOX)
                : name(file).map(known -> Destination.MIGRATION_AUTHORISATION_FOLDER);
    }

    /** {@return the notice for people, in lines that end in LF; control characters and invisible characters are written as escapes} */
    public String text() {
        return new NoticeText(this).text();
    }

    /**
     * Returns the notice for programs, which follows the JSON Schema {@code rejection-notice.schema.json}.
     *
     * @return one JSON object in ASCII, followed by LF
     */
    public String json() {
        return new NoticeJson(this).toString();
    }

    /** Returns the file and the rule codes; never a value of the file. */
    @Override
    public String toString() {
        return "RejectionNotice[" + file + ", "
                + reasons.stream().map(RejectionReason::rule).distinct().toList() + "]";
    }
}
