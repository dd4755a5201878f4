package uk.smets.mam.xlsx.internal.document;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.Reporter;

/** The rules for a single row of a Migration Schedule (clauses 6, 7.4.2). */
public final class MigrationScheduleRules
        implements Notification.RowRules<MigrationScheduleRow, MigrationScheduleDraft> {
    private final CommonRules common;
    private final ResponseDeadline deadline;
    private final ResponseRules response;
    private final Reporter reporter;

    public MigrationScheduleRules(Optional<NotificationHeader> header, ValidationOptions options, Reporter reporter) {
        this.reporter = reporter;
        common = new CommonRules(MigrationScheduleTable.SUBJECT, header, options, reporter);
        deadline = new ResponseDeadline(options, reporter);
        response = new ResponseRules(options, reporter);
    }

    @Override
    public void checkRead(MigrationScheduleDraft row) {
        checkFixed(row);
        deadline.check(row.notBefore());
        response.check(row);
    }

    /** Checks a row that is being read, except its yellow fields and the response deadline. */
    public void checkFixed(MigrationScheduleDraft row) {
        common.checkRead(row);
        checkDevices(field -> row.isGiven(field.number() - 1));
    }

    @Override
    public void check(MigrationScheduleRow row) {
        common.check(
                row.mpan().orElse(null),
                row.mprn().orElse(null),
                row.notBefore().orElse(null),
                row.notAfter().orElse(null));
        checkDevices(field -> MigrationScheduleTable.NOTIFICATION.hasValue(row, field));
        deadline.check(row.notBefore().orElse(null));
        response.check(row);
    }

    @Override
    public void withdraw() {
        common.withdraw();
    }

    private void checkDevices(Predicate<DocumentField> given) {
        if (!given.test(MigrationScheduleTable.CHF_DEVICE_ID)) {
            reporter.field(
                    Rule.DEVICE_ID_MISSING,
                    MigrationScheduleTable.CHF_DEVICE_ID,
                    "mandatory: give the Device ID of the Communications Hub Function");
        }
        DocumentField mpan = MigrationScheduleTable.SUBJECT.mpan();
        DocumentField mprn = MigrationScheduleTable.SUBJECT.mprn();
        // A row with neither meter point is a single error, reported as MPXN_MISSING.
        if (given.test(mprn) && !given.test(mpan)) {
            checkNone(mpan, given, MigrationScheduleTable.ESME_DEVICE_ID);
        } else if (given.test(mpan) && !given.test(mprn)) {
            checkNone(mprn, given, MigrationScheduleTable.GPF_DEVICE_ID, MigrationScheduleTable.GSME_DEVICE_ID);
        }
    }

    /** Reports a missing meter point, citing the first Device ID that requires it. */
    private void checkNone(DocumentField meterPoint, Predicate<DocumentField> given, DocumentField... deviceIds) {
        Arrays.stream(deviceIds)
                .filter(given)
                .findFirst()
                .ifPresent(deviceId -> reporter.field(
                        Rule.METER_POINT_MISSING,
                        meterPoint,
                        "the row has the " + deviceId.name() + " but no " + meterPoint.name()
                                + ": ask DCC for the meter point of the device"));
    }
}
