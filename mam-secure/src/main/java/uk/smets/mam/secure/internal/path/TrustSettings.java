package uk.smets.mam.secure.internal.path;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.smets.mam.secure.key.DigestAlgorithm;

/** The settings of a verification's trust, as its steps read them; the caller sets them in {@code Trust}. */
public record TrustSettings(
        List<X509Certificate> anchors,
        Instant time,
        List<X509Certificate> intermediates,
        List<RevocationList> lists,
        boolean listsRequired,
        boolean certificateRequired,
        Set<DigestAlgorithm> digests,
        int maxSize) {
    public static final int DEFAULT_MAX_SIZE = 1 << 20;

    public static TrustSettings of(List<X509Certificate> anchors, Instant time) {
        Set<DigestAlgorithm> digests = EnumSet.allOf(DigestAlgorithm.class);
        return new TrustSettings(anchors, time, List.of(), List.of(), false, false, digests, DEFAULT_MAX_SIZE);
    }

    public TrustSettings withIntermediates(Collection<X509Certificate> more) {
        List<X509Certificate> all =
                Stream.concat(intermediates.stream(), more.stream()).toList();
        return new TrustSettings(anchors, time, all, lists, listsRequired, certificateRequired, digests, maxSize);
    }

    public TrustSettings withRevocationLists(Collection<RevocationList> more) {
        List<RevocationList> all = Stream.concat(lists.stream(), more.stream()).toList();
        return new TrustSettings(
                anchors, time, intermediates, all, listsRequired, certificateRequired, digests, maxSize);
    }

    public TrustSettings withRevocationListsRequired() {
        return new TrustSettings(anchors, time, intermediates, lists, true, certificateRequired, digests, maxSize);
    }

    public TrustSettings withSigningCertificateRequired() {
        return new TrustSettings(anchors, time, intermediates, lists, listsRequired, true, digests, maxSize);
    }

    public TrustSettings withDigests(Set<DigestAlgorithm> allowed) {
        Set<DigestAlgorithm> copy = EnumSet.copyOf(allowed);
        return new TrustSettings(
                anchors, time, intermediates, lists, listsRequired, certificateRequired, copy, maxSize);
    }

    public TrustSettings withMaxSize(int bytes) {
        return new TrustSettings(
                anchors, time, intermediates, lists, listsRequired, certificateRequired, digests, bytes);
    }

    public boolean allows(DigestAlgorithm digest) {
        return digests.contains(digest);
    }
}
