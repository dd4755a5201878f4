package uk.smets.mam.model.internal.rule;

import java.util.Locale;
import uk.smets.mam.model.CertificateSlot;

/**
 * A certificate field in the MAM's tables. The twenty fields are the same in the Migration Authorisation (clause 7.2.3)
 * and in the Migration Schedule (clause 7.4.2).
 *
 * @param name the name of the field in the MAM
 * @param jsonName its name in JSON
 * @param optionality when it is mandatory, in words
 */
public record CertificateColumn(String name, String jsonName, String optionality) {
    /** The MAM does not limit an Issuer Name; this is the limit for any field. */
    public static final int ISSUER_LIMIT = 64 * 1024;

    /**
     * Returns the field of a certificate's Serial Number.
     *
     * @param slot the certificate
     * @return the field
     */
    public static CertificateColumn serialNumber(CertificateSlot slot) {
        String meterPoint = slot.device().isElectricity() ? "MPAN" : "MPRN";
        return new CertificateColumn(
                slot.title() + " \u2013 Serial Number",
                jsonName(slot) + "SerialNumber",
                slot.isMandatory() ? "mandatory if " + meterPoint + " is specified" : "optional");
    }

    /**
     * Returns the field of a certificate's Issuer Name.
     *
     * @param slot the certificate
     * @return the field
     */
    public static CertificateColumn issuerName(CertificateSlot slot) {
        return new CertificateColumn(
                slot.title() + " \u2013 Issuer Name",
                jsonName(slot) + "IssuerName",
                "mandatory if Serial Number is specified");
    }

    /** Returns, for example, {@code esmeSupplierNonCritical} for {@code ESME_SUPPLIER_NON_CRITICAL}. */
    private static String jsonName(CertificateSlot slot) {
        StringBuilder name = new StringBuilder();
        for (String word : slot.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
