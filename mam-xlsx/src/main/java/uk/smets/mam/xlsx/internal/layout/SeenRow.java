package uk.smets.mam.xlsx.internal.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row as used to find the layout: its non-blank cells, from left to right.
 *
 * @param number its number, from 1
 * @param cells its cells
 */
public record SeenRow(int number, List<Cell> cells) {
    /**
     * A cell.
     *
     * @param column its column, from 1
     * @param text its text without surrounding white space, truncated if longer than any heading
     * @param key its comparison key
     */
    record Cell(int column, String text, String key) {
        /** The maximum number of bytes read of a text; every relevant heading, label or list is shorter. */
        static final int LONGEST = 1024;

        /** A text of this many characters is not a heading or label, and may be truncated. */
        private static final int LONG = LONGEST / 4;

        /** The key of a text that is too long to be a heading or label. */
        private static final String NO_KEY = "-";

        /** Returns a cell with at most {@link #LONGEST} bytes of its text. */
        static Cell of(int column, String text) {
            return text.length() < LONG
                    ? new Cell(column, text, HeadingKey.of(text))
                    : new Cell(column, withoutLastItem(text), NO_KEY);
        }

        /** Returns whether it may end with a bracketed remark. */
        boolean mayHaveRemark() {
            return text.length() < LONG && text.indexOf(')') > 0;
        }

        /** Returns a list without its last item, which may be truncated. */
        private static String withoutLastItem(String text) {
            int comma = text.lastIndexOf(',');
            return comma < 0 ? text : text.substring(0, comma);
        }
    }

    /** Returns a row with the given cells, in any order. */
    static SeenRow of(int number, List<Cell> cells) {
        for (int i = 1; i < cells.size(); i++) {
            if (cells.get(i - 1).column() > cells.get(i).column()) {
                List<Cell> ordered = new ArrayList<>(cells);
                ordered.sort(Comparator.comparingInt(Cell::column));
                return new SeenRow(number, ordered);
            }
        }
        return new SeenRow(number, cells);
    }

    /** Returns the text of a column. */
    Optional<String> text(int column) {
        return Optional.ofNullable(cell(column)).map(Cell::text);
    }

    /** Returns the cell of a column, or null if it is blank. */
    @Nullable
    Cell cell(int column) {
        Cell nearest = cellOver(column);
        return nearest != null && nearest.column() == column ? nearest : null;
    }

    /** Returns the same row without some of its columns. */
    SeenRow without(Set<Integer> columns) {
        return columns.isEmpty()
                ? this
                : new SeenRow(
                        number,
                        cells.stream()
                                .filter(cell -> !columns.contains(cell.column()))
                                .toList());
    }

    /** Returns the cell in a column, or else the nearest to its left, for headings that span several columns. */
    @Nullable
    Cell cellOver(int column) {
        int from = 0;
        int to = cells.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (cells.get(middle).column() <= column) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from == 0 ? null : cells.get(from - 1);
    }
}
