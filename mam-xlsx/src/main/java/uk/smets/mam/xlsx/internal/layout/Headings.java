package uk.smets.mam.xlsx.internal.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The headings of a body: one row, or up to three consecutive rows, of which the upper ones name groups of columns, such as {@code ESME}
 * over {@code Serial Number} and {@code Model}.
 *
 * @param firstRow the number of the first row, from 1
 * @param lastRow the number of the last row
 * @param columns the columns with a heading, from left to right
 */
public record Headings(int firstRow, int lastRow, List<Heading> columns) {
    /**
     * The heading of a column.
     *
     * @param column the column, from 1
     * @param row the row of its bottom cell, from 1
     * @param text the text of that cell
     * @param field the index of the field that it names, or empty
     */
    public record Heading(int column, int row, String text, Optional<Integer> field) {}

    /** Returns the number of document fields that are named. */
    int count() {
        return columns.stream()
                .flatMap(heading -> heading.field().stream())
                .collect(Collectors.toSet())
                .size();
    }

    /** Returns the columns that contain fields of the document. */
    Set<Integer> fieldColumns() {
        return columns.stream()
                .filter(heading -> heading.field().isPresent())
                .map(Heading::column)
                .collect(Collectors.toSet());
    }

    /** Returns the headings formed by some rows. */
    static Headings of(List<SeenRow> rows, FieldNames names) {
        List<Heading> headings = new ArrayList<>();
        int[] next = new int[rows.size()];
        int column = leftmost(rows, next);
        while (column < Integer.MAX_VALUE) {
            headings.add(heading(column, rows, next, names));
            for (int row = 0; row < next.length; row++) {
                next[row] += isAt(rows.get(row), next[row], column) ? 1 : 0;
            }
            column = leftmost(rows, next);
        }
        return new Headings(rows.get(0).number(), rows.get(rows.size() - 1).number(), headings);
    }

    private static int leftmost(List<SeenRow> rows, int[] next) {
        int leftmost = Integer.MAX_VALUE;
        for (int row = 0; row < next.length; row++) {
            List<SeenRow.Cell> cells = rows.get(row).cells();
            if (next[row] < cells.size()) {
                leftmost = Math.min(leftmost, cells.get(next[row]).column());
            }
        }
        return leftmost;
    }

    private static boolean isAt(SeenRow row, int next, int column) {
        return next < row.cells().size() && row.cells().get(next).column() == column;
    }

    /** Returns the heading of a column with a cell in at least one row; {@code next} is the index of the next cell of each row. */
    private static Heading heading(int column, List<SeenRow> rows, int[] next, FieldNames names) {
        int lowest = rows.size() - 1;
        while (!isAt(rows.get(lowest), next[lowest], column)) {
            lowest--;
        }
        SeenRow.Cell own = rows.get(lowest).cells().get(next[lowest]);
        List<SeenRow.Cell> groups = new ArrayList<>(lowest);
        for (int row = 0; row < lowest; row++) {
            // The cell in the column, or else the nearest to its left.
            int over = isAt(rows.get(row), next[row], column) ? next[row] : next[row] - 1;
            if (over >= 0) {
                groups.add(rows.get(row).cells().get(over));
            }
        }
        return new Heading(column, rows.get(lowest).number(), own.text(), names.find(groups, own));
    }
}
