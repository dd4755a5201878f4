package uk.smets.mam.xlsx.internal.layout;

import java.io.IOException;
import java.util.BitSet;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.xlsx.internal.workbook.CellCursor;
import uk.smets.mam.xlsx.internal.workbook.SharedStrings;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;

/** Reports each column of a body that has values but no heading, once: it is not read. */
public final class UnusedColumns {
    private final WorkbookPackage workbook;
    private final String sheet;
    private final CellReporter reporter;
    private final FieldText text = new FieldText();

    /** The columns that are not to be reported: those with a heading, and those already reported. */
    private final BitSet reported;

    public UnusedColumns(WorkbookPackage workbook, Layout layout, CellReporter reporter) {
        this.workbook = workbook;
        this.reporter = reporter;
        sheet = layout.bodySheet().name();
        reported = withHeadings(layout);
    }

    /** Returns the columns with a heading, whether the heading is defined or not. */
    public static BitSet withHeadings(Layout layout) {
        BitSet columns = new BitSet();
        layout.headings().ifPresent(headings -> headings.columns().forEach(heading -> columns.set(heading.column())));
        return columns;
    }

    /** Examines a body cell outside the columns of the fields. */
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
                    "the column has values but no heading, and is ignored: give it a heading of the MAM, or clear"
                            + " it");
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
