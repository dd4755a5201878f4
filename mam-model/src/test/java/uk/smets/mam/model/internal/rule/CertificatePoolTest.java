package uk.smets.mam.model.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;

class CertificatePoolTest {
    private static final List<CertificateSlot> SLOTS = List.of(CertificateSlot.values());
    private static final String ISSUER = "CN=Z1,OU=07";

    /** Serial Numbers with the same last 64 bits. */
    private static final List<BigInteger> ALIKE = List.of(
            BigInteger.TWO,
            BigInteger.TWO.add(BigInteger.ONE.shiftLeft(64)),
            BigInteger.TWO.add(BigInteger.ONE.shiftLeft(120)));

    private final CertificatePool pool = new CertificatePool();

    @Test
    void equalCertificatesAreTheSameObject() {
        CertificateId first = pool.certificate(new BigInteger("1234567890123456789012"), ISSUER);
        assertThat(first).isEqualTo(CertificateId.of("1234567890123456789012", ISSUER));
        assertThat(pool.certificate(new BigInteger("1234567890123456789012"), "CN=Z1," + "OU=07"))
                .isSameAs(first);
    }

    @Test
    void similarCertificatesAreDistinguished() {
        for (int round = 0; round < 2; round++) {
            for (BigInteger serialNumber : ALIKE) {
                for (String issuer : List.of(ISSUER, "CN=Z2,OU=07")) {
                    assertThat(pool.certificate(serialNumber, issuer))
                            .isEqualTo(new CertificateId(serialNumber, issuer))
                            .isSameAs(pool.certificate(serialNumber, issuer));
                }
            }
        }
    }

    @Test
    void alternatingCertificatesAreShared() {
        List<CertificateId> first = alike();
        List<CertificateId> again = alike();
        for (int i = 0; i < first.size(); i++) {
            assertThat(again.get(i)).isSameAs(first.get(i));
        }
    }

    @Test
    void equalSetsAreTheSameObject() {
        CertificateIds first = pool.set(members(1));
        assertThat(first).isEqualTo(expected(members(1)));
        assertThat(pool.set(members(1))).isSameAs(first);
        CertificateIds none = pool.set(new CertificateId[SLOTS.size()]);
        assertThat(none).isEqualTo(CertificateIds.NONE);
        assertThat(pool.set(new CertificateId[SLOTS.size()])).isSameAs(none);
    }

    @Test
    void similarSetsAreDistinguishedAndShared() {
        List<CertificateIds> first = setsOfAlike();
        List<CertificateIds> again = setsOfAlike();
        for (int i = 0; i < first.size(); i++) {
            assertThat(again.get(i)).isSameAs(first.get(i));
            CertificateId id = new CertificateId(ALIKE.get(i), ISSUER);
            assertThat(first.get(i)).isEqualTo(CertificateIds.of(slot -> Optional.of(id)));
        }
    }

    @Test
    void sameCertificateInAnotherSlotIsAnotherSet() {
        for (CertificateSlot slot : SLOTS) {
            @Nullable CertificateId[] members = new CertificateId[SLOTS.size()];
            members[SLOTS.indexOf(slot)] = id(7);
            assertThat(pool.set(members)).isEqualTo(expected(members));
            assertThat(pool.set(members).get(slot)).contains(id(7));
        }
    }

    @Test
    void setDoesNotChangeIfItsArrayDoes() {
        @Nullable CertificateId[] members = members(1);
        CertificateIds first = pool.set(members);
        members[3] = null;
        assertThat(pool.set(members)).isEqualTo(expected(members)).isNotEqualTo(first);
        assertThat(pool.set(members(1))).isEqualTo(expected(members(1)));
    }

    @Test
    void poolReturnsEqualCertificatesBeyondItsCapacity() {
        for (int serialNumber = 1; serialNumber <= 10_000; serialNumber++) {
            CertificateId id = pool.certificate(BigInteger.valueOf(serialNumber), ISSUER);
            assertThat(id).isEqualTo(id(serialNumber));
            @Nullable CertificateId[] members = members(serialNumber);
            assertThat(pool.set(members)).isEqualTo(expected(members));
        }
    }

    @Test
    void poolDropsOldCertificatesBeyondItsCapacity() {
        CertificateId first = pool.certificate(BigInteger.ONE, ISSUER);
        CertificateIds set = pool.set(members(1));
        for (int serialNumber = 2; serialNumber <= 10_000; serialNumber++) {
            pool.certificate(BigInteger.valueOf(serialNumber), ISSUER);
            pool.set(members(serialNumber));
        }
        CertificateId again = pool.certificate(BigInteger.ONE, ISSUER);
        assertThat(again).isEqualTo(first).isNotSameAs(first);
        assertThat(pool.certificate(BigInteger.ONE, ISSUER)).isSameAs(again);
        assertThat(pool.set(members(1))).isEqualTo(set).isNotSameAs(set).isSameAs(pool.set(members(1)));
    }

    @Test
    void certificatesUpToTheCapacityAreAllShared() {
        List<CertificateId> first = upTo4096();
        List<CertificateId> again = upTo4096();
        for (int i = 0; i < first.size(); i++) {
            assertThat(again.get(i)).isSameAs(first.get(i));
        }
    }

    private List<CertificateId> upTo4096() {
        List<CertificateId> ids = new ArrayList<>();
        for (int serialNumber = 1; serialNumber <= 4_096; serialNumber++) {
            ids.add(pool.certificate(BigInteger.valueOf(serialNumber), ISSUER));
        }
        return ids;
    }

    private List<CertificateId> alike() {
        return ALIKE.stream()
                .map(serialNumber -> pool.certificate(serialNumber, ISSUER))
                .toList();
    }

    private List<CertificateIds> setsOfAlike() {
        return alike().stream()
                .map(id -> {
                    @Nullable CertificateId[] members = new CertificateId[SLOTS.size()];
                    Arrays.fill(members, id);
                    return pool.set(members);
                })
                .toList();
    }

    private static CertificateId id(long serialNumber) {
        return new CertificateId(BigInteger.valueOf(serialNumber), ISSUER);
    }

    /** A new set of ten different certificates. */
    private static @Nullable CertificateId[] members(int serialNumber) {
        @Nullable CertificateId[] members = new CertificateId[SLOTS.size()];
        for (int i = 0; i < members.length; i++) {
            members[i] = id(serialNumber * 10L + i);
        }
        return members;
    }

    private static CertificateIds expected(@Nullable CertificateId[] members) {
        return CertificateIds.of(slot -> Optional.ofNullable(members[SLOTS.indexOf(slot)]));
    }
}
