package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * The identifier of a certificate: its X509SerialNumber and X509IssuerName (clause 7.2.3, and clause 10.1 of the TMAD).
 *
 * @param serialNumber a positive number of at most 44 digits; in SMKI it has 16 octets, which is 38 or 39 digits
 * @param issuerName the issuer, preferably in the RFC 2253 form that XML Signature uses, {@code CN=Z1,OU=07}; any
 *     printable ASCII text that is not blank is accepted
 */
public record CertificateId(BigInteger serialNumber, String issuerName) {
    private static final BigInteger BOUND = BigInteger.TEN.pow(44);
    private static final int MAX_ISSUER_LENGTH = 64 * 1024;

    /**
     * Creates the ID.
     *
     * @param serialNumber a positive number of at most 44 digits
     * @param issuerName printable ASCII, not blank
     * @throws IllegalArgumentException if either is not valid
     */
    public CertificateId {
        requireNonNull(serialNumber, "serialNumber");
        requireNonNull(issuerName, "issuerName");
        if (serialNumber.signum() <= 0 || serialNumber.compareTo(BOUND) >= 0) {
            throw new IllegalArgumentException(
                    "a certificate's Serial Number is a positive number of at most 44 digits; got " + serialNumber);
        }
        if (issuerName.isBlank() || issuerName.length() > MAX_ISSUER_LENGTH || !isPrintableAscii(issuerName)) {
            throw new IllegalArgumentException(
                    "a certificate's Issuer Name is 1 to 65,536 printable ASCII characters and not blank");
        }
    }

    /**
     * Returns an ID.
     *
     * @param serialNumber 1 to 44 decimal digits, without sign or leading zeros
     * @param issuerName the issuer's name
     * @return the ID
     * @throws IllegalArgumentException if either is not valid
     */
    public static CertificateId of(String serialNumber, String issuerName) {
        requireNonNull(serialNumber, "serialNumber");
        if (serialNumber.isEmpty() || serialNumber.charAt(0) == '0' || !Digits.only(serialNumber)) {
            throw new IllegalArgumentException(
                    "a certificate's Serial Number is written in decimal digits, without sign or leading zeros");
        }
        return new CertificateId(new BigInteger(serialNumber), issuerName);
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Equals as for a record, but fast for the same object, because rows share certificates. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof CertificateId that
                        && serialNumber.equals(that.serialNumber)
                        && issuerName.equals(that.issuerName));
    }

    @Override
    public int hashCode() {
        return serialNumber.hashCode() * 31 + issuerName.hashCode();
    }

    /** Returns the two fields as in a file, joined by a comma. */
    @Override
    public String toString() {
        return serialNumber + "," + issuerName;
    }
}
