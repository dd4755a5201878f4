package uk.smets.mam.xlsx.internal.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.workbook.CellArea;
import uk.smets.mam.xlsx.internal.xml.TagAttributes;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/** The formulas of a sheet that answers may affect: one bit for each formula cell. */
public final class FormulaCells {
    /** Limits the memory that a hostile sheet can use; real sheets stay far below it. */
    private static final int MOST = 100_000;

    /** The cells that are answered. */
    @FunctionalInterface
    public interface Answered {
        boolean contains(int column, int row);
    }

    /** Rows by column. */
    private static final class Cells {
        private final Map<Integer, BitSet> rows = new HashMap<>();
        /** Whether the cell that holds the text of the formula is known. */
        private boolean taken;

        void add(int column, int row) {
            rows.computeIfAbsent(column, c -> new BitSet()).set(row);
        }

        boolean contains(int column, int row) {
            BitSet set = rows.get(column);
            return set != null && set.get(row);
        }

        /** Returns the reference of a cell that is not answered, if there is one. */
        Optional<String> anyBut(Answered answered) {
            return rows.entrySet().stream()
                    .flatMap(column -> column.getValue().stream()
                            .filter(row -> !answered.contains(column.getKey(), row))
                            .mapToObj(row -> CellReference.of(column.getKey(), row)))
                    .findFirst();
        }
    }

    private final Cells answerable = new Cells();
    /** The cells that share a formula but do not hold its text, by the formula's index. */
    private final Map<Integer, Cells> sharing = new HashMap<>();
    /** The same cells, by the cell that holds the text. */
    private final Map<Long, Cells> sharingWith = new HashMap<>();

    private final List<CellArea> arrays = new ArrayList<>();
    private boolean any;

    /**
     * Adds a cell with a formula.
     *
     * @param column the cell's column
     * @param row the cell's row
     * @param yellow whether the cell can be answered
     * @param formula the start tag of the formula
     */
    void add(int column, int row, boolean yellow, TagAttributes formula) throws UnreadableWorkbookException {
        any = true;
        String type = "normal";
        int index = -1;
        CellArea area = null;
        while (formula.next()) {
            if (formula.nameIs('t')) {
                type = formula.value();
            } else if (formula.nameIs("si")) {
                index = formula.number();
            } else if (formula.nameIs("ref")) {
                area = CellArea.find(formula.value()).orElse(null);
            }
        }
        if (yellow) {
            answerable.add(column, row);
        }
        if (sharing.size() + arrays.size() == MOST) {
            throw UnreadableWorkbookException.damaged("it has more than " + MOST + " formulas that are shared");
        }
        if (type.equals("shared")) {
            addShared(column, row, index, area);
        } else if (area != null && !area.isOneCell()) {
            arrays.add(area);
        }
    }

    /** Adds a cell that shares a formula. One with an area holds the text for later cells, and for earlier ones still without a text. */
    private void addShared(int column, int row, int index, @Nullable CellArea area) {
        if (area == null) {
            sharing.computeIfAbsent(index, i -> new Cells()).add(column, row);
            return;
        }
        Cells known = sharing.get(index);
        Cells cells = known == null || known.taken ? new Cells() : known;
        cells.taken = true;
        sharing.put(index, cells);
        sharingWith.put(place(column, row), cells);
    }

    private static long place(int column, int row) {
        return (long) column << 32 | row;
    }

    /** Returns whether the sheet has any formulas. */
    public boolean any() {
        return any;
    }

    /** Returns whether no formula can affect a yellow cell. */
    boolean isEmpty() {
        return answerable.rows.isEmpty() && arrays.isEmpty();
    }

    /** Returns whether a cell is a yellow cell with a formula. */
    public boolean contains(int column, int row) {
        return answerable.contains(column, row);
    }

    /** Returns the areas of the array formulas. */
    List<CellArea> arrays() {
        return arrays;
    }

    /**
     * Returns why a yellow cell cannot be answered without other cells.
     *
     * @param column the cell's column
     * @param row the cell's row
     * @param answered the cells that are answered
     * @return text that names a cell depending on the same formula, or empty
     */
    public Optional<String> obstacle(int column, int row, Answered answered) {
        Cells others = sharingWith.get(place(column, row));
        return others == null
                ? Optional.empty()
                : others.anyBut(answered)
                        .map(other -> "the cell " + other + " shares the cell's formula and is not answered");
    }
}
