package uk.smets.mam.model.internal.primitive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellReferenceTest {
    @ParameterizedTest
    @CsvSource({
        "1, A",
        "6, F",
        "26, Z",
        "27, AA",
        "37, AK",
        "52, AZ",
        "53, BA",
        "702, ZZ",
        "703, AAA",
        "16384, XFD",
    })
    void columnsHaveTheNamesOfSpreadsheets(int column, String name) {
        assertThat(CellReference.columnName(column)).isEqualTo(name);
        assertThat(CellReference.column(name + "12")).isEqualTo(column);
        assertThat(CellReference.of(column, 12)).isEqualTo(name + "12");
    }

    @Test
    void everyColumnOfASheetHasItsOwnName() {
        for (int column = 1; column <= CellReference.MAX_COLUMN; column++) {
            assertThat(CellReference.column(CellReference.columnName(column))).isEqualTo(column);
        }
    }

    @Property(tries = 200)
    void everyCellReadsBackFromItsName(
            @ForAll @IntRange(min = 1, max = CellReference.MAX_COLUMN) int column,
            @ForAll @IntRange(min = 1, max = CellReference.MAX_ROW) int row) {
        String reference = CellReference.of(column, row);
        assertThat(CellReference.column(reference)).isEqualTo(column);
        assertThat(CellReference.row(reference)).isEqualTo(row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "f12",
                "$F$12",
                " F12",
                "XFE12",
                "ZZZZZZ1",
                "a1",
                "AAAA12",
                "ZZZZZZZZZZZZZZZZ12",
                "\u00C412"
            })
    void textWithoutAColumnAtItsStartHasNoColumn(String text) {
        assertThat(CellReference.column(text)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "F",
                "F0",
                "F-1",
                "F12 ",
                "F1x",
                "A1B",
                "F$12",
                "F1048577",
                "F4294967308",
                "F99999999999999999999",
                "F\u0661\u0662",
            })
    void textWithoutARowAtItsEndHasNoRow(String text) {
        assertThat(CellReference.row(text)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"A1, 1, 1", "F12, 6, 12", "AK65536, 37, 65536", "XFD1048576, 16384, 1048576"})
    void referenceInBytesIsParsedBetweenItsBounds(String reference, int column, int row) {
        byte[] bytes = ("B" + reference + "7").getBytes(StandardCharsets.US_ASCII);
        long cell = CellReference.parse(bytes, 1, bytes.length - 1);
        assertThat(CellReference.columnOf(cell)).isEqualTo(column);
        assertThat(CellReference.rowOf(cell)).isEqualTo(row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "F",
                "12",
                "F0",
                "f12",
                "F12x",
                "F-1",
                "F 12",
                "$F$12",
                "F1:",
                "[12",
                "XFE12",
                "AAAA12",
                "ZZZZZZZZZZZZZZZZ12",
                "F1048577",
                "F4294967308",
                "F99999999999999999999",
            })
    void bytesThatAreNotACellOfASheetAreNowhere(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(CellReference.parse(bytes, 0, bytes.length)).isEqualTo(CellReference.NOWHERE);
    }
}
