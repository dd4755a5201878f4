package uk.smets.mam.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.smets.mam.model.DocumentField;

/**
 * The headings of a body, as they were found: one row, or up to three below each other, of which the upper ones name groups of
 * columns, such as {@code ESME} over {@code Serial Number} and {@code Model}.
 *
 * @param firstRow the number of the first row, from 1
 * @param lastRow the number of the last row
 * @param columns the columns that have a heading, from left to right
 */
record Headings(int firstRow, int lastRow, List<Heading> columns) {
    /**
     * The heading of a column.
     *
     * @param column the column, from 1
     * @param row the row of its lowest cell, from 1
     * @param text what that cell says
     * @param field the index of the field that it names, if it names one
     */
    record Heading(int column, int row, String text, Optional<Integer> field) {}

    /** How many fields of the document are named. */
    int count() {
        return columns.stream()
                .flatMap(heading -> heading.field().stream())
                .collect(Collectors.toSet())
                .size();
    }

    /** The columns that hold fields of the document. */
    Set<Integer> fieldColumns() {
        return columns.stream()
                .filter(heading -> heading.field().isPresent())
                .map(Heading::column)
                .collect(Collectors.toSet());
    }

    /** The names of a document's fields, by what headings have in common. */
    static Map<String, Integer> names(List<DocumentField> fields) {
        Map<String, Integer> names = new HashMap<>();
        for (DocumentField field : fields) {
            names.put(HeadingKey.of(field.name()), field.number() - 1);
            names.put(HeadingKey.of(field.jsonName()), field.number() - 1);
        }
        return names;
    }

    /** What the columns of some rows are called, taken as headings. */
    static Headings of(List<SeenRow> rows, Map<String, Integer> names) {
        SortedSet<Integer> columns = new TreeSet<>();
        rows.forEach(row -> row.cells().forEach(cell -> columns.add(cell.column())));
        List<Heading> headings = new ArrayList<>();
        for (int column : columns) {
            headings.add(heading(column, rows, names));
        }
        return new Headings(rows.get(0).number(), rows.get(rows.size() - 1).number(), headings);
    }

    private static Heading heading(int column, List<SeenRow> rows, Map<String, Integer> names) {
        int lowest = rows.size() - 1;
        while (rows.get(lowest).text(column).isEmpty()) {
            lowest--;
        }
        String own = rows.get(lowest).text(column).orElseThrow();
        List<String> groups = new ArrayList<>();
        for (SeenRow row : rows.subList(0, lowest)) {
            row.textOver(column).ifPresent(groups::add);
        }
        Optional<Integer> field = candidates(groups, own).stream()
                .map(HeadingKey::of)
                .filter(names::containsKey)
                .map(names::get)
                .findFirst();
        return new Heading(column, rows.get(lowest).number(), own, field);
    }

    /** What a heading may mean, the likeliest first: as one of a group, or by itself; with a remark in brackets, or without. */
    private static List<String> candidates(List<String> groups, String own) {
        List<String> candidates = new ArrayList<>();
        for (String heading : List.of(own, HeadingKey.withoutRemark(own))) {
            if (!groups.isEmpty()) {
                String nearest = groups.get(groups.size() - 1);
                candidates.add(String.join(" ", groups) + " " + heading);
                candidates.add(nearest + " " + heading);
                candidates.add(heading + " " + nearest);
                candidates.add(heading + " " + singular(nearest));
            }
            candidates.add(heading);
        }
        return candidates;
    }

    /** {@code Device ID} for {@code Device IDs}. */
    private static String singular(String group) {
        return group.endsWith("s") ? group.substring(0, group.length() - 1) : group;
    }
}
