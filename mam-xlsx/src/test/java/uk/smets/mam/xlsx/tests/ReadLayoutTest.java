package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.Workbooks;

/** Schedules read the same in any plausible layout. */
class ReadLayoutTest {
    @Provide
    Arbitrary<MigrationSchedule> schedules() {
        return Documents.schedules().filter(schedule -> !schedule.rows().isEmpty());
    }

    @Property(tries = 60)
    void scheduleReadsTheSameInAnyOrderOfItsFields(@ForAll("schedules") MigrationSchedule schedule, @ForAll long seed)
            throws IOException {
        byte[] workbook = new ShuffledLayout(seed).workbook(schedule);
        assertThat(MigrationSchedule.parse(Input.of(workbook, "stream"))).isEqualTo(schedule);
        assertThat(Workbooks.kindOf(Input.of(workbook, "stream"))).contains(DocumentKind.MIGRATION_SCHEDULE);
    }

    /** Positions of the header around a body in columns F to AP, from row 10 on. */
    private enum HeaderPlace {
        ABOVE_TO_THE_RIGHT,
        ABOVE_BELOW_EACH_OTHER,
        LEFT,
        RIGHT,
        UNDERNEATH,
        OTHER_SHEET
    }

    @Property(tries = 60)
    void headerIsFoundAtAnyPosition(@ForAll HeaderPlace place, @ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Grid sheet = new Grid(Notices.SHEET);
        Grid other = new Grid("Header");
        List<DocumentField> order = new ArrayList<>(MigrationSchedule.headerFields());
        Collections.shuffle(order, random);
        for (int i = 0; i < order.size(); i++) {
            String label = varied(order.get(i).name(), random);
            String value = Notices.HEADER.get(order.get(i).number() - 1);
            switch (place) {
                case ABOVE_TO_THE_RIGHT ->
                    put(sheet, 1 + i, 1 + random.nextInt(5), label, 0, 1 + random.nextInt(9), value);
                case ABOVE_BELOW_EACH_OTHER -> put(sheet, 2, 1 + 3 * i, label, 1 + random.nextInt(3), 0, value);
                case LEFT -> put(sheet, 10 + i, 1, label, 0, 1, value);
                case RIGHT -> put(sheet, 10 + 2 * i, 60, label, i % 2, 1 - i % 2, value);
                case UNDERNEATH -> put(sheet, 20 + i, 6, label, 0, 1 + random.nextInt(3), value);
                case OTHER_SHEET -> put(other, 3 + 2 * i, 5, label, 0, 2, value);
            }
        }
        for (DocumentField field : MigrationSchedule.fields()) {
            sheet.put(5 + field.number(), 10, CellXml.shared(varied(field.name(), random)));
            CellXml cell = BodyRow.ofResponse().cells().get(field.name());
            sheet.put(5 + field.number(), 11, cell);
        }
        byte[] workbook =
                (random.nextBoolean() ? GridWorkbook.of(sheet, other) : GridWorkbook.of(other, sheet)).bytes();
        assertThat(Notices.found(MigrationSchedule.validate(Input.of(workbook, "stream"), Notices.OPTIONS)))
                .isEmpty();
        assertThat(MigrationSchedule.parse(Input.of(workbook, "stream")))
                .isEqualTo(MigrationSchedule.parse(Input.of(
                        GridWorkbook.of(Notices.schedule(BodyRow.ofResponse())).bytes(), "stream")));
    }

    private static void put(Grid sheet, int row, int column, String label, int down, int right, String value) {
        sheet.put(column, row, CellXml.text(label)).put(column + right, row + down, CellXml.text(value));
    }

    /** The same heading in another case, with other spaces and dashes. */
    private static String varied(String heading, Random random) {
        String cased = switch (random.nextInt(3)) {
            case 0 -> heading.toUpperCase(Locale.ROOT);
            case 1 -> heading.toLowerCase(Locale.ROOT);
            default -> heading;
        };
        List<String> spaces = List.of(" ", "  ", "\n", " \n", "\u00a0");
        List<String> dashes = List.of("-", "\u2013", "\u2014", "\u2212", "\u2010");
        return cased.replace("\u2013", dashes.get(random.nextInt(dashes.size())))
                .replace(" ", spaces.get(random.nextInt(spaces.size())));
    }
}
