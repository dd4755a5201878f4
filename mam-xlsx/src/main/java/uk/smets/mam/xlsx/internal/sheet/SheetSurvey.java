package uk.smets.mam.xlsx.internal.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.smets.mam.model.internal.field.DeviceIdType;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.TextType;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.layout.UnusedColumns;
import uk.smets.mam.xlsx.internal.workbook.CellArea;
import uk.smets.mam.xlsx.internal.workbook.ReadAhead;
import uk.smets.mam.xlsx.internal.workbook.SheetForm;
import uk.smets.mam.xlsx.internal.workbook.StringSelection;
import uk.smets.mam.xlsx.internal.xml.TagAttributes;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/**
 * Collects, in one pass over the bytes of a sheet, the data needed before it is answered: the shared strings of its fields, the cells
 * that have formulas or are merged, and the styles of its yellow cells.
 */
public final class SheetSurvey {
    private static final int MOST_MERGED = 1_000_000;

    /** Limits the memory that a high index can use; a sheet cannot have this many strings. */
    private static final int MOST_STRINGS = 1 << 27;

    private final Layout layout;
    private final StringSelection strings;
    private final BitSet yellow;
    private final BitSet withHeadings;
    private final int firstRow;
    private final BitSet rows = new BitSet();
    private final FormulaCells formulas = new FormulaCells();
    private final List<CellArea> merged = new ArrayList<>();
    private final Map<Integer, Integer> styles = new HashMap<>();
    private final BitSet withoutStyle;
    private boolean readable;

    private SheetSurvey(Layout layout, BitSet yellow, StringSelection strings) {
        this.layout = layout;
        this.strings = strings;
        this.yellow = yellow;
        withoutStyle = (BitSet) yellow.clone();
        withHeadings = UnusedColumns.withHeadings(layout);
        firstRow = layout.firstRow();
    }

    /**
     * Surveys the sheet of a body.
     *
     * @param layout the positions of the fields on the sheet
     * @param columns the columns that can be answered
     * @param strings receives the shared strings used
     */
    public static SheetSurvey of(Layout layout, List<YellowColumn> columns, StringSelection strings)
            throws IOException {
        BitSet yellow = new BitSet();
        columns.forEach(column -> yellow.set(column.column()));
        SheetSurvey survey = new SheetSurvey(layout, yellow, strings);
        try (InputStream sheet = ReadAhead.of(layout.bodySheet().part())) {
            survey.run(sheet);
        }
        return survey;
    }

    private void run(InputStream sheet) throws IOException {
        SheetFrame frame = new SheetFrame();
        SheetScanner scanner = SheetScanner.open(sheet, frame);
        while (scanner.nextRow(frame)) {
            SheetRow row = scanner.row();
            if (row.number >= firstRow) {
                rows.set(row.number);
                look(scanner);
            }
            lookForFormulas(scanner);
            if (scanner.isPlain()) {
                frame.addRow(scanner.array(), scanner.rowStart(), row);
            }
            scanner.skipRow();
        }
        scanner.tail(frame, this::lookBehind);
        readable = scanner.isPlain() && frame.isSound();
    }

    private void look(SheetScanner scanner) {
        SheetRow row = scanner.row();
        for (int cell = 0; cell < row.size(); cell++) {
            if (row.kind(cell) == SheetRow.Kind.SHARED_STRING && row.hasValue(cell)) {
                addString(row.column(cell), scanner.sharedString(cell));
            }
            if (row.style(cell) >= 0 && withoutStyle.get(row.column(cell))) {
                withoutStyle.clear(row.column(cell));
                styles.put(row.column(cell), row.style(cell));
            }
        }
    }

    private void addString(int column, int index) {
        if (index == SheetScanner.HIDDEN_STRING) {
            strings.keepAll();
        }
        if (index < 0 || index >= MOST_STRINGS) {
            return;
        }
        int field = layout.columns().field(column);
        if (field < 0) {
            if (!withHeadings.get(column)) {
                // A finding reports the values of such a column.
                strings.keep(index);
            }
            return;
        }
        Column<?, ?, ?> found = MigrationScheduleTable.NOTIFICATION.columns().get(field);
        FieldType<?> type = found.type();
        if (found.isResponse()) {
            strings.keep(index);
        } else if (type instanceof DeviceIdType) {
            strings.deviceId(index);
        } else if (type instanceof TextType) {
            strings.freeText(index);
        } else {
            strings.keep(index);
        }
    }

    /** Adds the formulas of a row, also above the body: a formula there may fill cells of the body. */
    private void lookForFormulas(SheetScanner scanner) throws IOException {
        SheetRow row = scanner.row();
        for (int cell = 0; cell < row.size(); cell++) {
            if (row.hasFormula(cell)) {
                int column = row.column(cell);
                formulas.add(column, row.number, yellow.get(column), scanner.formula(cell));
            }
        }
    }

    private void lookBehind(TagAttributes tag) throws IOException {
        if (!tag.localNameIs("mergeCell")) {
            return;
        }
        while (tag.next()) {
            if (tag.nameIs("ref")) {
                CellArea area = CellArea.find(tag.value())
                        .orElseThrow(() -> SheetForm.unusual("the reference of its merged cells is invalid"));
                if (touchesYellow(area)) {
                    merged.add(area);
                }
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

    /** Returns whether a {@link PlainCursor} reads all rows as a parser does, and a parser accepts the rest of the sheet. */
    public boolean isReadableByBytes() {
        return readable;
    }

    /** Returns the numbers of the rows that can be answered. */
    public BitSet rows() {
        return rows;
    }

    /** Returns whether no yellow cell is merged and no formula can affect one. */
    public boolean isPlain() {
        return merged.isEmpty() && formulas.isEmpty();
    }

    public FormulaCells formulas() {
        return formulas;
    }

    /** Returns the areas of array formulas that contain yellow cells. */
    public List<CellArea> arrays() {
        return formulas.arrays().stream().filter(this::touchesYellow).toList();
    }

    /** Returns the merged areas that contain yellow cells. */
    public List<CellArea> merged() {
        return merged;
    }

    /** Returns the style of the first cell of a yellow column, or -1. */
    public int style(int column) {
        return styles.getOrDefault(column, -1);
    }
}
