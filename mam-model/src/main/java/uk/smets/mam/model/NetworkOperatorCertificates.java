package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which certificates the Network Operator of each distributor has: what {@link Rule#NETWORK_OPERATOR_MISMATCH} compares
 * with (clause 4; TMAD 4.47, 4.48). A distributor that is not listed is not checked.
 */
public final class NetworkOperatorCertificates {
    private final Map<Integer, Set<CertificateId>> byDistributor;

    private NetworkOperatorCertificates(Map<Integer, Set<CertificateId>> byDistributor) {
        this.byDistributor = byDistributor;
    }

    /**
     * Returns the list of the given certificates.
     *
     * @param byDistributor the certificates, Critical and Non-Critical alike, by {@link Mpan#distributorId()}
     * @return the list
     */
    public static NetworkOperatorCertificates of(Map<Integer, Set<CertificateId>> byDistributor) {
        requireNonNull(byDistributor, "byDistributor");
        return new NetworkOperatorCertificates(byDistributor.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue()))));
    }

    /**
     * Returns the certificates of a distributor's Network Operator.
     *
     * @param distributorId the first two digits of an MPAN
     * @return the certificates, or empty if the distributor is not listed
     */
    public Optional<Set<CertificateId>> of(int distributorId) {
        return Optional.ofNullable(byDistributor.get(distributorId));
    }
}
