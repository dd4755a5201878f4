package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.CellChange;
import uk.smets.mam.model.Location;

class CellChangeTest {
    private static final Location.Cell AT =
            new Location.Cell("r.xlsx", "Schedule", "A12", OptionalInt.of(1), Optional.of("MPAN"));

    @Test
    void descriptionStatesWhatHappenedToTheCell() {
        assertThat(change("", "Y", true)).hasToString("r.xlsx: Schedule!A12 (MPAN): filled");
        assertThat(change("Y", "", true)).hasToString("r.xlsx: Schedule!A12 (MPAN): emptied");
        assertThat(change("Y", "N", true)).hasToString("r.xlsx: Schedule!A12 (MPAN): changed");
    }

    @Test
    void descriptionStatesThatAChangeIsNotAllowed() {
        assertThat(change("Y", "N", false))
                .hasToString("r.xlsx: Schedule!A12 (MPAN): changed, which a response may not do");
    }

    @Test
    void descriptionContainsNoMeterPoint() {
        assertThat(change("1312345678907", "2012345678385", false).toString())
                .doesNotContain("1312345678907", "2012345678385");
    }

    @Test
    void nullArgumentsAreReportedByTheirName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new CellChange(null, 12, Optional.empty(), Optional.empty(), true))
                .withMessage("at");
        assertThatNullPointerException()
                .isThrownBy(() -> new CellChange(AT, 12, null, Optional.empty(), true))
                .withMessage("before");
        assertThatNullPointerException()
                .isThrownBy(() -> new CellChange(AT, 12, Optional.empty(), null, true))
                .withMessage("after");
    }

    /** A change in row 12; an empty text is an empty cell. */
    private static CellChange change(String before, String after, boolean allowed) {
        return new CellChange(AT, 12, value(before), value(after), allowed);
    }

    private static Optional<String> value(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
