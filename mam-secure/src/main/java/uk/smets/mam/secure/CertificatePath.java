package uk.smets.mam.secure;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A way from a certificate to a trust anchor.
 *
 * @param certificates the signer's first; each was issued by the next, and the last by the anchor
 * @param anchor the trust anchor
 */
record CertificatePath(List<X509Certificate> certificates, X509Certificate anchor) {}
