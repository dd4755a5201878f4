package uk.smets.mam.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.smets.mam.model.internal.CellReference;

/**
 * What has to be known of a sheet before it is answered, gathered in one pass over its bytes: which shared strings its answers hang on,
 * which cells have formulas or are merged, and how its yellow cells look.
 */
final class SheetSurvey {
    private static final int MOST_MERGED = 1_000_000;

    /** A sheet has no room for as many; an index that is higher must not fill the memory. */
    private static final int MOST_STRINGS = 1 << 27;

    private final BitSet read;
    private final BitSet yellow;
    private final int firstRow;
    private final BitSet strings = new BitSet();
    private final FormulaCells formulas = new FormulaCells();
    private final List<CellArea> merged = new ArrayList<>();
    private final Map<Integer, Integer> styles = new HashMap<>();

    /**
     * Prepares a survey.
     *
     * @param read the columns that are read
     * @param yellow those of them that may be answered
     * @param firstRow the first row of the body
     */
    SheetSurvey(BitSet read, BitSet yellow, int firstRow) {
        this.read = read;
        this.yellow = yellow;
        this.firstRow = firstRow;
    }

    /** Goes over a sheet. */
    void run(InputStream sheet) throws IOException {
        OutputStream nowhere = OutputStream.nullOutputStream();
        SheetScanner scanner = SheetScanner.open(sheet, nowhere);
        while (scanner.nextRow(nowhere)) {
            if (scanner.row().number >= firstRow) {
                look(scanner);
            }
            scanner.skipRow();
        }
        scanner.tail(nowhere, this::lookBehind);
    }

    private void look(SheetScanner scanner) throws IOException {
        SheetRow row = scanner.row();
        for (int cell = 0; cell < row.size(); cell++) {
            int column = row.column(cell);
            if (row.hasFormula(cell)) {
                formulas.add(column, row.number, yellow.get(column), scanner.formula(cell));
            }
            if (read.get(column) && row.kind(cell) == SheetRow.Kind.SHARED_STRING && !row.isEmpty(cell)) {
                addString(scanner.sharedString(cell), CellReference.of(column, row.number));
            }
            if (yellow.get(column) && row.style(cell) >= 0) {
                styles.putIfAbsent(column, row.style(cell));
            }
        }
    }

    private void addString(int index, String cell) throws UnreadableWorkbookException {
        if (index < 0 || index >= MOST_STRINGS) {
            throw UnreadableWorkbookException.damaged("its cell " + cell + " does not say plainly which text it holds");
        }
        strings.set(index);
    }

    private void lookBehind(TagAttributes tag, String prefix) throws IOException {
        if (!tag.nameIs(prefix + "mergeCell")) {
            return;
        }
        while (tag.next()) {
            if (tag.nameIs("ref")) {
                CellArea.find(tag.value()).filter(this::touchesYellow).ifPresent(merged::add);
            }
        }
        if (merged.size() > MOST_MERGED) {
            throw UnreadableWorkbookException.damaged("it merges more than " + MOST_MERGED + " yellow cells");
        }
    }

    private boolean touchesYellow(CellArea area) {
        int column = yellow.nextSetBit(area.firstColumn());
        return column >= 0 && column <= area.lastColumn() && area.lastRow() >= firstRow;
    }

    /** The indexes of the shared strings that the columns hold which are read. */
    BitSet strings() {
        return strings;
    }

    /** Whether every yellow cell stands by itself. */
    boolean isPlain() {
        return merged.isEmpty() && formulas.isEmpty();
    }

    FormulaCells formulas() {
        return formulas;
    }

    /** The cells that hide a yellow cell: a merged area shows its first cell only. */
    Optional<CellArea> hiding(int column, int row) {
        return merged.stream()
                .filter(area -> area.contains(column, row) && (area.firstColumn() != column || area.firstRow() != row))
                .findFirst();
    }

    /** The style of the first cell of a yellow column, -1 where none has one. */
    int style(int column) {
        return styles.getOrDefault(column, -1);
    }
}
