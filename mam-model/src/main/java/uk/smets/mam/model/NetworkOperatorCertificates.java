package uk.smets.mam.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * The certificates of each distributor's Network Operator, for {@link Rule#NETWORK_OPERATOR_MISMATCH} (clause 4; TMAD
 * 4.47, 4.48). Distributors that are not listed are not checked.
 */
public final class NetworkOperatorCertificates {
    private final Map<Integer, Set<CertificateId>> byDistributor;

    private NetworkOperatorCertificates(Map<Integer, Set<CertificateId>> byDistributor) {
        this.byDistributor = byDistributor;
    }

    /**
     * Returns a list of certificates.
     *
     * @param byDistributor the certificates, both Critical and Non-Critical, by {@link Mpan#distributorId()}
     * @return the list
     */
    public static NetworkOperatorCertificates of(Map<Integer, Set<CertificateId>> byDistributor) {
        return new NetworkOperatorCertificates(Arguments.mapOf(byDistributor, "byDistributor").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> Arguments.setOf(entry.getValue(), "byDistributor"))));
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

    /** {@return the distributors that are listed} */
    @Override
    public String toString() {
        return "NetworkOperatorCertificates[of distributors " + new TreeSet<>(byDistributor.keySet()) + "]";
    }
}
