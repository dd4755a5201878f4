package uk.smets.mam.csv.internal.table;

import java.math.BigInteger;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.internal.rule.CertificateDraft;
import uk.smets.mam.model.internal.rule.CertificateFields;

/**
 * A row while it is read. It is reused from row to row: a field that repeats the previous row is not decoded again and keeps the same
 * object as its value.
 */
public final class RowDraft {
    /** The number of fields before the certificates. */
    private static final int FIRST_CERTIFICATE =
            MigrationAuthorisationTable.SERIALS.get(0).number() - 1;

    private final MigrationAuthorisationRow.Builder row = MigrationAuthorisationRow.builder();
    private final CertificateDraft certificates = new CertificateDraft();
    private long given;
    private @Nullable Mpan mpan;
    private @Nullable Mprn mprn;
    private @Nullable LocalDate migrateOn;
    private @Nullable MigrationWeek migrationWeek;

    public void mpan(@Nullable Mpan value) {
        mpan = value;
        row.mpan(value);
    }

    public void mprn(@Nullable Mprn value) {
        mprn = value;
        row.mprn(value);
    }

    public void migrateOn(@Nullable LocalDate value) {
        migrateOn = value;
        row.migrateOn(value);
    }

    public void migrationWeek(@Nullable MigrationWeek value) {
        migrationWeek = value;
        row.migrationWeek(value);
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

    /** Records whether a field has any text, valid or not. */
    public void given(int column, boolean isGiven) {
        long bit = 1L << column;
        given = isGiven ? given | bit : given & ~bit;
    }

    private boolean isGiven(int number) {
        return (given & 1L << number - 1) != 0;
    }

    boolean mpanGiven() {
        return isGiven(MigrationAuthorisationTable.MPAN.number());
    }

    boolean mprnGiven() {
        return isGiven(MigrationAuthorisationTable.MPRN.number());
    }

    boolean weekGiven() {
        return isGiven(MigrationAuthorisationTable.MIGRATION_WEEK.number())
                || isGiven(MigrationAuthorisationTable.MIGRATE_ON.number());
    }

    @Nullable
    public Mpan mpan() {
        return mpan;
    }

    @Nullable
    public Mprn mprn() {
        return mprn;
    }

    @Nullable
    public LocalDate migrateOn() {
        return migrateOn;
    }

    @Nullable
    public MigrationWeek migrationWeek() {
        return migrationWeek;
    }

    CertificateIds certificateIds() {
        return certificates.ids();
    }

    CertificateFields certificateFields() {
        return certificates.fields();
    }

    /** Assembles the certificates, once all fields of the row have been read. */
    public void complete() {
        if (certificates.complete(given >>> FIRST_CERTIFICATE)) {
            row.certificateIds(certificates.ids());
        }
    }

    public MigrationAuthorisationRow build() {
        return row.build();
    }
}
