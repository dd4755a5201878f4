package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static uk.smets.mam.model.tests.Certificates.id;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.CertificatePair;

class CertificatePairTest {
    @Test
    void pairHasACriticalAndANonCriticalCertificate() {
        CertificatePair pair = CertificatePair.of(id(1), id(2));
        assertThat(pair.critical()).contains(id(1));
        assertThat(pair.nonCritical()).contains(id(2));
        assertThat(pair.isEmpty()).isFalse();
        assertThat(pair).hasToString("CertificatePair[critical=1,CN=Z1,OU=07, nonCritical=2,CN=Z1,OU=07]");
    }

    @Test
    void eitherCertificateMayBeAbsent() {
        CertificatePair criticalOnly = CertificatePair.of(Optional.of(id(1)), Optional.empty());
        assertThat(criticalOnly.critical()).contains(id(1));
        assertThat(criticalOnly.nonCritical()).isEmpty();
        assertThat(criticalOnly.isEmpty()).isFalse();
        assertThat(criticalOnly).hasToString("CertificatePair[critical=1,CN=Z1,OU=07, nonCritical=none]");
        CertificatePair nonCriticalOnly = CertificatePair.of(Optional.empty(), Optional.of(id(2)));
        assertThat(nonCriticalOnly.critical()).isEmpty();
        assertThat(nonCriticalOnly.nonCritical()).contains(id(2));
        assertThat(nonCriticalOnly.isEmpty()).isFalse();
    }

    @Test
    void pairOfTwoAbsentCertificatesIsNone() {
        assertThat(CertificatePair.of(Optional.empty(), Optional.empty()))
                .isSameAs(CertificatePair.NONE)
                .satisfies(none -> assertThat(none.isEmpty()).isTrue());
    }

    @Test
    void pairsWithEqualCertificatesAreEqual() {
        CertificatePair pair = CertificatePair.of(id(1), id(2));
        assertThat(pair)
                .isEqualTo(CertificatePair.of(Optional.of(id(1)), Optional.of(id(2))))
                .hasSameHashCodeAs(CertificatePair.of(id(1), id(2)))
                .isNotEqualTo(CertificatePair.of(id(2), id(1)))
                .isNotEqualTo(CertificatePair.of(id(1), id(3)))
                .isNotEqualTo(CertificatePair.NONE)
                .isNotEqualTo(null)
                .isNotEqualTo("pair");
        assertThat(List.of(pair)).containsExactly(pair);
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> CertificatePair.of(null, id(2)))
                .withMessage("critical");
        assertThatNullPointerException()
                .isThrownBy(() -> CertificatePair.of(id(1), null))
                .withMessage("nonCritical");
        assertThatNullPointerException()
                .isThrownBy(() -> CertificatePair.of(null, Optional.of(id(2))))
                .withMessage("critical");
        assertThatNullPointerException()
                .isThrownBy(() -> CertificatePair.of(Optional.of(id(1)), null))
                .withMessage("nonCritical");
    }
}
