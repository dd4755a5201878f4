package uk.smets.mam.xlsx.internal.document;

import java.time.LocalDate;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.rule.SubmissionTime;

/** Checks the response deadline for the week of a row's Not Before date; each missed week is reported once (clause 6). */
public final class ResponseDeadline {
    private static final DocumentField NOT_BEFORE = MigrationScheduleTable.SUBJECT.notBefore();

    private static final int DAYS_OF_A_WEEK = 7;

    private static final MigrationWeek FIRST_WEEK = MigrationWeek.containing(LocalDate.of(1, 1, 1));

    private final SubmissionTime submission;
    /** One bit for each week of the years 1 to 9999. */
    private final BitSet reported = new BitSet();

    private @Nullable LocalDate last;

    public ResponseDeadline(ValidationOptions options, Reporter reporter) {
        submission = new SubmissionTime(options, reporter);
    }

    /** Checks the Not Before date of a row, if present. */
    public void check(@Nullable LocalDate notBefore) {
        if (notBefore == null || notBefore.equals(last)) {
            return;
        }
        last = notBefore;
        MigrationWeek week = MigrationWeek.containing(notBefore);
        int number = Math.toIntExact(
                (week.monday().toEpochDay() - FIRST_WEEK.monday().toEpochDay()) / DAYS_OF_A_WEEK);
        if (submission.isLate(week) && !reported.get(number)) {
            reported.set(number);
            submission.checkResponse(NOT_BEFORE, week);
        }
    }
}
