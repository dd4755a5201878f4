package uk.smets.mam.model.tests;

import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificatePair;

/** Invented certificates for tests. */
final class Certificates {
    static final CertificatePair SUPPLIER = pair(100);
    static final CertificatePair NETWORK_OPERATOR = pair(200);
    static final CertificatePair OTHER = pair(300);

    private Certificates() {}

    static CertificateId id(long serialNumber) {
        return CertificateId.of(Long.toString(serialNumber), "CN=Z1,OU=07");
    }

    static CertificatePair pair(long serialNumber) {
        return CertificatePair.of(id(serialNumber), id(serialNumber + 1));
    }
}
