package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.MeterToCommission;
import uk.smets.mam.model.MeterToCommission.Fuel;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Responsibilities;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.Responsibility.Meters;
import uk.smets.mam.model.ValidationOptions;

class ResponsibilityTest {
    private static final Mpan MPAN = Mpan.of("1312345678907");
    private static final Mprn MPRN = Mprn.of("38424402");
    private static final Responsibility ELECTRICITY = Responsibility.of(Meters.ELECTRICITY);
    private static final Responsibility GAS = Responsibility.of(Meters.GAS);
    private static final Responsibility BOTH = Responsibility.of(Meters.BOTH);

    @ParameterizedTest
    @CsvSource({"ELECTRICITY, electricity, true, false", "GAS, gas, false, true", "BOTH, both, true, true"})
    void coversItsOwnMeters(Meters meters, String title, boolean electricity, boolean gas) {
        assertThat(Responsibility.of(meters).covers(Fuel.ELECTRICITY)).isEqualTo(electricity);
        assertThat(Responsibility.of(meters).covers(Fuel.GAS)).isEqualTo(gas);
        assertThat(meters.title()).isEqualTo(title);
    }

    @Test
    void otherMetersBelongToAnAffiliateOnlyIfStated() {
        assertThat(ELECTRICITY.affiliated()).isFalse();
        assertThat(ELECTRICITY.groupId()).isEmpty();
        assertThat(ELECTRICITY.withAffiliate().withGroupId("EA"))
                .isEqualTo(new Responsibility(Meters.ELECTRICITY, true, Optional.of("EA")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "E", "ea", "EAA", "E ", "\u00C9A"})
    void groupIdInAnotherFormIsRejected(String groupId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ELECTRICITY.withGroupId(groupId))
                .withMessage("GroupID: two upper-case letters or digits, such as EA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValidationOptions.defaults().groupIds(Map.of(MPAN, groupId)));
        MeterToCommission meter = MeterToCommission.of(Fuel.GAS, MeterToCommission.Status.ACTIVE);
        assertThatIllegalArgumentException().isThrownBy(() -> meter.withGroupId(groupId));
    }

    @Test
    void responsibilityOfARowIsThatOfItsMpanThenItsMprnThenAllRows() {
        Responsibilities stated = Responsibilities.ofAll(BOTH)
                .withMpans(Map.of(MPAN, ELECTRICITY))
                .withMprns(Map.of(MPRN, GAS));

        assertThat(stated.of(MPAN, MPRN)).hasValue(ELECTRICITY);
        assertThat(stated.of(Mpan.of("2012345678385"), MPRN)).hasValue(GAS);
        assertThat(stated.of(null, MPRN)).hasValue(GAS);
        assertThat(stated.of(null, null)).hasValue(BOTH);
        assertThat(Responsibilities.UNSTATED.of(MPAN, MPRN)).isEmpty();
        assertThat(Responsibilities.UNSTATED.withMprns(Map.of(MPRN, GAS)).of(MPAN, null))
                .isEmpty();
    }

    @Test
    void leadingZerosOfAnMprnAreIgnored() {
        Mprn padded = Mprn.of("0038424402");

        assertThat(Responsibilities.UNSTATED.withMprns(Map.of(padded, GAS)).of(null, MPRN))
                .hasValue(GAS);
        assertThat(Responsibilities.UNSTATED.withMprns(Map.of(MPRN, GAS)).of(null, padded))
                .hasValue(GAS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Responsibilities.UNSTATED.withMprns(Map.of(padded, GAS, MPRN, BOTH)))
                .withMessage("byMprn: two MPRNs differ in leading zeros only");
    }

    @Test
    void anyStatedResponsibilityIsNotUnstated() {
        assertThat(Responsibilities.UNSTATED.isUnstated()).isTrue();
        assertThat(Responsibilities.ofAll(BOTH).isUnstated()).isFalse();
        assertThat(Responsibilities.UNSTATED.withMpans(Map.of(MPAN, BOTH)).isUnstated())
                .isFalse();
        assertThat(Responsibilities.UNSTATED.withMprns(Map.of(MPRN, BOTH)).isUnstated())
                .isFalse();
        assertThat(ValidationOptions.defaults().responsibilities()).isEqualTo(Responsibilities.UNSTATED);
    }

    @Test
    void textFormDoesNotShowMeterPoints() {
        assertThat(Responsibilities.ofAll(BOTH)
                        .withMpans(Map.of(MPAN, ELECTRICITY))
                        .withMprns(Map.of(MPRN, GAS))
                        .toString())
                .startsWith("Responsibilities[all=Optional[Responsibility[meters=BOTH,")
                .endsWith(", 1 by MPAN, 1 by MPRN]");
    }
}
