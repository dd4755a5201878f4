package uk.smets.mam.model.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellReferenceTest {
    @Property(tries = 300)
    void everyCellReadsBackFromItsName(
            @ForAll @IntRange(min = 1, max = CellReference.MAX_COLUMN) int column,
            @ForAll @IntRange(min = 1, max = CellReference.MAX_ROW) int row) {
        String name = CellReference.of(column, row);
        assertThat(CellReference.column(name)).isEqualTo(column);
        assertThat(CellReference.row(name)).isEqualTo(row);
    }

    @Test
    void columnsAreCalledAsSpreadsheetsCallThem() {
        assertThat(CellReference.of(1, 1)).isEqualTo("A1");
        assertThat(CellReference.of(6, 12)).isEqualTo("F12");
        assertThat(CellReference.columnName(26)).isEqualTo("Z");
        assertThat(CellReference.columnName(27)).isEqualTo("AA");
        assertThat(CellReference.columnName(37)).isEqualTo("AK");
        assertThat(CellReference.columnName(CellReference.MAX_COLUMN)).isEqualTo("XFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XFE1", "ZZZZZZ1", "1", "", "a1"})
    void nameOfNoColumnHasNone(String name) {
        assertThat(CellReference.column(name)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A0", "A1048577", "A99999999999", "A", "A1B", "A-1", ""})
    void nameOfNoRowHasNone(String name) {
        assertThat(CellReference.row(name)).isZero();
    }
}
