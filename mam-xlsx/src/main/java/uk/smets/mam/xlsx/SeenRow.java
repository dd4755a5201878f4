package uk.smets.mam.xlsx;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row as the search for the layout sees it: the cells that are not blank, from left to right.
 *
 * @param number its number, from 1
 * @param cells its cells
 */
record SeenRow(int number, List<Cell> cells) {
    /**
     * A cell.
     *
     * @param column its column, from 1
     * @param text its text, without white space around it
     */
    record Cell(int column, String text) {}

    /** The text of a column. */
    Optional<String> text(int column) {
        return cells.stream()
                .filter(cell -> cell.column() == column)
                .map(Cell::text)
                .findFirst();
    }

    /** The same row without some of its columns. */
    SeenRow without(Set<Integer> columns) {
        return new SeenRow(
                number,
                cells.stream().filter(cell -> !columns.contains(cell.column())).toList());
    }

    /** The text in a column, or else the nearest one to the left: that of a heading over several columns. */
    Optional<String> textOver(int column) {
        return cells.stream()
                .filter(cell -> cell.column() <= column)
                .map(Cell::text)
                .reduce((left, right) -> right);
    }
}
