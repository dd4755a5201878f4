package uk.smets.mam.csv;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.internal.CertificateFields;

/**
 * The row that is being read. It goes on from row to row, so that a field that is the same as in the row before need not
 * be read again, and its value is the same object.
 */
final class RowDraft {
    private static final CertificateSlot[] SLOTS = CertificateSlot.values();

    private final MigrationAuthorisationRow.Builder row = MigrationAuthorisationRow.builder();
    private final @Nullable BigInteger[] serialNumbers = new @Nullable BigInteger[SLOTS.length];
    private final @Nullable String[] issuerNames = new @Nullable String[SLOTS.length];
    private final @Nullable CertificateId[] certificates = new @Nullable CertificateId[SLOTS.length];
    private final CertificatePool pool = new CertificatePool();
    private long given;
    private @Nullable Mpan mpan;
    private @Nullable Mprn mprn;
    private @Nullable LocalDate migrateOn;
    private @Nullable MigrationWeek migrationWeek;
    private CertificateIds certificateIds = CertificateIds.NONE;
    private CertificateFields certificateFields = CertificateFields.of(CertificateIds.NONE);
    private int changedCertificates;

    void mpan(@Nullable Mpan value) {
        mpan = value;
        row.mpan(value);
    }

    void mprn(@Nullable Mprn value) {
        mprn = value;
        row.mprn(value);
    }

    void migrateOn(@Nullable LocalDate value) {
        migrateOn = value;
        row.migrateOn(value);
    }

    void migrationWeek(@Nullable MigrationWeek value) {
        migrationWeek = value;
        row.migrationWeek(value);
    }

    void priority(@Nullable Boolean value) {
        row.priority(value != null && value);
    }

    void serialNumber(CertificateSlot slot, @Nullable BigInteger value) {
        serialNumbers[slot.ordinal()] = value;
        changedCertificates |= bit(slot);
    }

    void issuerName(CertificateSlot slot, @Nullable String value) {
        issuerNames[slot.ordinal()] = value;
        changedCertificates |= bit(slot);
    }

    private static int bit(CertificateSlot slot) {
        return 1 << slot.ordinal();
    }

    /** Notes whether a field holds anything, readable or not. */
    void given(int column, boolean isGiven) {
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
    Mpan mpan() {
        return mpan;
    }

    @Nullable
    Mprn mprn() {
        return mprn;
    }

    @Nullable
    LocalDate migrateOn() {
        return migrateOn;
    }

    @Nullable
    MigrationWeek migrationWeek() {
        return migrationWeek;
    }

    CertificateIds certificateIds() {
        return certificateIds;
    }

    CertificateFields certificateFields() {
        return certificateFields;
    }

    /** Puts the certificates together, once all fields of the row were read. */
    void complete() {
        if (changedCertificates == 0) {
            return;
        }
        int serials = certificateFields.serials() & ~changedCertificates;
        int issuers = certificateFields.issuers() & ~changedCertificates;
        for (CertificateSlot slot : SLOTS) {
            if ((changedCertificates & bit(slot)) != 0) {
                serials |= isSerialGiven(slot) ? bit(slot) : 0;
                issuers |= isIssuerGiven(slot) ? bit(slot) : 0;
                certificates[slot.ordinal()] = certificate(slot);
            }
        }
        changedCertificates = 0;
        certificateFields = new CertificateFields(serials, issuers);
        certificateIds = pool.shared(CertificateIds.of(slot -> Optional.ofNullable(certificates[slot.ordinal()])));
        row.certificateIds(certificateIds);
    }

    private boolean isSerialGiven(CertificateSlot slot) {
        return isGiven(MigrationAuthorisationTable.SERIALS.get(slot.ordinal()).number());
    }

    /** An Issuer Name of spaces names no issuer; FIELD_PADDED alone would let it pass. */
    private boolean isIssuerGiven(CertificateSlot slot) {
        String issuer = issuerNames[slot.ordinal()];
        return isGiven(MigrationAuthorisationTable.ISSUERS.get(slot.ordinal()).number())
                && (issuer == null || !issuer.isBlank());
    }

    private @Nullable CertificateId certificate(CertificateSlot slot) {
        BigInteger serial = serialNumbers[slot.ordinal()];
        String issuer = issuerNames[slot.ordinal()];
        return serial == null || issuer == null || issuer.isBlank()
                ? null
                : pool.shared(new CertificateId(serial, issuer));
    }

    MigrationAuthorisationRow build() {
        return row.build();
    }
}
