package uk.smets.mam.secure.internal.path;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import uk.smets.mam.secure.key.DigestAlgorithm;

/**
 * The settings of one verification, as its steps read them.
 *
 * @param rules what the caller trusts
 * @param time the time at which certificates and revocation lists have to be valid
 */
public record TrustSettings(TrustRules rules, Instant time) {
    public List<X509Certificate> anchors() {
        return rules.anchors();
    }

    public List<X509Certificate> intermediates() {
        return rules.intermediates();
    }

    public List<RevocationList> lists() {
        return rules.lists();
    }

    public boolean listsRequired() {
        return rules.listsRequired();
    }

    public boolean certificateRequired() {
        return rules.certificateRequired();
    }

    public Set<DigestAlgorithm> digests() {
        return rules.digests();
    }

    public boolean allows(DigestAlgorithm digest) {
        return rules.allows(digest);
    }
}
