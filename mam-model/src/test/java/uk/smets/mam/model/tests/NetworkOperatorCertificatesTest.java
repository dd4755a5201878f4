package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smets.mam.model.tests.Certificates.id;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.NetworkOperatorCertificates;

class NetworkOperatorCertificatesTest {
    @Test
    void unlistedDistributorDiffersFromOneWithoutCertificates() {
        NetworkOperatorCertificates list =
                NetworkOperatorCertificates.of(Map.of(10, Set.of(id(1), id(2)), 11, Set.of()));
        assertThat(list.of(10)).contains(Set.of(id(1), id(2)));
        assertThat(list.of(11)).contains(Set.of());
        assertThat(list.of(12)).isEmpty();
    }

    @Test
    void listCopiesItsArguments() {
        Set<CertificateId> certificates = new HashSet<>(Set.of(id(1)));
        Map<Integer, Set<CertificateId>> byDistributor = new HashMap<>(Map.of(10, certificates));
        NetworkOperatorCertificates list = NetworkOperatorCertificates.of(byDistributor);
        certificates.add(id(2));
        byDistributor.put(11, certificates);
        assertThat(list.of(10)).contains(Set.of(id(1)));
        assertThat(list.of(11)).isEmpty();
        assertThatThrownBy(() -> list.of(10).orElseThrow().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> NetworkOperatorCertificates.of(null))
                .withMessage("byDistributor");
    }
}
