package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.ScheduleRowKey;

class ScheduleRowKeyTest {
    private static final Mpan MPAN = Mpan.of("1312345678907");
    private static final Mprn MPRN = Mprn.of("3938424403");
    private static final Location.Line LINE = new Location.Line("answers.csv", 4);

    @Test
    void keyIdentifiesARowByItsNumberOrByAMeterPoint() {
        assertThat(ScheduleRowKey.of(7))
                .isEqualTo(new ScheduleRowKey(OptionalInt.of(7), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(ScheduleRowKey.of(MPAN))
                .isEqualTo(
                        new ScheduleRowKey(OptionalInt.empty(), Optional.of(MPAN), Optional.empty(), Optional.empty()));
        assertThat(ScheduleRowKey.of(MPRN))
                .isEqualTo(
                        new ScheduleRowKey(OptionalInt.empty(), Optional.empty(), Optional.of(MPRN), Optional.empty()));
    }

    @Test
    void keyMayCombineTheNumberWithBothMeterPointsAndTheLineOfTheAnswer() {
        ScheduleRowKey key = ScheduleRowKey.of(7).withMpan(MPAN).withMprn(MPRN).writtenAt(LINE);
        assertThat(key.number()).hasValue(7);
        assertThat(key.mpan()).contains(MPAN);
        assertThat(key.mprn()).contains(MPRN);
        assertThat(key.origin()).contains(LINE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void numberLessThanOneIsRejected(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScheduleRowKey.of(number))
                .withMessage("row: rows are counted from 1; got " + number);
    }

    @Test
    void keyThatIdentifiesNoRowIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ScheduleRowKey(OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.of(LINE)))
                .withMessage("key: nothing identifies a row: give its number, its MPAN or its MPRN");
    }

    @Test
    void nullArgumentsAreReportedByTheirName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ScheduleRowKey(null, Optional.empty(), Optional.empty(), Optional.empty()))
                .withMessage("number");
        assertThatNullPointerException()
                .isThrownBy(() -> new ScheduleRowKey(OptionalInt.of(1), null, Optional.empty(), Optional.empty()))
                .withMessage("mpan");
        assertThatNullPointerException()
                .isThrownBy(() -> new ScheduleRowKey(OptionalInt.of(1), Optional.empty(), null, Optional.empty()))
                .withMessage("mprn");
        assertThatNullPointerException()
                .isThrownBy(() -> new ScheduleRowKey(OptionalInt.of(1), Optional.empty(), Optional.empty(), null))
                .withMessage("origin");
    }
}
