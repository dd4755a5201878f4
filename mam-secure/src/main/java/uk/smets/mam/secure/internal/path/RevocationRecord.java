package uk.smets.mam.secure.internal.path;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.secure.internal.certificate.DistinguishedNames;

/** Records which lists a verification used, which it could not use, and which certificates no list covers. */
public final class RevocationRecord {
    private static final String FOREIGN = "it belongs to no certificate of the path";

    private final Map<RevocationList, Set<String>> used = new LinkedHashMap<>();
    private final Map<RevocationList, String> unused = new LinkedHashMap<>();
    private final Set<String> unlisted = new LinkedHashSet<>();

    /**
     * The use of a list.
     *
     * @param list the list
     * @param certificates the subjects of the certificates that were looked up in it
     * @param unusedBecause why it was not used; empty if it was
     */
    public record Use(RevocationList list, List<String> certificates, Optional<String> unusedBecause) {}

    void used(RevocationList list, X509Certificate certificate) {
        used.computeIfAbsent(list, none -> new LinkedHashSet<>())
                .add(DistinguishedNames.text(certificate.getSubjectX500Principal()));
    }

    void unused(RevocationList list, String reason) {
        unused.putIfAbsent(list, reason);
    }

    /** Records that no list covers the certificate. */
    public void unlisted(X509Certificate certificate) {
        unlisted.add(DistinguishedNames.text(certificate.getSubjectX500Principal()));
    }

    /** Adds the record of another signer's verification. */
    void add(RevocationRecord other) {
        other.used.forEach((list, names) ->
                used.computeIfAbsent(list, none -> new LinkedHashSet<>()).addAll(names));
        other.unused.forEach(this::unused);
        unlisted.addAll(other.unlisted);
    }

    public List<Use> uses(List<RevocationList> given) {
        List<Use> uses = new ArrayList<>();
        for (RevocationList list : given) {
            Set<String> names = used.getOrDefault(list, Set.of());
            uses.add(new Use(
                    list,
                    List.copyOf(names),
                    names.isEmpty() ? Optional.of(unused.getOrDefault(list, FOREIGN)) : Optional.empty()));
        }
        return uses;
    }

    public List<String> unlisted() {
        return List.copyOf(unlisted);
    }
}
