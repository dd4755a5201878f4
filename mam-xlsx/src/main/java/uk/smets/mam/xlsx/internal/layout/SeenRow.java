package uk.smets.mam.xlsx.internal.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row as the search for the layout sees it: the cells that are not blank, from left to right.
 *
 * @param number its number, from 1
 * @param cells its cells
 */
public record SeenRow(int number, List<Cell> cells) {
    /**
     * A cell.
     *
     * @param column its column, from 1
     * @param text its text, or the start of it where that is longer than any heading, without white space around it
     * @param key what it has in common with texts that mean the same
     */
    record Cell(int column, String text, String key) {
        /** The bytes that are seen of a text: no heading, label or list that has to be understood here is longer. */
        static final int LONGEST = 1024;

        /** A text of as many characters is no heading or label, and may be the start of a longer one. */
        private static final int LONG = LONGEST / 4;

        /** The key of a text that is too long to mean anything here. */
        private static final String NO_KEY = "-";

        /** Returns a cell with at most {@link #LONGEST} bytes of its text. */
        static Cell of(int column, String text) {
            return text.length() < LONG
                    ? new Cell(column, text, HeadingKey.of(text))
                    : new Cell(column, withoutLastItem(text), NO_KEY);
        }

        /** Returns whether it may have a remark in brackets at its end. */
        boolean mayHaveRemark() {
            return text.length() < LONG && text.indexOf(')') > 0;
        }

        /** Returns the last item of a list may have been cut in two. */
        private static String withoutLastItem(String text) {
            int comma = text.lastIndexOf(',');
            return comma < 0 ? text : text.substring(0, comma);
        }
    }

    /** Returns a row whose cells may come in any order. */
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

    /** Returns the cell of a column, or null if that is blank. */
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

    /** Returns the cell in a column, or else the nearest one to the left: that of a heading over several columns. */
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
