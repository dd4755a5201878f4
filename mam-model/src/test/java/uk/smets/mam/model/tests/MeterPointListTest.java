package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.smets.mam.model.MeterPointList;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;

class MeterPointListTest {
    private static final Mpan MPAN = Mpan.of("1312345678907");
    private static final Mprn MPRN = Mprn.of("3938424403");

    @Test
    void addedMeterPointsAreOnTheList() {
        MeterPointList list = MeterPointList.builder().add(MPRN).add(MPAN).build();
        assertThat(list.contains(MPAN)).isTrue();
        assertThat(list.contains(MPRN)).isTrue();
        assertThat(list.contains(Mpan.of("2012345678385"))).isFalse();
        assertThat(list.contains(Mprn.of("1234567810"))).isFalse();
        assertThat(list.size()).isEqualTo(2);
    }

    @Test
    void mpanAndMprnWithTheSameDigitsAreDifferentMeterPoints() {
        MeterPointList list = MeterPointList.builder().add(MPRN).build();
        assertThat(list.contains(Mpan.of(3_938_424_403L))).isFalse();
    }

    @Test
    void mprnsThatDifferOnlyInLeadingZerosAreTheSame() {
        MeterPointList list =
                MeterPointList.builder().add(Mprn.of("0012345678")).build();
        assertThat(list.contains(Mprn.of("12345678"))).isTrue();
    }

    @Test
    void manyMeterPointsAreFoundInAnyOrder() {
        MeterPointList.Builder builder = MeterPointList.builder();
        for (long number = 100_000; number > 0; number--) {
            builder.add(Mpan.of(number * 7_919 % 1_000_003));
        }
        MeterPointList list = builder.build();
        for (long number = 1; number <= 100_000; number++) {
            assertThat(list.contains(Mpan.of(number * 7_919 % 1_000_003))).isTrue();
        }
        assertThat(list.contains(Mpan.of(0))).isFalse();
    }

    @Test
    void listDoesNotChangeIfItsBuilderDoes() {
        MeterPointList.Builder builder = MeterPointList.builder();
        MeterPointList empty = builder.build();
        builder.add(MPAN);
        assertThat(empty.contains(MPAN)).isFalse();
        assertThat(builder.build().contains(MPAN)).isTrue();
    }

    @Test
    void textFormDoesNotShowMeterPoints() {
        assertThat(MeterPointList.builder().add(MPAN).build()).hasToString("1 MPANs and 0 MPRNs");
    }
}
