package uk.smets.mam.model.internal.rule;

import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateSlot;

/**
 * Why the Supplier certificates of a row are mandatory, for each side of it: electricity (ESME) and gas (GPF, GSME).
 *
 * @param electricity why those of the ESME are, or null where they are not
 * @param gas why those of the GPF and the GSME are, or null where they are not
 */
public record MandatoryCertificates(
        @Nullable String electricity, @Nullable String gas) {
    private static final String BY_MPAN = "the row has an MPAN";
    private static final String BY_MPRN = "the row has an MPRN";
    private static final int ELECTRICITY = bits(true);
    private static final int GAS = bits(false);

    private static int bits(boolean electricity) {
        int bits = 0;
        for (CertificateSlot slot : CertificateSlot.values()) {
            boolean ofSide = slot.isMandatory() && slot.device().isElectricity() == electricity;
            bits |= ofSide ? 1 << slot.ordinal() : 0;
        }
        return bits;
    }

    /**
     * Returns the certificates that a meter point makes mandatory (clause 7.2.3).
     *
     * @param mpanGiven whether the row has an MPAN
     * @param mprnGiven whether the row has an MPRN
     * @return the certificates
     */
    public static MandatoryCertificates ofMeterPoints(boolean mpanGiven, boolean mprnGiven) {
        return new MandatoryCertificates(mpanGiven ? BY_MPAN : null, mprnGiven ? BY_MPRN : null);
    }

    /**
     * Returns the Supplier certificates of a side.
     *
     * @param electricity true for the ESME, false for the GPF and the GSME
     * @return a bit for each {@link CertificateSlot}
     */
    public static int ofSide(boolean electricity) {
        return electricity ? ELECTRICITY : GAS;
    }

    /** Returns why a certificate is mandatory, or null if it is not. */
    @Nullable
    String reason(CertificateSlot slot) {
        if (!slot.isMandatory()) {
            return null;
        }
        return slot.device().isElectricity() ? electricity : gas;
    }

    /**
     * Returns whether all mandatory certificates are given.
     *
     * @param given which certificate fields are not empty
     * @return false if a Serial Number is missing
     */
    public boolean areIn(CertificateFields given) {
        return (electricity == null || (ELECTRICITY & ~given.serials()) == 0)
                && (gas == null || (GAS & ~given.serials()) == 0);
    }
}
