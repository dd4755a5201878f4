package uk.smets.mam.model.internal.rule;

import java.util.Locale;
import uk.smets.mam.model.CertificateSlot;

/**
 * What the MAM's tables say of a certificate field: the twenty are the same in the Migration Authorisation (clause 7.2.3)
 * and in the Migration Schedule (clause 7.4.2).
 *
 * @param name the field's name as the MAM writes it
 * @param jsonName its name in JSON
 * @param optionality when it is to be given, in words
 */
public record CertificateColumn(String name, String jsonName, String optionality) {
    /** An Issuer Name's length is "variable"; this is as much as any field may have. */
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

    /** {@code esmeSupplierNonCritical} for {@code ESME_SUPPLIER_NON_CRITICAL}. */
    private static String jsonName(CertificateSlot slot) {
        StringBuilder name = new StringBuilder();
        for (String word : slot.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
