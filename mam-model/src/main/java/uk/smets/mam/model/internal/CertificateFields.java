package uk.smets.mam.model.internal;

import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;

/**
 * Which of the twenty certificate fields of a row hold anything, readable or not.
 *
 * @param serials a bit for each {@link CertificateSlot} whose Serial Number is given
 * @param issuers a bit for each {@link CertificateSlot} whose Issuer Name is given
 */
public record CertificateFields(int serials, int issuers) {
    /**
     * The fields that a set of certificates fills.
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

    boolean hasSerial(CertificateSlot slot) {
        return (serials & 1 << slot.ordinal()) != 0;
    }

    boolean hasIssuer(CertificateSlot slot) {
        return (issuers & 1 << slot.ordinal()) != 0;
    }
}
