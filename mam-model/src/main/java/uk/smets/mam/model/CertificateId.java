package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * What names a certificate in the MAM: its X509SerialNumber and X509IssuerName, as clause 10.1 of the TMAD sets out
 * (clause 7.2.3).
 *
 * @param serialNumber a positive number of at most 44 digits; those of SMKI are 16 octets, so 38 or 39 digits
 * @param issuerName the issuer, best in the RFC 2253 form that XML Signature uses, {@code CN=Z1,OU=07}; any text of
 *     printable ASCII that is not blank is kept as it is
 */
public record CertificateId(BigInteger serialNumber, String issuerName) {
    private static final BigInteger BOUND = BigInteger.TEN.pow(44);
    private static final int MAX_ISSUER_LENGTH = 64 * 1024;

    /**
     * Creates the ID.
     *
     * @param serialNumber a positive number of at most 44 digits
     * @param issuerName printable ASCII, not blank
     * @throws IllegalArgumentException if either is of another form
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
     * Returns the ID of a serial number in decimal digits.
     *
     * @param serialNumber 1 to 44 decimal digits, without sign or leading zeros
     * @param issuerName the issuer's name
     * @return the ID
     * @throws IllegalArgumentException if either is of another form
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

    /** As records are equal; rows share certificates, and to see that must cost nothing. */
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

    /** The two fields as they stand in a file, joined by a comma. */
    @Override
    public String toString() {
        return serialNumber + "," + issuerName;
    }
}
