package uk.smets.mam.secure.internal.path;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import uk.smets.mam.secure.internal.certificate.DistinguishedNames;

/**
 * A path from a certificate to a trust anchor.
 *
 * @param certificates those below the anchor, the signer's first; each was issued by the next, and the last by the anchor. Empty
 *     where the signer's certificate is the anchor
 * @param anchor the trust anchor
 */
public record CertificatePath(List<X509Certificate> certificates, X509Certificate anchor) {
    public CertificatePath {
        certificates = List.copyOf(certificates);
    }

    /** Returns all certificates, the signer's first and the anchor last. */
    List<X509Certificate> chain() {
        List<X509Certificate> chain = new ArrayList<>(certificates);
        chain.add(anchor);
        return chain;
    }

    /** Returns what a certificate of the chain is called in a message. */
    String whose(int place) {
        return place == 0
                ? "the signer's certificate"
                : "the certificate of the authority "
                        + DistinguishedNames.text(chain().get(place).getSubjectX500Principal());
    }
}
