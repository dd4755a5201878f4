package uk.smets.mam.xlsx.internal.document;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.internal.rule.CertificateDraft;
import uk.smets.mam.model.internal.rule.CertificateFields;

/** A row of a Migration Schedule while it is read. */
public final class MigrationScheduleDraft extends RowDraft<MigrationScheduleRow> {
    private final MigrationScheduleRow.Builder row = MigrationScheduleRow.builder();
    private final CertificateDraft certificates = new CertificateDraft();

    void chfDeviceId(@Nullable DeviceId value) {
        row.chfDeviceId(value);
    }

    void gpfDeviceId(@Nullable DeviceId value) {
        row.gpfDeviceId(value);
    }

    void esmeDeviceId(@Nullable DeviceId value) {
        row.esmeDeviceId(value);
    }

    void gsmeDeviceId(@Nullable DeviceId value) {
        row.gsmeDeviceId(value);
    }

    void ihdDeviceId(@Nullable DeviceId value) {
        row.ihdDeviceId(value);
    }

    void ppmidDeviceId(@Nullable DeviceId value) {
        row.ppmidDeviceId(value);
    }

    void cadDeviceId(@Nullable DeviceId value) {
        row.cadDeviceId(value);
    }

    void chSerialNumber(@Nullable String value) {
        row.chSerialNumber(value);
    }

    void esmeSerialNumber(@Nullable String value) {
        row.esmeSerialNumber(value);
    }

    void gsmeSerialNumber(@Nullable String value) {
        row.gsmeSerialNumber(value);
    }

    void ihdSerialNumber(@Nullable String value) {
        row.ihdSerialNumber(value);
    }

    void ppmidSerialNumber(@Nullable String value) {
        row.ppmidSerialNumber(value);
    }

    void priority(@Nullable Boolean value) {
        row.priority(value != null && value);
    }

    void serialNumber(CertificateSlot slot, @Nullable BigInteger value) {
        certificates.serialNumber(slot, value);
    }

    void issuerName(CertificateSlot slot, @Nullable String value) {
        certificates.issuerName(slot, value);
    }

    public CertificateIds certificateIds() {
        return certificates.ids();
    }

    public CertificateFields certificateFields() {
        return certificates.fields();
    }

    @Override
    public void complete() {
        row.mpan(mpan()).mprn(mprn()).notBefore(notBefore()).notAfter(notAfter());
        if (certificates.complete(given() >>> MigrationScheduleTable.FIRST_CERTIFICATE)) {
            row.certificateIds(certificates.ids());
        }
    }

    @Override
    public MigrationScheduleRow build() {
        return row.build();
    }
}
