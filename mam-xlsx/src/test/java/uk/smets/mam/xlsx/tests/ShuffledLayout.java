package uk.smets.mam.xlsx.tests;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.xlsx.MigrationSchedule;

/**
 * Puts a schedule on a sheet in a random layout: fields and columns in any order, columns between them that the MAM does not define,
 * texts shared or inline, empty cells present or absent.
 */
final class ShuffledLayout {
    private final Random random;
    private final List<String> strings = new ArrayList<>();
    private final Map<Integer, Map<Integer, String>> rows = new TreeMap<>();

    ShuffledLayout(long seed) {
        random = new Random(seed);
    }

    /** The workbook of a schedule. */
    byte[] workbook(MigrationSchedule schedule) {
        List<Map<Integer, String>> texts = textsOf(schedule);
        int top = 1 + random.nextInt(3);
        List<Integer> headerRows = new ArrayList<>(List.of(0, 1, 2, 3));
        Collections.shuffle(headerRows, random);
        int labelColumn = 1 + random.nextInt(3);
        for (int field = 0; field < headerRows.size(); field++) {
            int row = top + headerRows.get(field);
            put(
                    row,
                    labelColumn,
                    heading(MigrationSchedule.headerFields().get(field).name()));
            put(row, labelColumn + 1 + random.nextInt(2), texts.get(0).get(field + 1));
        }
        int headingRow = top + 5 + random.nextInt(3);
        Map<Integer, Integer> columns = columns();
        for (DocumentField field : MigrationSchedule.fields()) {
            put(headingRow, columns.get(field.number()), heading(field.name()));
        }
        for (int other : List.of(38, 39)) {
            put(headingRow, columns.get(other), "Remark " + other);
        }
        int row = headingRow;
        for (Map<Integer, String> fields : texts.subList(1, texts.size())) {
            row += random.nextInt(6) == 0 ? 2 : 1;
            putRow(row, fields, columns);
        }
        return assemble();
    }

    /** The texts of the header and the rows, as the library writes them. */
    private static List<Map<Integer, String>> textsOf(MigrationSchedule schedule) {
        return SheetTexts.of(schedule.toBytes());
    }

    /** The columns of the 37 fields and of two others: in any order, with gaps. */
    private Map<Integer, Integer> columns() {
        List<Integer> order = new ArrayList<>();
        for (int i = 1; i <= 39; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        Map<Integer, Integer> columns = new TreeMap<>();
        int column = random.nextInt(3);
        for (int field : order) {
            column += random.nextInt(8) == 0 ? 2 : 1;
            columns.put(field, column);
        }
        return columns;
    }

    private void putRow(int row, Map<Integer, String> fields, Map<Integer, Integer> columns) {
        for (Map.Entry<Integer, Integer> place : columns.entrySet()) {
            String text = fields.get(place.getKey());
            if (text != null) {
                put(row, place.getValue(), text);
            } else if (place.getKey() > 37) {
                put(row, place.getValue(), "note " + random.nextInt(3));
            } else if (random.nextBoolean()) {
                cells(row).put(place.getValue(), "<c r=\"%s\" s=\"" + random.nextInt(2) + "\"/>");
            }
        }
    }

    /** The same heading in another case, with line breaks or another dash. */
    private String heading(String name) {
        String heading = random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : name;
        if (random.nextInt(3) == 0) {
            heading = heading.replace(" ", "\n");
        }
        return random.nextInt(3) == 0 ? heading.replace('\u2013', '-') : heading;
    }

    private Map<Integer, String> cells(int row) {
        return rows.computeIfAbsent(row, r -> new TreeMap<>());
    }

    private void put(int row, int column, String text) {
        String escaped = text.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        String t = "<t xml:space=\"preserve\">" + escaped + "</t>";
        if (random.nextBoolean()) {
            strings.add("<si>" + t + "</si>");
            cells(row).put(column, "<c r=\"%s\" t=\"s\"><v>" + (strings.size() - 1) + "</v></c>");
        } else {
            cells(row).put(column, "<c r=\"%s\" t=\"inlineStr\"><is>" + t + "</is></c>");
        }
    }

    private byte[] assemble() {
        StringBuilder sheet = new StringBuilder();
        rows.forEach((row, cells) -> {
            StringBuilder content = new StringBuilder();
            cells.forEach(
                    (column, cell) -> content.append(cell.replaceFirst("%s", HandMadeWorkbook.column(column) + row)));
            sheet.append(HandMadeWorkbook.row(row, content.toString()));
        });
        return HandMadeWorkbook.with(
                        HandMadeWorkbook.around("<worksheet xmlns=\"" + HandMadeWorkbook.MAIN + "\"><sheetData>" + sheet
                                + "</sheetData></worksheet>"),
                        "sharedStrings.xml",
                        "sharedStrings",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
                        "<sst xmlns=\"" + HandMadeWorkbook.MAIN + "\">" + String.join("", strings) + "</sst>")
                .bytes();
    }
}
