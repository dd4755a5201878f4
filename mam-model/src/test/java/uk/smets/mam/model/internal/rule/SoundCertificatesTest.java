package uk.smets.mam.model.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;

class SoundCertificatesTest {
    private static final CertificateIds IDS = ids(1);
    private static final CertificateFields FIELDS = CertificateFields.of(IDS);

    private final SoundCertificates sound = new SoundCertificates();

    @Test
    void nothingIsSoundAtFirst() {
        assertThat(sound.contains(FIELDS, IDS, true, true)).isFalse();
        assertThat(sound.contains(IDS, true, true)).isFalse();
        assertThat(sound.contains(CertificateIds.NONE, false, false)).isFalse();
    }

    @Test
    void addedCertificatesAreSound() {
        sound.add(FIELDS, IDS, true, true);
        assertThat(sound.contains(FIELDS, IDS, true, true)).isTrue();
        assertThat(sound.contains(IDS, true, true)).isTrue();
        assertThat(sound.contains(CertificateFields.of(ids(1)), ids(1), true, true))
                .isTrue();
    }

    @Test
    void sameCertificatesWithOtherMeterPointsAreNotSound() {
        sound.add(FIELDS, IDS, true, true);
        for (boolean mpanGiven : List.of(true, false)) {
            for (boolean mprnGiven : List.of(true, false)) {
                assertThat(sound.contains(FIELDS, IDS, mpanGiven, mprnGiven)).isEqualTo(mpanGiven && mprnGiven);
                assertThat(sound.contains(IDS, mpanGiven, mprnGiven)).isEqualTo(mpanGiven && mprnGiven);
            }
        }
    }

    @Test
    void sameCertificatesWithOtherFieldsAreNotSound() {
        CertificateFields withoutAnIssuer = new CertificateFields(FIELDS.serials(), FIELDS.issuers() & ~1);
        sound.add(FIELDS, IDS, true, true);
        assertThat(sound.contains(withoutAnIssuer, IDS, true, true)).isFalse();
        sound.add(withoutAnIssuer, IDS, true, true);
        assertThat(sound.contains(withoutAnIssuer, IDS, true, true)).isTrue();
        assertThat(sound.contains(FIELDS, IDS, true, true)).isFalse();
    }

    @Test
    void certificatesThatWereNotAddedAreNeverSound() {
        for (int serial = 1; serial <= 1_000; serial++) {
            CertificateIds seen = ids(2 * serial);
            CertificateIds unseen = ids(2 * serial + 1);
            sound.add(CertificateFields.of(seen), seen, true, false);
            assertThat(sound.contains(CertificateFields.of(unseen), unseen, true, false))
                    .isFalse();
            assertThat(sound.contains(unseen, true, false)).isFalse();
            assertThat(sound.contains(seen, true, false)).isTrue();
        }
    }

    @Test
    void mostAlternatingSetsAreFound() {
        List<CertificateIds> sets = IntStream.rangeClosed(1, 200)
                .mapToObj(SoundCertificatesTest::ids)
                .toList();
        int known = 0;
        for (int i = 1; i < sets.size(); i++) {
            CertificateIds one = sets.get(i - 1);
            CertificateIds other = sets.get(i);
            sound.add(CertificateFields.of(one), one, true, true);
            sound.add(CertificateFields.of(other), other, true, true);
            known += sound.contains(CertificateFields.of(one), one, true, true) ? 1 : 0;
        }
        assertThat(known).isGreaterThan(sets.size() / 2);
    }

    private static CertificateIds ids(int serial) {
        CertificateId id = new CertificateId(BigInteger.valueOf(serial), "CN=Z1,OU=07");
        return CertificateIds.of(slot -> Optional.of(id));
    }
}
