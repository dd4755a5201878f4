package uk.smets.mam.xlsx.internal.respond;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.xlsx.internal.sheet.RowPatch;
import uk.smets.mam.xlsx.internal.sheet.SheetRow;
import uk.smets.mam.xlsx.internal.sheet.SheetScanner;
import uk.smets.mam.xlsx.internal.sheet.SheetSurvey;
import uk.smets.mam.xlsx.internal.sheet.YellowColumn;
import uk.smets.mam.xlsx.internal.workbook.SheetForm;
import uk.smets.mam.xlsx.internal.xml.InlineText;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/** Writes a sheet with its answers. Everything except answered yellow cells is copied unchanged. */
public final class SheetPatch {
    private final ResponsePlan plan;
    private final List<YellowColumn> columns;
    private final int[] styles;

    SheetPatch(ResponsePlan plan, SheetSurvey survey, List<YellowColumn> columns) {
        this.plan = plan;
        this.columns = columns;
        styles = columns.stream()
                .mapToInt(column -> survey.style(column.column()))
                .toArray();
    }

    /**
     * Writes the sheet.
     *
     * @param sheet the original sheet
     * @param out receives the sheet with its answers
     * @throws UnreadableWorkbookException if a row with an answer is not found
     */
    void write(InputStream sheet, OutputStream out) throws IOException {
        SheetScanner scanner = SheetScanner.open(sheet, out);
        RowPatch patch = new RowPatch(scanner.prefix());
        InlineText encoding = new InlineText(scanner.prefix());
        int patched = 0;
        int passed = 0;
        while (scanner.nextRow(out)) {
            int row = scanner.row().number;
            AnswerEffect effect = plan.effect(row);
            if (effect == null || !plan.changes(row)) {
                scanner.passRow(out);
                passed += effect == null ? 0 : 1;
            } else {
                patch(scanner, patch, effect.contents(columns, encoding));
                out.write(patch.out().array(), 0, patch.out().size());
                scanner.skipRow();
                patched++;
            }
        }
        if (patched + passed != plan.size()) {
            throw SheetForm.unusual(
                    patched + passed + " of " + plan.size() + " rows with an answer are found in its bytes");
        }
        scanner.tail(out);
    }

    private void patch(SheetScanner scanner, RowPatch patch, byte[] @Nullable [] contents) throws IOException {
        SheetRow row = scanner.row();
        patch.start(scanner);
        for (int i = 0; i < contents.length; i++) {
            int column = columns.get(i).column();
            byte[] content = contents[i];
            if (content != null) {
                patch.put(column, style(row, scanner.columnStyles().of(column), i), content);
            }
        }
        patch.finish();
    }

    /** Returns the style of a missing cell in a spreadsheet program, or else that of the first cell in its column that has one. */
    private int style(SheetRow row, int ofColumn, int index) {
        if (row.style >= 0) {
            return row.style;
        }
        return ofColumn >= 0 ? ofColumn : styles[index];
    }
}
