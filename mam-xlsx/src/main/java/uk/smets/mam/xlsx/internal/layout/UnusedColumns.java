package uk.smets.mam.xlsx.internal.layout;

import java.io.IOException;
import java.util.BitSet;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.xlsx.internal.workbook.CellCursor;
import uk.smets.mam.xlsx.internal.workbook.SharedStrings;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;

/** Reports the columns of a body that have values and no heading, each once: no caller reads them. */
public final class UnusedColumns {
    private final WorkbookPackage workbook;
    private final String sheet;
    private final CellReporter reporter;
    private final FieldText text = new FieldText();

    /** The columns that were reported already: those that have a heading, and those with a value. */
    private final BitSet reported;

    public UnusedColumns(WorkbookPackage workbook, Layout layout, CellReporter reporter) {
        this.workbook = workbook;
        this.reporter = reporter;
        sheet = layout.bodySheet().name();
        reported = withHeadings(layout);
    }

    /** Returns the columns that have a heading, whether it is one of the document or not. */
    public static BitSet withHeadings(Layout layout) {
        BitSet columns = new BitSet();
        layout.headings().ifPresent(headings -> headings.columns().forEach(heading -> columns.set(heading.column())));
        return columns;
    }

    /** Looks at a cell of the body that is in no field's column. */
    public void look(CellCursor cell) throws IOException {
        if (reported.get(cell.column())) {
            return;
        }
        cell.read();
        String value = value(cell);
        if (!value.isBlank() || cell.hasUnknownValue()) {
            reported.set(cell.column());
            reporter.moveTo(sheet, cell.row(), cell.column(), value);
            reporter.cell(
                    Rule.COLUMN_UNKNOWN,
                    Rule.COLUMN_UNKNOWN.severity(),
                    "the column has values and no heading, and it is left out: give it the heading of the MAM, or"
                            + " empty it");
        }
    }

    private String value(CellCursor cell) throws IOException {
        SharedStrings strings = workbook.sharedStrings();
        if (cell.type() == SheetCursor.Type.SHARED && strings.has(cell.sharedIndex())) {
            strings.moveTo(cell.sharedIndex(), text);
            return text.toString();
        }
        return cell.value().toString();
    }
}
