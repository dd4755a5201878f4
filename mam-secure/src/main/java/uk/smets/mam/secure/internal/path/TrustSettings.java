package uk.smets.mam.secure.internal.path;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.smets.mam.secure.key.DigestAlgorithm;

/**
 * What the caller trusts, as the steps of a verification read it.
 *
 * @param anchors the trust anchors; empty to trust nobody
 * @param time the time at which certificates have to be valid
 * @param intermediates certificates that paths may go through
 * @param revocationLists the revocation lists
 * @param requiresRevocationLists whether every certificate of a path needs a revocation list
 * @param requiresSigningCertificate whether a CMS signature has to name its certificate in a signed attribute
 * @param digests the digests that are allowed
 * @param maxSize the maximum size of a signed file and of its signature, in bytes
 */
public record TrustSettings(
        List<X509Certificate> anchors,
        Instant time,
        List<X509Certificate> intermediates,
        List<RevocationList> revocationLists,
        boolean requiresRevocationLists,
        boolean requiresSigningCertificate,
        Set<DigestAlgorithm> digests,
        int maxSize) {
    static final int DEFAULT_MAX_SIZE = 1 << 20;

    public static TrustSettings of(List<X509Certificate> anchors, Instant time) {
        return new TrustSettings(
                anchors,
                time,
                List.of(),
                List.of(),
                false,
                false,
                EnumSet.allOf(DigestAlgorithm.class),
                DEFAULT_MAX_SIZE);
    }

    public TrustSettings withIntermediates(Collection<X509Certificate> more) {
        return new TrustSettings(
                anchors,
                time,
                Stream.concat(intermediates.stream(), more.stream()).toList(),
                revocationLists,
                requiresRevocationLists,
                requiresSigningCertificate,
                digests,
                maxSize);
    }

    public TrustSettings withRevocationLists(Collection<RevocationList> more) {
        return new TrustSettings(
                anchors,
                time,
                intermediates,
                Stream.concat(revocationLists.stream(), more.stream()).toList(),
                requiresRevocationLists,
                requiresSigningCertificate,
                digests,
                maxSize);
    }

    public TrustSettings withRevocationListsRequired() {
        return new TrustSettings(
                anchors, time, intermediates, revocationLists, true, requiresSigningCertificate, digests, maxSize);
    }

    public TrustSettings withSigningCertificateRequired() {
        return new TrustSettings(
                anchors, time, intermediates, revocationLists, requiresRevocationLists, true, digests, maxSize);
    }

    public TrustSettings withDigests(Set<DigestAlgorithm> allowed) {
        return new TrustSettings(
                anchors,
                time,
                intermediates,
                revocationLists,
                requiresRevocationLists,
                requiresSigningCertificate,
                EnumSet.copyOf(allowed),
                maxSize);
    }

    public TrustSettings withMaxSize(int bytes) {
        return new TrustSettings(
                anchors,
                time,
                intermediates,
                revocationLists,
                requiresRevocationLists,
                requiresSigningCertificate,
                digests,
                bytes);
    }

    public boolean allows(DigestAlgorithm digest) {
        return digests.contains(digest);
    }
}
