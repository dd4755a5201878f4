package uk.smets.mam.model.internal.rule;

import java.util.EnumMap;
import java.util.Map;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;

/**
 * Which of the twenty certificate fields of a row are not empty.
 *
 * @param serials a bit for each {@link CertificateSlot} whose Serial Number is given
 * @param issuers a bit for each {@link CertificateSlot} whose Issuer Name is given
 * @param loneIssuers the Issuer Names without a valid Serial Number, which are not part of a certificate
 */
public record CertificateFields(int serials, int issuers, Map<CertificateSlot, String> loneIssuers) {
    /**
     * Creates the fields of a row.
     *
     * @param serials a bit for each {@link CertificateSlot} whose Serial Number is given
     * @param issuers a bit for each {@link CertificateSlot} whose Issuer Name is given
     * @param loneIssuers the Issuer Names without a valid Serial Number
     */
    public CertificateFields {
        loneIssuers = Map.copyOf(loneIssuers);
    }

    /**
     * Creates the fields of a row in which each Issuer Name has its Serial Number.
     *
     * @param serials a bit for each {@link CertificateSlot} whose Serial Number is given
     * @param issuers a bit for each {@link CertificateSlot} whose Issuer Name is given
     */
    public CertificateFields(int serials, int issuers) {
        this(serials, issuers, Map.of());
    }

    /**
     * Returns the fields that a set of certificates fills.
     *
     * @param ids the certificates
     * @return both fields of each
     */
    public static CertificateFields of(CertificateIds ids) {
        int bits = 0;
        for (CertificateSlot slot : CertificateSlot.values()) {
            if (ids.get(slot).isPresent()) {
                bits |= 1 << slot.ordinal();
            }
        }
        return new CertificateFields(bits, bits);
    }

    /**
     * Returns some of the fields.
     *
     * @param slots a bit for each {@link CertificateSlot} to keep
     * @return the fields
     */
    public CertificateFields only(int slots) {
        if (loneIssuers.isEmpty()) {
            return new CertificateFields(serials & slots, issuers & slots);
        }
        Map<CertificateSlot, String> lone = new EnumMap<>(loneIssuers);
        lone.keySet().removeIf(slot -> (slots & 1 << slot.ordinal()) == 0);
        return new CertificateFields(serials & slots, issuers & slots, lone);
    }

    boolean hasSerial(CertificateSlot slot) {
        return (serials & 1 << slot.ordinal()) != 0;
    }

    boolean hasIssuer(CertificateSlot slot) {
        return (issuers & 1 << slot.ordinal()) != 0;
    }
}
