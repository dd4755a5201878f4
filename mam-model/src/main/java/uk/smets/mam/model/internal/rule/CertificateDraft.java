package uk.smets.mam.model.internal.rule;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;

/**
 * The certificates of the row that is being read, built from its twenty fields. It is reused from row to row, so that a
 * certificate that is equal to that of the previous row is the same object.
 */
public final class CertificateDraft {
    private static final CertificateSlot[] SLOTS = CertificateSlot.values();

    private final @Nullable BigInteger[] serialNumbers = new @Nullable BigInteger[SLOTS.length];
    private final @Nullable String[] issuerNames = new @Nullable String[SLOTS.length];
    private final @Nullable CertificateId[] certificates = new @Nullable CertificateId[SLOTS.length];
    private final CertificatePool pool = new CertificatePool();
    private CertificateIds ids = CertificateIds.NONE;
    private CertificateFields fields = CertificateFields.of(CertificateIds.NONE);
    private int changed;

    /** Creates a draft without certificates. */
    public CertificateDraft() {}

    /**
     * Sets a Serial Number.
     *
     * @param slot the certificate
     * @param value the number, or null if the field is empty or not valid
     */
    public void serialNumber(CertificateSlot slot, @Nullable BigInteger value) {
        serialNumbers[slot.ordinal()] = value;
        changed |= bit(slot);
    }

    /**
     * Sets an Issuer Name.
     *
     * @param slot the certificate
     * @param value the name, or null if the field is empty or not valid
     */
    public void issuerName(CertificateSlot slot, @Nullable String value) {
        issuerNames[slot.ordinal()] = value;
        changed |= bit(slot);
    }

    private static int bit(CertificateSlot slot) {
        return 1 << slot.ordinal();
    }

    /**
     * Builds the certificates after all fields of the row were read.
     *
     * @param given which of the twenty fields are not empty: a bit each, in the order of the MAM's table
     * @return whether the certificates may differ from those of the previous row
     */
    public boolean complete(long given) {
        if (changed == 0) {
            return false;
        }
        int serials = fields.serials() & ~changed;
        int issuers = fields.issuers() & ~changed;
        for (CertificateSlot slot : SLOTS) {
            if ((changed & bit(slot)) != 0) {
                serials |= isGiven(given, 2 * slot.ordinal()) ? bit(slot) : 0;
                issuers |= isGiven(given, 2 * slot.ordinal() + 1) && !isBlankIssuer(slot) ? bit(slot) : 0;
                certificates[slot.ordinal()] = certificate(slot);
            }
        }
        changed = 0;
        fields = new CertificateFields(serials, issuers, loneIssuers());
        ids = pool.set(certificates);
        return true;
    }

    private Map<CertificateSlot, String> loneIssuers() {
        Map<CertificateSlot, String> lone = Map.of();
        for (CertificateSlot slot : SLOTS) {
            String issuer = issuerNames[slot.ordinal()];
            if (issuer != null && serialNumbers[slot.ordinal()] == null && !issuer.isBlank()) {
                lone = lone.isEmpty() ? new EnumMap<>(CertificateSlot.class) : lone;
                lone.put(slot, issuer);
            }
        }
        return lone;
    }

    private static boolean isGiven(long given, int field) {
        return (given & 1L << field) != 0;
    }

    /** An Issuer Name of spaces names no issuer, but FIELD_PADDED would be only a warning. */
    private boolean isBlankIssuer(CertificateSlot slot) {
        String issuer = issuerNames[slot.ordinal()];
        return issuer != null && issuer.isBlank();
    }

    private @Nullable CertificateId certificate(CertificateSlot slot) {
        BigInteger serial = serialNumbers[slot.ordinal()];
        String issuer = issuerNames[slot.ordinal()];
        return serial == null || issuer == null || issuer.isBlank() ? null : pool.certificate(serial, issuer);
    }

    /** {@return the certificates of the last row that was completed} */
    public CertificateIds ids() {
        return ids;
    }

    /** {@return which certificate fields of that row are not empty} */
    public CertificateFields fields() {
        return fields;
    }
}
