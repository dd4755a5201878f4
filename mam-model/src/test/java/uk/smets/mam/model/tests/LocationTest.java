package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Location;

class LocationTest {
    private static final Location FIELD = new Location.Field("ma.csv", 4, 1, "MPAN");
    private static final Location LINE = new Location.Line("ma.csv", 5_000_000_000L);
    private static final Location CELL =
            new Location.Cell("s.xlsx", "Migration Schedule", "F12", OptionalInt.of(1), Optional.of("MPAN"));
    private static final Location OTHER_CELL =
            new Location.Cell("s.xlsx", "Migration Schedule", "Z1", OptionalInt.empty(), Optional.empty());
    private static final Location SHEET = new Location.WholeSheet("s.xlsx", "Migration Schedule");
    private static final Location FILE = new Location.WholeFile("s.xlsx");

    @Test
    void onlyFieldsAndLinesHaveALine() {
        assertThat(FIELD.line()).hasValue(4);
        assertThat(LINE.line()).hasValue(5_000_000_000L);
        assertThat(CELL.line()).isEmpty();
        assertThat(SHEET.line()).isEmpty();
        assertThat(FILE.line()).isEmpty();
    }

    @Test
    void onlyFieldsAndTheirCellsHaveAField() {
        assertThat(FIELD.field()).hasValue(1);
        assertThat(FIELD.fieldName()).contains("MPAN");
        assertThat(CELL.field()).hasValue(1);
        assertThat(CELL.fieldName()).contains("MPAN");
        assertThat(OTHER_CELL.field()).isEmpty();
        assertThat(OTHER_CELL.fieldName()).isEmpty();
        assertThat(LINE.field()).isEmpty();
        assertThat(LINE.fieldName()).isEmpty();
    }

    @Test
    void onlyPlacesInAWorkbookHaveASheetOrACell() {
        assertThat(CELL.sheet()).contains("Migration Schedule");
        assertThat(CELL.cell()).contains("F12");
        assertThat(SHEET.sheet()).contains("Migration Schedule");
        assertThat(SHEET.cell()).isEmpty();
        assertThat(FIELD.sheet()).isEmpty();
        assertThat(FIELD.cell()).isEmpty();
        assertThat(FILE.sheet()).isEmpty();
    }

    @Test
    void maskedPlaceHasNoMeterPointInTheNameOfItsFileOrSheet() {
        assertThat(new Location.Field("1312345678907.csv", 4, 1, "MPAN").masked())
                .isEqualTo(new Location.Field("*************.csv", 4, 1, "MPAN"));
        assertThat(new Location.Line("of 1312345678907.csv", 4).masked())
                .isEqualTo(new Location.Line("of *************.csv", 4));
        assertThat(new Location.Cell(
                                "1312345678907.xlsx", "MPRN 393842440", "F12", OptionalInt.of(1), Optional.of("MPAN"))
                        .masked())
                .isEqualTo(new Location.Cell(
                        "*************.xlsx", "MPRN *********", "F12", OptionalInt.of(1), Optional.of("MPAN")));
        assertThat(new Location.WholeSheet("a.xlsx", "1312345678907").masked())
                .isEqualTo(new Location.WholeSheet("a.xlsx", "*************"));
        assertThat(new Location.WholeFile("131234567890712345678").masked())
                .isEqualTo(new Location.WholeFile("*********************"));
    }

    @Test
    void fileNameOfTheMamIsNotMasked() {
        Location file = new Location.WholeFile("MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv");
        assertThat(file.masked()).isEqualTo(file);
    }
}
