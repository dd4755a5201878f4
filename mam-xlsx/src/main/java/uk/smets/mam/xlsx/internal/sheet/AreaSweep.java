package uk.smets.mam.xlsx.internal.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.xlsx.internal.workbook.CellArea;
import uk.smets.mam.xlsx.internal.workbook.SheetForm;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/** Finds the area that contains a cell. Rows must be queried from top to bottom; the total time is linear in the number of areas. */
public final class AreaSweep {
    private final List<CellArea> areas;
    private final List<CellArea> current = new ArrayList<>();
    private int next;
    private int row;

    /**
     * Creates a sweep.
     *
     * @param areas the areas, which must not overlap
     */
    public AreaSweep(List<CellArea> areas) {
        this.areas = areas.stream()
                .sorted(Comparator.comparingInt(CellArea::firstRow))
                .toList();
    }

    /**
     * Returns the area that contains a cell.
     *
     * @param column the cell's column
     * @param at the cell's row, at or below the row of the previous query
     * @param mostInARow the maximum number of areas in one row that do not overlap
     */
    public Optional<CellArea> holding(int column, int at, int mostInARow) throws UnreadableWorkbookException {
        requireApart(at, mostInARow);
        return current.stream().filter(area -> area.contains(column, at)).findFirst();
    }

    /** Checks that a row has no more areas than it can have without overlaps. */
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
                throw SheetForm.unusual("areas of merged cells, or of one formula, overlap in row " + at);
            }
        }
    }
}
