package uk.smets.mam.xlsx.internal.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleDraft;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.layout.BodyColumns;
import uk.smets.mam.xlsx.internal.layout.Layout;

/**
 * A yellow column of a schedule and its position on the sheet.
 *
 * @param field the field
 * @param column its column, from 1
 */
public record YellowColumn(Column<MigrationScheduleRow, MigrationScheduleDraft, ?> field, int column) {
    /** Returns the yellow columns of a sheet, from left to right. */
    public static List<YellowColumn> of(Layout layout) {
        List<Column<MigrationScheduleRow, MigrationScheduleDraft, ?>> fields =
                MigrationScheduleTable.NOTIFICATION.columns();
        BodyColumns columns = layout.columns();
        List<YellowColumn> yellow = new ArrayList<>();
        for (Column<MigrationScheduleRow, MigrationScheduleDraft, ?> field : fields) {
            if (field.isResponse() && columns.column(field.index()) > 0) {
                yellow.add(new YellowColumn(field, columns.column(field.index())));
            }
        }
        yellow.sort(Comparator.comparingInt(YellowColumn::column));
        return List.copyOf(yellow);
    }
}
