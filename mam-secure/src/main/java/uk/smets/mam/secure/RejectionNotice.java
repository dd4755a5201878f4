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
import uk.smets.mam.secure.internal.file.PasswordFileText;

/**
 * What a receiver such as DCC answers to the sender of a file that it rejects (clause 4): which file, when it was received, each reason
 * with its code, its clause and what to do, and what has to be sent again. {@link #text()} is for people, {@link #json()} for programs.
 *
 * <p>It names no password and, unless that is asked for, no meter point. Who sent the file is taken from what the file says, which may be
 * why it was rejected: it is no proof of anything.
 *
 * <p>Immutable. The same rejection gives the same notice.
 *
 * @param file the name of the file, without folders, as it was received
 * @param userId the User ID that the file names as its supplier's, where it names one
 * @param signifiers the SEC Party Signifiers in the header of a workbook
 * @param receivedAt when it was received
 * @param reasons why it is rejected, at least one
 * @param otherReasons how many more errors there are, which the check did not keep
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
     * Takes the parts of a notice.
     *
     * @param file the name of the file
     * @param userId the User ID that the file names
     * @param signifiers the SEC Party Signifiers
     * @param receivedAt when it was received
     * @param reasons why it is rejected
     * @param otherReasons how many more errors there are
     * @throws IllegalArgumentException where there is no reason
     */
    public RejectionNotice {
        requireNonNull(file, "file");
        requireNonNull(userId, "userId");
        signifiers = List.copyOf(signifiers);
        requireNonNull(receivedAt, "receivedAt");
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("reasons: at least one, as a file without a reason is not rejected");
        }
    }

    /**
     * Makes the notice of a submission that could not be opened.
     *
     * @param file the name of the archive, without folders
     * @param receivedAt when it was received
     * @param refusal what {@link Submission#open} or {@link Submission#read} threw
     * @return the notice, with each reason that the verification had
     */
    public static RejectionNotice of(String file, Instant receivedAt, SecureExchangeException refusal) {
        List<RejectionReason> reasons = requireNonNull(refusal, "refusal").reasons().stream()
                .map(RejectionReason::of)
                .toList();
        return new RejectionNotice(file, userIdIn(file), List.of(), receivedAt, reasons, 0);
    }

    /**
     * Makes the notice of a document with errors. It names no text that was found in the file, so that no meter point is in it.
     *
     * @param file the name of the document, without folders
     * @param receivedAt when it was received
     * @param report what the check found
     * @return the notice, with each error that the report lists
     * @throws IllegalArgumentException where there is no error
     */
    public static RejectionNotice of(String file, Instant receivedAt, ValidationReport report) {
        return of(file, receivedAt, report, false);
    }

    /**
     * Makes the notice of a document with errors, with the texts that were found in the file, some of which are meter points.
     *
     * @param file the name of the document, without folders
     * @param receivedAt when it was received
     * @param report what the check found
     * @return the notice, with each error that the report lists
     * @throws IllegalArgumentException where there is no error
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

    /** The User ID in the name of a Migration Authorisation, or of its archive. */
    private static Optional<UserId> userIdIn(String file) {
        return name(file).map(MigrationAuthorisationFileName::userId);
    }

    private static Optional<MigrationAuthorisationFileName> name(String file) {
        return MigrationAuthorisationFileName.find(PasswordFileText.stem(file) + CSV);
    }

    /**
     * Returns the same notice with the User ID of the sender, where the receiver knows it.
     *
     * @param sender the User ID
     * @return the new notice
     */
    public RejectionNotice sender(UserId sender) {
        return new RejectionNotice(
                file, Optional.of(requireNonNull(sender, "sender")), signifiers, receivedAt, reasons, otherReasons);
    }

    /**
     * What the sender has to send again.
     *
     * @return the parts of a submission, in their order
     */
    public Set<Resubmission> sendAgain() {
        EnumSet<Resubmission> parts = EnumSet.noneOf(Resubmission.class);
        reasons.forEach(reason -> parts.addAll(reason.sendAgain()));
        return Collections.unmodifiableSet(parts);
    }

    /** Where the archive goes; the name of a response's archive does not tell what it is. */
    Optional<Destination> archiveDestination() {
        return Destination.ofArchive(file) == Destination.NOTIFICATION_OUTBOX
                ? Optional.of(Destination.NOTIFICATION_OUTBOX)
                : name(file).map(known -> Destination.MIGRATION_AUTHORISATION_FOLDER);
    }

    /**
     * The notice for people.
     *
     * @return lines that end in LF; control characters and invisible characters of the file are written out
     */
    public String text() {
        return new NoticeText(this).toString();
    }

    /**
     * The notice for programs, by the JSON Schema {@code rejection-notice.schema.json}.
     *
     * @return one JSON object in ASCII, which ends in LF
     */
    public String json() {
        return new NoticeJson(this).toString();
    }

    /** The file and the codes; never a text of the file. */
    @Override
    public String toString() {
        return "RejectionNotice[" + file + ", "
                + reasons.stream().map(RejectionReason::rule).distinct().toList() + "]";
    }
}
