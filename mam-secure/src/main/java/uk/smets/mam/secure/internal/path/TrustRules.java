package uk.smets.mam.secure.internal.path;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.smets.mam.secure.key.DigestAlgorithm;

/** What the caller trusts, as set in {@code Trust}. It has no time: it may be kept for as long as the anchors are trusted. */
public record TrustRules(
        List<X509Certificate> anchors,
        List<X509Certificate> intermediates,
        List<RevocationList> lists,
        boolean listsRequired,
        boolean certificateRequired,
        Set<DigestAlgorithm> digests,
        int maxSize) {
    public static final int DEFAULT_MAX_SIZE = 1 << 20;

    public static TrustRules of(List<X509Certificate> anchors) {
        Set<DigestAlgorithm> digests = EnumSet.allOf(DigestAlgorithm.class);
        return new TrustRules(anchors, List.of(), List.of(), false, false, digests, DEFAULT_MAX_SIZE);
    }

    public TrustRules withIntermediates(Collection<X509Certificate> more) {
        List<X509Certificate> all =
                Stream.concat(intermediates.stream(), more.stream()).toList();
        return new TrustRules(anchors, all, lists, listsRequired, certificateRequired, digests, maxSize);
    }

    public TrustRules withRevocationLists(Collection<RevocationList> more) {
        List<RevocationList> all = Stream.concat(lists.stream(), more.stream()).toList();
        return new TrustRules(anchors, intermediates, all, listsRequired, certificateRequired, digests, maxSize);
    }

    public TrustRules withRevocationListsRequired() {
        return new TrustRules(anchors, intermediates, lists, true, certificateRequired, digests, maxSize);
    }

    public TrustRules withSigningCertificateRequired() {
        return new TrustRules(anchors, intermediates, lists, listsRequired, true, digests, maxSize);
    }

    public TrustRules withDigests(Set<DigestAlgorithm> allowed) {
        Set<DigestAlgorithm> copy = EnumSet.copyOf(allowed);
        return new TrustRules(anchors, intermediates, lists, listsRequired, certificateRequired, copy, maxSize);
    }

    public TrustRules withMaxSize(int bytes) {
        return new TrustRules(anchors, intermediates, lists, listsRequired, certificateRequired, digests, bytes);
    }

    /** Returns the settings of one verification. */
    public TrustSettings at(Instant time) {
        return new TrustSettings(this, time);
    }

    public boolean allows(DigestAlgorithm digest) {
        return digests.contains(digest);
    }
}
