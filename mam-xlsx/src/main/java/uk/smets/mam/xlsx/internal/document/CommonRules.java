package uk.smets.mam.xlsx.internal.document;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.DayFirstDateType;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.rule.MeterPointDuplicates;
import uk.smets.mam.model.internal.rule.MeterPointRules;
import uk.smets.mam.model.internal.rule.SubmissionTime;

/** The rules for meter points and dates that both notifications share (clauses 5, 6, 7.3.2, 7.4.2). */
public final class CommonRules {
    /**
     * The fields that the rules apply to, and the differences between the two documents.
     *
     * @param kind the kind of document
     * @param mpan the MPAN
     * @param mprn the MPRN
     * @param notBefore the Not Before date
     * @param notAfter the Not After date
     * @param dates the date format
     * @param notAfterMandatory whether Not After is mandatory
     */
    public record Subject(
            DocumentKind kind,
            DocumentField mpan,
            DocumentField mprn,
            DocumentField notBefore,
            DocumentField notAfter,
            DayFirstDateType dates,
            boolean notAfterMandatory) {}

    private final Subject subject;
    private final Reporter reporter;
    private final AddressedFuels fuels;
    private final MeterPointRules meterPoints;
    private final MeterPointDuplicates duplicates;
    private final SubmissionTime submission;
    private final @Nullable LocalDate notifiedOn;
    private final LocalDate earliestNotBefore;

    CommonRules(Subject subject, Optional<NotificationHeader> header, ValidationOptions options, Reporter reporter) {
        this.subject = subject;
        this.reporter = reporter;
        meterPoints = new MeterPointRules(subject.mpan(), subject.mprn(), subject.kind(), options, reporter);
        duplicates = new MeterPointDuplicates(subject.kind(), subject.mpan(), subject.mprn(), "row", options, reporter);
        fuels = new AddressedFuels(header, subject.mpan(), subject.mprn(), reporter);
        submission = new SubmissionTime(options, reporter);
        notifiedOn = options.notifiedOn().orElse(null);
        earliestNotBefore =
                notifiedOn == null ? LocalDate.MIN : options.noticePeriod().earliestNotBefore(notifiedOn);
    }

    /** Checks a row that is being read, in which fields may be present but invalid. */
    void checkRead(RowDraft<?> row) {
        checkMeterPoints(
                row.isGiven(index(subject.mpan())), row.isGiven(index(subject.mprn())), row.mpan(), row.mprn());
        checkDates(
                row.isGiven(index(subject.notBefore())),
                row.isGiven(index(subject.notAfter())),
                row.notBefore(),
                row.notAfter());
    }

    /** Checks a row in memory. */
    void check(@Nullable Mpan mpan, @Nullable Mprn mprn, @Nullable LocalDate notBefore, @Nullable LocalDate notAfter) {
        checkMeterPoints(mpan != null, mprn != null, mpan, mprn);
        checkDates(notBefore != null, notAfter != null, notBefore, notAfter);
    }

    /** Removes the meter points of the last checked row. */
    void withdraw() {
        duplicates.withdraw();
    }

    private static int index(DocumentField field) {
        return field.number() - 1;
    }

    /** Checks the meter points of a row, on their own and against earlier rows. */
    private void checkMeterPoints(boolean mpanGiven, boolean mprnGiven, @Nullable Mpan mpan, @Nullable Mprn mprn) {
        meterPoints.check(mpanGiven, mprnGiven, mpan, mprn);
        fuels.check(mpanGiven, mprnGiven);
        duplicates.check(mpan, mprn);
    }

    private void checkDates(
            boolean notBeforeGiven,
            boolean notAfterGiven,
            @Nullable LocalDate notBefore,
            @Nullable LocalDate notAfter) {
        if (!notBeforeGiven) {
            reporter.field(
                    Rule.NOT_BEFORE_MISSING,
                    subject.notBefore(),
                    "mandatory: give the date as " + subject.dates().formWithExample());
        }
        if (!notAfterGiven && subject.notAfterMandatory()) {
            reporter.field(
                    Rule.NOT_AFTER_MISSING,
                    subject.notAfter(),
                    "mandatory: give the date as " + subject.dates().formWithExample());
        }
        submission.checkDate(subject.notBefore(), notBefore);
        submission.checkDate(subject.notAfter(), notAfter);
        if (notBefore == null) {
            return;
        }
        if (notAfter != null && notAfter.isBefore(notBefore)) {
            reporter.field(
                    Rule.DATE_ORDER,
                    subject.notAfter(),
                    "before the row's " + subject.notBefore().name() + ": give that day or a later one");
        }
        if (notifiedOn != null && notBefore.isBefore(earliestNotBefore)) {
            reporter.field(
                    Rule.NOTICE_PERIOD_SHORT,
                    subject.notBefore(),
                    "after a notification on " + notifiedOn + ", 15 Working Days of notice allow " + earliestNotBefore
                            + " or later: ask DCC for a later date");
        }
    }
}
