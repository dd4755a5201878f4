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

/** The formulas of a sheet, as far as answers may have to do with them: a bit for each cell that has one. */
public final class FormulaCells {
    /** No sheet that a person made comes near it; one that was made to must not fill the memory. */
    private static final int MOST = 100_000;

    /** Which cells are answered. */
    @FunctionalInterface
    public interface Answered {
        boolean contains(int column, int row);
    }

    /** Rows by column. */
    private static final class Cells {
        private final Map<Integer, BitSet> rows = new HashMap<>();
        /** Whether the cell is known that holds the text of their formula. */
        private boolean taken;

        void add(int column, int row) {
            rows.computeIfAbsent(column, c -> new BitSet()).set(row);
        }

        boolean contains(int column, int row) {
            BitSet set = rows.get(column);
            return set != null && set.get(row);
        }

        /** The name of one that is not answered. */
        Optional<String> anyBut(Answered answered) {
            return rows.entrySet().stream()
                    .flatMap(column -> column.getValue().stream()
                            .filter(row -> !answered.contains(column.getKey(), row))
                            .mapToObj(row -> CellReference.of(column.getKey(), row)))
                    .findFirst();
        }
    }

    private final Cells answerable = new Cells();
    /** The cells that share a formula without holding its text, by the formula's index. */
    private final Map<Integer, Cells> sharing = new HashMap<>();
    /** Those, by the cell that holds the text. */
    private final Map<Long, Cells> sharingWith = new HashMap<>();

    private final List<CellArea> arrays = new ArrayList<>();
    private boolean any;

    /**
     * Takes a cell with a formula in.
     *
     * @param column the cell's column
     * @param row the cell's row
     * @param yellow whether the cell may be answered
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

    /** A cell with an area holds the text of those that come after it, or came before it from no other cell. */
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

    /** Whether the sheet has any. */
    public boolean any() {
        return any;
    }

    /** Whether no yellow cell has to do with a formula. */
    boolean isEmpty() {
        return answerable.rows.isEmpty() && arrays.isEmpty();
    }

    /** Whether a yellow cell holds a formula. */
    public boolean contains(int column, int row) {
        return answerable.contains(column, row);
    }

    /** The areas that one formula each fills. */
    List<CellArea> arrays() {
        return arrays;
    }

    /**
     * Why a yellow cell can't be answered by itself.
     *
     * @param column the cell's column
     * @param row the cell's row
     * @param answered which cells are answered with it
     * @return what else hangs on the cell's formula, or empty
     */
    public Optional<String> obstacle(int column, int row, Answered answered) {
        Cells others = sharingWith.get(place(column, row));
        return others == null
                ? Optional.empty()
                : others.anyBut(answered)
                        .map(other -> "the cell " + other + " shares the cell's formula and is not answered");
    }
}
