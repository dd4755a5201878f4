package uk.smets.mam.xlsx.internal.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.xlsx.internal.workbook.CellArea;
import uk.smets.mam.xlsx.internal.workbook.SheetForm;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/** Finds the area that a cell is in, for rows that are asked for from top to bottom: in linear time, however many areas there are. */
public final class AreaSweep {
    private final List<CellArea> areas;
    private final List<CellArea> current = new ArrayList<>();
    private int next;
    private int row;

    /**
     * Prepares a sweep.
     *
     * @param areas the areas, none of which may overlap another
     */
    public AreaSweep(List<CellArea> areas) {
        this.areas = areas.stream()
                .sorted(Comparator.comparingInt(CellArea::firstRow))
                .toList();
    }

    /**
     * The area that holds a cell.
     *
     * @param column the cell's column
     * @param at the cell's row, not above the one asked for before
     * @param mostInARow how many areas may be in a row at most, unless they overlap
     */
    public Optional<CellArea> holding(int column, int at, int mostInARow) throws UnreadableWorkbookException {
        requireApart(at, mostInARow);
        return current.stream().filter(area -> area.contains(column, at)).findFirst();
    }

    /** Makes sure that no more areas are in a row than may be, without asking for one. */
    public void requireApart(int at, int mostInARow) throws UnreadableWorkbookException {
        if (at != row) {
            moveTo(at, mostInARow);
        }
    }

    private void moveTo(int at, int mostInARow) throws UnreadableWorkbookException {
        row = at;
        current.removeIf(area -> area.lastRow() < at);
        while (next < areas.size() && areas.get(next).firstRow() <= at) {
            CellArea area = areas.get(next++);
            if (area.lastRow() >= at) {
                current.add(area);
            }
            if (current.size() > mostInARow) {
                throw SheetForm.unusual("cells of its row " + at + " are merged, or filled by one formula, twice");
            }
        }
    }
}
