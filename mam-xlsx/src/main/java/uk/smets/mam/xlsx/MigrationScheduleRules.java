package uk.smets.mam.xlsx;

import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.CertificateFields;
import uk.smets.mam.model.internal.CertificateRules;
import uk.smets.mam.model.internal.Reporter;

/**
 * The rules of one row of a Migration Schedule (clauses 6, 7.4.2). As DCC sends it, the certificates are empty, and a supplier may
 * answer with a Priority alone: which certificates are mandatory counts only in a row that names any.
 */
final class MigrationScheduleRules implements RowRules<MigrationScheduleRow, MigrationScheduleDraft> {
    private static final CertificateFields NO_FIELDS = CertificateFields.of(CertificateIds.NONE);

    private final CommonRules common;
    private final CertificateRules certificates;
    private final Reporter reporter;

    // What the certificate rules last found nothing wrong with: rows repeat it hundreds of thousands of times.
    private @Nullable CertificateIds soundIds;
    private @Nullable CertificateFields soundFields;
    private boolean soundWithMpan;
    private boolean soundWithMprn;

    MigrationScheduleRules(ValidationOptions options, Reporter reporter) {
        this.reporter = reporter;
        common = new CommonRules(MigrationScheduleTable.SUBJECT, options, reporter);
        certificates =
                new CertificateRules(MigrationScheduleTable.SERIALS, MigrationScheduleTable.ISSUERS, options, reporter);
    }

    @Override
    public void checkRead(MigrationScheduleDraft row) {
        common.checkRead(row);
        checkDevice(row.isGiven(MigrationScheduleTable.CHF_DEVICE_ID.number() - 1));
        checkCertificates(
                row.certificateFields(),
                row.certificateIds(),
                row.isGiven(MigrationScheduleTable.SUBJECT.mpan().number() - 1),
                row.isGiven(MigrationScheduleTable.SUBJECT.mprn().number() - 1),
                row.mpan());
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
        CertificateIds ids = row.certificateIds();
        CertificateFields fields =
                soundFields != null && ids.equals(soundIds) ? soundFields : CertificateFields.of(ids);
        checkCertificates(fields, ids, mpan != null, row.mprn().isPresent(), mpan);
    }

    private void checkDevice(boolean given) {
        if (!given) {
            reporter.field(
                    Rule.DEVICE_ID_MISSING,
                    MigrationScheduleTable.CHF_DEVICE_ID,
                    "mandatory: give the Device ID of the Communications Hub Function");
        }
    }

    private void checkCertificates(
            CertificateFields fields, CertificateIds ids, boolean mpanGiven, boolean mprnGiven, @Nullable Mpan mpan) {
        if (fields.equals(NO_FIELDS)
                || (ids.equals(soundIds)
                        && fields.equals(soundFields)
                        && mpanGiven == soundWithMpan
                        && mprnGiven == soundWithMprn
                        && !certificates.dependOnDistributor())) {
            return;
        }
        if (certificates.check(fields, ids, mpanGiven, mprnGiven, mpan)) {
            soundIds = ids;
            soundFields = fields;
            soundWithMpan = mpanGiven;
            soundWithMprn = mprnGiven;
        }
    }
}
