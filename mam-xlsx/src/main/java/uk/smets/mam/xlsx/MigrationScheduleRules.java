package uk.smets.mam.xlsx;

import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.Reporter;

/** The rules of one row of a Migration Schedule (clauses 6, 7.4.2). */
final class MigrationScheduleRules implements RowRules<MigrationScheduleRow, MigrationScheduleDraft> {
    private final CommonRules common;
    private final ResponseDeadline deadline;
    private final ResponseRules response;
    private final Reporter reporter;

    MigrationScheduleRules(ValidationOptions options, Reporter reporter) {
        this.reporter = reporter;
        common = new CommonRules(MigrationScheduleTable.SUBJECT, options, reporter);
        deadline = new ResponseDeadline(options, reporter);
        response = new ResponseRules(options, reporter);
    }

    @Override
    public void checkRead(MigrationScheduleDraft row) {
        checkFixed(row);
        deadline.check(row.notBefore());
        response.check(
                row.certificateFields(),
                row.certificateIds(),
                row.isGiven(MigrationScheduleTable.SUBJECT.mpan().number() - 1),
                row.isGiven(MigrationScheduleTable.SUBJECT.mprn().number() - 1),
                row.mpan());
    }

    /** Checks a row that is being read, but for its yellow fields and the deadline of the response. */
    void checkFixed(MigrationScheduleDraft row) {
        common.checkRead(row);
        checkDevice(row.isGiven(MigrationScheduleTable.CHF_DEVICE_ID.number() - 1));
    }

    @Override
    public void check(MigrationScheduleRow row) {
        Mpan mpan = row.mpan().orElse(null);
        common.check(
                mpan,
                row.mprn().orElse(null),
                row.notBefore().orElse(null),
                row.notAfter().orElse(null));
        checkDevice(row.chfDeviceId().isPresent());
        deadline.check(row.notBefore().orElse(null));
        response.check(row.certificateIds(), mpan, row.mprn().isPresent());
    }

    private void checkDevice(boolean given) {
        if (!given) {
            reporter.field(
                    Rule.DEVICE_ID_MISSING,
                    MigrationScheduleTable.CHF_DEVICE_ID,
                    "mandatory: give the Device ID of the Communications Hub Function");
        }
    }
}
